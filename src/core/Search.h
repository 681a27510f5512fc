#pragma once

#include <QString>

namespace parcferme {

// Text as it is compared when somebody searches: case folded, accents removed ("São Paulo" -> "sao paulo").
QString searchKey(const QString& text);

} // namespace parcferme
