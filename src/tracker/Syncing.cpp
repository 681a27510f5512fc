#include "tracker/Syncing.h"

#include "core/Sentence.h"
#include "tracker/SourceFetch.h"

namespace parcferme {

namespace {

// Times after which an official result is taken for final: stewards' decisions come within days.
constexpr qint64 FinalAfterDays = 14;

QString seasonStateKey(int year)
{
    return QStringLiteral("season_final:%1").arg(year);
}

// Whether nothing of a season will change any more.
bool isOver(const std::vector<Race>& races, const QDateTime& now)
{
    for (const Race& race : races)
        if (race.status != RaceStatus::Cancelled && race.startOrDate().daysTo(now) < FinalAfterDays)
            return false;
    return !races.empty();
}

SeasonOutcome outcomeOf(int year, const SourceFetch& fetch)
{
    SeasonOutcome outcome;
    outcome.year = year;
    outcome.newRaces = fetch.intakes().newRaces;
    outcome.newRevisions = fetch.intakes().newRevisions;
    outcome.newQualifyings = fetch.intakes().newQualifyings;
    outcome.requests = fetch.requests();
    outcome.sourceReached = fetch.reached();
    outcome.undone = fetch.undone();
    outcome.notices = fetch.notices();
    return outcome;
}

} // namespace

Syncing::Syncing(Database& database, DataSource& source, SourceContact& contact, StoredFacts& facts,
                 const Reading& reading, const Clock& clock)
    : database_(database), source_(source), contact_(contact), reading_(reading), clock_(clock),
      evaluating_(database, facts, clock), races_(database), sessions_(database), state_(database)
{
}

QCoro::Task<Result<SyncOutcome>> Syncing::syncRace(SessionKey of, Progress progress, ChangeSet& changes)
{
    const auto race = races_.byId(of.race);
    const auto before = sessions_.newestRevision(of);
    if (!race || !before)
        co_return tl::unexpected(!race ? race.error() : before.error());
    SourceFetch fetch(source_, contact_, database_, progress);
    const auto fetched = co_await fetchResult(fetch, *race, of.session);
    fetch.addChanges(changes);
    if (!fetched)
        co_return tl::unexpected(fetched.error());

    const auto judged = evaluating_.evaluate({of.race}, changes);
    const auto corrected = evaluating_.evaluate(fetch.intakes().changed - QSet<RaceId>{of.race}, changes);
    const auto newest = sessions_.newestRevision(of);
    if (!judged || !corrected || !newest)
        co_return tl::unexpected(!judged ? judged.error() : !corrected ? corrected.error() : newest.error());
    SyncOutcome outcome;
    outcome.of = of;
    outcome.sourceReached = fetch.reached();
    outcome.newRevision = *newest && (!*before || (*before)->revision < (*newest)->revision);
    outcome.notices = fetch.notices();
    if (!*newest) {
        if (fetch.failed())
            co_return tl::unexpected(fetch.error());
        if (const auto refused = fetch.refusedOf(race->round))
            co_return tl::unexpected(*refused);
        const auto now = races_.byId(of.race); // the calendar was read on the way
        if (!now)
            co_return tl::unexpected(now.error());
        const bool cancelled = now->status == RaceStatus::Cancelled;
        outcome.notices.append((cancelled ? Sentence::tr("%1 %2 was cancelled: there is no result.")
                                          : Sentence::tr("%1 %2 has no official result yet."))
                                   .arg(now->name)
                                   .arg(now->year));
        co_return outcome;
    }
    outcome.revision = (*newest)->revision;
    outcome.newEvaluation = *judged > 0;
    auto evaluated = reading_.shownEvaluations(of);
    if (!evaluated)
        co_return tl::unexpected(evaluated.error());
    if (!evaluated->predicted)
        outcome.notices.append(Sentence::tr("There is no prediction of this race, so nothing was judged."));
    if (evaluated->isVoid)
        outcome.notices.append(
            Sentence::tr("The prediction is void: it was frozen after the start. Its score counts nowhere."));
    if (!evaluated->evaluations.empty())
        outcome.evaluation = std::move(evaluated->evaluations.front());
    co_return outcome;
}

QCoro::Task<Status> Syncing::fetchResult(SourceFetch& fetch, Race race, Session session)
{
    DataSource::Query query;
    query.season = race.year;
    query.final = race.startOrDate().daysTo(clock_.now()) >= FinalAfterDays;
    query.freshness = Freshness::Refresh; // who asks for this race wants the source's word, not the cache's
    if (auto status = co_await fetch.calendar(query); !status)
        co_return status;
    const auto renumbered = races_.byId(race.id);
    const auto qualifying = sessions_.qualifying(race.id);
    if (!renumbered || !qualifying)
        co_return tl::unexpected(!renumbered ? renumbered.error() : qualifying.error());
    if (renumbered->status == RaceStatus::Cancelled)
        co_return Status();
    query.round = renumbered->round;
    if (session == Session::Sprint || renumbered->hasSprint())
        if (auto status = co_await fetch.sprints(query); !status)
            co_return status;
    if (session == Session::Sprint)
        co_return Status();
    if (auto status = co_await fetch.results(query); !status)
        co_return status;
    if (qualifying->rows.empty())
        if (auto status = co_await fetch.qualifying(query); !status)
            co_return status;
    co_return co_await fetchCorrections(fetch, race);
}

QCoro::Task<Status> Syncing::fetchCorrections(SourceFetch& fetch, Race except)
{
    const auto races = races_.ofYear(except.year);
    if (!races)
        co_return tl::unexpected(races.error());
    DataSource::Query query;
    query.season = except.year;
    for (const Race& race : *races) {
        const qint64 days = race.startOrDate().daysTo(clock_.now());
        if (race.id == except.id || race.status != RaceStatus::Completed || days < 0 ||
            days >= FinalAfterDays)
            continue;
        query.round = race.round;
        if (auto status = co_await fetch.results(query); !status)
            co_return status;
    }
    co_return Status();
}

QCoro::Task<Result<SeasonOutcome>> Syncing::syncSeason(int year, Progress progress, ChangeSet& changes)
{
    const auto complete = state_.value(seasonStateKey(year));
    if (!complete)
        co_return tl::unexpected(complete.error());
    SourceFetch fetch(source_, contact_, database_, progress);
    QStringList notices;
    Status fetched;
    if (*complete)
        notices.append(Sentence::tr("%1 is complete and final; the source was not asked again.").arg(year));
    else
        fetched = co_await fetchSeason(fetch, year);
    fetch.addChanges(changes);
    if (!fetched)
        co_return tl::unexpected(fetched.error());

    const auto races = races_.ofYear(year);
    if (!races)
        co_return tl::unexpected(races.error());
    if (const auto undone = fetch.undone(); undone && races->empty())
        co_return tl::unexpected(*undone);
    QSet<RaceId> ids;
    for (const Race& race : *races)
        ids.insert(race.id);
    const auto judged = evaluating_.evaluate(ids, changes);
    if (!judged)
        co_return tl::unexpected(judged.error());
    SeasonOutcome outcome = outcomeOf(year, fetch);
    outcome.newEvaluations = *judged;
    outcome.notices = notices + outcome.notices;
    co_return outcome;
}

QCoro::Task<Status> Syncing::fetchSeason(SourceFetch& fetch, int year)
{
    const auto races = races_.ofYear(year);
    if (!races)
        co_return tl::unexpected(races.error());
    DataSource::Query query;
    query.season = year;
    query.final = isOver(*races, clock_.now());
    if (auto status = co_await fetchCalendars(fetch, query); !status)
        co_return status;
    if (auto status = co_await fetch.results(query); !status)
        co_return status;
    if (auto status = co_await fetch.qualifying(query); !status)
        co_return status;
    if (auto status = co_await fetch.sprints(query); !status)
        co_return status;
    if (query.final && fetch.reached() && !fetch.undone())
        co_return state_.set(seasonStateKey(year), QStringLiteral("true"));
    co_return Status();
}

QCoro::Task<Result<SeasonOutcome>> Syncing::refresh(int year, Progress progress, ChangeSet& changes)
{
    if (auto forgotten = state_.remove(seasonStateKey(year)); !forgotten)
        co_return tl::unexpected(forgotten.error());
    SourceFetch fetch(source_, contact_, database_, progress);
    DataSource::Query query;
    query.season = year;
    query.freshness = Freshness::Refresh;
    auto fetched = co_await fetchCalendars(fetch, query);
    if (fetched)
        fetched = co_await fetch.qualifying(query);
    fetch.addChanges(changes);
    if (!fetched)
        co_return tl::unexpected(fetched.error());
    if (fetch.failed())
        co_return tl::unexpected(fetch.error());
    co_return outcomeOf(year, fetch);
}

QCoro::Task<Status> Syncing::readCalendar(int year, Progress progress, ChangeSet& changes)
{
    SourceFetch fetch(source_, contact_, database_, progress);
    DataSource::Query query;
    query.season = year;
    query.freshness = Freshness::Refresh;
    const auto fetched = co_await fetch.calendar(query);
    fetch.addChanges(changes);
    if (fetched && fetch.failed())
        co_return tl::unexpected(fetch.error());
    co_return fetched;
}

QCoro::Task<Status> Syncing::fetchCalendars(SourceFetch& fetch, DataSource::Query query)
{
    if (auto status = co_await fetch.calendar(query); !status)
        co_return status;
    if (query.season != clock_.now().date().year())
        co_return Status();
    ++query.season;
    co_return co_await fetch.calendar(query);
}

} // namespace parcferme
