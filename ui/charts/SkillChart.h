#pragma once

#include "tracker/Views.h"
#include "ui/charts/PlotChart.h"

#include <memory>

namespace parcferme {

// Skill against grid climatology over all races so far, with its 95 % band. The zero line is the grid.
class SkillChart : public PlotChart
{
    Q_OBJECT
public:
    explicit SkillChart(QWidget* parent = nullptr);
    ~SkillChart() override;
    void setReport(const evaluation::Report& report);

protected:
    void buildPlot() const override;
    void drawPlot(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Plot;

    void drawSeasons(const ChartFrame& frame) const;
    void drawEnd(const ChartFrame& frame, const QRectF& area) const;
    void addMarks(const ChartFrame& frame, const QRectF& area) const;

    std::vector<evaluation::SkillPoint> points_;
    QStringList names_;                  // of the races, by point
    std::vector<int> seasonOf_;          // season of every judged race, the undrawn ones too
    mutable std::unique_ptr<Plot> plot_; // null: there is nothing to show
};

} // namespace parcferme
