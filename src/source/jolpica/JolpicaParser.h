#pragma once

#include "core/Error.h"
#include "source/jolpica/JolpicaPage.h"

#include <QByteArray>

namespace parcferme {

// Answers of the Jolpica-F1 API (Ergast's JSON) to values, one page at a time; no network, no clock. Unknown
// fields are ignored, missing ones mean nothing, and so do ornaments that cannot be read: the page notes
// them. A race whose id, date or order cannot be read is refused alone (SessionPart::refused); of a
// qualifying only the row. Errors: Network when the bytes are no JSON document at all (a login page, an
// answer cut off), Data when the frame around the races breaks a rule; the message names its path.
Result<CalendarPage> parseCalendar(const QByteArray& answer);
Result<QualifyingPage> parseQualifying(const QByteArray& answer);
// The rows of a race's and of a sprint's result have one shape.
Result<ResultPage> parseResults(const QByteArray& answer);
Result<ResultPage> parseSprints(const QByteArray& answer);

} // namespace parcferme
