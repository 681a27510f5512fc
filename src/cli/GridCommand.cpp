#include "cli/Command.h"
#include "export/Table.h"

namespace parcferme {

namespace {

struct TypedGrid
{
    std::vector<ManualGrid::Slot> places;
    std::vector<Driver> drivers;
};

// The places in the order given; "DRIVER@pit" starts from the pit lane.
Result<TypedGrid> typedGrid(const Tracker& tracker, const SessionKey& of, const QString& list)
{
    TypedGrid grid;
    int place = 0;
    for (const QString& word : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const bool pitLane = word.endsWith(QLatin1StringView("@pit"));
        auto driver = tracker.driverOfGrid(of, pitLane ? word.chopped(4) : word);
        if (!driver)
            return tl::unexpected(driver.error());
        grid.places.push_back({driver->id, pitLane ? 0 : ++place});
        grid.drivers.push_back(std::move(*driver));
    }
    return grid;
}

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const SessionKey of = page->overview.of();
    const auto grid = typedGrid(context.tracker, of, context.call.arguments.value(2));
    if (!grid)
        co_return context.console.fail(grid.error());
    if (const auto status = context.tracker.setManualGrid(of, grid->places, grid->drivers); !status)
        co_return context.console.fail(status.error());
    Table table{{{QStringLiteral("grid"), QStringLiteral("Grid"), Show::Plain, true},
                 {QStringLiteral("driver"), QStringLiteral("Driver"), Show::Plain, false}},
                {}};
    QJsonArray json;
    for (const ManualGrid::Slot& place : grid->places) {
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
        QStringLiteral("enter the official grid by hand (codes, ids or names; DRIVER@pit for the pit lane)"),
        3, 3};
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
