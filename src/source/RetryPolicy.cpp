#include "source/RetryPolicy.h"

#include <cmath>

namespace parcferme {

bool RetryPolicy::isTemporary(int httpStatus)
{
    return httpStatus == 429 || (httpStatus >= 500 && httpStatus <= 599);
}

std::optional<std::chrono::milliseconds>
RetryPolicy::delay(int retry, std::optional<std::chrono::seconds> retryAfter, double random) const
{
    if (retry >= retries || (retryAfter && *retryAfter > longestRetryAfter))
        return std::nullopt;
    if (retryAfter)
        return *retryAfter;
    const double share = 1 + jitter * (2 * random - 1);
    const double delay = static_cast<double>(firstDelay.count()) * std::pow(growth, retry) * share;
    return std::chrono::milliseconds(std::llround(delay));
}

} // namespace parcferme
