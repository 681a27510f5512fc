#pragma once

#include "tracker/PickViews.h"
#include "ui/session/HeaderState.h"
#include "ui/session/PlayerView.h"

namespace parcferme {

// What the header of a race says when it is about the user's picks, or about them beside the model.
class PickHeader
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PickHeader)
public:
    // state: as it is for the model, and is made over. shown: the model's forecast, or null.
    static void put(HeaderState& state, PlayerView players, const RaceDetails& raceView,
                    const ForecastView* shown, const PicksView& picks, const QDateTime& now, bool hidden);

    // "26 Jul 14:52, 8 min before"
    static QString lockedWords(const PickView& mine, const QDateTime& start);
    static QString badge(PickState state);

private:
    static void addMine(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                        const PicksView& picks);
    static void addBoth(HeaderState& state, const ForecastView* shown, const PicksView& picks);
    static void addLarge(HeaderState& state, PlayerView players, const RaceDetails& raceView,
                         const PicksView& picks, const QDateTime& now, bool hidden);
    static void addAfterStart(HeaderState& state, PlayerView players, const PicksView& picks);
    static HeaderFact winnerFact(const RaceDetails& raceView, const QStringList& order,
                                 const std::optional<double>& chance);
    static std::optional<HeaderFact> distanceFact(const QStringList& order, const ForecastView& shown);
    static std::optional<HeaderFact> modelFact(const ForecastView* shown);
};

// Of each place the driver, empty where there is none: of the locked pick, else of the draft.
QStringList pickedOrder(const PicksView& picks);
std::optional<double> pickedChance(const PicksView& picks);

} // namespace parcferme
