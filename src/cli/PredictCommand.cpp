#include "cli/Command.h"
#include "cli/PredictionText.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto race = raceArgument(context);
    if (!race)
        co_return context.console.fail(race.error());
    PredictOptions options;
    options.preview = context.call.has(QStringLiteral("preview"));
    options.asOf = context.call.asOf;
    const auto outcome = co_await context.tracker.predict(race->id, options, Progress());
    if (!outcome)
        co_return context.console.fail(outcome.error());
    for (const QString& notice : outcome->notices)
        context.console.notice(notice);
    const auto page = context.tracker.details(race->id);
    if (!page)
        co_return context.console.fail(page.error());
    showForecast(context.console, outcome->view, page->people, titleOf(*race));
    if (outcome->view.prediction.id > 0 && !outcome->created)
        context.console.notice(QStringLiteral("It had been frozen before; nothing was changed."));
    co_return 0;
}

} // namespace

Command predictCommand()
{
    Command command{QStringLiteral("predict"), QStringLiteral("Y RACE [--preview]"),
                    QStringLiteral("freeze a prediction, or show the frozen one"), 2, 2};
    command.options = {{QStringLiteral("preview"), {}, QStringLiteral("show a forecast and store nothing")}};
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
