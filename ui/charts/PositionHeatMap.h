#pragma once

#include "tracker/Views.h"
#include "ui/charts/RowChart.h"

namespace parcferme {

// Chance of each driver for each position: whole percents on a ground of one hue, the 80 % range outlined,
// the predicted position underlined, the official one marked by a diamond.
class PositionHeatMap : public RowChart
{
    Q_OBJECT
public:
    explicit PositionHeatMap(QWidget* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);
    // Official positions; nothing hides them (no result yet, or results are hidden).
    void setResult(const std::optional<ResultRevision>& result);
    void clear();

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Row
    {
        QString code, name, team;
        QColor colour;
        std::vector<double> chances;
        int low = 0, high = 0, predicted = 0;
    };

    void drawNumbers(const ChartFrame& frame, const QRectF& header, const QRectF& cells) const;
    void drawRow(const ChartFrame& frame, const QRectF& row, const QRectF& cells,
                 const QString& driver) const;
    void drawCell(const ChartFrame& frame, const QRectF& cell, double chance, bool withText) const;
    void drawMarks(const ChartFrame& frame, const QRectF& cells, const QRectF& row,
                   const QString& driver) const;
    void drawLegend(const ChartFrame& frame, double top) const;
    QString toolTip(const Row& row, int position, std::optional<int> official) const;

    QHash<QString, Row> rows_; // by driver
    QHash<QString, int> official_;
    int positions_ = 0;
    PredictionKind kind_ = PredictionKind::Live;
};

} // namespace parcferme
