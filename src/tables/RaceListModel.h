#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The races of a season with their state. What a badge says depends on the present, which is handed in: call
// setNow() each minute.
class RaceListModel : public TableModel
{
    Q_OBJECT
public:
    explicit RaceListModel(QObject* parent = nullptr);

    void setRaces(std::vector<RaceOverview> races, const QDateTime& now);
    void setNow(const QDateTime& now);
    // These show no MAE.
    void setHidden(const HiddenRaces& hidden);

    const std::vector<RaceOverview>& races() const { return races_; } // one per row
    const RaceOverview* race(int row) const;                          // null: no such row
    int rowOf(RaceId race) const;                                     // -1: not in this season

Q_SIGNALS:
    void racesChanged(); // other races, or other facts of them

private:
    void rebuild();

    std::vector<RaceOverview> races_;
    QDateTime now_;
    HiddenRaces hidden_;
};

// The badge of a race at this moment.
RaceBadge raceBadge(const RaceOverview& race, const QDateTime& now, bool hidden);
// What stands of the sprint beside it: words and an icon only where the badge of the Grand Prix has none, so
// that no row has two.
RaceBadge sprintBadge(const RaceOverview& race, const RaceOverview& sprint, const QDateTime& now,
                      bool hidden);
// The state in a sentence, for tooltips and screen readers.
QString stateSentence(const RaceOverview& race);

} // namespace parcferme
