#include "tracker/SourceIntake.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "store/FactRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "store/Transaction.h"
#include "tracker/CalendarMerge.h"
#include "tracker/DriverIdentity.h"
#include "tracker/ResultMerge.h"

#include <algorithm>

namespace parcferme {

namespace {

Status storePeople(RaceRepository& races, const DriversAndTeams& people)
{
    if (auto status = races.enrichDrivers(people.drivers); !status)
        return status;
    return races.enrichTeams(people.teams);
}

// The revision of the facts goes up with the change itself.
Status commit(Transaction& transaction, Database& database, int season, SourceIntake::Report& report)
{
    if (!report.changed.isEmpty()) {
        report.seasons.insert(season);
        if (auto status = FactRepository(database).countChange(); !status)
            return status;
    }
    return transaction.commit();
}

// The session with every driver under the id by which he is known, and a notice for who was not.
template <typename Row>
Result<SessionRows<Row>> withKnownDrivers(const DriverIdentity& identity, const Race& race,
                                          SessionRows<Row> session, SourceIntake::Report& report)
{
    std::vector<std::pair<QString, QString>> entries;
    for (const Row& row : session.rows)
        entries.emplace_back(row.driver, row.team);
    const auto known = identity.knownIds(race, entries);
    if (!known)
        return tl::unexpected(known.error());
    for (Row& row : session.rows)
        if (const auto found = known->constFind(row.driver); found != known->constEnd()) {
            report.notices.append(
                Sentence::tr("%1 %2: the source calls one driver both %3 and %4; he counts as %4.")
                    .arg(race.name)
                    .arg(race.year)
                    .arg(row.driver, *found));
            row.driver = *found;
        }
    for (QString& driver : session.withoutPoints)
        driver = known->value(driver, driver);
    return session;
}

// Runs `store(race, session, report)` for every session that belongs to a stored race, all in one
// transaction.
template <typename Row, typename Store>
Result<SourceIntake::Report> storeSessions(Database& database, int season,
                                           const Fetched<std::vector<SessionRows<Row>>>& fetched, Store store)
{
    SourceIntake::Report report;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    RaceRepository races(database);
    const auto stored = races.ofYear(season);
    if (!stored)
        return tl::unexpected(stored.error());
    if (auto status = storePeople(races, fetched.named); !status)
        return tl::unexpected(status.error());
    const auto identity = DriverIdentity::of(database, *stored);
    if (!identity)
        return tl::unexpected(identity.error());
    for (const SessionRows<Row>& session : fetched.value) {
        const Race* race = raceOfSession(*stored, season, session.circuit, session.date);
        if (!race) {
            report.notices.append(
                Sentence::tr("The source has rows of a race at %1 on %2 that is not in the calendar; "
                             "they were left out.")
                    .arg(session.circuit, session.date.toString(Qt::ISODate)));
            continue;
        }
        if (session.rows.empty())
            continue;
        const auto unified = withKnownDrivers(*identity, *race, session, report);
        if (!unified)
            return tl::unexpected(unified.error());
        if (auto status = store(*race, *unified, report); !status)
            return tl::unexpected(status.error());
    }
    if (auto status = commit(*transaction, database, season, report); !status)
        return tl::unexpected(status.error());
    return report;
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

QString titleOf(const Race& race, Session session)
{
    const QString title = QStringLiteral("%1 %2").arg(race.name).arg(race.year);
    return session == Session::Sprint ? Sentence::tr("the sprint of %1").arg(title) : title;
}

Status storeAdded(RaceRepository& races, const CalendarRace& added, SourceIntake::Report& report)
{
    const auto id = races.insert(added.race);
    if (!id)
        return tl::unexpected(id.error());
    ++report.newRaces;
    report.changed.insert(*id);
    return {};
}

} // namespace

Result<SourceIntake::Report> SourceIntake::storeCalendar(int season,
                                                         const Fetched<DataSource::Calendar>& fetched)
{
    Report report;
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
        report.changed.insert(race.id);
    }
    for (const CalendarRace& added : change.added)
        if (auto status = storeAdded(races, added, report); !status)
            return tl::unexpected(status.error());
    report.notices = change.notices;
    if (auto status = commit(*transaction, database_, season, report); !status)
        return tl::unexpected(status.error());
    return report;
}

Result<SourceIntake::Report> SourceIntake::storeQualifying(int season,
                                                           const Fetched<DataSource::Qualifyings>& fetched)
{
    SessionRepository sessions(database_);
    return storeSessions(
        database_, season, fetched,
        [&](const Race& race, const SessionRows<QualifyingRow>& session, Report& report) -> Status {
            const auto before = sessions.qualifying(race.id);
            if (!before)
                return tl::unexpected(before.error());
            // The history's classification is complete and has its own, earlier moment of knowledge.
            if (!before->rows.empty() && (!before->fetchedAt || *before->fetchedAt >= fetched.fetchedAt))
                return {};
            // An answer that lost drivers is a truncated one.
            if (session.rows.size() < before->rows.size())
                return {};
            report.newQualifyings += before->rows.empty() ? 1 : 0;
            report.changed.insert(race.id);
            return sessions.setQualifying(race.id, session.rows, fetched.fetchedAt);
        });
}

Result<SourceIntake::Report> SourceIntake::storeResults(Session session, int season,
                                                        const Fetched<DataSource::Results>& fetched)
{
    SessionRepository sessions(database_);
    RaceRepository races(database_);
    return storeSessions(
        database_, season, fetched,
        [&](const Race& race, const SessionRows<ResultRow>& sent, Report& report) -> Status {
            const auto before = sessions.newestRevision({race.id, session});
            if (!before)
                return tl::unexpected(before.error());
            ResultRevision revision;
            revision.of = {race.id, session};
            revision.fetchedAt = fetched.fetchedAt;
            revision.source = QStringLiteral("jolpica");
            revision.rows = sent.rows;
            if (*before) {
                const std::vector<ResultRow> rows = withRicherReasons(
                    (*before)->rows, withStoredFacts((*before)->rows, sent.rows, sent.withoutPoints));
                const bool sameSource = (*before)->source == revision.source;
                if (isOlder(fetched.fetchedAt, **before) || !isNewResult((*before)->rows, rows, sameSource))
                    return {};
                if (starters(sent.rows) < starters((*before)->rows)) {
                    report.notices.append(
                        Sentence::tr("The source's result of %1 lacks drivers; the stored one stays.")
                            .arg(titleOf(race, session)));
                    return {};
                }
                revision.rows = rows;
                report.notices.append(Sentence::tr("The official result of %1 was changed: revision %2.")
                                          .arg(titleOf(race, session))
                                          .arg((*before)->revision + 1));
            }
            if (const auto number = sessions.addRevision(revision); !number)
                return tl::unexpected(number.error());
            ++report.newRevisions;
            report.changed.insert(race.id);
            return session == Session::Sprint || race.status == RaceStatus::Completed
                       ? Status()
                       : races.setStatus(race.id, RaceStatus::Completed);
        });
}

} // namespace parcferme
