#pragma once

#include "tracker/Views.h"

#include <QSet>
#include <QWidget>

class QListView;

namespace parcferme {

class RaceListDelegate;
class RaceListModel;
class RaceSearchModel;

// The races of the season at the left of the window, with a heading; one is selected.
class RaceListPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RaceListPanel(QWidget* parent = nullptr);

    void setRaces(std::vector<RaceOverview> races, const QDateTime& now);
    void setSearch(const QString& text);
    void setNow(const QDateTime& now);
    void setHidden(bool hidden, const QSet<RaceId>& revealed);
    void setCompact(bool compact);
    void setCurrent(RaceId race);
    RaceId current() const;
    void step(int rows); // selects the next or the previous race

    QListView* view() const { return view_; }
    RaceListModel* model() const { return model_; }

Q_SIGNALS:
    void raceChosen(parcferme::RaceId race);

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize sizeHint() const override;

private:
    void restoreCurrent();
    QModelIndex indexOf(RaceId race) const;
    int headingHeight() const;

    RaceListModel* model_;
    RaceSearchModel* found_;
    RaceListDelegate* delegate_;
    QListView* view_;
    RaceId current_ = 0;
    bool restoring_ = false;
    bool compact_ = false;
};

} // namespace parcferme
