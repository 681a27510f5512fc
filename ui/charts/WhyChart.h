#pragma once

#include "predictor/Explanation.h"
#include "tracker/Views.h"
#include "ui/charts/ChartWidget.h"

namespace parcferme {

// What each input moves one driver by, against the mean of the field: bars from a centre line, largest first,
// the sum at the foot. Shows the selected driver, else the predicted winner.
class WhyChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit WhyChart(QWidget* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);
    void setDriver(const QString& driver);
    void clear();

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Bar
    {
        QString name, reading, toolTip; // reading: the input as a person reads it; may be empty
        double part = 0;
        std::optional<double> beforeSprint; // the part without the weekend's sprint, of the order rating
    };
    struct Driver
    {
        QString name;
        int predicted = 0;
        std::vector<Bar> bars; // largest first
        double sum = 0;
    };

    static Bar barOf(const predictor::Forecast& forecast, const predictor::DriverForecast& driver,
                     const predictor::InputPart& part);
    void drawBar(const ChartFrame& frame, const QRectF& row, const Bar& bar, bool sum) const;
    void updateTitles();

    QHash<QString, Driver> drivers_;
    QString winner_, shown_;
    bool withoutParts_ = false;                  // a record of version 1.0 holds none
    std::size_t inputs_ = predictor::InputCount; // rows that the chart makes room for
    double scale_ = 1; // largest part or sum in the field: one scale for all drivers
    PredictionKind kind_ = PredictionKind::Live;
};

} // namespace parcferme
