#include "cli/Command.h"
#include "tracker/CopyDatabase.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    if (!context.call.has(QStringLiteral("to")))
        co_return context.console.fail(
            {ErrorCode::Usage, QStringLiteral("It is: parcferme-cli copy --to URL"), {}});
    const auto target = databaseFromUrl(context.call.options.value(QStringLiteral("to")));
    if (!target)
        co_return context.console.fail(
            {ErrorCode::Usage, QStringLiteral("--to is wrong: %1").arg(target.error().message), {}});
    const DatabaseLocation& from = context.tracker.settings().database;
    const auto report = copyDatabase(from, *target);
    if (!report)
        co_return context.console.fail(report.error());
    const Table table{
        {{QStringLiteral("tables"), QStringLiteral("Tables"), Show::Plain, true},
         {QStringLiteral("rows"), QStringLiteral("Rows"), Show::Plain, true},
         {QStringLiteral("predictions"), QStringLiteral("Predictions"), Show::Plain, true},
         {QStringLiteral("head"), QStringLiteral("Head of the ledger"), Show::Plain, false}},
        {{report->tables, report->rows, report->predictions, QString::fromLatin1(report->head)}}};
    context.console.answer(
        QStringLiteral("%1 is now also in %2, with the same chain").arg(from.display(), target->display()),
        table,
        QJsonObject{{QStringLiteral("to"), target->display()},
                    {QStringLiteral("tables"), report->tables},
                    {QStringLiteral("rows"), report->rows},
                    {QStringLiteral("predictions"), report->predictions},
                    {QStringLiteral("head"), QString::fromLatin1(report->head)}});
    co_return 0;
}

} // namespace

Command copyCommand()
{
    Command command{QStringLiteral("copy"), {}, QStringLiteral("copy the whole database to an empty one")};
    command.options = {{QStringLiteral("to"), QStringLiteral("URL"),
                        QStringLiteral("sqlite:///file or postgresql://user:password@host:port/name")}};
    command.details = QStringLiteral(
        "Every row goes along with its id, so the chain of predictions stays the same; it is\n"
        "verified before the copy stays. All is copied or nothing. A file is made where it is\n"
        "missing; a database on a server must exist and be empty. The database that is copied is\n"
        "left as it is: set DATABASE_URL to go on with the other one.\n");
    command.run = run;
    return command;
}

} // namespace parcferme
