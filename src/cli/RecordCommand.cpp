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
    const auto session = context.call.session();
    if (!session)
        co_return context.console.fail(session.error());
    const auto record = context.tracker.record({*from, *to, *stage, *session});
    if (!record)
        co_return context.console.fail(record.error());
    const QString title =
        *session == Session::Sprint
            ? QStringLiteral("Track record of sprints: %1 live and %2 retrospective predictions judged")
            : QStringLiteral("Track record: %1 live and %2 retrospective predictions judged");
    context.console.answer(title.arg(record->live.races.size()).arg(record->retrospective.races.size()),
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
                        QStringLiteral("grid, qualifying or nothing; default: all stages")},
                       sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
