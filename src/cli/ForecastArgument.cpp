#include "cli/ForecastArgument.h"

#include "core/Search.h"

namespace parcferme {

QCoro::Task<Result<RaceDetails>> forecastArgument(CommandContext context)
{
    auto page = detailsArgument(context);
    if (!page || (page->prediction && !context.call.asOf))
        co_return page;
    PredictOptions options;
    options.preview = true;
    options.asOf = context.call.asOf;
    auto preview = co_await context.tracker.predict(page->overview.of(), options, Progress());
    if (!preview)
        co_return tl::unexpected(preview.error());
    page->prediction = std::move(preview->view);
    context.console.notice(QStringLiteral("This is of a preview: nothing is frozen of it."));
    co_return page;
}

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

} // namespace parcferme
