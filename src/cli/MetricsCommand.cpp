#include "cli/Command.h"
#include "export/MetricsOutput.h"
#include "export/ScoreFields.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const ChosenSession chosen{page->overview.race, page->overview.session};
    const QString title = titleOf(chosen.race, chosen.session);
    if (page->evaluations.empty())
        co_return context.console.fail({ErrorCode::NotYet,
                                        QStringLiteral("No prediction of %1 was judged yet.").arg(title),
                                        QStringLiteral("%1 judges it.").arg(callOf("sync", chosen))});
    const EvaluationView& newest = page->evaluations.front();
    context.console.answer(QStringLiteral("%1 - prediction %2 against revision %3, %4 starters")
                               .arg(title)
                               .arg(newest.evaluation.prediction)
                               .arg(newest.evaluation.resultRevision)
                               .arg(newest.evaluation.starters),
                           metricsTable(newest), metricsJson(page->evaluations));
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
