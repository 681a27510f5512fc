#include "core/Clock.h"

namespace parcferme {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

FixedClock::FixedClock(const QDateTime& now) : now_(now.toUTC()) {}

QDateTime FixedClock::now() const
{
    return now_;
}

void FixedClock::set(const QDateTime& now)
{
    now_ = now.toUTC();
}

} // namespace parcferme
