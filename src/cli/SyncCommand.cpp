#include "cli/Command.h"
#include "export/MetricsOutput.h"
#include "export/RaceOutput.h"

namespace parcferme {

namespace {

// What a season sync did, as one row.
Table seasonTable(const SeasonOutcome& outcome)
{
    return {
        {{QStringLiteral("year"), QStringLiteral("Season"), Show::Plain, true},
         {QStringLiteral("new_races"), QStringLiteral("New races"), Show::Plain, true},
         {QStringLiteral("new_revisions"), QStringLiteral("New results"), Show::Plain, true},
         {QStringLiteral("new_evaluations"), QStringLiteral("New evaluations"), Show::Plain, true},
         {QStringLiteral("requests"), QStringLiteral("Requests"), Show::Plain, true}},
        {{outcome.year, outcome.newRaces, outcome.newRevisions, outcome.newEvaluations, outcome.requests}}};
}

void tell(const Console& console, const QStringList& notices)
{
    for (const QString& notice : notices)
        console.notice(notice);
}

QCoro::Task<int> syncSeason(CommandContext context)
{
    const auto year = seasonArgument(context.call, 0);
    if (!year)
        co_return context.console.fail(year.error());
    const auto outcome = co_await context.tracker.syncSeason(*year, Progress());
    if (!outcome)
        co_return context.console.fail(outcome.error());
    tell(context.console, outcome->notices);
    context.console.answer({}, seasonTable(*outcome), seasonJson(*outcome));
    co_return static_cast<int>(exitStatusOf(*outcome));
}

QCoro::Task<int> syncRace(CommandContext context)
{
    const auto chosen = sessionArgument(context);
    if (!chosen)
        co_return context.console.fail(chosen.error());
    const auto outcome = co_await context.tracker.syncRace(chosen->of(), Progress());
    if (!outcome)
        co_return context.console.fail(outcome.error());
    tell(context.console, outcome->notices);
    if (!outcome->evaluation) {
        context.console.answer({}, Table(), syncJson(*outcome));
        co_return 0;
    }
    const Evaluation& evaluation = outcome->evaluation->evaluation;
    context.console.answer(
        QStringLiteral("%1 - prediction %2 judged against revision %3: mean error %4 positions")
            .arg(titleOf(chosen->race, chosen->session))
            .arg(evaluation.prediction)
            .arg(evaluation.resultRevision)
            .arg(evaluation.positionMae, 0, 'f', 2),
        metricsTable(*outcome->evaluation), syncJson(*outcome));
    co_return 0;
}

QCoro::Task<int> run(CommandContext context)
{
    return context.call.arguments.size() == 1 ? syncSeason(context) : syncRace(context);
}

} // namespace

Command syncCommand()
{
    Command command{QStringLiteral("sync"), QStringLiteral("Y [RACE]"),
                    QStringLiteral("fetch official results, then judge the predictions"), 1, 2};
    command.options = {sessionOption()};
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
