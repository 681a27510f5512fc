#include "tracker/Reading.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "store/Transaction.h"
#include "tracker/EvaluationJson.h"
#include "tracker/GridMoves.h"
#include "tracker/LeftOut.h"
#include "tracker/Overviews.h"
#include "tracker/PeopleOfRace.h"
#include "tracker/RaceSearch.h"
#include "tracker/Snapshot.h"
#include "tracker/StartingOrder.h"
#include "tracker/StoredJudgement.h"
#include "tracker/Vouching.h"
#include "tracker/WindowNotes.h"

#include <algorithm>

namespace parcferme {

namespace {

Result<std::vector<EvaluationView>> viewsOf(const std::vector<Evaluation>& evaluations)
{
    std::vector<EvaluationView> views;
    for (const Evaluation& evaluation : evaluations) {
        auto baselines = baselinesFromJson(evaluation.baselines);
        if (!baselines)
            return tl::unexpected(baselines.error());
        views.push_back({evaluation, std::move(*baselines)});
    }
    return views;
}

} // namespace

Reading::Reading(Database& database, StoredFacts& facts, SourceContact& contact, const Clock& clock,
                 const Settings& settings)
    : database_(database), facts_(facts), contact_(contact), clock_(clock), settings_(settings),
      races_(database), sessions_(database), predictions_(database), evaluations_(database), grids_(database),
      weather_(database)
{
}

Result<std::vector<int>> Reading::seasons() const
{
    return races_.seasons();
}

Result<std::optional<Prediction>> Reading::shownPrediction(const SessionKey& of) const
{
    auto live = predictions_.find(of, PredictionKind::Live);
    const auto race = races_.byId(of.race);
    if (!live || !race)
        return tl::unexpected(!live ? live.error() : race.error());
    if (*live && ((*live)->kind = kindByNow(**live, *race)) == PredictionKind::Live)
        return live;
    auto retrospective = predictions_.find(of, PredictionKind::Retrospective);
    return retrospective && !*retrospective ? live : retrospective;
}

Result<std::optional<EvaluationView>> Reading::newestEvaluation(PredictionId prediction) const
{
    const auto evaluations = evaluations_.ofPrediction(prediction);
    if (!evaluations)
        return tl::unexpected(evaluations.error());
    if (evaluations->empty())
        return std::nullopt;
    auto views = viewsOf({evaluations->front()});
    if (!views)
        return tl::unexpected(views.error());
    return std::move(views->front());
}

Result<SessionState> Reading::state(const RaceRecord& record, Session session, const QDateTime& now) const
{
    const SessionKey of(record.race.id, session);
    RaceFactsAtHand facts;
    facts.hasResult = !record.revisionsOf(session).empty();
    const auto ready = hasStartingOrder(database_, record.race, session, now);
    const auto live = predictions_.reference(of, PredictionKind::Live);
    const auto retrospective = predictions_.reference(of, PredictionKind::Retrospective);
    if (!ready || !live || !retrospective)
        return tl::unexpected(!ready ? ready.error() : !live ? live.error() : retrospective.error());
    facts.hasQualifying = session == Session::Race ? !record.qualifying.empty() : *ready;
    facts.live = live->has_value();
    facts.isVoid = *live && kindByNow(PredictionKind::Live, session, (*live)->createdAt, record.race) ==
                                PredictionKind::Void;
    const bool showsLive = facts.live && !(facts.isVoid && retrospective->has_value());
    facts.retrospective = !showsLive && retrospective->has_value();
    if (showsLive || facts.retrospective) {
        auto evaluation = newestEvaluation((showsLive ? **live : **retrospective).id);
        if (!evaluation)
            return tl::unexpected(evaluation.error());
        facts.evaluation = std::move(*evaluation);
    } else {
        const auto seen = WindowNotes(database_).wasSeen(record.race, session);
        if (!seen)
            return tl::unexpected(seen.error());
        facts.windowSeen = *seen;
    }
    const FreezeWindow window =
        freezeWindow(record.race, session, *ready, settings_.freezePolicy, settings_.freezeLeadMinutes, now);
    return sessionState(record.race, session, facts, window, now);
}

Result<RaceOverview> Reading::overview(const RaceRecord& record, const QDateTime& now) const
{
    auto race = state(record, Session::Race, now);
    if (!race)
        return tl::unexpected(race.error());
    RaceOverview overview;
    static_cast<SessionState&>(overview) = std::move(*race);
    overview.race = record.race;
    if (record.race.hasSprint()) {
        auto sprint = state(record, Session::Sprint, now);
        if (!sprint)
            return tl::unexpected(sprint.error());
        overview.other = std::move(*sprint);
    }
    return overview;
}

Result<std::vector<RaceOverview>> Reading::races(int year) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = contact_.present().latest();
    std::vector<RaceOverview> overviews;
    for (const RaceRecord& record : **records) {
        if (record.race.year != year)
            continue;
        auto one = overview(record, now);
        if (!one)
            return tl::unexpected(one.error());
        overviews.push_back(std::move(*one));
    }
    return overviews;
}

Result<Race> Reading::findRace(int year, const QString& text) const
{
    const auto races = races_.ofYear(year);
    if (!races)
        return tl::unexpected(races.error());
    return searchRace(*races, year, text);
}

Result<Race> Reading::currentRace() const
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = clock_.now();
    const Race* current = nullptr;
    for (const RaceRecord& record : **records) {
        if (record.race.status == RaceStatus::Cancelled)
            continue;
        current = &record.race;
        // A race is what one looks at until the day after it.
        if (record.race.startOrDate().addDays(1) > now)
            break;
    }
    if (!current)
        return fail(ErrorCode::NotYet, Sentence::tr("No race is stored."),
                    Sentence::tr("Refresh fetches the calendar."));
    return *current;
}

Result<std::vector<Race>> Reading::searchRaces(const QString& text) const
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    std::vector<Race> all;
    for (const RaceRecord& record : **records)
        all.push_back(record.race);
    return findInSeasons(all, raceQuery(text));
}

Result<std::optional<Race>> Reading::newestRun() const
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    std::optional<Race> newest;
    const QDateTime now = clock_.now();
    for (const RaceRecord& record : **records)
        if (resultKnownAt(record, now) || resultKnownAt(record, now, Session::Sprint))
            newest = record.race;
    return newest;
}

Result<Race> Reading::race(RaceId race) const
{
    return races_.byId(race);
}

Result<std::optional<ForecastView>> Reading::prediction(const SessionKey& of) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto prediction = shownPrediction(of);
    if (!prediction)
        return tl::unexpected(prediction.error());
    if (!*prediction)
        return std::nullopt;
    const auto race = races_.byId(of.race);
    if (!race)
        return tl::unexpected(race.error());
    auto view = vouchedView(database_, **prediction, *race);
    if (!view)
        return tl::unexpected(view.error());
    return std::move(*view);
}

Result<std::optional<ResultRevision>> Reading::newestResult(const SessionKey& of) const
{
    return sessions_.newestRevision(of);
}

Result<std::vector<EvaluationView>> Reading::evaluations(const SessionKey& of) const
{
    const auto evaluations = evaluations_.ofSession(of);
    if (!evaluations)
        return tl::unexpected(evaluations.error());
    auto views = viewsOf(*evaluations);
    if (views && !views->empty())
        if (auto status = sayLeftOut(of, *views); !status)
            return tl::unexpected(status.error());
    return views;
}

Status Reading::sayLeftOut(const SessionKey& of, std::vector<EvaluationView>& views) const
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const auto record = recordOf(**records, of.race);
    if (!record)
        return tl::unexpected(record.error());
    for (const PredictionKind kind : {PredictionKind::Live, PredictionKind::Retrospective}) {
        const auto prediction = predictions_.find(of, kind);
        if (!prediction)
            return tl::unexpected(prediction.error());
        for (EvaluationView& view : views)
            if (const auto* revision = revisionOf(**record, of.session, view.evaluation.resultRevision);
                revision && *prediction && (*prediction)->id == view.evaluation.prediction)
                parcferme::sayLeftOut(view, **prediction, *revision);
    }
    return {};
}

Result<Reading::ShownEvaluations> Reading::shownEvaluations(const SessionKey& of) const
{
    const auto prediction = shownPrediction(of);
    auto evaluations = this->evaluations(of);
    if (!prediction || !evaluations)
        return tl::unexpected(!prediction ? prediction.error() : evaluations.error());
    // A race may have a retrospective prediction beside the live one.
    if (*prediction)
        std::stable_partition(evaluations->begin(), evaluations->end(),
                              [&](const EvaluationView& evaluation) {
                                  return evaluation.evaluation.prediction == (*prediction)->id;
                              });
    const bool isVoid = *prediction && (*prediction)->kind == PredictionKind::Void;
    return ShownEvaluations{std::move(*evaluations), prediction->has_value(), isVoid};
}

Result<RaceDetails> Reading::details(const SessionKey& of) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const auto record = recordOf(**records, of.race);
    if (!record)
        return tl::unexpected(record.error());
    auto overviewed = overview(**record, contact_.present().latest()).and_then([&](RaceOverview&& overview) {
        auto wanted = overview.at(of.session);
        return wanted ? Result<RaceOverview>(std::move(*wanted))
                      : fail(ErrorCode::NotFound, Sentence::tr("%1 %2 has no sprint.")
                                                      .arg(overview.race.name)
                                                      .arg(overview.race.year));
    });
    auto prediction = this->prediction(of);
    auto evaluated = shownEvaluations(of);
    const auto manual = sessions_.manualGrid(of);
    const auto circuits = races_.circuits();
    const auto drivers = races_.drivers();
    const auto teams = races_.teams();
    const auto grid = grids_.newest(of);
    const auto weather = this->weather(of);
    for (const Error* error : {grid ? nullptr : &grid.error(), weather ? nullptr : &weather.error(),
                               overviewed ? nullptr : &std::as_const(overviewed).error(),
                               prediction ? nullptr : &std::as_const(prediction).error(),
                               evaluated ? nullptr : &std::as_const(evaluated).error(),
                               manual ? nullptr : &manual.error(), circuits ? nullptr : &circuits.error(),
                               drivers ? nullptr : &drivers.error(), teams ? nullptr : &teams.error()})
        if (error)
            return tl::unexpected(*error);
    RaceDetails details;
    details.overview = std::move(*overviewed);
    details.evaluations = std::move(evaluated->evaluations);
    details.circuit = circuits->value((*record)->race.circuit);
    details.qualifying = (*record)->qualifying;
    details.manualGrid = *manual;
    details.revisions = (*record)->revisionsOf(of.session);
    details.prediction = std::move(*prediction);
    details.officialGrid = *grid;
    details.weather = *weather;
    details.forecastsWeather = settings_.weather && !settings_.weatherUrl.isEmpty();
    if (details.prediction && *grid)
        details.gridMoves = gridMoves(*details.prediction, **record, **grid, *manual);
    details.people = peopleOf(details, *drivers, *teams);
    if (details.qualifying.empty() && details.revisions.empty())
        addEarlierField(details.people, **records, of.race, *drivers, *teams);
    return details;
}

Result<std::optional<Weather>> Reading::weather(const SessionKey& of) const
{
    auto measured = weather_.newest(of, QLatin1StringView(OpenF1Name));
    return !measured || *measured ? measured : weather_.newest(of, QLatin1StringView(OpenMeteoName));
}

Result<People> Reading::people() const
{
    auto drivers = races_.drivers();
    auto teams = races_.teams();
    if (!drivers || !teams)
        return tl::unexpected(!drivers ? drivers.error() : teams.error());
    return People{std::move(*drivers), std::move(*teams), {}};
}

} // namespace parcferme
