#include "cli/Console.h"

#include "cli/StandardStreams.h"
#include "export/CsvWriter.h"
#include "export/TextTable.h"

#include <QJsonDocument>

namespace parcferme {

namespace {

using Stream = StandardStreams::Stream;

void write(Stream stream, const QByteArray& bytes)
{
    StandardStreams::instance().write(stream, bytes);
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

ExitStatus exitStatusOf(const SeasonOutcome& outcome)
{
    const bool wasWish = outcome.undone && outcome.undone->code == ErrorCode::Offline;
    return outcome.undone && !wasWish ? exitStatusOf(outcome.undone->code) : ExitStatus::Done;
}

const QList<ExitWord>& exitStatuses()
{
    static const QList<ExitWord> statuses = {
        {ExitStatus::Done, QStringLiteral("done")},
        {ExitStatus::Failed,
         QStringLiteral("failed (network, database, data, output that could not be written)")},
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
        write(Stream::Output, json);
        break;
    case Invocation::Format::Csv:
        write(Stream::Output, csvText(table));
        break;
    case Invocation::Format::Text:
        say(heading);
        write(Stream::Output, textTable(table).toUtf8());
        break;
    }
}

void Console::say(const QString& line) const
{
    if (format_ == Invocation::Format::Text && !line.isEmpty())
        write(Stream::Output, oneLine(line));
}

void Console::text(const QString& text) const
{
    write(Stream::Output, text.toUtf8());
}

bool Console::isLost() const
{
    return StandardStreams::instance().isLost(Stream::Output);
}

void Console::usage(const QString& text) const
{
    write(Stream::Error, text.toUtf8());
}

void Console::notice(const QString& line) const
{
    write(Stream::Error, oneLine(line));
}

int Console::fail(const Error& error) const
{
    notice(QStringLiteral("parcferme-cli: ") + error.text());
    return static_cast<int>(exitStatusOf(error.code));
}

} // namespace parcferme
