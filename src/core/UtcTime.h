#pragma once

#include "core/Error.h"

#include <QDateTime>

namespace parcferme {

// Stored time is ISO 8601 text in UTC with whole seconds, "2026-06-06T17:12:03Z", so that text order is time
// order.
QString toIso(const QDateTime& time); // null for an invalid time

// Reads ISO 8601 with a zone ("Z" or an offset; a missing one means UTC), seconds optional. Errors: Data.
Result<QDateTime> timeFromIso(const QString& text);

// Reads "2026-06-07". Errors: Data.
Result<QDate> dateFromIso(const QString& text);

} // namespace parcferme
