#include "cli/Command.h"
#include "cli/PredictionText.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const Race& race = page->overview.race;
    if (!page->prediction)
        co_return context.console.fail(
            {ErrorCode::NotYet, QStringLiteral("%1 has no prediction.").arg(titleOf(race)),
             QStringLiteral("parcferme-cli predict %1 %2 makes one.").arg(race.year).arg(race.round)});
    showForecast(context.console, *page->prediction, page->people, titleOf(race));
    co_return 0;
}

} // namespace

Command predictionCommand()
{
    Command command{QStringLiteral("prediction"), QStringLiteral("Y RACE"),
                    QStringLiteral("the frozen prediction"), 2, 2};
    command.run = run;
    return command;
}

} // namespace parcferme
