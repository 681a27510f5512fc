#pragma once

#include <chrono>
#include <optional>

namespace parcferme {

// When a failed request is sent again.
struct RetryPolicy
{
    int retries = 3;
    std::chrono::milliseconds firstDelay{1000};
    double growth = 2; // from one delay to the next
    // A delay is longer or shorter by up to this share, so that several programs do not ask at the same time.
    double jitter = 0.25;
    // A host that asks to wait longer than this has refused.
    std::chrono::seconds longestRetryAfter{120};

    static bool isTemporary(int httpStatus); // 429, 5xx

    // The pause before retry `retry` (0 is the first), or nothing when it is not worth it. What the source
    // asks for wins. random: in [0, 1).
    std::optional<std::chrono::milliseconds> delay(int retry, std::optional<std::chrono::seconds> retryAfter,
                                                   double random) const;
};

} // namespace parcferme
