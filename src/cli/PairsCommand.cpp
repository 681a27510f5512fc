#include "cli/Command.h"
#include "cli/ForecastArgument.h"
#include "export/PairsOutput.h"
#include "export/PredictionOutput.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    if (context.call.arguments.size() == 3)
        co_return context.console.fail(
            {ErrorCode::Usage, QStringLiteral("pairs needs two drivers, or none for all of them."), {}});
    const auto page = co_await forecastArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const ForecastView& view = *page->prediction;
    const QString title = titleOf(page->overview.race, page->overview.session);
    std::vector<DriverPair> pairs = pairsOf(view);
    if (pairs.empty())
        co_return context.console.fail(
            {ErrorCode::Data,
             QStringLiteral("The prediction of %1 was frozen by version 1.0, which stored no strengths.")
                 .arg(title),
             {}});
    if (context.call.arguments.size() == 4) {
        const auto one = driverOf(view, page->people, context.call.arguments.value(2));
        const auto other = driverOf(view, page->people, context.call.arguments.value(3));
        if (!one || !other)
            co_return context.console.fail(!one ? one.error() : other.error());
        std::erase_if(pairs,
                      [&](const DriverPair& pair) { return pair.driver != *one || pair.other != *other; });
    }
    if (pairs.empty())
        co_return context.console.fail(
            {ErrorCode::Usage, QStringLiteral("A driver is not ahead of himself."), {}});
    context.console.answer(QStringLiteral("%1 - chance of one driver to end ahead of the other").arg(title),
                           withPairNames(pairsTable(pairs), page->people),
                           withIdsAndNames(pairsTable(pairs), page->people), pairsJson(view, pairs));
    co_return 0;
}

} // namespace

Command pairsCommand()
{
    Command command{QStringLiteral("pairs"), QStringLiteral("Y RACE [DRIVER DRIVER]"),
                    QStringLiteral("the chance of one driver to end ahead of the other"), 2, 4};
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
