#pragma once

#include "cli/Command.h"

namespace parcferme {

// What is known of Y RACE with its frozen prediction, or, where there is none or --as-of asks for another
// moment, with a preview in its place, which is said. Errors: those of detailsArgument() and of a preview.
QCoro::Task<Result<RaceDetails>> forecastArgument(CommandContext context);

// DRIVER is an id, a code or a unique part of a name. Errors: NotFound, Ambiguous.
Result<QString> driverOf(const ForecastView& view, const People& people, const QString& text);

} // namespace parcferme
