#include "Seasons.h"

#include "History.h"

#include <algorithm>
#include <map>
#include <utility>

namespace parcferme::test {

namespace {

using Rows = std::vector<season::ResultRow>;

void add(Rows& rows, CsvRow& cells, season::Session session)
{
    season::ResultRow& row = rows.emplace_back();
    row.round = std::stoi(cells["round"]);
    row.session = session;
    row.driver = cells["driver_id"];
    row.team = cells["team_id"];
    row.position = cells["finish_position"].empty() ? 0 : std::stoi(cells["finish_position"]);
    row.classified = cells["classification"] == "classified";
    row.points = cells["points"].empty() ? 0 : std::stod(cells["points"]);
}

std::map<int, season::SeasonFacts> readSeasons()
{
    const std::string history = PARCFERME_HISTORY;
    std::map<int, season::SeasonFacts> seasons;
    for (CsvRow& cells : readCsv(history + "/races.csv")) {
        season::SeasonFacts& facts = seasons[std::stoi(cells["season"])];
        facts.season = std::stoi(cells["season"]);
        facts.calendar.push_back({std::stoi(cells["round"]), !cells["sprint_date"].empty()});
    }
    for (CsvRow& cells : readCsv(history + "/entries.csv")) {
        // The entries of a race to come have no classification.
        if (!cells["classification"].empty())
            add(seasons[std::stoi(cells["season"])].rows, cells, season::Session::Race);
    }
    for (CsvRow& cells : readCsv(PARCFERME_TEST_DATA "/standings/sprints.csv")) {
        season::SeasonFacts& facts = seasons[std::stoi(cells["season"])];
        add(facts.rows, cells, season::Session::Sprint);
        // The history has dates of sprints from 2024 on only.
        std::ranges::find(facts.calendar, std::stoi(cells["round"]), &season::Weekend::round)->sprint = true;
    }
    return seasons;
}

} // namespace

season::SeasonFacts seasonFacts(int year)
{
    static const std::map<int, season::SeasonFacts> seasons = readSeasons();
    return seasons.at(year);
}

season::ResultRow row(int round, const std::string& driver, const std::string& team, int position,
                      double points, season::Session session)
{
    season::ResultRow row;
    row.round = round;
    row.session = session;
    row.driver = driver;
    row.team = team;
    row.position = position == 0 ? 20 : position;
    row.classified = position > 0;
    row.points = points;
    return row;
}

std::vector<season::Weekend> weekends(int n)
{
    std::vector<season::Weekend> calendar;
    for (int round = 1; round <= n; ++round)
        calendar.push_back({round, false});
    return calendar;
}

season::SeasonFacts facts(int rounds, std::vector<season::ResultRow> rows)
{
    season::SeasonFacts facts;
    facts.season = 2025;
    facts.calendar = weekends(rounds);
    facts.rows = std::move(rows);
    return facts;
}

season::Origin origin(int drivers, int season)
{
    season::Origin origin;
    origin.season = season;
    origin.round = 1;
    origin.sigma = 0.5;
    for (int k = 0; k < drivers; ++k) {
        const std::string number = std::to_string(k / 10) + std::to_string(k % 10);
        origin.lineup.push_back(
            {"d" + number, "t" + std::to_string(k / 2 / 10) + std::to_string(k / 2 % 10), 1 - 0.1 * k, 0.1});
    }
    return origin;
}

} // namespace parcferme::test
