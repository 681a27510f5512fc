#pragma once

#include "tables/StandingsModel.h"

namespace parcferme {

// The title odds after each round, as the chart beside it draws them.
class TitleOddsModel : public TableModel
{
    Q_OBJECT
public:
    explicit TitleOddsModel(QObject* parent = nullptr);
    void show(const SeasonView& view, const StandingsModel::Rounds& rounds, season::Contestants side);
};

// Points after each round: so far, and expected with the 80 % range.
class PointsByRoundModel : public TableModel
{
    Q_OBJECT
public:
    explicit PointsByRoundModel(QObject* parent = nullptr);
    void show(const SeasonView& view, season::Contestants side);
};

} // namespace parcferme
