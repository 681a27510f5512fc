#pragma once

#include "tables/ComparisonModel.h"
#include "tables/PlayerScoresModel.h"

#include <QWidget>

namespace parcferme {

class ChartDeck;
class FileDialogs;
class PlacesChart;
class Preferences;
class TableAndCharts;
class TablePanel;

// My order, the model's and the grid's beside each other: the places of each driver as a table and as a
// chart; once there is a result, three rows above that say how good each was.
class ComparePane : public QWidget
{
    Q_OBJECT
public:
    // name: for kept layouts.
    ComparePane(const QString& name, Preferences& preferences, FileDialogs& dialogs,
                QWidget* parent = nullptr);

    void show(const ComparedOrders& orders, const People& people);
    void setScores(const PlayerScoresModel::Scores& scores); // only with a result
    void setNarrow(bool narrow);
    void setFileName(const QString& name);
    void selectDriver(const QString& driver);

    TableAndCharts* content() const { return content_; }
    TablePanel* table() const { return table_; }
    TablePanel* scores() const { return scores_; }
    ChartDeck* charts() const { return deck_; }
    TablePanel* currentTable() const;

private:
    void alignRows();
    void fitScores();
    void showFoot();

    ComparisonModel model_;
    PlayerScoresModel scoresModel_;
    TablePanel* table_;
    TablePanel* scores_;
    PlacesChart* places_;
    ChartDeck* deck_;
    TableAndCharts* content_;
    QString foot_; // what the signs in the table mean
    bool narrow_ = false;
};

} // namespace parcferme
