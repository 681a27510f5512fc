#pragma once

#include "tables/TableModel.h"
#include "tracker/PickViews.h"

namespace parcferme {

// The players of a database, ranked; the user's own row is bold.
class LeagueModel : public TableModel
{
    Q_OBJECT
public:
    explicit LeagueModel(QObject* parent = nullptr);
    // player: who the user is. narrow: the streak as a figure alone, the interval without its words.
    void show(const League& league, const QString& player, bool narrow);

private:
    void setForm(bool narrow);
    Row rowOf(const LeagueRow& line, const QString& player, double scale) const;

    bool narrow_ = false;
};

// The points of each player ahead of the grid order, added up race by race.
class LeaguePointsModel : public TableModel
{
    Q_OBJECT
public:
    explicit LeaguePointsModel(QObject* parent = nullptr);
    void show(const League& league, const QString& player);
};

namespace league {

QString keyOf(const LeagueRow& row);                         // stable, for selection
QString nameOf(const LeagueRow& row, const QString& player); // "Robin (you)", "Model", "Grid order"
QString iconOf(PlayerKind kind);
// By race of the league: points minus those of the grid order, added up so far; a race without a pick
// adds nothing. Empty where the grid has none.
std::vector<int> pointsAhead(const League& league, const LeagueRow& row);

} // namespace league

} // namespace parcferme
