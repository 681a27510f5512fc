#pragma once

#include "tables/LeagueModel.h"
#include "ui/charts/ChartWidget.h"

namespace parcferme {

// Points of each player ahead of the grid order, added up race by race, with the names at the ends.
class LeagueChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit LeagueChart(QWidget* parent = nullptr);
    void setLeague(const League& league, const QString& player);

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Line
    {
        QString key, name;
        PlayerKind kind = PlayerKind::Person;
        bool own = false;
        std::vector<int> points; // by race
    };
    QPointF at(const QRectF& plot, std::size_t races, double points) const;
    void drawAxes(const ChartFrame& frame, const QRectF& plot) const;
    void drawLine(const ChartFrame& frame, const QRectF& plot, const Line& line) const;
    void drawEnds(const ChartFrame& frame, const QRectF& plot) const;
    void addMarks(const ChartFrame& frame, const QRectF& plot) const;
    QColor colourOf(const Line& line, const Tokens& theme) const;

    std::vector<Line> lines_;
    std::vector<double> ticks_;
    QStringList races_, codes_, rounds_;
};

} // namespace parcferme
