#include "core/Sentence.h"
#include "store/Transaction.h"
#include "tracker/EvaluationJson.h"
#include "tracker/Overviews.h"
#include "tracker/RaceSearch.h"
#include "tracker/Snapshot.h"
#include "tracker/StoredJudgement.h"
#include "tracker/TrackerParts.h"
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

// The prediction that a page is about: the live one, else the retrospective one.
Result<std::optional<Prediction>> mainPrediction(const Tracker::Parts& parts, RaceId race)
{
    auto live = parts.predictions.find(race, PredictionKind::Live);
    if (!live || *live)
        return live;
    return parts.predictions.find(race, PredictionKind::Retrospective);
}

FreezeWindow windowOf(const Tracker::Parts& parts, const RaceRecord& record, const QDateTime& now)
{
    return freezeWindow(record.race, !record.qualifying.empty(), parts.settings.freezePolicy,
                        parts.settings.freezeLeadMinutes, now);
}

Result<RaceOverview> overview(Tracker::Parts& parts, const RaceRecord& record, const QDateTime& now)
{
    RaceFactsAtHand facts;
    facts.hasQualifying = !record.qualifying.empty();
    facts.hasResult = !record.revisions.empty();
    const auto live = parts.predictions.idOf(record.race.id, PredictionKind::Live);
    const auto retrospective = parts.predictions.idOf(record.race.id, PredictionKind::Retrospective);
    if (!live || !retrospective)
        return tl::unexpected(!live ? live.error() : retrospective.error());
    facts.live = live->has_value();
    facts.retrospective = !facts.live && retrospective->has_value();
    if (!facts.live && !facts.retrospective) {
        const auto seen = WindowNotes(*parts.database).wasSeen(record.race);
        if (!seen)
            return tl::unexpected(seen.error());
        facts.windowSeen = *seen;
    } else {
        const auto evaluations = parts.evaluations.ofPrediction(facts.live ? **live : **retrospective);
        if (!evaluations)
            return tl::unexpected(evaluations.error());
        auto views = viewsOf(*evaluations);
        if (!views)
            return tl::unexpected(views.error());
        if (!views->empty())
            facts.evaluation = std::move(views->front());
    }
    return overviewOf(record.race, facts, windowOf(parts, record, now), now);
}

// Only the people that a page can name.
People peopleOf(const RacePage& page, const QHash<QString, Driver>& drivers,
                const QHash<QString, Team>& teams)
{
    People people;
    const auto add = [&](const QString& driver, const QString& team, std::optional<int> number) {
        if (drivers.contains(driver))
            people.drivers.insert(driver, drivers.value(driver));
        if (teams.contains(team))
            people.teams.insert(team, teams.value(team));
        if (number)
            people.numbers.insert(driver, *number);
    };
    for (const QualifyingRow& row : page.qualifying)
        add(row.driver, row.team, row.number);
    for (const ResultRevision& revision : page.revisions)
        for (const ResultRow& row : revision.rows)
            add(row.driver, row.team, row.number);
    if (page.prediction)
        for (const PredictionEntry& entry : page.prediction->prediction.entries)
            add(entry.driver, entry.team, std::nullopt);
    return people;
}

// Before qualifying a preview has the field of the race before: it is named too.
void addEarlierField(People& people, const std::vector<RaceRecord>& records, RaceId race,
                     const QHash<QString, Driver>& drivers, const QHash<QString, Team>& teams)
{
    const ResultRevision* before = nullptr;
    for (const RaceRecord& record : records) {
        if (record.race.id == race)
            break;
        if (!record.revisions.empty())
            before = &record.revisions.back();
    }
    if (!before)
        return;
    for (const ResultRow& row : before->rows) {
        people.drivers.insert(row.driver, drivers.value(row.driver));
        people.teams.insert(row.team, teams.value(row.team));
        if (row.number && !people.numbers.contains(row.driver))
            people.numbers.insert(row.driver, *row.number);
    }
}

} // namespace

Result<std::vector<RaceOverview>> Tracker::races(int year) const
{
    const auto state = Transaction::begin(*parts_->database, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = parts_->present().latest();
    std::vector<RaceOverview> overviews;
    for (const RaceRecord& record : **records) {
        if (record.race.year != year)
            continue;
        auto one = overview(*parts_, record, now);
        if (!one)
            return tl::unexpected(one.error());
        overviews.push_back(std::move(*one));
    }
    return overviews;
}

Result<Race> Tracker::findRace(int year, const QString& text) const
{
    const auto races = parts_->races.ofYear(year);
    if (!races)
        return tl::unexpected(races.error());
    return searchRace(*races, year, text);
}

Result<Race> Tracker::currentRace() const
{
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = parts_->clock.now();
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

Result<Race> Tracker::race(RaceId race) const
{
    return parts_->races.byId(race);
}

Result<std::optional<ForecastView>> Tracker::prediction(RaceId race) const
{
    const auto state = Transaction::begin(*parts_->database, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto prediction = mainPrediction(*parts_, race);
    if (!prediction)
        return tl::unexpected(prediction.error());
    if (!*prediction)
        return std::nullopt;
    auto view = viewOf(**prediction);
    const auto found = parts_->races.byId(race);
    if (!view || !found)
        return tl::unexpected(!view ? view.error() : found.error());
    auto voucher = voucherOf(*parts_->database, (*prediction)->id, *found);
    if (!voucher)
        return tl::unexpected(voucher.error());
    view->voucher = std::move(*voucher);
    return std::move(*view);
}

Result<std::optional<ResultRevision>> Tracker::newestResult(RaceId race) const
{
    return parts_->sessions.newestRevision(race);
}

Result<std::vector<EvaluationView>> Tracker::evaluations(RaceId race) const
{
    const auto evaluations = parts_->evaluations.ofRace(race);
    if (!evaluations)
        return tl::unexpected(evaluations.error());
    return viewsOf(*evaluations);
}

Result<RacePage> Tracker::page(RaceId race) const
{
    const auto state = Transaction::begin(*parts_->database, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const auto record = recordOf(**records, race);
    auto prediction = this->prediction(race);
    auto evaluations = this->evaluations(race);
    const auto manual = parts_->sessions.manualGrid(race);
    const auto circuits = parts_->races.circuits();
    const auto drivers = parts_->races.drivers();
    const auto teams = parts_->races.teams();
    for (const Error* error :
         {record ? nullptr : &record.error(), prediction ? nullptr : &std::as_const(prediction).error(),
          evaluations ? nullptr : &std::as_const(evaluations).error(), manual ? nullptr : &manual.error(),
          circuits ? nullptr : &circuits.error(), drivers ? nullptr : &drivers.error(),
          teams ? nullptr : &teams.error()})
        if (error)
            return tl::unexpected(*error);
    RacePage page;
    auto overviewed = overview(*parts_, **record, parts_->present().latest());
    if (!overviewed)
        return tl::unexpected(overviewed.error());
    page.overview = std::move(*overviewed);
    page.evaluations = std::move(*evaluations);
    page.circuit = circuits->value((*record)->race.circuit);
    page.qualifying = (*record)->qualifying;
    page.manualGrid = *manual;
    page.revisions = (*record)->revisions;
    page.prediction = std::move(*prediction);
    if (page.prediction) {
        // Its own evaluations stand first: a race may have a retrospective prediction beside the live one.
        std::stable_partition(page.evaluations.begin(), page.evaluations.end(),
                              [&](const EvaluationView& evaluation) {
                                  return evaluation.evaluation.prediction == page.prediction->prediction.id;
                              });
    }
    page.people = peopleOf(page, *drivers, *teams);
    if (page.qualifying.empty() && page.revisions.empty())
        addEarlierField(page.people, **records, race, *drivers, *teams);
    return page;
}

Result<People> Tracker::people() const
{
    auto drivers = parts_->races.drivers();
    auto teams = parts_->races.teams();
    if (!drivers || !teams)
        return tl::unexpected(!drivers ? drivers.error() : teams.error());
    return People{std::move(*drivers), std::move(*teams), {}};
}

} // namespace parcferme
