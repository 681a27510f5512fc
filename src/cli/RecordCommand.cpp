#include "cli/Command.h"
#include "export/ReportOutput.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto from = context.call.number(QStringLiteral("from"));
    const auto to = context.call.number(QStringLiteral("to"));
    if (!from || !to)
        co_return context.console.fail(from ? to.error() : from.error());
    const auto stage = context.call.stage();
    if (!stage)
        co_return context.console.fail(stage.error());
    const auto record = context.tracker.record({*from, *to, *stage});
    if (!record)
        co_return context.console.fail(record.error());
    context.console.answer(QStringLiteral("Track record: %1 live and %2 retrospective predictions judged")
                               .arg(record->live.races.size())
                               .arg(record->retrospective.races.size()),
                           recordTable(*record), recordJson(*record));
    co_return 0;
}

} // namespace

Command recordCommand()
{
    Command command{QStringLiteral("record"), QStringLiteral("[--from Y] [--to Y] [--stage STAGE]"),
                    QStringLiteral("the track record, live and retrospective apart")};
    command.options = {{QStringLiteral("from"), QStringLiteral("Y"), QStringLiteral("first season")},
                       {QStringLiteral("to"), QStringLiteral("Y"), QStringLiteral("last season")},
                       {QStringLiteral("stage"), QStringLiteral("STAGE"),
                        QStringLiteral("grid, qualifying or nothing; default: all stages")}};
    command.run = run;
    return command;
}

} // namespace parcferme
