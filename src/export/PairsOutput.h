#pragma once

#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonObject>

namespace parcferme {

// Two drivers of a forecast, and the chance that the first ends ahead of the other.
struct DriverPair
{
    QString driver;
    QString other;
    double chance = 0;
    bool teammates = false;
};

// Every driver against every other, both in predicted order; empty for a record of version 1.0.0, which holds
// no strengths.
std::vector<DriverPair> pairsOf(const ForecastView& view);

// {"race_id", "session", "kind", "stage", "pairs": [{"driver", "other", "p_ahead", "teammates"}]}
QJsonObject pairsJson(const ForecastView& view, const std::vector<DriverPair>& pairs);

Table pairsTable(const std::vector<DriverPair>& pairs);
Table withPairNames(Table table, const People& people); // for people

} // namespace parcferme
