#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace parcferme {

// "Sun, 06 Nov 1994 08:49:37 GMT" to UTC; nothing for anything else.
std::optional<QDateTime> timeFromHttpDate(const QByteArray& text);

// Whole seconds as headers write them (Age, Retry-After, max-age): digits only, at most ten years.
std::optional<std::chrono::seconds> secondsFromHeader(const QByteArray& text);

// Retry-After: seconds, or a date of which `now` is taken away (never negative).
std::optional<std::chrono::seconds> retryAfterFromHeader(const QByteArray& text, const QDateTime& now);

// What Cache-Control says to a private cache. Unknown directives are ignored.
struct CacheControl
{
    std::optional<std::chrono::seconds> maxAge;
    bool noStore = false;
    bool noCache = false; // may be kept, but must be asked for again

    static CacheControl fromHeader(const QByteArray& text);
};

} // namespace parcferme
