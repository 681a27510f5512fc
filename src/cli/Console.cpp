#include "cli/Console.h"

#include "export/CsvWriter.h"
#include "export/TextTable.h"

#include <QJsonDocument>

#include <cstdio>

namespace parcferme {

namespace {

void write(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

// One line for a terminal: whatever a name holds, it cannot move the cursor or start a line of its own.
QByteArray oneLine(const QString& text)
{
    QString line;
    for (const QChar c : text)
        line.append(c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ? QChar(u' ')
                                                                                                : c);
    return line.toUtf8() + '\n';
}

} // namespace

const QList<ExitWord>& exitStatuses()
{
    static const QList<ExitWord> statuses = {
        {ExitStatus::Done, QStringLiteral("done")},
        {ExitStatus::Failed, QStringLiteral("failed (network, database, data)")},
        {ExitStatus::Usage, QStringLiteral("wrong usage")},
        {ExitStatus::Refused, QStringLiteral("refused by the freeze policy")},
        {ExitStatus::NotVerified, QStringLiteral("verification failed")},
    };
    return statuses;
}

ExitStatus exitStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::NotFound:
    case ErrorCode::Ambiguous:
        return ExitStatus::Usage;
    case ErrorCode::PolicyRefused:
        return ExitStatus::Refused;
    case ErrorCode::Verification:
        return ExitStatus::NotVerified;
    case ErrorCode::NotYet:
    case ErrorCode::Network:
    case ErrorCode::Offline:
    case ErrorCode::Cancelled:
    case ErrorCode::Data:
    case ErrorCode::Database:
    case ErrorCode::DatabaseAway:
    case ErrorCode::NewerDatabase:
    case ErrorCode::DamagedDatabase:
    case ErrorCode::Io:
        return ExitStatus::Failed;
    }
    return ExitStatus::Failed;
}

void Console::answer(const QString& heading, const Table& table, const QJsonObject& json) const
{
    answer(heading, table, QJsonDocument(json).toJson());
}

void Console::answer(const QString& heading, const Table& table, const QJsonArray& json) const
{
    answer(heading, table, QJsonDocument(json).toJson());
}

void Console::answer(const QString& heading, const Table& table, const QByteArray& json) const
{
    switch (format_) {
    case Invocation::Format::Json:
        write(stdout, json);
        break;
    case Invocation::Format::Csv:
        write(stdout, csvText(table));
        break;
    case Invocation::Format::Text:
        say(heading);
        write(stdout, textTable(table).toUtf8());
        break;
    }
}

void Console::say(const QString& line) const
{
    if (format_ == Invocation::Format::Text && !line.isEmpty())
        write(stdout, oneLine(line));
}

void Console::notice(const QString& line) const
{
    write(stderr, oneLine(line));
}

int Console::fail(const Error& error) const
{
    notice(QStringLiteral("parcferme-cli: ") + error.text());
    return static_cast<int>(exitStatusOf(error.code));
}

} // namespace parcferme
