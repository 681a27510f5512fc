#pragma once

#include "tracker/Views.h"

#include <QHash>

namespace parcferme {

// A prediction as it is judged: who did not start drops out, the rest close up; starters that it did not have
// are left out. Positions 1..n among those that count.
struct JudgedPlace
{
    int predicted = 0;
    int official = 0;
    int low = 0; // 80 % interval, over the starters
    int high = 0;
    bool inside() const { return low <= official && official <= high; }
};

// Drivers by predicted position.
QStringList orderOf(const ForecastView& forecast);

// By driver id; drivers that do not count are missing. stored: what was judged of it against this result,
// which has the intervals without those who did not start; null: none, and the intervals are as forecast.
QHash<QString, JudgedPlace> judgedOrder(const ForecastView& forecast, const ResultRevision& result,
                                        const Evaluation* stored);

// The same of an order alone: without intervals.
QHash<QString, JudgedPlace> judgedOrder(const QStringList& order, const ResultRevision& result);

// What was judged of the shown prediction against that revision of the result; null: nothing.
const EvaluationView* evaluationAgainst(const RaceDetails& race, int revision);

} // namespace parcferme
