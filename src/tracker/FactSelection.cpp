#include "tracker/FactSelection.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "tracker/GridCheck.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parcferme {

namespace {

using predictor::EntryFacts;
using predictor::RaceFacts;
using EntryByDriver = std::map<std::string, EntryFacts>;

predictor::Classification converted(Classification classification)
{
    switch (classification) {
    case Classification::Classified:
        return predictor::Classification::Classified;
    case Classification::Retired:
        return predictor::Classification::Retired;
    case Classification::NotClassified:
        return predictor::Classification::NotClassified;
    case Classification::Disqualified:
        return predictor::Classification::Disqualified;
    case Classification::DidNotStart:
        return predictor::Classification::DidNotStart;
    case Classification::DidNotQualify:
        return predictor::Classification::DidNotQualify;
    case Classification::Excluded:
        return predictor::Classification::Excluded;
    }
    return predictor::Classification::DidNotStart;
}

RaceFacts withoutEntries(const Race& race)
{
    RaceFacts facts;
    facts.season = race.year;
    facts.round = race.round;
    facts.name = race.name.toStdString();
    facts.circuit = race.circuit.toStdString();
    facts.lapsPlanned = race.laps;
    facts.courseKm = race.courseKm;
    return facts;
}

EntryFacts& entryOf(EntryByDriver& entries, const QString& driver, const QString& team)
{
    EntryFacts& entry = entries[driver.toStdString()];
    entry.driver = driver.toStdString();
    entry.team = team.toStdString();
    return entry;
}

void addQualifying(EntryByDriver& entries, const std::vector<QualifyingRow>& rows)
{
    for (const QualifyingRow& row : rows) {
        EntryFacts& entry = entryOf(entries, row.driver, row.team);
        entry.qualifyingPosition = row.position;
        entry.qualifyingMs = {row.q1, row.q2, row.q3};
    }
}

// Of who is in the race: who drove in the sprint alone has no part in it.
void addSprint(EntryByDriver& entries, const ResultRevision& sprint)
{
    for (const ResultRow& row : sprint.rows)
        if (const auto entry = entries.find(row.driver.toStdString()); entry != entries.end())
            entry->second.sprintPosition = row.position;
}

void addGrid(EntryByDriver& entries, const ResultRevision& result)
{
    for (const ResultRow& row : result.rows)
        entryOf(entries, row.driver, row.team).grid = row.grid;
}

void addResult(EntryByDriver& entries, const ResultRevision& result)
{
    for (const ResultRow& row : result.rows)
        entryOf(entries, row.driver, row.team).result = {row.position, converted(row.classification),
                                                         row.status.toStdString(), row.laps, row.time};
}

std::vector<EntryFacts> listed(EntryByDriver entries)
{
    std::vector<EntryFacts> list;
    list.reserve(entries.size());
    for (auto& [driver, entry] : entries)
        list.push_back(std::move(entry));
    return list;
}

void addManualGrid(EntryByDriver& entries, const ManualGrid& grid)
{
    for (const ManualGrid::Slot& place : grid.places)
        if (const auto entry = entries.find(place.driver.toStdString()); entry != entries.end())
            entry->second.grid = place.grid;
}

// The team that somebody drove for when he was last in a race; empty: in none.
std::string lastTeamOf(const std::vector<RaceFacts>& past, const std::string& driver)
{
    for (auto race = past.rbegin(); race != past.rend(); ++race)
        for (const EntryFacts& entry : race->entries)
            if (entry.driver == driver)
                return entry.team;
    return {};
}

// Those on a grid that was entered by hand, where no qualifying says who drives.
EntryByDriver entriesOfGrid(const ManualGrid& grid, const EntryByDriver& field,
                            const std::vector<RaceFacts>& past)
{
    TeamByDriver known;
    for (const auto& [driver, entry] : field)
        known.emplace(driver, entry.team);
    EntryByDriver entries;
    for (const auto& [driver, team] : teamsOnGrid(
             grid.places, known, [&past](const std::string& driver) { return lastTeamOf(past, driver); })) {
        entries[driver].driver = driver;
        entries[driver].team = team;
    }
    addManualGrid(entries, grid);
    return entries;
}

// Who is on the grid and was in no list of qualifying is in the race all the same, when he is expected.
void addOfficialGrid(EntryByDriver& entries, const OfficialGrid& grid, const EntryByDriver& expected)
{
    for (const GridPlace& place : grid.places) {
        const std::string driver = place.driver.toStdString();
        const auto known = expected.find(driver);
        if (!entries.contains(driver) && known != expected.end())
            entries[driver] = known->second;
        if (const auto entry = entries.find(driver); entry != entries.end())
            entry->second.grid = place.position;
    }
}

// Drivers and teams of a race, and nothing of how they fared: who is expected at the next one.
EntryByDriver lineUp(const RaceFacts& race)
{
    EntryByDriver entries;
    for (const EntryFacts& entry : race.entries) {
        EntryFacts& expected = entries[entry.driver];
        expected.driver = entry.driver;
        expected.team = entry.team;
    }
    return entries;
}

// The result whose grid counts: known at the moment, or in retrospect the newest.
const ResultRevision* resultWithGrid(const RaceRecord& record, const FactQuestion& question)
{
    const auto& revisions = record.revisionsOf(question.of.session);
    return question.retrospective && !revisions.empty()
               ? &revisions.back()
               : resultKnownAt(record, question.asOf, question.of.session);
}

// Who is on the grid of the sprint, and with them the stage of the forecast. The teams are those of the
// race's qualifying, or of the race before.
EntryByDriver entriesOfSprint(const RaceRecord& record, const FactQuestion& question,
                              const EntryByDriver& expected, FactSelection& selection)
{
    EntryByDriver entries;
    if (const ResultRevision* result = resultWithGrid(record, question)) {
        addGrid(entries, *result);
        selection.stage = predictor::Stage::Grid;
        selection.fromSource = result->source != QLatin1StringView(HistorySource);
    } else if (question.manualGrid && question.manualGrid->enteredAt <= question.asOf) {
        EntryByDriver field = expected;
        for (const QualifyingRow& row : record.qualifying)
            entryOf(field, row.driver, row.team);
        entries = entriesOfGrid(*question.manualGrid, field, selection.past);
        selection.stage = predictor::Stage::Grid;
        selection.manualGrid = true;
    } else if (const auto* grid = gridKnownAt(record, question.asOf, Session::Sprint);
               grid && !question.retrospective) {
        addOfficialGrid(entries, *grid, expected);
        selection.stage = predictor::Stage::Grid;
        selection.officialGrid = *grid;
        selection.fromSource = true;
    } else if (qualifyingKnownFrom(record.race, record.qualifyingFetchedAt) <= question.asOf) {
        for (const QualifyingRow& row : record.qualifying) // in 2021 and 2022 it came before the sprint
            entryOf(entries, row.driver, row.team);
    }
    return entries;
}

// The race's own entries, and with them the stage of the forecast.
// expected: who drove the race before.
EntryByDriver entriesOfRace(const RaceRecord& record, const FactQuestion& question,
                            const EntryByDriver& expected, FactSelection& selection)
{
    EntryByDriver entries;
    const bool qualified = !record.qualifying.empty() &&
                           (question.retrospective ||
                            qualifyingKnownFrom(record.race, record.qualifyingFetchedAt) <= question.asOf);
    if (qualified) {
        addQualifying(entries, record.qualifying);
        selection.stage = predictor::Stage::Qualifying;
        selection.fromSource = record.qualifyingFetchedAt.has_value();
    }
    if (const ResultRevision* result = resultWithGrid(record, question)) {
        addGrid(entries, *result);
        selection.stage = predictor::Stage::Grid;
        selection.fromSource = selection.fromSource || result->source != QLatin1StringView(HistorySource);
    } else if (question.manualGrid && question.manualGrid->enteredAt <= question.asOf) {
        if (qualified)
            addManualGrid(entries, *question.manualGrid);
        else
            entries = entriesOfGrid(*question.manualGrid, expected, selection.past);
        selection.stage = predictor::Stage::Grid;
        selection.manualGrid = true;
    } else if (const auto* grid = gridKnownAt(record, question.asOf, question.of.session);
               grid && !question.retrospective) {
        addOfficialGrid(entries, *grid, expected);
        selection.stage = predictor::Stage::Grid;
        selection.officialGrid = *grid;
        selection.fromSource = true;
    }
    return entries;
}

// Who drove the race before and has no row here. Before the grid is known he may still start, when a car of
// his team is free: he is in the field, without a time or a place.
void addRegulars(EntryByDriver& entries, const EntryByDriver& expected, FactSelection& selection)
{
    constexpr auto CarsOfATeam = 2;
    for (const auto& [driver, entry] : expected) {
        if (entries.contains(driver))
            continue;
        const auto cars = std::ranges::count_if(
            entries, [&team = entry.team](const auto& other) { return other.second.team == team; });
        if (selection.stage == predictor::Stage::Qualifying && cars < CarsOfATeam) {
            entries.emplace(driver, entry);
            ++selection.withoutQualifying;
        } else {
            ++selection.missingRegulars;
        }
    }
}

std::optional<int> lapsRun(const RaceRecord& record)
{
    if (record.race.laps || record.revisions.empty())
        return record.race.laps;
    return record.revisions.back().rows.front().laps;
}

// The least number of laps that covers the distance of the sporting rules.
int lapsByRule(const QString& circuit, double courseKm)
{
    const double distance = circuit == QLatin1StringView("monaco") ? 260.0 : 305.0;
    return static_cast<int>(std::ceil(distance / courseKm));
}

// A race that no calendar has given laps: those of the last race there, else by the rule.
void completeCourse(FactSelection& selection, const std::vector<RaceRecord>& records, const Race& race)
{
    for (const RaceRecord& earlier : records) {
        if (earlier.race.id == race.id)
            break;
        if (earlier.race.circuit != race.circuit)
            continue;
        if (!race.laps && lapsRun(earlier)) {
            selection.race.lapsPlanned = lapsRun(earlier);
            selection.laps = FactSelection::Laps::CircuitsLastRace;
        }
        if (!race.courseKm && earlier.race.courseKm)
            selection.race.courseKm = earlier.race.courseKm;
    }
    if (selection.race.lapsPlanned)
        return;
    selection.laps = FactSelection::Laps::Unknown;
    if (selection.race.courseKm) {
        selection.race.lapsPlanned = lapsByRule(race.circuit, *selection.race.courseKm);
        selection.laps = FactSelection::Laps::Rule;
    }
}

} // namespace

Result<FactSelection> selectFacts(const std::vector<RaceRecord>& records, const FactQuestion& question)
{
    FactSelection selection;
    EntryByDriver expected;
    for (const RaceRecord& record : records) {
        if (record.race.id != question.of.race) {
            if (const ResultRevision* result = resultKnownAt(record, question.asOf)) {
                selection.past.push_back(
                    factsWithResult(record, *result, resultKnownAt(record, question.asOf, Session::Sprint)));
                expected = lineUp(selection.past.back());
            }
            continue;
        }
        selection.race = withoutEntries(record.race);
        if (question.of.session == Session::Race)
            completeCourse(selection, records, record.race);
        EntryByDriver entries = question.of.session == Session::Sprint
                                    ? entriesOfSprint(record, question, expected, selection)
                                    : entriesOfRace(record, question, expected, selection);
        if (entries.empty()) {
            entries = expected;
            selection.provisionalField = true;
        } else {
            addRegulars(entries, expected, selection);
        }
        selection.session = question.of.session;
        if (question.of.session == Session::Race)
            if (const auto* sprint = resultKnownAt(record, question.asOf, Session::Sprint))
                addSprint(entries, *sprint);
        selection.race.entries = listed(std::move(entries));
        for (const RaceRecord& earlier : records) {
            if (earlier.race.id == question.of.race)
                break;
            selection.unknownBefore += earlier.race.year == record.race.year &&
                                               earlier.race.status != RaceStatus::Cancelled &&
                                               !resultKnownAt(earlier, question.asOf)
                                           ? 1
                                           : 0;
        }
        if (selection.race.entries.size() < 3)
            return fail(ErrorCode::NotYet, Sentence::tr("It is not known yet who drives in %1 %2.")
                                               .arg(record.race.name)
                                               .arg(record.race.year));
        return selection;
    }
    return fail(ErrorCode::NotFound, Sentence::tr("There is no race with the key %1.").arg(question.of.race));
}

predictor::RaceFacts factsWithResult(const RaceRecord& record, const ResultRevision& result,
                                     const ResultRevision* sprint)
{
    RaceFacts facts = withoutEntries(record.race);
    EntryByDriver entries;
    if (result.of.session == Session::Race)
        addQualifying(entries, record.qualifying);
    addGrid(entries, result);
    addResult(entries, result);
    if (sprint)
        addSprint(entries, *sprint);
    facts.entries = listed(std::move(entries));
    return facts;
}

} // namespace parcferme
