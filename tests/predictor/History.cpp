#include "History.h"

#include <fstream>
#include <optional>
#include <utility>

namespace parcferme::test {

namespace {

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> result(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            result.emplace_back();
        else if (c != '\r')
            result.back() += c;
    }
    return result;
}

std::optional<int> integer(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(std::stoi(text));
}

std::optional<double> real(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(std::stod(text));
}

predictor::Classification classification(const std::string& text)
{
    using predictor::Classification;
    static const std::map<std::string, Classification> words = {
        {"classified", Classification::Classified},
        {"retired", Classification::Retired},
        {"not_classified", Classification::NotClassified},
        {"disqualified", Classification::Disqualified},
        {"did_not_start", Classification::DidNotStart},
        {"did_not_qualify", Classification::DidNotQualify},
        {"excluded", Classification::Excluded},
    };
    return words.at(text);
}

predictor::EntryFacts entryOf(CsvRow row)
{
    predictor::EntryFacts entry;
    entry.driver = row["driver_id"];
    entry.team = row["team_id"];
    entry.qualifyingPosition = integer(row["qualifying_position"]);
    entry.qualifyingMs = {integer(row["q1_ms"]), integer(row["q2_ms"]), integer(row["q3_ms"])};
    entry.grid = integer(row["grid"]);
    entry.sprintPosition = integer(row["sprint_position"]);
    if (row["classification"].empty())
        return entry;
    predictor::EntryResult result;
    result.position = integer(row["finish_position"]).value_or(99);
    result.classification = classification(row["classification"]);
    result.status = row["status"];
    result.laps = integer(row["laps"]);
    if (const auto ms = real(row["race_time_ms"]))
        result.time = *ms / 1000;
    entry.result = result;
    return entry;
}

predictor::EntryFacts sprintEntryOf(CsvRow row, const predictor::RaceFacts& race)
{
    predictor::EntryFacts entry;
    entry.driver = row["driver_id"];
    for (const predictor::EntryFacts& of : race.entries) {
        if (of.driver == entry.driver)
            entry.team = of.team;
    }
    entry.grid = integer(row["grid"]);
    predictor::EntryResult result;
    result.position = integer(row["finish_position"]).value_or(99);
    result.classification = classification(row["classification"]);
    result.laps = integer(row["laps"]);
    if (const auto ms = real(row["race_time_ms"]))
        result.time = *ms / 1000;
    entry.result = result;
    return entry;
}

} // namespace

std::vector<CsvRow> readCsv(const std::string& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> header = cells(line);
    std::vector<CsvRow> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> values = cells(line);
        CsvRow& row = rows.emplace_back();
        for (std::size_t k = 0; k < header.size() && k < values.size(); ++k)
            row[header[k]] = values[k];
    }
    return rows;
}

const std::vector<predictor::RaceFacts>& history()
{
    static const std::vector<predictor::RaceFacts> races = [] {
        const std::string folder = PARCFERME_HISTORY;
        std::map<std::pair<int, int>, predictor::RaceFacts> byRound;
        for (CsvRow& row : readCsv(folder + "/entries.csv"))
            byRound[{std::stoi(row["season"]), std::stoi(row["round"])}].entries.push_back(entryOf(row));
        std::vector<predictor::RaceFacts> result;
        for (CsvRow& row : readCsv(folder + "/races.csv")) {
            const auto found = byRound.find({std::stoi(row["season"]), std::stoi(row["round"])});
            if (found == byRound.end())
                continue;
            predictor::RaceFacts& race = found->second;
            std::tie(race.season, race.round) = found->first;
            race.name = row["name"];
            race.circuit = row["circuit_id"];
            race.lapsPlanned = integer(row["scheduled_laps"]);
            race.courseKm = real(row["course_km"]);
        }
        for (auto& [key, race] : byRound)
            result.push_back(std::move(race));
        return result;
    }();
    return races;
}

const std::vector<predictor::RaceFacts>& sprints()
{
    static const std::vector<predictor::RaceFacts> all = [] {
        const std::string folder = PARCFERME_HISTORY;
        std::vector<predictor::RaceFacts> result;
        for (const CsvRow& row : readCsv(folder + "/sprints.csv")) {
            const int season = std::stoi(row.at("season"));
            const int round = std::stoi(row.at("round"));
            for (const predictor::RaceFacts& race : history()) {
                if (race.season != season || race.round != round)
                    continue;
                if (result.empty() || result.back().season != season || result.back().round != round) {
                    result.push_back(race);
                    result.back().entries.clear();
                }
                result.back().entries.push_back(sprintEntryOf(row, race));
            }
        }
        return result;
    }();
    return all;
}

} // namespace parcferme::test
