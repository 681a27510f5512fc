#pragma once

#include "cli/Console.h"
#include "tracker/Views.h"

namespace parcferme {

// A forecast with its provenance, as `predict` and `prediction` print it.
void showForecast(const Console& console, const ForecastView& view, const People& people,
                  const std::optional<Weather>& weather, const QString& title);

} // namespace parcferme
