#include "tables/InputReading.h"

#include "tables/Format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace parcferme {

namespace {

class InputReading
{
    Q_DECLARE_TR_FUNCTIONS(InputReading)
};

QString place(const predictor::Forecast& forecast, const predictor::DriverForecast& driver)
{
    if (forecast.stage == predictor::Stage::Nothing)
        return {};
    if (driver.grid && *driver.grid == 0)
        return InputReading::tr("pit lane");
    return (forecast.stage == predictor::Stage::Grid ? InputReading::tr("P%1 on the grid")
                                                     : InputReading::tr("P%1 in qualifying"))
        .arg(driver.startingPosition);
}

// The input is the mean of the field minus his own gap, so the fastest has the largest.
QString toTheFastest(const predictor::Forecast& forecast, const predictor::InputPart& part)
{
    if (forecast.stage == predictor::Stage::Nothing)
        return {};
    const auto index = static_cast<std::size_t>(std::ranges::find(forecast.inputNames, part.input) -
                                                forecast.inputNames.begin());
    double fastest = -std::numeric_limits<double>::infinity();
    for (const predictor::DriverForecast& driver : forecast.drivers)
        fastest = std::max(fastest, driver.inputs[index]);
    const double gap = fastest - part.value;
    return gap > 0 ? InputReading::tr("%1 % to the fastest").arg(format::number(gap, 2))
                   : InputReading::tr("the fastest");
}

} // namespace

QString inputReading(const predictor::Forecast& forecast, const predictor::DriverForecast& driver,
                     const predictor::InputPart& part)
{
    if (part.input == "grid_score" || part.input == "grid_log")
        return place(forecast, driver);
    if (part.input == "quali_gap")
        return toTheFastest(forecast, part);
    if (part.input == "newcomer" && part.value > 0) {
        // The input is 1 / (1 + starts / 5).
        const int starts = static_cast<int>(std::lround(5 * (1 / part.value - 1)));
        return InputReading::tr("%n races started", nullptr, starts);
    }
    if (part.input.starts_with("rating_"))
        return InputReading::tr("%1 to the field").arg(format::signedNumber(part.value, 2));
    return {};
}

} // namespace parcferme
