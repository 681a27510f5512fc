#pragma once

#include "ui/pages/Page.h"
#include "ui/session/PlayerView.h"

#include <vector>

class QHBoxLayout;

namespace parcferme {

class SegmentBar;
class TableAndCharts;

// A page of a race. Its line of tools begins with the switch that says whose order it shows, which stands
// above an empty view as well.
class RacePage : public Page
{
    Q_OBJECT
public:
    explicit RacePage(const PageContext& context);

protected:
    PlayerView players() const;
    // One of them shows: its line of tools begins with the switch, and with what else is handed over.
    void beginTools(TableAndCharts* content, const QList<QWidget*>& further = {});
    void beginTools(QHBoxLayout* tools);
    void beginEmpty(const EmptyState& state);

private:
    void showChoice();
    void leave();

    QWidget* line_; // above an empty view
    SegmentBar* switch_;
    TableAndCharts* leading_ = nullptr; // that has the switch
};

} // namespace parcferme
