#pragma once

#include "domain/Prediction.h"
#include "tracker/Views.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;

namespace parcferme {

class FlowLayout;
class SegmentBar;

// What stands above the track record: which predictions it is of, a new backtest, and the export.
class RecordTools : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Retrospective, Live, Backtest };

    // What its buttons trigger.
    RecordTools(QAction* runBacktest, QAction* exportTable);

    // To be placed by the page, on the line of its tabs: beside the choices they would break their line.
    QWidget* buttons() const { return buttons_; }

    Kind kind() const;
    void setKind(Kind kind); // without kindChosen()
    QString kindKey() const; // for names of files: "live"
    QString words() const;   // what is chosen: "Track record: Live, 12 races, Grands Prix, stage All"
    RecordScope scope() const;
    bool isNarrowed() const; // less than all seasons and stages is chosen
    // Newest first; the chosen ones stay where they are among them. Without scopeChanged().
    void setSeasons(const std::vector<int>& years);
    // Races judged of each kind, shown beside its name.
    void setCounts(int retrospective, int live);
    // The segment is hidden until then. span: its seasons and stage, in words.
    void setBacktest(const QString& span, int races);
    // Whether it is of the user's own picks, which are of one kind and know no stage.
    void setMine(bool mine);
    void setBacktestRaces(int races); // others are hidden now

Q_SIGNALS:
    void kindChosen();
    void scopeChanged();

private:
    QComboBox* addSelector(const QString& name, const QString& label, const QString& accessibleName);
    void updateSelectors();

    bool mine_ = false;
    QWidget* stagePair_ = nullptr;
    QWidget* run_ = nullptr;
    QWidget* buttons_ = nullptr;
    FlowLayout* choices_;
    SegmentBar* kinds_;
    std::vector<QWidget*> ofStored_; // hidden for a backtest, which has its own seasons and stage
    QLabel* ofBacktest_;
    QComboBox* seasons_;
    QComboBox* stage_;
    QComboBox* session_;
};

} // namespace parcferme
