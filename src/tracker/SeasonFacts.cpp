#include "tracker/SeasonFacts.h"

#include "domain/Knowledge.h"
#include "predictor/Lineage.h"

#include <algorithm>

namespace parcferme {

namespace {

void addRows(std::vector<season::ResultRow>& rows, const RaceRecord& record, Session session,
             const QDateTime& now)
{
    const ResultRevision* result = resultKnownAt(record, now, session);
    if (!result)
        return;
    for (const ResultRow& official : result->rows) {
        season::ResultRow& row = rows.emplace_back();
        row.round = record.race.round;
        row.session = session == Session::Sprint ? season::Session::Sprint : season::Session::Race;
        row.driver = official.driver.toStdString();
        row.team = official.team.toStdString();
        row.position = official.position;
        row.classified = official.classified();
        row.points = official.points;
    }
}

} // namespace

std::vector<const RaceRecord*> weekendsOf(const std::vector<RaceRecord>& records, int year)
{
    std::vector<const RaceRecord*> weekends;
    for (const RaceRecord& record : records)
        if (record.race.year == year && record.race.status != RaceStatus::Cancelled)
            weekends.push_back(&record);
    std::ranges::stable_sort(weekends, {}, [](const RaceRecord* record) { return record->race.round; });
    return weekends;
}

season::SeasonFacts seasonFacts(const std::vector<const RaceRecord*>& weekends, int year,
                                const QDateTime& now)
{
    season::SeasonFacts facts;
    facts.season = year;
    facts.lineage = predictor::lineageOf;
    for (const RaceRecord* record : weekends) {
        const bool sprint = record->race.hasSprint() || !record->sprintRevisions.empty();
        facts.calendar.push_back({record->race.round, sprint});
        addRows(facts.rows, *record, Session::Sprint, now);
        addRows(facts.rows, *record, Session::Race, now);
    }
    return facts;
}

std::vector<int> roundsRun(const season::SeasonFacts& facts)
{
    std::vector<int> rounds;
    for (const season::ResultRow& row : facts.rows)
        if (std::ranges::find(rounds, row.round) == rounds.end())
            rounds.push_back(row.round);
    std::ranges::sort(rounds);
    return rounds;
}

std::vector<SessionKey> missingResults(const std::vector<const RaceRecord*>& weekends, const QDateTime& now)
{
    std::vector<SessionKey> missing;
    for (const RaceRecord* record : weekends) {
        ResultRevision asIfStored; // known from when one of the bundled history would be
        asIfStored.source = QLatin1StringView(HistorySource);
        for (const Session session : {Session::Sprint, Session::Race}) {
            if (session == Session::Sprint && !record->race.hasSprint())
                continue;
            asIfStored.of = {record->race.id, session};
            asIfStored.revision = 1;
            if (record->revisionsOf(session).empty() && resultKnownFrom(record->race, asIfStored) <= now)
                missing.push_back(asIfStored.of);
        }
    }
    return missing;
}

std::vector<SeasonPoints> pointsByRound(const season::SeasonFacts& facts, const std::vector<int>& rounds,
                                        int after)
{
    const auto add = [](std::map<std::string, double>& points, const season::Standings& table) {
        for (const season::Standing& line : table.lines)
            points[line.id] = line.points;
    };
    std::vector<SeasonPoints> all(1);
    for (const int round : rounds) {
        if (round > after)
            break;
        SeasonPoints& points = all.emplace_back();
        points.round = round;
        add(points.drivers, season::driverStandings(facts, round));
        add(points.teams, season::teamStandings(facts, round));
    }
    return all;
}

} // namespace parcferme
