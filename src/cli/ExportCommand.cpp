#include "cli/Command.h"
#include "export/CsvWriter.h"

#include <QDir>

namespace parcferme {

namespace {

int exportProof(const Session& session)
{
    const QString file = session.call.options.value(QStringLiteral("proof"));
    const auto proof = session.tracker.proof();
    if (!proof)
        return session.console.fail(proof.error());
    if (const auto status = writeFile(file, *proof); !status)
        return session.console.fail(status.error());
    session.console.notice(QStringLiteral("The head of the ledger is in %1.").arg(file));
    return 0;
}

// The files of an export that are there, whole, for somebody who does not get the answer.
QString listOf(const Table& written)
{
    QStringList files;
    for (const QVariantList& row : written.rows)
        files.append(row.back().toString());
    return files.isEmpty()
               ? QStringLiteral("No file was written; whatever was there before is unchanged.")
               : QStringLiteral("Written are, whole: %1. Whatever else was there before is unchanged.")
                     .arg(files.join(QStringLiteral(", ")));
}

int exportTables(const Session& session)
{
    const QDir folder(session.call.arguments.value(0));
    const auto tables = session.tracker.tables();
    if (!tables)
        return session.console.fail(tables.error());
    if (!folder.mkpath(QStringLiteral(".")))
        return session.console.fail({ErrorCode::Io,
                                     QStringLiteral("The folder %1 cannot be made.").arg(folder.path()),
                                     QStringLiteral("Nothing was written.")});
    Table written{{{QStringLiteral("table"), QStringLiteral("Table"), Show::Plain, false},
                   {QStringLiteral("rows"), QStringLiteral("Rows"), Show::Plain, true},
                   {QStringLiteral("file"), QStringLiteral("File"), Show::Plain, false}},
                  {}};
    QJsonArray json;
    for (const StoredTable& stored : *tables) {
        const QString file = folder.filePath(stored.name + QStringLiteral(".csv"));
        Table table;
        for (const QString& column : stored.columns)
            table.columns.push_back({column, column, Show::Plain, false});
        table.rows = stored.rows;
        if (const auto status = writeCsv(file, table); !status) {
            const Error& error = status.error();
            return session.console.fail({error.code, error.message, listOf(written)});
        }
        const int rows = static_cast<int>(table.rows.size());
        written.rows.push_back({stored.name, rows, file});
        json.append(QJsonObject{{QStringLiteral("table"), stored.name},
                                {QStringLiteral("rows"), rows},
                                {QStringLiteral("file"), file}});
    }
    session.console.answer(QStringLiteral("Exported"), written, json);
    if (session.console.isLost())
        session.console.notice(listOf(written));
    return 0;
}

QCoro::Task<int> run(Session session)
{
    const bool proof = session.call.has(QStringLiteral("proof"));
    const bool tables = !session.call.arguments.isEmpty();
    if (!proof && !tables)
        co_return session.console.fail(
            {ErrorCode::Usage,
             QStringLiteral("It is: parcferme-cli export DIR, or export --proof FILE"),
             {}});
    const int status = proof ? exportProof(session) : 0;
    co_return status != 0 || !tables ? status : exportTables(session);
}

} // namespace

Command exportCommand()
{
    Command command{QStringLiteral("export"), QStringLiteral("DIR"),
                    QStringLiteral("write every table as CSV"), 0, 1};
    command.options = {
        {QStringLiteral("proof"), QStringLiteral("FILE"),
         QStringLiteral("write the head of the ledger, for verify --proof; DIR may be left out")}};
    command.run = run;
    return command;
}

} // namespace parcferme
