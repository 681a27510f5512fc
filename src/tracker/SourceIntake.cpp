#include "tracker/SourceIntake.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "store/Transaction.h"
#include "tracker/CalendarMerge.h"
#include "tracker/ResultMerge.h"

#include <algorithm>

namespace parcferme {

namespace {

Status takeNamed(RaceRepository& races, const Named& named)
{
    if (auto status = races.enrichDrivers(named.drivers); !status)
        return status;
    return races.enrichTeams(named.teams);
}

// Runs `take(race, session)` for every session that belongs to a stored race, all in one transaction.
template <typename Row, typename Take>
Result<SourceIntake::Taken> takeSessions(Database& database, int season,
                                         const Fetched<std::vector<SessionRows<Row>>>& fetched, Take take)
{
    SourceIntake::Taken taken;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    RaceRepository races(database);
    const auto stored = races.ofYear(season);
    if (!stored)
        return tl::unexpected(stored.error());
    if (auto status = takeNamed(races, fetched.named); !status)
        return tl::unexpected(status.error());
    for (const SessionRows<Row>& session : fetched.value) {
        const Race* race = raceOfSession(*stored, season, session.circuit, session.date);
        if (!race) {
            taken.notices.append(
                Sentence::tr("The source has rows of a race at %1 on %2 that is not in the calendar; "
                             "they were left out.")
                    .arg(session.circuit, session.date.toString(Qt::ISODate)));
            continue;
        }
        if (session.rows.empty())
            continue;
        if (auto status = take(*race, session, taken); !status)
            return tl::unexpected(status.error());
    }
    if (auto status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return taken;
}

// An answer from the cache that is older than what is stored tells nothing new.
bool isOlder(const QDateTime& fetchedAt, const ResultRevision& stored)
{
    return stored.source != QLatin1StringView(HistorySource) && fetchedAt < stored.fetchedAt;
}

std::size_t starters(const std::vector<ResultRow>& rows)
{
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const ResultRow& row) { return row.starter(); }));
}

// What the store keeps of a sprint's result.
std::vector<SprintRow> asStored(const SessionRows<ResultRow>& result)
{
    std::vector<SprintRow> rows;
    rows.reserve(result.rows.size());
    for (const ResultRow& row : result.rows) {
        const bool said = !result.withoutPoints.contains(row.driver);
        rows.push_back({row.driver, row.team, row.position, said ? std::optional(row.points) : std::nullopt});
    }
    return rows;
}

Status storeAdded(RaceRepository& races, const CalendarRace& added, SourceIntake::Taken& taken)
{
    const auto id = races.insert(added.race);
    if (!id)
        return tl::unexpected(id.error());
    ++taken.newRaces;
    taken.changed.insert(*id);
    return {};
}

} // namespace

Result<SourceIntake::Taken> SourceIntake::takeCalendar(int season,
                                                       const Fetched<DataSource::Calendar>& fetched)
{
    Taken taken;
    auto transaction = Transaction::begin(database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    RaceRepository races(database_);
    const auto stored = races.ofYear(season);
    if (!stored)
        return tl::unexpected(stored.error());
    std::vector<Circuit> circuits;
    circuits.reserve(fetched.value.size());
    for (const CalendarRace& race : fetched.value)
        circuits.push_back(race.circuit);
    if (auto status = races.enrichCircuits(circuits); !status)
        return tl::unexpected(status.error());
    // An old answer from the cache may miss what changed since, and one that was refused in part did not say
    // everything: neither cancels a race.
    const bool saysAll = !fetched.stale && fetched.odd.whole();
    CalendarChange change = mergeCalendar(*stored, fetched.value, saysAll);
    change.updated.insert(change.updated.end(), change.cancelled.begin(), change.cancelled.end());
    for (const Race& race : change.updated) {
        if (auto status = races.update(race); !status)
            return tl::unexpected(status.error());
        taken.changed.insert(race.id);
    }
    for (const CalendarRace& added : change.added)
        if (auto status = storeAdded(races, added, taken); !status)
            return tl::unexpected(status.error());
    taken.notices = change.notices;
    if (auto status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return taken;
}

Result<SourceIntake::Taken> SourceIntake::takeQualifying(int season,
                                                         const Fetched<DataSource::Qualifyings>& fetched)
{
    SessionRepository sessions(database_);
    return takeSessions(
        database_, season, fetched,
        [&](const Race& race, const SessionRows<QualifyingRow>& session, Taken& taken) -> Status {
            const auto before = sessions.qualifying(race.id);
            if (!before)
                return tl::unexpected(before.error());
            // The history's classification is complete and has its own, earlier moment of knowledge.
            if (!before->rows.empty() && (!before->fetchedAt || *before->fetchedAt >= fetched.fetchedAt))
                return {};
            // An answer that lost drivers is a truncated one.
            if (session.rows.size() < before->rows.size())
                return {};
            taken.newQualifyings += before->rows.empty() ? 1 : 0;
            taken.changed.insert(race.id);
            return sessions.setQualifying(race.id, session.rows, fetched.fetchedAt);
        });
}

Result<SourceIntake::Taken> SourceIntake::takeSprints(int season, const Fetched<DataSource::Results>& fetched)
{
    SessionRepository sessions(database_);
    return takeSessions(database_, season, fetched,
                        [&](const Race& race, const SessionRows<ResultRow>& session, Taken& taken) -> Status {
                            const auto before = sessions.sprint(race.id);
                            if (!before)
                                return tl::unexpected(before.error());
                            if (session.rows.size() < before->rows.size() ||
                                (!before->rows.empty() && !before->fetchedAt))
                                return {};
                            taken.changed.insert(race.id);
                            return sessions.setSprint(race.id, asStored(session), fetched.fetchedAt);
                        });
}

Result<SourceIntake::Taken> SourceIntake::takeResults(int season, const Fetched<DataSource::Results>& fetched)
{
    SessionRepository sessions(database_);
    RaceRepository races(database_);
    return takeSessions(
        database_, season, fetched,
        [&](const Race& race, const SessionRows<ResultRow>& session, Taken& taken) -> Status {
            const auto before = sessions.newestRevision(race.id);
            if (!before)
                return tl::unexpected(before.error());
            ResultRevision revision;
            revision.race = race.id;
            revision.fetchedAt = fetched.fetchedAt;
            revision.source = QStringLiteral("jolpica");
            revision.rows = session.rows;
            if (*before) {
                const std::vector<ResultRow> rows =
                    withStoredFacts((*before)->rows, session.rows, session.withoutPoints);
                if (isOlder(fetched.fetchedAt, **before) || !isNewResult((*before)->rows, rows))
                    return {};
                if (starters(session.rows) < starters((*before)->rows)) {
                    taken.notices.append(
                        Sentence::tr("The source's result of %1 %2 lacks drivers; the stored one stays.")
                            .arg(race.name)
                            .arg(race.year));
                    return {};
                }
                revision.rows = withRicherReasons((*before)->rows, rows);
                taken.notices.append(Sentence::tr("The official result of %1 %2 was changed: revision %3.")
                                         .arg(race.name)
                                         .arg(race.year)
                                         .arg((*before)->revision + 1));
            }
            if (const auto number = sessions.addRevision(revision); !number)
                return tl::unexpected(number.error());
            ++taken.newRevisions;
            taken.changed.insert(race.id);
            return race.status == RaceStatus::Completed ? Status()
                                                        : races.setStatus(race.id, RaceStatus::Completed);
        });
}

} // namespace parcferme
