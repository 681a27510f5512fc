#pragma once

#include "tracker/Views.h"
#include "ui/pages/PageTable.h"

#include <QWidget>

class QListView;

namespace parcferme {

class EntryList;
class OtherSeasons;
class RaceListDelegate;
class RaceListModel;
class RaceSearchModel;

// The left column of the window: entries for the season and the track record, and under a heading the races
// of the season. One of all is selected: for the keyboard they are one list.
class RaceListPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RaceListPanel(QWidget* parent = nullptr);

    void setRaces(std::vector<RaceOverview> races, const QDateTime& now);
    void setSearch(const QString& text);
    // Of the same text in all seasons; those of the season at hand are in the list.
    void setFound(const std::vector<Race>& races);
    void enterFound(); // with the keyboard: the first race that is found
    void openFound();
    void setNow(const QDateTime& now);
    void setHidden(const HiddenRaces& hidden);
    void setCompact(bool compact);
    // The race at hand; it is selected while no entry is.
    void setCurrent(RaceId race);
    // The page of no race that is shown; nothing: that of a race.
    void setEntry(const std::optional<PageId>& page);
    void setFigure(PageId page, const QString& figure);
    void takeFocus();
    RaceId current() const;
    void step(int rows); // selects the next or the previous race

    QListView* view() const { return view_; } // of the races
    OtherSeasons* others() const { return others_; }
    EntryList* entries() const { return entries_; }
    RaceListModel* model() const { return model_; }

Q_SIGNALS:
    void raceChosen(parcferme::RaceId race);
    void pageChosen(parcferme::PageId page);
    void otherSeasonChosen(int season, parcferme::RaceId race);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    QSize sizeHint() const override;

private:
    void restoreCurrent();
    void fitView();
    bool leaveEntries(int key);
    bool leaveRaces(int key);
    void chooseEntry(int row);
    void chooseRace(int row);
    QModelIndex indexOf(RaceId race) const;
    int headingHeight() const;

    RaceListModel* model_;
    RaceSearchModel* found_;
    RaceListDelegate* delegate_;
    EntryList* entries_;
    QListView* view_;
    OtherSeasons* others_; // while something is searched
    RaceId current_ = 0;
    bool restoring_ = false;
    bool compact_ = false;
};

} // namespace parcferme
