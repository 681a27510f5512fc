#include "cli/Command.h"
#include "cli/PredictionText.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto chosen = sessionArgument(context);
    if (!chosen)
        co_return context.console.fail(chosen.error());
    PredictOptions options;
    options.preview = context.call.has(QStringLiteral("preview"));
    options.asOf = context.call.asOf;
    const auto outcome = co_await context.tracker.predict(chosen->of(), options, Progress());
    if (!outcome)
        co_return context.console.fail(outcome.error());
    for (const QString& notice : outcome->notices)
        context.console.notice(notice);
    const auto page = context.tracker.details(chosen->of());
    if (!page)
        co_return context.console.fail(page.error());
    showForecast(context.console, outcome->view, page->people, page->weather,
                 titleOf(chosen->race, chosen->session));
    if (outcome->view.prediction.id > 0 && !outcome->created)
        context.console.notice(QStringLiteral("It had been frozen before; nothing was changed."));
    co_return 0;
}

} // namespace

Command predictCommand()
{
    Command command{QStringLiteral("predict"), QStringLiteral("Y RACE [--preview]"),
                    QStringLiteral("freeze a prediction, or show the frozen one"), 2, 2};
    command.options = {{QStringLiteral("preview"), {}, QStringLiteral("show a forecast and store nothing")},
                       sessionOption()};
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
