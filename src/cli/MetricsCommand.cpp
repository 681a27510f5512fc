#include "cli/Command.h"
#include "export/MetricsOutput.h"
#include "export/ScoreFields.h"
#include "tables/MetricsModel.h"
#include "tables/TableExport.h"

namespace parcferme {

namespace {

QString namesOf(const QStringList& drivers, const People& people)
{
    QStringList names;
    for (const QString& driver : drivers)
        names.append(people.drivers.contains(driver) ? people.drivers.value(driver).fullName() : driver);
    return names.join(QStringLiteral(", "));
}

// Why there is nothing to show, and what would change that.
Error notJudged(const RaceDetails& page, const ChosenSession& chosen, const QString& title)
{
    if (page.overview.state == RaceState::Cancelled)
        return {
            ErrorCode::NotYet, QStringLiteral("%1 was cancelled: there is nothing to judge.").arg(title), {}};
    if (!page.prediction)
        return {ErrorCode::NotYet, QStringLiteral("There is no prediction of %1.").arg(title),
                QStringLiteral("%1 makes one.").arg(callOf("predict", chosen))};
    return {ErrorCode::NotYet, QStringLiteral("No prediction of %1 was judged yet.").arg(title),
            QStringLiteral("%1 judges it.").arg(callOf("sync", chosen))};
}

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const ChosenSession chosen{page->overview.race, page->overview.session};
    const QString title = titleOf(chosen.race, chosen.session);
    if (page->evaluations.empty())
        co_return context.console.fail(notJudged(*page, chosen, title));
    const EvaluationView& newest = page->evaluations.front();
    MetricsModel model;
    model.setEvaluation(newest);
    const bool isVoid = page->prediction && page->prediction->prediction.kind == PredictionKind::Void;
    context.console.answer(QStringLiteral("%1 - prediction %2%3 against revision %4, %5 starters")
                               .arg(title)
                               .arg(newest.evaluation.prediction)
                               .arg(isVoid ? QStringLiteral(", VOID, frozen after the start,") : QString())
                               .arg(newest.evaluation.resultRevision)
                               .arg(newest.evaluation.starters),
                           metricsTable(newest), exportTable(model), metricsJson(page->evaluations));
    if (!newest.notForecast.isEmpty())
        context.console.say(QStringLiteral("not judged, without a forecast: %1")
                                .arg(namesOf(newest.notForecast, page->people)));
    if (!newest.notStarted.isEmpty())
        context.console.say(
            QStringLiteral("not judged, did not start: %1").arg(namesOf(newest.notStarted, page->people)));
    co_return 0;
}

} // namespace

Command metricsCommand()
{
    Command command{QStringLiteral("metrics"), QStringLiteral("Y RACE"),
                    QStringLiteral("how good the prediction was, beside the baselines"), 2, 2};
    command.details = scoringRule();
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
