#include "core/Error.h"

namespace parcferme {

QString Error::text() const
{
    return advice.isEmpty() ? message : message + QLatin1Char(' ') + advice;
}

} // namespace parcferme
