#include "cli/Command.h"
#include "export/AnalystTables.h"
#include "export/CsvWriter.h"

#include <QDir>

#include <algorithm>

namespace parcferme {

namespace {

int exportProof(const CommandContext& context)
{
    const QString file = context.call.options.value(QStringLiteral("proof"));
    const auto proof = context.tracker.proof();
    if (!proof)
        return context.console.fail(proof.error());
    if (const auto status = writeFile(file, *proof); !status)
        return context.console.fail(status.error());
    context.console.notice(QStringLiteral("The head of the ledger is in %1.").arg(file));
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

// The stored tables as they are, what an analyst would join of them, and the key of all columns.
Result<std::vector<NamedTable>> allTables(const Tracker& tracker)
{
    const auto stored = tracker.tables();
    auto joined = analystTables(tracker);
    if (!stored || !joined)
        return tl::unexpected(!stored ? stored.error() : joined.error());
    std::vector<NamedTable> tables;
    for (const StoredTable& each : *stored) {
        Table table;
        for (const QString& column : each.columns)
            table.columns.push_back({column, column, Show::Plain, false});
        table.rows = each.rows;
        tables.push_back({each.name, std::move(table)});
    }
    tables.insert(tables.end(), joined->begin(), joined->end());
    tables.push_back({QStringLiteral("columns"), columnKey(tables)});
    std::ranges::sort(tables, {}, &NamedTable::name);
    return tables;
}

int exportTables(const CommandContext& context)
{
    const QDir folder(context.call.arguments.value(0));
    const auto tables = allTables(context.tracker);
    if (!tables)
        return context.console.fail(tables.error());
    if (!folder.mkpath(QStringLiteral(".")))
        return context.console.fail({ErrorCode::Io,
                                     QStringLiteral("The folder %1 cannot be made.").arg(folder.path()),
                                     QStringLiteral("Nothing was written.")});
    Table written{{{QStringLiteral("table"), QStringLiteral("Table"), Show::Plain, false},
                   {QStringLiteral("rows"), QStringLiteral("Rows"), Show::Plain, true},
                   {QStringLiteral("file"), QStringLiteral("File"), Show::Plain, false}},
                  {}};
    QJsonArray json;
    for (const auto& [name, table] : *tables) {
        const QString file = folder.filePath(name + QStringLiteral(".csv"));
        if (const auto status = writeCsv(file, table); !status) {
            const Error& error = status.error();
            return context.console.fail({error.code, error.message, listOf(written)});
        }
        const int rows = static_cast<int>(table.rows.size());
        written.rows.push_back({name, rows, file});
        json.append(QJsonObject{
            {QStringLiteral("table"), name}, {QStringLiteral("rows"), rows}, {QStringLiteral("file"), file}});
    }
    context.console.answer(QStringLiteral("Exported"), written, json);
    if (context.console.isLost())
        context.console.notice(listOf(written));
    return 0;
}

QCoro::Task<int> run(CommandContext context)
{
    const bool proof = context.call.has(QStringLiteral("proof"));
    const bool tables = !context.call.arguments.isEmpty();
    if (!proof && !tables)
        co_return context.console.fail(
            {ErrorCode::Usage,
             QStringLiteral("It is: parcferme-cli export DIR, or export --proof FILE"),
             {}});
    const int status = proof ? exportProof(context) : 0;
    co_return status != 0 || !tables ? status : exportTables(context);
}

} // namespace

Command exportCommand()
{
    Command command{QStringLiteral("export"), QStringLiteral("DIR"),
                    QStringLiteral("write every table as CSV, two joined ones, and a key of all columns"), 0,
                    1};
    command.options = {
        {QStringLiteral("proof"), QStringLiteral("FILE"),
         QStringLiteral("write the head of the ledger, for verify --proof; DIR may be left out")}};
    command.run = run;
    return command;
}

} // namespace parcferme
