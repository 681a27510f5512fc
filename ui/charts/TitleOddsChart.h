#pragma once

#include "tables/StandingsModel.h"
#include "ui/charts/RowChart.h"

#include <QHash>

namespace parcferme {

// The title odds after each round, from what was known then: a line for each who matters, the others
// together. With a condition, a row for each instead: the chance now and if so.
class TitleOddsChart : public RowChart
{
    Q_OBJECT
public:
    explicit TitleOddsChart(QWidget* parent = nullptr);
    // rounds: those computed so far, at most up to the one at hand.
    void setSeason(const SeasonView& view, const StandingsModel::Rounds& rounds, season::Contestants side);
    // words: the condition, for the heading.
    void setChanges(const SeasonView& view, season::Contestants side, const season::SeasonOutlook& ifSo,
                    const QString& words);
    bool showsChanges() const { return showsChanges_; }

protected:
    TitlePlace titlePlace() const override;
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Line
    {
        QString id, name;
        QColor colour;
        bool second = false;
        bool others = false;
        std::vector<std::optional<double>> chances; // by place in rounds_
    };
    struct Change
    {
        QString code, toolTip;
        double now = 0, then = 0;
        bool open = false; // can still win
    };
    double xOf(const QRectF& plot, std::size_t place) const;
    void drawGrid(const ChartFrame& frame, const QRectF& plot) const;
    void drawLine(const ChartFrame& frame, const QRectF& plot, const Line& line) const;
    void drawEnds(const ChartFrame& frame, const QRectF& plot) const;
    void addMarks(const ChartFrame& frame, const QRectF& plot) const;
    bool stands(const Line& line) const; // drawn strong
    void drawChanges(const ChartFrame& frame) const;
    void drawChange(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Change& change,
                    bool selected) const;

    bool showsChanges_ = false;
    std::vector<int> rounds_; // as many as have been run
    QStringList names_, codes_;
    std::vector<Line> lines_;
    QHash<QString, Change> changes_;
    std::vector<double> ticks_; // percent, of the changes
};

} // namespace parcferme
