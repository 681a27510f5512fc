#include "cli/Command.h"
#include "export/ReportOutput.h"
#include "export/ScoreTables.h"

namespace parcferme {

namespace {

int answerTable(const CommandContext& context, const QString& wanted, std::optional<Stage> stage,
                const RecordOfStage& recordOf)
{
    const auto which = scoreTableFromString(wanted);
    if (!which)
        return context.console.fail(which.error());
    const auto table = recordScoreTable(*which, stage, recordOf);
    if (!table)
        return context.console.fail(table.error());
    context.console.answer(QStringLiteral("Track record: %1").arg(wanted), *table, rowsJson(*table));
    return 0;
}

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
    const RecordOfStage recordOf = [&](std::optional<Stage> of) {
        return context.tracker.record({*from, *to, of, *session});
    };
    if (const QString wanted = context.call.options.value(QStringLiteral("table")); !wanted.isEmpty())
        co_return answerTable(context, wanted, *stage, recordOf);
    const auto record = recordOf(*stage);
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
                       scoreTableOption(),
                       sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
