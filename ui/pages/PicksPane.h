#pragma once

#include "tables/PickOrderModel.h"
#include "tracker/PickViews.h"
#include "ui/picks/OrderEditor.h"
#include "ui/session/PickOffer.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;

namespace parcferme {

class ChartDeck;
class FileDialogs;
class KeysPanel;
class LockPanel;
class OrderView;
class PickSlopeChart;
class Preferences;
class SegmentBar;
class TablePanel;
class WinnerPanel;

// One's own order of the field, to be edited until it is locked: the rows, the slopes to the model's order, a
// chance for the winner, and what is to be said about locking and keys. In a narrow window one at a time.
class PicksPane : public QWidget
{
    Q_OBJECT
public:
    PicksPane(Preferences& preferences, FileDialogs& dialogs, QWidget* parent = nullptr);

    // What is beside the picks. model: null for none.
    struct Beside
    {
        const RaceDetails& race;
        const ForecastView* model = nullptr;
        QDateTime now;
        bool saving = false; // the picks are older than what was saved last
    };
    void show(const PicksView& picks, const Beside& beside);
    // The model's is the one that shows, a preview too; others are asked for with orderWanted().
    void startFrom(PickStart from);
    void takeOrder(PickStart from, const QStringList& places);
    void setNarrow(bool narrow);
    void setFileName(const QString& name);
    void selectDriver(const QString& driver);

    QHBoxLayout* tools() const { return tools_; }
    TablePanel* table() const { return table_; }
    ChartDeck* charts() const { return deck_; }
    OrderEditor& editor() { return editor_; }

    // Whether the user does not want to see the model while he picks.
    static bool hidesModel(const Preferences& preferences);

Q_SIGNALS:
    void edited(const QStringList& places, const std::optional<double>& winnerChance);
    void orderWanted(parcferme::PickStart from);
    void lockWanted();
    void modelHidden(); // or shown again
    void arranged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildTools();
    void buildStart();
    void buildContent(FileDialogs& dialogs);
    void openOrder(const PicksView& picks, const People& people, bool saving);
    void showOrder();
    void showOffer();
    void showWinner();
    void arrange();
    void fit();
    void save();
    void typed(const QString& digits);
    bool modelIsHidden() const;
    QString nameOf(const QString& driver) const;

    Preferences& preferences_;
    OrderEditor editor_;
    PickOrderModel model_;
    std::optional<PicksView> picks_;
    People people_;
    QHash<QString, QString> teams_;
    QHash<QString, int> modelPlaces_, grid_;
    QHash<QString, double> modelWins_;
    bool gridKnown_ = false;
    QDateTime now_;
    std::optional<double> chance_; // of the winner
    bool narrow_ = false;
    QHBoxLayout* tools_;
    SegmentBar* views_;
    QPushButton* start_;
    QMenu* startMenu_;
    QPushButton* undo_;
    QPushButton* csv_;
    QCheckBox* hide_;
    QAction* hideAction_ = nullptr; // the same, in a narrow window
    QLabel* why_;
    QPushButton* lock_;
    OrderView* view_ = nullptr;
    TablePanel* table_ = nullptr;
    PickSlopeChart* slopes_ = nullptr;
    ChartDeck* deck_ = nullptr;
    QScrollArea* panels_ = nullptr;
    WinnerPanel* winner_ = nullptr;
    LockPanel* locking_ = nullptr;
    KeysPanel* keys_ = nullptr;
};

} // namespace parcferme
