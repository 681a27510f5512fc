#include "cli/Command.h"
#include "cli/DriverList.h"
#include "export/Table.h"

namespace parcferme {

namespace {

// The places in the order given; "DRIVER@pit" starts from the pit lane. Drivers are ids or codes.
Result<std::vector<ManualGrid::Slot>> placesOf(const RaceDetails& page, const QString& list)
{
    std::vector<ManualGrid::Slot> places;
    int grid = 0;
    for (const QString& word : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const bool pitLane = word.endsWith(QLatin1StringView("@pit"));
        const auto driver = driverNamed(page, pitLane ? word.chopped(4) : word);
        if (!driver)
            return tl::unexpected(driver.error());
        places.push_back({*driver, pitLane ? 0 : ++grid});
    }
    return places;
}

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const auto places = placesOf(*page, context.call.arguments.value(2));
    if (!places)
        co_return context.console.fail(places.error());
    if (const auto status = context.tracker.setManualGrid(page->overview.of(), *places); !status)
        co_return context.console.fail(status.error());
    Table table{{{QStringLiteral("grid"), QStringLiteral("Grid"), Show::Plain, true},
                 {QStringLiteral("driver"), QStringLiteral("Driver"), Show::Plain, false}},
                {}};
    QJsonArray json;
    for (const ManualGrid::Slot& place : *places) {
        table.rows.push_back({place.grid, place.driver});
        json.append(
            QJsonObject{{QStringLiteral("grid"), place.grid}, {QStringLiteral("driver"), place.driver}});
    }
    context.console.answer(
        QStringLiteral("%1 - grid entered by hand").arg(titleOf(page->overview.race, page->overview.session)),
        table, json);
    co_return 0;
}

} // namespace

Command gridCommand()
{
    Command command{
        QStringLiteral("grid"), QStringLiteral("Y RACE DRIVER,DRIVER,..."),
        QStringLiteral("enter the official grid by hand (codes or ids; DRIVER@pit for the pit lane)"), 3, 3};
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
