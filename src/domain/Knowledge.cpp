#include "domain/Knowledge.h"

#include <QTimeZone>

namespace parcferme {

namespace {

constexpr qint64 Hour = 3600;

QDateTime dayAfter(const QDate& date)
{
    return {date.addDays(1), QTime(0, 0), QTimeZone::utc()};
}

// From when a result as published is known, when no source has sent it before.
QDateTime publication(const Race& race, Session session)
{
    if (session == Session::Race)
        return race.start ? race.start->addSecs(5 * Hour) : dayAfter(race.eventDate);
    return race.sprintStart ? race.sprintStart->addSecs(3 * Hour)
                            : dayAfter(race.sprintDate.value_or(race.eventDate.addDays(-1)));
}

QDateTime earlier(const QDateTime& rule, const std::optional<QDateTime>& fetchedAt)
{
    return fetchedAt && *fetchedAt < rule ? *fetchedAt : rule;
}

} // namespace

QDateTime qualifyingKnownFrom(const Race& race, const std::optional<QDateTime>& fetchedAt)
{
    // Seasons without session times: qualifying was on the day before the race.
    const QDateTime rule =
        race.qualifyingStart ? race.qualifyingStart->addSecs(3 * Hour) : dayAfter(race.eventDate.addDays(-1));
    return earlier(rule, fetchedAt);
}

QDateTime resultKnownFrom(const Race& race, const ResultRevision& revision)
{
    if (revision.revision > 1)
        return revision.fetchedAt;
    const bool live = revision.source != QLatin1StringView(HistorySource);
    return earlier(publication(race, revision.of.session),
                   live ? std::optional(revision.fetchedAt) : std::nullopt);
}

PredictionKind kindByNow(PredictionKind stored, Session session, const QDateTime& createdAt, const Race& race)
{
    const auto start = race.startOf(session);
    return stored == PredictionKind::Live && start && createdAt >= *start ? PredictionKind::Void : stored;
}

PickKind kindByNow(PickKind stored, Session session, const QDateTime& createdAt, const Race& race)
{
    const auto start = race.startOf(session);
    return stored == PickKind::Live && start && createdAt >= *start ? PickKind::Void : stored;
}

const ResultRevision* resultKnownAt(const RaceRecord& record, const QDateTime& moment, Session session)
{
    const ResultRevision* known = nullptr;
    for (const ResultRevision& revision : record.revisionsOf(session))
        if (resultKnownFrom(record.race, revision) <= moment)
            known = &revision;
    return known;
}

const OfficialGrid* gridKnownAt(const RaceRecord& record, const QDateTime& moment, Session session)
{
    const OfficialGrid* known = nullptr;
    for (const OfficialGrid& grid : record.grids)
        if (grid.of.session == session && grid.fetchedAt <= moment)
            known = &grid;
    return known;
}

} // namespace parcferme
