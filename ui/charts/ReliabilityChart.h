#pragma once

#include "tracker/Views.h"
#include "ui/charts/ChartWidget.h"

namespace parcferme {

// Reliability diagram: how often what was given a chance came true, with 95 % intervals; below it the number
// of forecasts in each bin, in figures above bars on a square-root scale.
class ReliabilityChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit ReliabilityChart(QWidget* parent = nullptr);
    void setReliability(const evaluation::Reliability& reliability);

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    void drawAxes(const ChartFrame& frame, const QRectF& plot, const QRectF& counts) const;
    void drawBin(const ChartFrame& frame, const QRectF& plot, const QRectF& counts,
                 const evaluation::ReliabilityBin& bin) const;

    evaluation::Reliability reliability_;
    int most_ = 1; // largest count
};

} // namespace parcferme
