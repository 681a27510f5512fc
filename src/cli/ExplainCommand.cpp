#include "cli/Command.h"
#include "core/Search.h"
#include "export/PredictionOutput.h"

namespace parcferme {

namespace {

// DRIVER is an id, a code or a unique part of a name. Errors: NotFound, Ambiguous.
Result<QString> driverOf(const ForecastView& view, const People& people, const QString& text)
{
    const QString key = searchKey(text);
    QStringList exact, partly;
    for (const PredictionEntry& entry : view.prediction.entries) {
        const Driver driver = people.drivers.value(entry.driver);
        if (entry.driver == key || searchKey(driver.code) == key)
            exact.append(entry.driver);
        else if (!key.isEmpty() && searchKey(driver.fullName()).contains(key))
            partly.append(entry.driver);
    }
    const QStringList& found = exact.isEmpty() ? partly : exact;
    if (found.size() == 1)
        return found.front();
    if (found.isEmpty())
        return fail(ErrorCode::NotFound,
                    QStringLiteral("No driver of this forecast is called \"%1\".").arg(text));
    return fail(
        ErrorCode::Ambiguous,
        QStringLiteral("\"%1\" fits several drivers: %2.").arg(text, found.join(QStringLiteral(", "))));
}

QCoro::Task<int> run(CommandContext context)
{
    auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const Race race = page->overview.race;
    if (!page->prediction || context.call.asOf) {
        PredictOptions options;
        options.preview = true;
        options.asOf = context.call.asOf;
        auto preview = co_await context.tracker.predict(race.id, options, Progress());
        if (!preview)
            co_return context.console.fail(preview.error());
        page->prediction = std::move(preview->view);
        context.console.notice(QStringLiteral("This explains a preview: nothing is frozen of it."));
    }
    if (page->prediction->forecast.inputNames.empty())
        co_return context.console.fail(
            {ErrorCode::Data,
             QStringLiteral("The prediction of %1 was frozen by version 1.0, which stored no parts of it.")
                 .arg(titleOf(race)),
             {}});
    const auto driver = driverOf(*page->prediction, page->people, context.call.arguments.value(2));
    if (!driver)
        co_return context.console.fail(driver.error());
    context.console.answer(QStringLiteral("%1 - what moves %2, against the mean of the field")
                               .arg(titleOf(race), page->people.drivers.value(*driver).fullName()),
                           explainTable(*page->prediction, *driver), explainJson(*page->prediction, *driver));
    co_return 0;
}

} // namespace

Command explainCommand()
{
    Command command{QStringLiteral("explain"), QStringLiteral("Y RACE DRIVER"),
                    QStringLiteral("what each input moves a driver by"), 3, 3};
    command.run = run;
    return command;
}

} // namespace parcferme
