#include "cli/Command.h"
#include "export/RaceOutput.h"

#include <ranges>

namespace parcferme {

namespace {

// The newest race that has a result: what somebody who just wants to see the program work would predict.
Result<std::vector<RaceOverview>> latestWithResult(const Tracker& tracker)
{
    const auto seasons = tracker.seasons();
    if (!seasons)
        return tl::unexpected(seasons.error());
    for (const int year : *seasons) {
        auto races = tracker.races(year);
        if (!races)
            return tl::unexpected(races.error());
        for (const RaceOverview& race : std::views::reverse(*races))
            if (race.hasResult)
                return std::vector<RaceOverview>{race};
    }
    return fail(ErrorCode::NotYet, QStringLiteral("No race with a result is stored."));
}

Result<std::vector<RaceOverview>> chosen(const CommandContext& context)
{
    if (context.call.has(QStringLiteral("latest-result")))
        return latestWithResult(context.tracker);
    const auto season = context.call.number(QStringLiteral("season"));
    if (!season)
        return tl::unexpected(season.error());
    if (*season && context.call.has(QStringLiteral("next")))
        return fail(ErrorCode::Usage, QStringLiteral("--next is of the current season; leave --season out."));
    if (*season)
        return context.tracker.races(**season);
    const auto current = context.tracker.currentRace();
    if (!current)
        return tl::unexpected(current.error());
    auto races = context.tracker.races(current->year);
    if (races && context.call.has(QStringLiteral("next")))
        std::erase_if(*races, [&](const RaceOverview& race) { return race.race.id != current->id; });
    return races;
}

QCoro::Task<int> run(CommandContext context)
{
    const auto races = chosen(context);
    if (!races)
        co_return context.console.fail(races.error());
    context.console.answer({}, racesTable(*races), racesJson(*races));
    co_return 0;
}

} // namespace

Command racesCommand()
{
    Command command{QStringLiteral("races"), QStringLiteral("[--season Y]"),
                    QStringLiteral("the races of a season and their states")};
    command.options = {
        {QStringLiteral("season"), QStringLiteral("Y"),
         QStringLiteral("the season; default: the current one")},
        {QStringLiteral("next"), {}, QStringLiteral("only the race that is next, until the day after it")},
        {QStringLiteral("latest-result"), {}, QStringLiteral("only the latest race that has a result")}};
    command.run = run;
    return command;
}

} // namespace parcferme
