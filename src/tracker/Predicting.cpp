#include "tracker/Predicting.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Knowledge.h"
#include "domain/Words.h"
#include "store/LedgerJson.h"
#include "tracker/GridCheck.h"
#include "tracker/PredictionDraft.h"
#include "tracker/Snapshot.h"
#include "tracker/SourceFetch.h"
#include "tracker/StartingOrder.h"
#include "tracker/Vouching.h"

namespace parcferme {

// What a forecast is asked for: which facts count, and what becomes of it.
struct Predicting::Request
{
    FactQuestion question;
    PredictionKind kind = PredictionKind::Preview;
};

namespace {

// Before the start, for forecasting and storing.
constexpr std::chrono::milliseconds FreezeMargin = std::chrono::seconds(20);

// What is asked of the further sources before a forecast: the grid anew. Not for long, and never so long that
// a live freeze would miss the start.
Scouting::Wish beforeForecast(const QDateTime& start, const QDateTime& now)
{
    constexpr qint64 Longest = 10'000, Shortest = 1'000, Margin = 5'000;
    const qint64 left = std::max(Shortest, now.msecsTo(start) - Margin);
    return {Freshness::Refresh, Freshness::Normal,
            QDeadlineTimer(start > now ? std::min(Longest, left) : Longest)};
}

std::optional<Warning> clockWarning(const Present& present)
{
    if (!present.clockIsOff())
        return std::nullopt;
    const int off = static_cast<int>(*present.clockOffSeconds());
    return Warning{off > 0 ? Warning::Code::ClockAhead : Warning::Code::ClockBehind, {std::abs(off)}, {}};
}

} // namespace

Predicting::Predicting(Database& database, DataSource& source, Scouting& scouting, SourceContact& contact,
                       StoredFacts& facts, const Clock& clock, const Settings& settings)
    : database_(database), source_(source), scouting_(scouting), contact_(contact), facts_(facts),
      clock_(clock), settings_(settings), races_(database), sessions_(database), predictions_(database)
{
}

QCoro::Task<Result<PredictOutcome>> Predicting::predict(SessionKey of, PredictOptions options,
                                                        Progress progress, ChangeSet& changes)
{
    auto race = races_.byId(of.race);
    if (!race)
        co_return tl::unexpected(race.error());
    if (!options.preview && !options.asOf) {
        auto frozen = frozenBefore(of, *race);
        if (!frozen)
            co_return tl::unexpected(frozen.error());
        if (*frozen)
            co_return PredictOutcome{std::move(**frozen), false, {}};
    }
    QStringList notices;
    if (options.fetch && !options.asOf) {
        SourceFetch fetch(source_, contact_, database_, progress);
        const auto fetched =
            co_await fetchMissing(fetch, *race, of.session, queryFor(*race, of.session, options));
        fetch.addChanges(changes);
        if (!fetched)
            co_return tl::unexpected(fetched.error());
        notices = fetch.notices();
        race = races_.byId(of.race);
        if (!race)
            co_return tl::unexpected(race.error());
        const auto told = co_await scouting_.look(
            of, beforeForecast(race->startOrDate(of.session), clock_.now()), progress, changes);
        if (!told)
            co_return tl::unexpected(told.error());
        notices += *told;
    }
    const Present present = contact_.present();
    auto request = requestNow(of, *race, options, present);
    if (!request) {
        // What could not be fetched may be the very thing that is waited for.
        request.error().message = (QStringList{request.error().message} + notices).join(QLatin1Char(' '));
        co_return tl::unexpected(request.error());
    }
    auto outcome = forecast(*race, *request, present);
    if (outcome) {
        outcome->notices = notices;
        if (outcome->created)
            changes.races.insert(of.race);
    }
    co_return outcome;
}

// The prediction that is frozen already: the live one, or after the start the retrospective one.
Result<std::optional<ForecastView>> Predicting::frozenBefore(const SessionKey& of, const Race& race)
{
    auto frozen = predictions_.find(of, PredictionKind::Live);
    const bool counts = frozen && *frozen && kindByNow(**frozen, race) == PredictionKind::Live;
    if (frozen && !counts && contact_.present().latest() >= race.startOrDate(of.session))
        frozen = predictions_.find(of, PredictionKind::Retrospective);
    if (!frozen)
        return tl::unexpected(frozen.error());
    if (!*frozen)
        return std::nullopt;
    auto view = vouchedView(database_, **frozen, race);
    if (!view)
        return tl::unexpected(view.error());
    return std::move(*view);
}

DataSource::Query Predicting::queryFor(const Race& race, Session session, const PredictOptions& options) const
{
    DataSource::Query query;
    query.season = race.year;
    query.freshness = options.onDemand ? Freshness::Refresh : Freshness::Normal;
    // The start comes first: what is stored by then is frozen, whether the source answers or not.
    if (const qint64 left = contact_.present().latest().msecsTo(race.startOrDate(session));
        !options.preview && left > 0)
        query.deadline = QDeadlineTimer(std::max<qint64>(left - FreezeMargin.count(), 0));
    return query;
}

QCoro::Task<Status> Predicting::fetchMissing(SourceFetch& fetch, Race race, Session session,
                                             DataSource::Query query)
{
    const auto all = facts_.records();
    if (!all)
        co_return tl::unexpected(all.error());
    const QDateTime now = clock_.now();
    bool seasonIncomplete = false;
    bool sprintMissing = false; // that of this weekend: evidence for the Grand Prix
    for (const RaceRecord& other : **all) {
        if (other.race.id == race.id && !other.revisionsOf(session).empty())
            co_return Status(); // run and stored: there is nothing new to learn for it
        sprintMissing =
            sprintMissing || (other.race.id == race.id && race.hasSprint() && other.sprintRevisions.empty() &&
                              race.startOrDate(Session::Sprint) < now);
        seasonIncomplete = seasonIncomplete || (other.race.year == race.year && other.race.id != race.id &&
                                                other.race.status == RaceStatus::Scheduled &&
                                                other.revisions.empty() && other.race.startOrDate() < now);
    }
    if (auto status = co_await fetch.calendar(query); !status)
        co_return status;
    const auto renumbered = races_.byId(race.id);
    if (!renumbered)
        co_return tl::unexpected(renumbered.error());
    if (!seasonIncomplete)
        query.round = renumbered->round;
    if (auto status = co_await fetch.qualifying(query); !status)
        co_return status;
    if (sprintMissing)
        if (auto status = co_await fetch.sprints(query); !status)
            co_return status;
    if (session == Session::Sprint && !seasonIncomplete)
        co_return Status();
    if (seasonIncomplete || renumbered->startOrDate() < now)
        co_return co_await fetch.results(query);
    co_return Status();
}

// The request for this moment. Errors: PolicyRefused; those of checkGrid().
Result<Predicting::Request> Predicting::requestNow(const SessionKey& of, const Race& race,
                                                   const PredictOptions& options, const Present& present)
{
    const auto newest = sessions_.newestRevision(of);
    const auto ready = hasStartingOrder(database_, race, of.session, present.machine);
    const auto manual = sessions_.manualGrid(of);
    if (!newest || !ready || !manual)
        return tl::unexpected(!newest ? newest.error() : !ready ? ready.error() : manual.error());
    Request request;
    request.question.of = of;
    request.question.manualGrid = *manual;
    const QDateTime start = race.startOrDate(of.session);
    const bool started = present.latest() >= start;
    const bool judgeable = started && newest->has_value();
    if (options.preview && options.triedGrid) {
        if (const auto status = checkGrid(of, race, *options.triedGrid, present.latest()); !status)
            return tl::unexpected(status.error());
        request.question.manualGrid.reset();
        if (!options.triedGrid->empty())
            request.question.manualGrid = ManualGrid{of, present.machine, *options.triedGrid};
    }
    if (options.preview || options.asOf) {
        request.question.retrospective = !options.asOf && judgeable;
        request.question.asOf = options.asOf.value_or(judgeable ? start : present.machine);
        return request;
    }
    const FreezeWindow window = freezeWindow(race, of.session, *ready, settings_.freezePolicy,
                                             settings_.freezeLeadMinutes, present.machine);
    const auto kind = kindOfPrediction(race, of.session, window, present);
    if (!kind)
        return tl::unexpected(kind.error());
    request.kind = *kind;
    if (*kind == PredictionKind::Live) {
        request.question.asOf = present.now();
        return request;
    }
    if (options.liveOnly)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 has started: it is too late for a live prediction.")
                        .arg(nameOf(race, of.session)));
    if (!judgeable)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 has started, and its official grid is not stored yet: a retrospective "
                                 "prediction needs it.")
                        .arg(nameOf(race, of.session)),
                    Sentence::tr("Sync the result first."));
    request.question.retrospective = true;
    request.question.asOf = start;
    return request;
}

// Forecasts, and freezes unless it is a preview.
Result<PredictOutcome> Predicting::forecast(const Race& race, const Request& request, const Present& present)
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const auto selection = selectFacts(**records, request.question);
    if (!selection)
        return tl::unexpected(selection.error());
    auto made = forecaster_.make(*selection);
    if (!made)
        return tl::unexpected(made.error());
    Prediction draft = draftOf({request.question, request.kind, settings_.freezePolicy, present.now()}, *made,
                               *selection, source_);
    std::vector<Warning> warnings = warningsOf(*made, *selection);
    if (auto warning = clockWarning(present))
        warnings.push_back(std::move(*warning));
    if (request.kind != PredictionKind::Preview)
        return freeze(race, std::move(draft), *made, *selection, present, warnings);
    PredictOutcome outcome;
    outcome.view.prediction = std::move(draft);
    outcome.view.forecast = std::move(made->forecast);
    outcome.view.warnings = std::move(warnings);
    outcome.view.provisionalField = selection->provisionalField;
    outcome.view.manualGrid = selection->manualGrid;
    if (selection->officialGrid)
        outcome.view.officialGridAt = selection->officialGrid->fetchedAt;
    outcome.view.serverDate = present.server;
    return outcome;
}

Result<PredictOutcome> Predicting::freeze(const Race& race, Prediction draft, const MadeForecast& made,
                                          const FactSelection& selection, const Present& present,
                                          const std::vector<Warning>& warnings)
{
    auto snapshot = makeSnapshot(draft, race, made, selection, present, warnings);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    draft.snapshot = std::move(*snapshot);
    const auto stored = predictions_.append(draft);
    if (!stored)
        return tl::unexpected(stored.error());
    if (const auto status = database_.checkReadsBack(
            QStringLiteral("SELECT hash FROM predictions WHERE id = ?"), {stored->id});
        !status)
        return tl::unexpected(status.error());
    auto view = viewOf(*stored);
    if (!view)
        return tl::unexpected(view.error());
    // Another program may have been quicker.
    return PredictOutcome{std::move(*view), stored->snapshot == draft.snapshot, {}};
}

Status Predicting::checkGrid(const SessionKey& of, const Race& race,
                             const std::vector<ManualGrid::Slot>& places, const QDateTime& now)
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    return parcferme::checkGrid(race, of.session, gridFieldOf(**records, of), places, now);
}

Result<Driver> Predicting::driverOfGrid(const SessionKey& of, const QString& words) const
{
    const auto records = facts_.records();
    const auto everybody = races_.drivers();
    if (!records || !everybody)
        return tl::unexpected(!records ? records.error() : everybody.error());
    return driverNamed(words, gridFieldOf(**records, of), *everybody);
}

Status Predicting::setManualGrid(const SessionKey& of, const std::vector<ManualGrid::Slot>& places,
                                 const std::vector<Driver>& additions, ChangeSet& changes)
{
    const auto found = races_.byId(of.race);
    if (!found)
        return tl::unexpected(found.error());
    if (auto status = checkGrid(of, *found, places, contact_.present().latest()); !status)
        return status;
    ManualGrid grid;
    grid.of = of;
    grid.enteredAt = clock_.now();
    grid.places = places;
    if (auto status = races_.enrichDrivers(additions); !status)
        return status;
    if (auto status = sessions_.setManualGrid(grid); !status)
        return status;
    changes.races.insert(of.race);
    return {};
}

} // namespace parcferme
