#pragma once

#include "tracker/Views.h"
#include "ui/charts/ChartWidget.h"

#include <QCoreApplication>

#include <array>

namespace parcferme {

// The right zone of the gap chart: from one lap on, gaps are counted in laps, as the official result does.
// One column each for +1 lap, +2 laps, and +3 or more, with chances in percent.
class LapColumns
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::LapColumns)
public:
    struct Row
    {
        int down = 0;                    // laps of the median
        std::array<double, 3> chances{}; // exactly 1, exactly 2, 3 or more
    };
    static Row rowOf(const predictor::Forecast& forecast, const QString& driver, double gap);
    static QString toolTip(const Row& row); // empty where nothing is to be said

    // Whether these rows need the zone: somebody over 1 %.
    static bool isNeeded(const Row& row);

    // rows: the chart's, of which the zone takes its right end.
    LapColumns(const ChartFrame& frame, const QRectF& rows);

    double left() const { return zone_.left(); }
    void drawHeader(const QRectF& header) const;
    void drawRow(const QRectF& row, const Row& laps) const;
    // Where the mark of a median of so many laps stands; draws the ground that it stands on.
    QPointF markPlace(const QRectF& row, int down) const;
    void drawAxis() const; // the line of one lap, and the names of the columns

private:
    QRectF cell(const QRectF& row, int column) const;

    const ChartFrame& frame_;
    QRectF zone_;
    int columns_;
};

} // namespace parcferme
