#pragma once

#include "season/Simulation.h"
#include "tracker/SeasonViews.h"

#include <QTimeZone>

#include <array>

// A made-up season for tests of tables, charts and words.
namespace parcferme::sample {

// Six rounds of 2025, the fifth with a sprint; ann and bob drive for red, cyd and dan for blue. Of the rounds
// run ann wins all, bob is second, cyd third, dan fourth.
inline SeasonView season(int run, int after, bool simulated = true)
{
    season::SeasonFacts facts;
    facts.season = 2025;
    SeasonView view;
    view.year = 2025;
    const std::array<std::pair<const char*, const char*>, 4> entries = {
        {{"ann", "red"}, {"bob", "red"}, {"cyd", "blue"}, {"dan", "blue"}}};
    const std::array<double, 4> points = {25, 18, 15, 12};
    const char* names[] = {"Alpha Grand Prix", "Beta Grand Prix",    "Gamma Grand Prix",
                           "Delta Grand Prix", "Epsilon Grand Prix", "Zeta Grand Prix"};
    for (int round = 1; round <= 6; ++round) {
        Race race;
        race.id = round;
        race.year = 2025;
        race.round = round;
        race.name = QString::fromLatin1(names[round - 1]);
        race.eventDate = QDate(2025, 3, 1).addDays(14 * round);
        race.start = QDateTime(race.eventDate, QTime(13, 0), QTimeZone::utc());
        if (round == 5)
            race.sprintDate = race.eventDate.addDays(-1);
        view.calendar.push_back(race);
        facts.calendar.push_back({round, round == 5});
        if (round > run)
            continue;
        view.rounds.push_back(round);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (round == 5)
                facts.rows.push_back({round, season::Session::Sprint, entries[i].first, entries[i].second,
                                      int(i) + 1, true, 8.0 - double(i)});
            facts.rows.push_back({round, season::Session::Race, entries[i].first, entries[i].second,
                                  int(i) + 1, true, points[i]});
        }
    }
    for (const auto& [driver, team] : entries)
        facts.entrants.push_back({driver, team});
    view.after = after;
    view.left = season::eventsLeft(facts, after);
    view.drivers = season::driverStandings(facts, after);
    view.teams = season::teamStandings(facts, after);
    view.soFar.resize(1);
    for (const int round : view.rounds)
        if (round <= after) {
            SeasonPoints& so = view.soFar.emplace_back();
            so.round = round;
            for (const season::Standing& line : season::driverStandings(facts, round).lines)
                so.drivers[line.id] = line.points;
            for (const season::Standing& line : season::teamStandings(facts, round).lines)
                so.teams[line.id] = line.points;
        }
    const char* families[] = {"Archer", "Baker", "Carter", "Dyer"};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Driver driver;
        driver.id = QString::fromLatin1(entries[i].first);
        driver.familyName = QString::fromLatin1(families[i]);
        driver.givenName = driver.id;
        driver.code = driver.familyName.left(3).toUpper();
        view.people.drivers.insert(driver.id, driver);
        view.people.numbers.insert(driver.id, int(i) + 1);
    }
    view.people.teams.insert(
        QStringLiteral("red"),
        {QStringLiteral("red"), QStringLiteral("Red Cars"), {}, QStringLiteral("#c00020")});
    view.people.teams.insert(
        QStringLiteral("blue"),
        {QStringLiteral("blue"), QStringLiteral("Blue Cars"), {}, QStringLiteral("#2050d0")});
    if (!simulated || view.left.empty())
        return view;
    season::Origin origin;
    origin.season = 2025;
    origin.round = after;
    origin.sigma = 0.5;
    for (std::size_t i = 0; i < entries.size(); ++i)
        origin.lineup.push_back({entries[i].first, entries[i].second, 0.6 - 0.3 * double(i), 0.1});
    origin.drivers = season::soFar(view.drivers);
    origin.teams = season::soFar(view.teams);
    const auto played = season::simulate(origin, view.left, {.count = 1000});
    SeasonForecast forecast;
    forecast.outlook = season::outlook(*played);
    forecast.lineup = played->lineup();
    forecast.driverPaths = season::paths(*played, season::Contestants::Drivers);
    forecast.teamPaths = season::paths(*played, season::Contestants::Teams);
    view.forecast = std::make_shared<const SeasonForecast>(std::move(forecast));
    return view;
}

// Those after each round up to one.
inline std::map<int, std::shared_ptr<const SeasonView>> seasonRounds(int run, int after)
{
    std::map<int, std::shared_ptr<const SeasonView>> rounds;
    for (int round = 0; round <= after; ++round)
        rounds[round] = std::make_shared<const SeasonView>(season(run, round));
    return rounds;
}

} // namespace parcferme::sample
