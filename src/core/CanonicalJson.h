#pragma once

#include "core/Error.h"

#include <QJsonObject>
#include <QJsonValue>

namespace parcferme {

// JSON of which there is exactly one spelling, so that its bytes can be hashed: keys sorted by UTF-16 unit,
// no spaces, UTF-8, strings in NFC with only the escapes that JSON demands. A number is the shortest decimal
// that reads back to the same double; whole numbers up to 2^53 have neither point nor exponent, and minus
// zero is 0. Errors: Data, for a number that is not finite and for a key that occurs twice after NFC.
Result<QByteArray> canonicalJson(const QJsonValue& value);

// The object in this text. Errors: Data, with the place where reading stopped.
Result<QJsonObject> parseJsonObject(const QByteArray& text);

} // namespace parcferme
