#pragma once

#include "tables/StandingsModel.h"
#include "ui/charts/RowChart.h"

#include <QHash>

namespace parcferme {

// Points now as a bar, expected final points as a mark with their 80 % interval, a row for each; with a
// condition the mean now hollow and the mean if so filled.
class FinalPointsChart : public RowChart
{
    Q_OBJECT
public:
    explicit FinalPointsChart(QWidget* parent = nullptr);
    // ifSo: null without a condition that can be answered.
    void setSeason(const SeasonView& view, season::Contestants side, const season::SeasonOutlook* ifSo,
                   bool retrospect);

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;
    TitlePlace titlePlace() const override { return TitlePlace::InHeader; }

private:
    struct Row
    {
        QString code, toolTip;
        QColor colour;
        bool second = false;
        double points = 0;
        bool expected = false; // whether the rest is set
        double mean = 0, low = 0, high = 0;
        std::optional<double> ifSo;
    };
    double x(const QRectF& plot, double points) const;
    double labelWidth(const ChartFrame& frame) const;
    void drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Row& data,
                 bool selected) const;
    void drawChange(const ChartFrame& frame, const QRectF& plot, double y, const Row& data) const;

    QHash<QString, Row> rows_;
    std::vector<double> ticks_;
    bool retrospect_ = false;
};

} // namespace parcferme
