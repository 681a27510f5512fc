#pragma once

#include "domain/Weather.h"

#include <QJsonValue>

namespace parcferme {

// The weather around a session, hour by hour; null where none is known.
QJsonValue weatherJson(const std::optional<Weather>& weather);

} // namespace parcferme
