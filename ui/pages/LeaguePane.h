#pragma once

#include "tables/LeagueModel.h"
#include "tables/NextPicksModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;

namespace parcferme {

class ChartDeck;
class FileDialogs;
class LeagueChart;
class Preferences;
class TablePanel;

// The players of a database: their table, their points race by race, and who has locked for the next race.
class LeaguePane : public QWidget
{
    Q_OBJECT
public:
    LeaguePane(Preferences& preferences, FileDialogs& dialogs, QWidget* parent = nullptr);

    void setSeasons(const std::vector<int>& years); // newest first; without scopeChanged()
    LeagueScope scope() const;
    QString words() const; // the same in words: "League: 2026, Grands Prix"
    void show(const League& league, const QString& player);
    void showNext(const Race& race, const PicksView& picks);
    void setAddress(const QString& address); // of the database, that others open too
    void setNarrow(bool narrow);

    TablePanel* currentTable() const;
    ChartDeck* charts() const { return deck_; }

Q_SIGNALS:
    void scopeChanged();
    void exported(const QString& file);
    void exportFailed(const QString& why);

private:
    QWidget* buildTools();
    QWidget* buildNext(Preferences& preferences, FileDialogs& dialogs);
    void connectParts();
    void fitTable();

    LeagueModel model_;
    LeaguePointsModel pointsModel_;
    NextPicksModel nextModel_;
    std::optional<League> shown_;
    QString player_, address_;
    bool narrow_ = false;
    QComboBox* seasons_;
    QComboBox* session_;
    TablePanel* table_;
    LeagueChart* chart_;
    ChartDeck* deck_;
    QSplitter* below_;
    QLabel* nextHead_;
    QLabel* alone_;
    TablePanel* next_;
};

} // namespace parcferme
