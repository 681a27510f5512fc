#pragma once

#include "tracker/Views.h"
#include "ui/charts/PlotChart.h"

#include <memory>

namespace parcferme {

// Reliability diagram: how often what was given a chance came true, with 95 % intervals; below it the number
// of forecasts in each bin, in figures above bars on a square-root scale.
class ReliabilityChart : public PlotChart
{
    Q_OBJECT
public:
    explicit ReliabilityChart(QWidget* parent = nullptr);
    ~ReliabilityChart() override;
    void setEvent(const QString& event); // whose chances: "Podium"
    void setReliability(const evaluation::Reliability& reliability);

protected:
    void buildPlot() const override;
    void drawPlot(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Plot;

    void drawBin(const ChartFrame& frame, const evaluation::ReliabilityBin& bin) const;
    void drawLabels(const ChartFrame& frame, const QRectF& rates, const QRectF& counts) const;

    evaluation::Reliability reliability_;
    mutable std::unique_ptr<Plot> plot_; // null: there is nothing to show
};

} // namespace parcferme
