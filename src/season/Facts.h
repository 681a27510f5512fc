#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace parcferme::season {

// What gives points, in the order in which it is run: at some weekends a sprint, and the Grand Prix.
enum class Session { Sprint, Race };

// A driver's row of an official classification, as the source gives it.
struct ResultRow
{
    int round = 0;
    Session session = Session::Race;
    std::string driver; // id of the source
    std::string team;   // id of the source, of that race
    int position = 0;   // official order 1..n, retirements included; 0 = none given
    bool classified = false;
    double points = 0; // as the source gives them: halved, doubled, taken away
};

// A weekend of the calendar; cancelled ones are left out.
struct Weekend
{
    int round = 0;
    // Planned or run. The bundled history has dates of sprints from 2024 on only, but the rows of all.
    bool sprint = false;

    bool operator==(const Weekend&) const = default;
};

// Somebody who takes part, whether or not there is a result of his.
struct Entrant
{
    std::string driver; // ids of the source
    std::string team;
};

// All that standings are made from. A round that has no rows counts as still to come.
struct SeasonFacts
{
    int season = 0;
    std::vector<Weekend> calendar; // by round
    std::vector<ResultRow> rows;   // in any order
    std::vector<Entrant> entrants; // in the tables even without a result; may be empty
    // Under which id a team is counted; empty: its own. Makes one team of two names within a season.
    std::function<std::string(std::string_view team)> lineage;
};

// A Grand Prix or sprint; order: as they are run.
struct Event
{
    int round = 0;
    Session session = Session::Race;
    bool last = false; // of the season's last weekend

    bool operator==(const Event&) const = default;
};

// What has no rows yet or comes after the round, in the order in which it is run.
std::vector<Event> eventsLeft(const SeasonFacts& facts, int afterRound);

} // namespace parcferme::season
