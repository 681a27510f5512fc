#include "tracker/PickReading.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "store/Transaction.h"
#include "tracker/PickJudging.h"
#include "tracker/PickRules.h"
#include "tracker/StartingOrder.h"
#include "tracker/StoredJudgement.h"
#include "tracker/Vouching.h"

#include <set>

namespace parcferme {

namespace {

// The model among the baselines of a pick.
constexpr auto ModelKey = "model";

void hideOrder(PickView& view)
{
    view.pick.entries.clear();
    view.pick.winnerChance.reset();
    view.pick.snapshot.clear();
}

PickState stateOf(const std::optional<PickView>& mine, const std::optional<PickDraft>& draft, bool started)
{
    if (mine)
        return mine->counts() ? PickState::Locked : PickState::Late;
    if (draft)
        return started ? PickState::Late : PickState::Draft;
    return PickState::None;
}

// What a player has for a session: what counts, else what came too late.
const PickView* bestOf(const std::vector<PickView>& views, const QString& player)
{
    const PickView* best = nullptr;
    for (const PickView& view : views)
        if (view.pick.player == player && (!best || view.counts()))
            best = &view;
    return best;
}

} // namespace

PickReading::PickReading(Database& database, StoredFacts& facts, const SourceContact& contact,
                         const Settings& settings)
    : database_(database), facts_(facts), contact_(contact), settings_(settings), races_(database),
      sessions_(database), predictions_(database), evaluations_(database), picks_(database),
      drafts_(database), scores_(database)
{
}

// Of the live prediction, against that revision of the result.
Result<std::optional<evaluation::Scores>> PickReading::modelScores(const SessionKey& of, int revision) const
{
    const auto live = predictions_.reference(of, PredictionKind::Live);
    const auto race = races_.byId(of.race);
    if (!live || !race)
        return tl::unexpected(!live ? live.error() : race.error());
    if (!*live ||
        kindByNow(PredictionKind::Live, of.session, (*live)->createdAt, *race) != PredictionKind::Live)
        return std::nullopt;
    const auto evaluations = evaluations_.ofPrediction((*live)->id);
    if (!evaluations)
        return tl::unexpected(evaluations.error());
    for (const Evaluation& evaluation : *evaluations)
        if (evaluation.resultRevision == revision)
            return scoresOf(evaluation);
    return std::nullopt;
}

Result<PickView> PickReading::viewOf(const Pick& pick) const
{
    const auto race = races_.byId(pick.race);
    const auto scores = scores_.ofPick(pick.id);
    if (!race || !scores)
        return tl::unexpected(!race ? race.error() : scores.error());
    auto voucher = voucherOf(database_, pick, *race);
    if (!voucher)
        return tl::unexpected(voucher.error());
    PickView view;
    view.pick = pick;
    view.kind = kindByNow(pick, *race);
    view.voucher = std::move(*voucher);
    for (const PickScores& stored : *scores) {
        auto one = parcferme::viewOf(stored);
        const auto model = modelScores(pick.of(), stored.resultRevision);
        if (!one || !model)
            return tl::unexpected(!one ? one.error() : model.error());
        if (*model)
            one->baselines.insert_or_assign(ModelKey, **model);
        view.scores.push_back(std::move(*one));
    }
    return view;
}

Result<PicksView> PickReading::picks(const SessionKey& of) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto race = races_.byId(of.race);
    const auto records = facts_.records();
    const auto manual = sessions_.manualGrid(of);
    const auto all = picks_.ofSession(of);
    auto draft = drafts_.find(of, settings_.player);
    const QDateTime now = contact_.present().latest();
    const auto ready = race ? hasStartingOrder(database_, *race, of.session, now) : Result<bool>(false);
    if (!race || !records || !manual || !all || !draft || !ready)
        return tl::unexpected(!race      ? race.error()
                              : !records ? records.error()
                              : !manual  ? manual.error()
                              : !all     ? all.error()
                              : !draft   ? draft.error()
                                         : ready.error());
    PicksView view;
    view.of = of;
    view.player = settings_.player;
    view.start = race->startOrDate(of.session);
    view.ordersShown = now >= view.start;
    view.window =
        freezeWindow(*race, of.session, *ready, settings_.freezePolicy, settings_.freezeLeadMinutes, now);
    PickField field = pickField(**records, of, *manual);
    std::vector<PickView> views;
    for (const Pick& pick : *all) {
        auto one = viewOf(pick);
        if (!one)
            return tl::unexpected(one.error());
        views.push_back(std::move(*one));
    }
    std::set<QString> players;
    for (const PickView& one : views)
        players.insert(one.pick.player);
    for (const QString& player : players) {
        PickView best = *bestOf(views, player);
        if (player == view.player) {
            view.mine = std::move(best);
        } else {
            if (!view.ordersShown)
                hideOrder(best);
            view.others.push_back(std::move(best));
        }
    }
    // A draft of a pick that is locked in time is a leftover of another program.
    if (*draft && !(view.mine && view.mine->counts())) {
        view.draft = std::move(**draft);
        view.lacks = lackOf(*view.draft, field);
    }
    view.state = stateOf(view.mine, view.draft, view.ordersShown);
    view.field = std::move(field.drivers);
    view.provisionalField = field.provisional;
    auto standing = standings(of, view);
    if (!standing)
        return tl::unexpected(standing.error());
    view.standings = std::move(*standing);
    return view;
}

Result<std::vector<PickStanding>> PickReading::standings(const SessionKey& of, const PicksView& view) const
{
    const auto players = picks_.players();
    const auto drafts = drafts_.ofSession(of);
    const auto live = predictions_.find(of, PredictionKind::Live);
    if (!players || !drafts || !live)
        return tl::unexpected(!players ? players.error() : !drafts ? drafts.error() : live.error());
    PickStanding model;
    if (*live) {
        model.state = (*live)->createdAt < view.start ? PickState::Locked : PickState::Late;
        model.lockedAt = (*live)->createdAt;
        model.hash = (*live)->hash;
    }
    std::vector<PickStanding> standings = {std::move(model)};
    std::set<QString> names(players->begin(), players->end());
    names.insert(view.player);
    for (const PickDraft& draft : *drafts)
        names.insert(draft.player);
    for (const QString& name : names) {
        PickStanding standing;
        standing.player = name;
        for (const PickDraft& draft : *drafts)
            if (draft.player == name) {
                standing.filled = draft.filled();
                standing.state = view.ordersShown ? PickState::Late : PickState::Draft;
            }
        const auto tell = [&](const PickView& locked) {
            standing.state = locked.counts() ? PickState::Locked : PickState::Late;
            standing.lockedAt = locked.pick.createdAt;
            standing.hash = locked.pick.hash;
        };
        if (name == view.player && view.mine)
            tell(*view.mine);
        for (const PickView& other : view.others)
            if (other.pick.player == name)
                tell(other);
        standings.push_back(std::move(standing));
    }
    return standings;
}

Result<QStringList> PickReading::lastOrder(const SessionKey& of) const
{
    const auto all = picks_.all();
    const auto target = races_.byId(of.race);
    if (!all || !target)
        return tl::unexpected(!all ? all.error() : target.error());
    QStringList order;
    QDateTime newest;
    for (const Pick& pick : *all) {
        if (pick.player != settings_.player || pick.of() == of)
            continue;
        const auto race = races_.byId(pick.race);
        if (!race)
            return tl::unexpected(race.error());
        const QDateTime start = race->startOrDate(pick.session);
        if (start >= target->startOrDate(of.session) || (newest.isValid() && start <= newest))
            continue;
        newest = start;
        order.clear();
        for (const PickEntry& entry : pick.entries)
            order.append(entry.driver);
    }
    return order;
}

// Empty where it is not known.
Result<QStringList> PickReading::knownOrder(const SessionKey& of, PickStart from) const
{
    QStringList order;
    const auto records = facts_.records();
    const auto record = records ? recordOf(**records, of.race) : tl::unexpected(records.error());
    if (!record)
        return tl::unexpected(record.error());
    if (from == PickStart::LastOrder)
        return lastOrder(of);
    if (from == PickStart::Model) {
        const auto live = predictions_.find(of, PredictionKind::Live);
        if (!live)
            return tl::unexpected(live.error());
        if (*live)
            for (const PredictionEntry& entry : (*live)->entries)
                order.append(entry.driver);
    } else if (from == PickStart::Qualifying) {
        for (const QualifyingRow& row : (*record)->qualifying)
            order.append(row.driver);
    } else if (from == PickStart::Grid) {
        const auto manual = sessions_.manualGrid(of);
        if (!manual)
            return tl::unexpected(manual.error());
        order = startingGrid(**record, of.session, *manual);
    }
    return order;
}

Result<QStringList> PickReading::order(const SessionKey& of, PickStart from) const
{
    const auto known = knownOrder(of, from);
    const auto records = facts_.records();
    const auto manual = sessions_.manualGrid(of);
    if (!known || !records || !manual)
        return tl::unexpected(!known ? known.error() : !records ? records.error() : manual.error());
    const PickField field = pickField(**records, of, *manual);
    const auto places = static_cast<qsizetype>(field.drivers.size());
    if (from == PickStart::Empty)
        return QStringList(places, QString());
    if (known->isEmpty())
        return fail(ErrorCode::NotYet, Sentence::tr("That order is not known yet."),
                    Sentence::tr("Start from another one, or refresh the race."));
    QStringList order;
    const auto isEntered = [&](const QString& driver) {
        return std::ranges::find(field.drivers, driver, &PickEntry::driver) != field.drivers.end();
    };
    for (const QString& driver : *known)
        if (isEntered(driver) && !order.contains(driver))
            order.append(driver);
    for (const PickEntry& entry : field.drivers)
        if (!order.contains(entry.driver))
            order.append(entry.driver);
    return order;
}

Result<evaluation::Report> PickReading::record(const RecordScope& scope) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    std::vector<evaluation::JudgedRace> judged;
    for (const RaceRecord& record : **records) {
        if (record.race.year < scope.from.value_or(0) || record.race.year > scope.to.value_or(9999) ||
            scope.hidden.hides(record.race))
            continue;
        const auto pick = picks_.find({record.race.id, scope.session}, settings_.player, PickKind::Live);
        if (!pick)
            return tl::unexpected(pick.error());
        if (!*pick || kindByNow(**pick, record.race) != PickKind::Live)
            continue;
        auto view = viewOf(**pick);
        if (!view)
            return tl::unexpected(view.error());
        if (view->scores.empty())
            continue;
        PickScoreView& newest = view->scores.front();
        evaluation::JudgedRace race;
        race.season = record.race.year;
        race.round = record.race.round;
        race.name = record.race.name.toStdString();
        race.model = newest.scores;
        race.baselines = std::move(newest.baselines);
        race.drivers = std::move(newest.drivers);
        for (const PickEntry& entry : (*pick)->entries)
            race.order.push_back(entry.driver.toStdString());
        judged.push_back(std::move(race));
    }
    return evaluation::summarise(std::move(judged));
}

} // namespace parcferme
