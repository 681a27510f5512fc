#include "tracker/Scouting.h"

#include "core/Sentence.h"
#include "store/FactRepository.h"
#include "store/Transaction.h"
#include "tracker/StartingField.h"
#include "tracker/UtcText.h"

namespace parcferme {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 LookEvery = 5 * Minute;      // of lookAhead(), for one session
constexpr qint64 GridEvery = 10 * Minute;     // in the last hours
constexpr qint64 LastHours = 3 * 60 * Minute; // before a start
constexpr int DaysAhead = 3;                  // of a program that stays open
constexpr int ForecastDays = 15;              // on demand: as far as weather is forecast
// A source that hangs must not hold up what somebody waits for; on demand it is waited for a little longer.
constexpr std::chrono::seconds BesideFor(10), OnDemandFor(30);

// What nobody needs to be told again: that the network is not to be asked.
void tell(const Error& error, QStringList& notices)
{
    if (error.code != ErrorCode::Offline)
        notices.append(error.message);
}

} // namespace

Scouting::Wish Scouting::beside()
{
    return {Freshness::Normal, Freshness::Normal, QDeadlineTimer(BesideFor)};
}

Scouting::Scouting(Database& database, const FurtherSources& sources, StoredFacts& facts, const Clock& clock)
    : database_(database), sources_(sources), facts_(facts), clock_(clock), races_(database),
      grids_(database), weather_(database)
{
}

DataSource* Scouting::sourceOf(DataSource::Kind kind) const
{
    for (const auto& source : sources_)
        if (source->gives().testFlag(kind))
            return source.get();
    return nullptr;
}

QCoro::Task<Scouting::Notices> Scouting::look(SessionKey of, Wish wish, Progress progress, ChangeSet& changes)
{
    QStringList notices;
    if (sources_.empty())
        co_return notices;
    auto query = queryOf(of, wish);
    if (!query)
        co_return tl::unexpected(query.error());
    if (query->race.status == RaceStatus::Cancelled)
        co_return notices;
    const bool started = query->start().value_or(query->race.startOrDate()) <= clock_.now();
    if (DataSource* source = sourceOf(DataSource::Kind::Grids); source && wish.grid && !started) {
        query->freshness = *wish.grid;
        if (auto status = co_await lookForGrid(*source, *query, progress, changes, notices); !status)
            co_return tl::unexpected(status.error());
    }
    if (!wish.weather)
        co_return notices;
    query->freshness = *wish.weather;
    if (DataSource* source = sourceOf(started ? DataSource::Kind::Measurements : DataSource::Kind::Forecasts))
        if (auto status = co_await lookForWeather(*source, *query, progress, changes, notices); !status)
            co_return tl::unexpected(status.error());
    co_return notices;
}

QCoro::Task<Scouting::Notices> Scouting::lookAhead(Progress progress, ChangeSet& changes)
{
    QStringList notices;
    const auto sessions = sources_.empty() ? std::vector<SessionKey>() : sessionsAhead(DaysAhead);
    if (!sessions)
        co_return tl::unexpected(sessions.error());
    const QDateTime now = clock_.now();
    for (const SessionKey& of : *sessions) {
        if (const auto last = lastLook_.find(of);
            last != lastLook_.end() && last->second.addSecs(LookEvery) > now)
            continue;
        lastLook_[of] = now;
        const auto race = races_.byId(of.race);
        if (!race)
            co_return tl::unexpected(race.error());
        Wish wish;
        wish.deadline = QDeadlineTimer(OnDemandFor);
        const auto asked = lastGridRequest_.find(of);
        if (now.secsTo(*race->startOf(of.session)) < LastHours &&
            (asked == lastGridRequest_.end() || asked->second.addSecs(GridEvery) <= now)) {
            wish.grid = Freshness::Refresh;
            lastGridRequest_[of] = now;
        }
        auto told = co_await look(of, wish, progress, changes);
        if (!told)
            co_return told;
        notices += *told;
    }
    co_return notices;
}

QCoro::Task<Scouting::Notices> Scouting::refresh(Progress progress, ChangeSet& changes)
{
    QStringList notices;
    const auto sessions = sources_.empty() ? std::vector<SessionKey>() : sessionsAhead(ForecastDays);
    if (!sessions)
        co_return tl::unexpected(sessions.error());
    // One source after the other, with one deadline for all sessions: one that hangs costs its time once.
    Wish grids{Freshness::Refresh, std::nullopt}, weather{std::nullopt, Freshness::Refresh};
    for (Wish* wish : {&grids, &weather}) {
        wish->deadline = QDeadlineTimer(OnDemandFor);
        for (const SessionKey& of : *sessions) {
            auto told = co_await look(of, *wish, progress, changes);
            if (!told)
                co_return told;
            notices += *told;
        }
    }
    notices.removeDuplicates();
    co_return notices;
}

Result<std::vector<SessionKey>> Scouting::sessionsAhead(int days) const
{
    const QDateTime now = clock_.now();
    const auto all = facts_.records();
    if (!all)
        return tl::unexpected(all.error());
    std::vector<SessionKey> ahead;
    for (const RaceRecord& record : **all)
        for (const Session session : {Session::Sprint, Session::Race}) {
            const auto start = record.race.startOf(session);
            if (start && *start > now && *start <= now.addDays(days) &&
                record.race.status != RaceStatus::Cancelled)
                ahead.push_back({record.race.id, session});
        }
    return ahead;
}

Result<DataSource::SessionQuery> Scouting::queryOf(const SessionKey& of, const Wish& wish)
{
    const auto race = races_.byId(of.race);
    const auto circuits = races_.circuits();
    const auto drivers = races_.drivers();
    const auto records = facts_.records();
    if (!race || !circuits || !drivers || !records)
        return tl::unexpected(!race       ? race.error()
                              : !circuits ? circuits.error()
                              : !drivers  ? drivers.error()
                                          : records.error());
    DataSource::SessionQuery query;
    query.race = *race;
    query.session = of.session;
    query.field = startingField(**records, of.race, *drivers);
    const Circuit circuit = circuits->value(race->circuit);
    query.latitude = circuit.latitude;
    query.longitude = circuit.longitude;
    query.deadline = wish.deadline;
    return query;
}

QCoro::Task<Status> Scouting::lookForGrid(DataSource& source, DataSource::SessionQuery query,
                                          Progress progress, ChangeSet& changes, QStringList& notices)
{
    const SessionKey of(query.race.id, query.session);
    const QString name = source.name();
    const bool onDemand = query.freshness == Freshness::Refresh;
    const auto answer = co_await source.grid(std::move(query), std::move(progress));
    if (!answer) {
        if (answer.error().code == ErrorCode::Cancelled)
            co_return tl::unexpected(answer.error());
        tell(answer.error(), notices);
        co_return Status();
    }
    for (const QString& words : {answer->value.refusal, answer->value.note})
        if (!words.isEmpty())
            notices.append(words);
    if (answer->value.places.empty())
        co_return Status();
    if (onDemand && answer->noAnswer)
        notices.append(answer->noAnswer->error.message + u' ' +
                       Sentence::tr("The starting grid of %1 serves.").arg(utcText(answer->fetchedAt)));
    const auto stored = store({of, answer->fetchedAt, name, answer->value.places});
    if (!stored)
        co_return tl::unexpected(stored.error());
    if (*stored)
        changes.races.insert(of.race);
    co_return Status();
}

QCoro::Task<Status> Scouting::lookForWeather(DataSource& source, DataSource::SessionQuery query,
                                             Progress progress, ChangeSet& changes, QStringList& notices)
{
    const SessionKey of(query.race.id, query.session);
    const QString name = source.name();
    const bool forecast = source.gives().testFlag(DataSource::Kind::Forecasts);
    const auto answer = co_await source.weather(std::move(query), std::move(progress));
    if (!answer) {
        if (answer.error().code == ErrorCode::Cancelled)
            co_return tl::unexpected(answer.error());
        tell(answer.error(), notices);
        co_return Status();
    }
    if (answer->value.empty())
        co_return Status();
    const auto stored = weather_.add({of, answer->fetchedAt, name, answer->value}, forecast);
    if (!stored)
        co_return tl::unexpected(stored.error());
    if (*stored)
        changes.races.insert(of.race);
    co_return Status();
}

// A grid is a fact that forecasts learn from; the weather is none.
Result<bool> Scouting::store(const OfficialGrid& grid)
{
    auto transaction = Transaction::begin(database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto added = grids_.add(grid);
    if (!added || !*added)
        return added;
    if (auto status = FactRepository(database_).countChange(); !status)
        return tl::unexpected(status.error());
    if (auto status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return true;
}

} // namespace parcferme
