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

} // namespace parcferme
