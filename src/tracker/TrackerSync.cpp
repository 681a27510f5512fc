#include "core/Sentence.h"
#include "tracker/Judging.h"
#include "tracker/Snapshot.h"
#include "tracker/SourceFetch.h"
#include "tracker/TrackerParts.h"

namespace parcferme {

// Times after which an official result is taken for final: stewards' decisions come within days.
constexpr qint64 FinalAfterDays = 14;

namespace {

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

// Judges every prediction of a race against the newest revision, where that was not done yet. Answers how
// many evaluations are new.
Result<int> judgeRace(Tracker::Parts& parts, Judging& judging, const RaceRecord& record)
{
    if (record.revisions.empty() || record.race.status == RaceStatus::Cancelled)
        return 0;
    const ResultRevision& newest = record.revisions.back();
    int added = 0;
    for (const PredictionKind kind : {PredictionKind::Live, PredictionKind::Retrospective}) {
        const auto prediction = parts.predictions.find(record.race.id, kind);
        if (!prediction)
            return tl::unexpected(prediction.error());
        if (!*prediction)
            continue;
        const auto before = parts.evaluations.ofPrediction((*prediction)->id);
        if (!before)
            return tl::unexpected(before.error());
        if (!before->empty() && before->front().resultRevision == newest.revision)
            continue;
        const auto view = viewOf(**prediction);
        if (!view)
            return tl::unexpected(view.error());
        const auto judged = judging.judge(record, newest, view->forecast);
        if (!judged)
            return tl::unexpected(judged.error());
        const auto stored =
            parts.evaluations.add(toEvaluation(*judged, **prediction, newest.revision, parts.clock.now()));
        if (!stored)
            return tl::unexpected(stored.error());
        ++added;
    }
    return added;
}

} // namespace

Status Tracker::conclude(const SourceFetch& fetch, int year)
{
    Q_EMIT sourceStatusChanged();
    if (fetch.taken().changed.isEmpty())
        return {};
    if (auto status = parts_->factsChanged(); !status)
        return status;
    for (const RaceId race : fetch.taken().changed)
        Q_EMIT raceChanged(race);
    Q_EMIT seasonChanged(year);
    return {};
}

QCoro::Task<Status> Tracker::fetchMissing(SourceFetch& fetch, Race race)
{
    const auto all = parts_->records();
    if (!all)
        co_return tl::unexpected(all.error());
    const QDateTime now = parts_->clock.now();
    bool seasonIncomplete = false;
    for (const RaceRecord& other : **all) {
        if (other.race.id == race.id && !other.revisions.empty())
            co_return Status(); // run and stored: there is nothing new to learn for it
        seasonIncomplete = seasonIncomplete || (other.race.year == race.year && other.race.id != race.id &&
                                                other.race.status == RaceStatus::Scheduled &&
                                                other.revisions.empty() && other.race.startOrDate() < now);
    }
    DataSource::Query query;
    query.season = race.year;
    if (auto status = co_await fetch.calendar(query); !status)
        co_return status;
    const auto renumbered = parts_->races.byId(race.id);
    if (!renumbered)
        co_return tl::unexpected(renumbered.error());
    if (!seasonIncomplete)
        query.round = renumbered->round;
    if (auto status = co_await fetch.qualifying(query); !status)
        co_return status;
    if (seasonIncomplete || renumbered->startOrDate() < now)
        co_return co_await fetch.results(query);
    co_return Status();
}

QCoro::Task<Result<SyncOutcome>> Tracker::syncRace(RaceId id, Progress progress)
{
    auto race = parts_->races.byId(id);
    const auto before = parts_->sessions.newestRevision(id);
    if (!race || !before)
        co_return tl::unexpected(!race ? race.error() : before.error());
    SourceFetch fetch(*parts_, progress);
    const auto fetched = co_await fetchResult(fetch, *race);
    if (const auto concluded = conclude(fetch, race->year); !fetched || !concluded)
        co_return tl::unexpected(!fetched ? fetched.error() : concluded.error());

    const auto judged = judge({id});
    const auto corrected = judge(fetch.taken().changed - QSet<RaceId>{id});
    if (!judged || !corrected)
        co_return tl::unexpected(!judged ? judged.error() : corrected.error());

    const auto newest = parts_->sessions.newestRevision(id);
    if (!newest)
        co_return tl::unexpected(newest.error());
    SyncOutcome outcome;
    outcome.race = id;
    outcome.sourceReached = fetch.reached();
    outcome.newRevision = *newest && (!*before || (*before)->revision < (*newest)->revision);
    outcome.notices = fetch.notices();
    if (!*newest) {
        if (fetch.failed())
            co_return tl::unexpected(fetch.error());
        if (const auto refused = fetch.refusedOf(race->round))
            co_return tl::unexpected(*refused);
        outcome.notices.append(
            Sentence::tr("%1 %2 has no official result yet.").arg(race->name).arg(race->year));
        co_return outcome;
    }
    outcome.revision = (*newest)->revision;
    outcome.newEvaluation = *judged > 0;
    auto page = this->page(id);
    if (!page)
        co_return tl::unexpected(page.error());
    if (!page->prediction)
        outcome.notices.append(Sentence::tr("There is no prediction of this race, so nothing was judged."));
    if (!page->evaluations.empty())
        outcome.evaluation = std::move(page->evaluations.front());
    co_return outcome;
}

QCoro::Task<Status> Tracker::fetchResult(SourceFetch& fetch, Race race)
{
    DataSource::Query query;
    query.season = race.year;
    query.final = race.startOrDate().daysTo(parts_->clock.now()) >= FinalAfterDays;
    if (auto status = co_await fetch.calendar(query); !status)
        co_return status;
    const auto renumbered = parts_->races.byId(race.id);
    const auto qualifying = parts_->sessions.qualifying(race.id);
    if (!renumbered || !qualifying)
        co_return tl::unexpected(!renumbered ? renumbered.error() : qualifying.error());
    if (renumbered->status == RaceStatus::Cancelled)
        co_return Status();
    query.round = renumbered->round;
    if (auto status = co_await fetch.results(query); !status)
        co_return status;
    if (qualifying->rows.empty())
        if (auto status = co_await fetch.qualifying(query); !status)
            co_return status;
    co_return co_await fetchCorrections(fetch, race);
}

QCoro::Task<Status> Tracker::fetchCorrections(SourceFetch& fetch, Race except)
{
    const auto races = parts_->races.ofYear(except.year);
    if (!races)
        co_return tl::unexpected(races.error());
    DataSource::Query query;
    query.season = except.year;
    for (const Race& race : *races) {
        const qint64 days = race.startOrDate().daysTo(parts_->clock.now());
        if (race.id == except.id || race.status != RaceStatus::Completed || days < 0 ||
            days >= FinalAfterDays)
            continue;
        query.round = race.round;
        if (auto status = co_await fetch.results(query); !status)
            co_return status;
    }
    co_return Status();
}

Result<int> Tracker::judge(const QSet<RaceId>& races)
{
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    Judging judging(**records);
    int added = 0;
    for (const RaceRecord& record : **records) {
        if (!races.contains(record.race.id))
            continue;
        const auto more = judgeRace(*parts_, judging, record);
        if (!more)
            return tl::unexpected(more.error());
        added += *more;
        if (*more > 0)
            Q_EMIT raceChanged(record.race.id);
    }
    return added;
}

QCoro::Task<Result<SeasonOutcome>> Tracker::syncSeason(int year, Progress progress)
{
    const auto complete = parts_->state.value(seasonStateKey(year));
    if (!complete)
        co_return tl::unexpected(complete.error());
    SourceFetch fetch(*parts_, progress);
    SeasonOutcome outcome;
    outcome.year = year;
    Status fetched;
    if (*complete)
        outcome.notices.append(
            Sentence::tr("%1 is complete and final; the source was not asked again.").arg(year));
    else
        fetched = co_await fetchSeason(fetch, year);
    if (const auto concluded = conclude(fetch, year); !fetched || !concluded)
        co_return tl::unexpected(!fetched ? fetched.error() : concluded.error());

    const auto races = parts_->races.ofYear(year);
    if (!races)
        co_return tl::unexpected(races.error());
    if (const auto undone = fetch.undone(); undone && races->empty())
        co_return tl::unexpected(*undone);
    QSet<RaceId> ids;
    for (const Race& race : *races)
        ids.insert(race.id);
    const auto judged = judge(ids);
    if (!judged)
        co_return tl::unexpected(judged.error());
    outcome.newEvaluations = *judged;
    outcome.newRaces = fetch.taken().newRaces;
    outcome.newRevisions = fetch.taken().newRevisions;
    outcome.newQualifyings = fetch.taken().newQualifyings;
    outcome.requests = fetch.requests();
    outcome.sourceReached = fetch.reached();
    outcome.undone = fetch.undone();
    outcome.notices += fetch.notices();
    co_return outcome;
}

QCoro::Task<Status> Tracker::fetchSeason(SourceFetch& fetch, int year)
{
    const auto races = parts_->races.ofYear(year);
    if (!races)
        co_return tl::unexpected(races.error());
    DataSource::Query query;
    query.season = year;
    query.final = isOver(*races, parts_->clock.now());
    if (auto status = co_await fetch.calendar(query); !status)
        co_return status;
    if (auto status = co_await fetch.results(query); !status)
        co_return status;
    if (auto status = co_await fetch.qualifying(query); !status)
        co_return status;
    if (auto status = co_await fetch.sprints(query); !status)
        co_return status;
    if (query.final && fetch.reached() && !fetch.undone())
        co_return parts_->state.set(seasonStateKey(year), QStringLiteral("true"));
    co_return Status();
}

QCoro::Task<Result<SeasonOutcome>> Tracker::refresh(int year, Progress progress)
{
    if (auto forgotten = parts_->state.remove(seasonStateKey(year)); !forgotten)
        co_return tl::unexpected(forgotten.error());
    SourceFetch fetch(*parts_, progress);
    DataSource::Query query;
    query.season = year;
    query.freshness = Freshness::Refresh;
    auto fetched = co_await fetch.calendar(query);
    if (fetched)
        fetched = co_await fetch.qualifying(query);
    if (const auto concluded = conclude(fetch, year); !fetched || !concluded)
        co_return tl::unexpected(!fetched ? fetched.error() : concluded.error());
    if (fetch.failed())
        co_return tl::unexpected(fetch.error());
    SeasonOutcome outcome;
    outcome.year = year;
    outcome.newRaces = fetch.taken().newRaces;
    outcome.newQualifyings = fetch.taken().newQualifyings;
    outcome.requests = fetch.requests();
    outcome.sourceReached = fetch.reached();
    outcome.undone = fetch.undone();
    outcome.notices = fetch.notices();
    co_return outcome;
}

} // namespace parcferme
