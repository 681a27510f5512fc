#include "cli/Command.h"
#include "cli/PredictionText.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const ChosenSession chosen{page->overview.race, page->overview.session};
    const QString title = titleOf(chosen.race, chosen.session);
    if (!page->prediction)
        co_return context.console.fail({ErrorCode::NotYet, QStringLiteral("%1 has no prediction.").arg(title),
                                        QStringLiteral("%1 makes one.").arg(callOf("predict", chosen))});
    showForecast(context.console, *page->prediction, page->people, page->weather, title);
    co_return 0;
}

} // namespace

Command predictionCommand()
{
    Command command{QStringLiteral("prediction"), QStringLiteral("Y RACE"),
                    QStringLiteral("the frozen prediction"), 2, 2};
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
