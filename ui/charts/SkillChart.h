#pragma once

#include "tracker/Views.h"
#include "ui/charts/ChartWidget.h"

namespace parcferme {

// Skill against grid climatology over all races so far, with its 95 % band. The zero line is the grid.
class SkillChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit SkillChart(QWidget* parent = nullptr);
    void setReport(const evaluation::Report& report);

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Plot;

    void drawAxes(const ChartFrame& frame, const Plot& plot) const;
    void drawSeasons(const ChartFrame& frame, const Plot& plot) const;
    void drawCurve(const ChartFrame& frame, const Plot& plot) const;
    void drawEnd(const ChartFrame& frame, const Plot& plot) const;

    std::vector<evaluation::SkillPoint> points_;
    QStringList names_;         // of the races, by point
    std::vector<int> seasonOf_; // season of every judged race, the undrawn ones too
    std::vector<double> ticks_;
};

} // namespace parcferme
