#include "predictor/Explanation.h"

namespace parcferme::predictor {

std::vector<InputPart> explanationOf(const Forecast& forecast, const DriverForecast& driver)
{
    std::vector<InputPart> parts;
    for (std::size_t i = 0; i < driver.explanation.size(); ++i) {
        double sum = 0;
        for (const DriverForecast& each : forecast.drivers)
            sum += each.inputs[i];
        InputPart part{.input = forecast.inputNames[i],
                       .value = driver.inputs[i],
                       .mean = sum / static_cast<double>(forecast.drivers.size()),
                       .weight = forecast.weights[i],
                       .part = driver.explanation[i],
                       .valueBeforeSprint = {}};
        if (part.input == "rating_order")
            part.valueBeforeSprint = driver.ratingOrderBeforeSprint;
        parts.push_back(part);
    }
    return parts;
}

} // namespace parcferme::predictor
