#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcferme::predictor {

// What is known of the race when it is forecast.
enum class Stage {
    Nothing,    // before qualifying
    Qualifying, // the qualifying order stands in for the grid
    Grid,       // the official starting grid is published
};

// "nothing", "qualifying" or "grid".
std::string_view toString(Stage stage);
std::optional<Stage> stageFromString(std::string_view text);

// What is forecast: the Grand Prix, or the sprint of its weekend.
enum class Session { Race, Sprint };

// "race" or "sprint".
std::string_view toString(Session session);
std::optional<Session> sessionFromString(std::string_view text);

enum class Classification {
    Classified,
    Retired,
    NotClassified,
    Disqualified,
    DidNotStart,
    DidNotQualify,
    Excluded,
};

// A starter is classified, retired, not classified or disqualified.
bool isStarter(Classification classification);

// One row of the official classification.
struct EntryResult
{
    int position = 0; // official order 1..n, retirements included
    Classification classification = Classification::Classified;
    std::string status; // the source's words; the reason of a retirement
    std::optional<int> laps;
    std::optional<double> time; // total seconds, cars on the lead lap only
};

// A driver in a race: what is known before it, and his result if it was run.
struct EntryFacts
{
    std::string driver; // id of the source
    std::string team;   // id of the source, under the name of that season
    std::optional<int> qualifyingPosition;
    std::array<std::optional<int>, 3> qualifyingMs; // best laps of Q1, Q2, Q3 in milliseconds
    std::optional<int> grid; // slot after penalties; 0 = pit lane; none = not published
    // Place in the result of the weekend's sprint, retirements included; none = was not in it, or its result
    // is not known.
    std::optional<int> sprintPosition;
    std::optional<EntryResult> result;
};

// One Grand Prix, or one sprint. The order of the entries carries no meaning.
struct RaceFacts
{
    int season = 0;
    int round = 0;
    std::string name;
    std::string circuit;
    std::optional<int> lapsPlanned; // without it there are no race times
    std::optional<double> courseKm; // without it times rest on the qualifying lap alone
    std::vector<EntryFacts> entries;
};

} // namespace parcferme::predictor
