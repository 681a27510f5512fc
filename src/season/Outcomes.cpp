#include "season/Outcomes.h"

#include <algorithm>
#include <set>
#include <utility>

namespace parcferme::season {

namespace {

// What this id has, from the list or nothing.
SoFar find(const std::vector<SoFar>& list, const std::string& id)
{
    const auto found = std::ranges::find(list, id, &SoFar::id);
    return found == list.end() ? SoFar{id, 0, 0, false} : *found;
}

// Adds those of the list whose id is not there yet, by id.
void addOthers(std::vector<SoFar>& here, std::vector<SoFar> list)
{
    std::ranges::sort(list, {}, &SoFar::id);
    for (SoFar& one : list) {
        if (std::ranges::find(here, one.id, &SoFar::id) == here.end())
            here.push_back(std::move(one));
    }
}

} // namespace

Outcomes::Outcomes(Origin origin, std::vector<Event> left, std::size_t count)
    : count_(count), season_(origin.season), round_(origin.round), events_(std::move(left)),
      lineup_(std::move(origin.lineup))
{
    std::ranges::sort(lineup_, {}, &Starter::driver);
    std::set<std::string> teams;
    for (const Starter& starter : lineup_) {
        drivers_.push_back(find(origin.drivers, starter.driver));
        teams.insert(starter.team);
    }
    for (const std::string& team : teams)
        teams_.push_back(find(origin.teams, team));
    lineupTeams_ = teams_.size();
    for (const Starter& starter : lineup_)
        teamOf_.push_back(static_cast<std::size_t>(std::distance(teams.begin(), teams.find(starter.team))));
    addOthers(drivers_, std::move(origin.drivers));
    addOthers(teams_, std::move(origin.teams));
    for (const Event& event : events_)
        pointsByPlace_.push_back(season::pointsByPlace(season_, event));
    places_.assign(count_ * events_.size() * lineup_.size(), 0);
    fastest_.assign(count_ * events_.size(), nobody);
    gains_.assign(count_ * lineup_.size(), 0);
    wins_.assign(count_ * lineup_.size(), 0);
}

Outcomes::Play Outcomes::play(std::size_t simulation)
{
    const std::size_t n = lineup_.size();
    const std::size_t events = events_.size();
    return {std::span(places_).subspan(simulation * events * n, events * n),
            std::span(fastest_).subspan(simulation * events, events),
            std::span(gains_).subspan(simulation * n, n), std::span(wins_).subspan(simulation * n, n)};
}

int Outcomes::place(std::size_t simulation, std::size_t event, std::size_t driver) const
{
    if (driver >= lineup_.size())
        return 0;
    return places_[(simulation * events_.size() + event) * lineup_.size() + driver];
}

int Outcomes::points(std::size_t simulation, std::size_t event, std::size_t driver) const
{
    const auto at = static_cast<std::size_t>(place(simulation, event, driver));
    const std::vector<int>& table = pointsByPlace_[event];
    const int extra = fastest_[simulation * events_.size() + event] == driver ? 1 : 0;
    return (at > 0 && at <= table.size() ? table[at - 1] : 0) + extra;
}

int Outcomes::gain(std::size_t simulation, std::size_t driver) const
{
    return driver < lineup_.size() ? gains_[simulation * lineup_.size() + driver] : 0;
}

int Outcomes::winsGained(std::size_t simulation, std::size_t driver) const
{
    return driver < lineup_.size() ? wins_[simulation * lineup_.size() + driver] : 0;
}

} // namespace parcferme::season
