#pragma once

#include "ui/charts/ChartWidget.h"

#include <QPixmap>

namespace parcferme {

// A chart with a plot of Qt Charts. Building such a plot and drawing it take several milliseconds each: on
// screen they get turns of their own, and the picture is kept until something about it changes.
class PlotChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit PlotChart(QWidget* parent = nullptr);

protected:
    void valuesChanged(); // call after new values: the plot is built anew
    virtual void buildPlot() const = 0;
    virtual void drawPlot(const ChartFrame& frame) const = 0; // the plot is built

    void draw(const ChartFrame& frame) const final;
    void redraw() override;
    void paintEvent(QPaintEvent* event) override;

private:
    void ensurePlot() const;
    bool isOnScreen(const QPainter& painter) const;
    bool isPictureFresh() const;
    void askForPicture();
    void makePicture();

    mutable bool built_ = false;
    QPixmap picture_;
    bool fresh_ = false; // the picture shows the newest values
    bool asked_ = false;
};

} // namespace parcferme
