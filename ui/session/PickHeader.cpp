#include "ui/session/PickHeader.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/session/RaceWords.h"

#include <algorithm>
#include <cstdlib>

namespace parcferme {

QStringList pickedOrder(const PicksView& picks)
{
    if (!picks.mine)
        return picks.draft ? picks.draft->places : QStringList();
    QStringList order;
    for (const PickEntry& entry : picks.mine->pick.entries)
        order << entry.driver;
    return order;
}

std::optional<double> pickedChance(const PicksView& picks)
{
    if (picks.mine)
        return picks.mine->pick.winnerChance;
    return picks.draft ? picks.draft->winnerChance : std::nullopt;
}

QString PickHeader::badge(PickState state)
{
    switch (state) {
    case PickState::None:
        return tr("No picks");
    case PickState::Draft:
        return tr("Mine, not locked");
    case PickState::Locked:
        return tr("Mine, locked");
    case PickState::Late:
        break;
    }
    return tr("Mine, too late");
}

QString PickHeader::lockedWords(const PickView& mine, const QDateTime& start)
{
    const QString moment = RaceWords::shortMoment(mine.pick.createdAt);
    const qint64 before = mine.pick.createdAt.secsTo(start);
    return before > 0 ? tr("%1, %2 before").arg(moment, RaceWords::duration(before))
                      : tr("%1, %2 too late").arg(moment, RaceWords::duration(-before));
}

void PickHeader::put(HeaderState& state, PlayerView players, const RaceDetails& raceView,
                     const ForecastView* shown, const PicksView& picks, const QDateTime& now, bool hidden)
{
    if (players == PlayerView::Model)
        return;
    state.mine = picks.state;
    state.railOfMine = true;
    if (picks.mine)
        state.myHash = picks.mine->pick.hash;
    if (players == PlayerView::Mine) {
        const auto weather = std::ranges::find(state.facts, QStringLiteral("weather"), &HeaderFact::key);
        const auto kept = weather == state.facts.end() ? std::optional<HeaderFact>() : *weather;
        state.facts.clear();
        state.kind.reset();
        state.hash.clear();
        addMine(state, raceView, shown, picks);
        if (kept)
            state.facts.insert(state.facts.begin() + std::min<std::ptrdiff_t>(3, std::ssize(state.facts)),
                               *kept);
    } else {
        addBoth(state, shown, picks);
    }
    addLarge(state, players, raceView, picks, now, hidden);
}

HeaderFact PickHeader::winnerFact(const RaceDetails& raceView, const QStringList& order,
                                  const std::optional<double>& chance)
{
    HeaderFact fact{tr("Winner"), format::missing(), {}, tr("Who is first in my order, and his chance")};
    if (order.isEmpty() || order.front().isEmpty())
        return fact;
    fact.strong = true;
    fact.value = familyName(raceView.people, order.front());
    if (chance)
        fact.value = tr("%1, %2 %").arg(fact.value, format::number(*chance * 100, 0));
    else
        fact.level = tr("no chance given");
    return fact;
}

// Mean of the places between the two orders, over those whom both have.
std::optional<HeaderFact> PickHeader::distanceFact(const QStringList& order, const ForecastView& shown)
{
    int drivers = 0, places = 0;
    for (const PredictionEntry& entry : shown.prediction.entries)
        if (const auto mine = order.indexOf(entry.driver); mine >= 0) {
            ++drivers;
            places += std::abs(int(mine) + 1 - entry.predictedPosition);
        }
    if (drivers == 0)
        return std::nullopt;
    const double mean = double(places) / drivers;
    return HeaderFact{tr("From the model"),
                      tr("%1 places apart").arg(format::number(mean, 2)),
                      {},
                      tr("The mean over %n drivers", nullptr, drivers)};
}

std::optional<HeaderFact> PickHeader::modelFact(const ForecastView* shown)
{
    if (!shown)
        return std::nullopt;
    const Prediction& prediction = shown->prediction;
    const QString made = RaceWords::shortMoment(prediction.createdAt);
    HeaderFact fact{tr("Model"), {}, {}, RaceWords::kind(prediction.kind)};
    switch (prediction.kind) {
    case PredictionKind::Live:
        fact.value = tr("Frozen, %1").arg(made);
        break;
    case PredictionKind::Preview:
        fact.value = tr("Preview, %1").arg(made);
        break;
    case PredictionKind::Retrospective:
    case PredictionKind::Void:
        fact.value = RaceWords::kind(prediction.kind);
        break;
    }
    return fact;
}

void PickHeader::addMine(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                         const PicksView& picks)
{
    const QStringList order = pickedOrder(picks);
    const auto filled = order.size() - order.count(QString());
    state.facts.push_back({tr("Filled in"), tr("%1 of %2 drivers").arg(filled).arg(picks.field.size()),
                           picks.provisionalField ? tr("provisional field") : QString(),
                           picks.provisionalField ? tr("The field is that of the race before.") : QString()});
    state.facts.push_back(winnerFact(raceView, order, pickedChance(picks)));
    if (const auto distance = shown ? distanceFact(order, *shown) : std::nullopt)
        state.facts.push_back(*distance);
    if (picks.mine)
        state.facts.push_back({tr("Locked"),
                               lockedWords(*picks.mine, picks.start),
                               {},
                               RaceWords::moment(picks.mine->pick.createdAt)});
    else if (picks.draft)
        state.facts.push_back({tr("Saved"),
                               tr("%1, a draft").arg(RaceWords::shortMoment(picks.draft->savedAt)),
                               {},
                               RaceWords::moment(picks.draft->savedAt)});
    if (const auto model = modelFact(shown))
        state.facts.push_back(*model);
}

void PickHeader::addBoth(HeaderState& state, const ForecastView* shown, const PicksView& picks)
{
    const auto stage = std::ranges::find(state.facts, QStringLiteral("stage"), &HeaderFact::key);
    const auto kept = stage == state.facts.end() ? std::optional<HeaderFact>() : *stage;
    state.facts.clear();
    if (picks.mine)
        state.facts.push_back({tr("Mine locked"),
                               lockedWords(*picks.mine, picks.start),
                               {},
                               RaceWords::moment(picks.mine->pick.createdAt)});
    else if (picks.draft)
        state.facts.push_back({tr("Mine saved"),
                               tr("%1, a draft").arg(RaceWords::shortMoment(picks.draft->savedAt)),
                               {},
                               RaceWords::moment(picks.draft->savedAt)});
    if (const auto model = modelFact(shown))
        state.facts.push_back(*model);
    if (kept)
        state.facts.push_back(*kept);
}

// The figure of the model is no figure of mine.
void PickHeader::addAfterStart(HeaderState& state, PlayerView players, const PicksView& picks)
{
    if (players != PlayerView::Mine)
        return;
    state.shortCaption.clear();
    if (picks.state == PickState::None) {
        state.large = tr("No picks");
        state.caption = tr("nothing said, nothing judged");
    } else if (!picks.mine || !picks.mine->counts()) {
        state.large = tr("Not counted");
        state.caption = tr("not locked before the start");
    }
}

void PickHeader::addLarge(HeaderState& state, PlayerView players, const RaceDetails& raceView,
                          const PicksView& picks, const QDateTime& now, bool hidden)
{
    if (raceView.overview.state == RaceState::Cancelled)
        return;
    if (picks.mine && picks.mine->counts() && !picks.mine->scores.empty()) {
        const PickScoreView& scores = picks.mine->scores.front();
        if (hidden) {
            state.large = tr("Hidden");
            state.caption = tr("the result is in, and hidden");
            state.shortCaption.clear();
            return;
        }
        state.large = tr("%1 positions").arg(format::number(scores.scores.positionMae, 2));
        const auto of = [&](const char* key) {
            const auto found = scores.baselines.find(key);
            return found == scores.baselines.end() ? QString() : format::number(found->second.positionMae, 2);
        };
        const QString model = of("model"), grid = of("grid");
        state.caption = model.isEmpty() ? tr("my mean error; grid %1").arg(grid)
                                        : tr("my mean error; model %1, grid %2").arg(model, grid);
        state.shortCaption = tr("my mean error");
        return;
    }
    if (now >= picks.start)
        return addAfterStart(state, players, picks);
    const qint64 left = now.secsTo(picks.start);
    state.large = RaceWords::duration(left, left < 3600);
    const QString start = RaceWords::start(raceView.overview.race, raceView.overview.session);
    state.caption =
        picks.mine ? tr("to the start, %1").arg(start) : tr("to the lock, at the start, %1").arg(start);
    state.shortCaption = picks.mine ? tr("to the start") : tr("to the lock");
}

} // namespace parcferme
