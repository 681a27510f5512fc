#include "cli/Command.h"
#include "cli/ForecastArgument.h"
#include "export/PredictionOutput.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    auto page = co_await forecastArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const QString title = titleOf(page->overview.race, page->overview.session);
    if (page->prediction->forecast.inputNames.empty())
        co_return context.console.fail(
            {ErrorCode::Data,
             QStringLiteral("The prediction of %1 was frozen by version 1.0, which stored no parts of it.")
                 .arg(title),
             {}});
    const auto driver = driverOf(*page->prediction, page->people, context.call.arguments.value(2));
    if (!driver)
        co_return context.console.fail(driver.error());
    context.console.answer(QStringLiteral("%1 - what moves %2, against the mean of the field")
                               .arg(title, page->people.drivers.value(*driver).fullName()),
                           explainTable(*page->prediction, *driver), explainJson(*page->prediction, *driver));
    co_return 0;
}

} // namespace

Command explainCommand()
{
    Command command{QStringLiteral("explain"), QStringLiteral("Y RACE DRIVER"),
                    QStringLiteral("what each input moves a driver by"), 3, 3};
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
