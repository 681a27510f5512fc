#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QJsonDocument>

namespace parcferme {

// The JSON document in an answer. Errors: Network when the bytes are none at all (a login page, an answer cut
// off).
Result<QJsonDocument> readJson(const QByteArray& answer);

} // namespace parcferme
