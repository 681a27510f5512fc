#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace parcferme {

// One answer as the cache keeps it.
struct CacheEntry
{
    QUrl url;
    QDateTime fetchedAt;             // UTC, when the source sent it
    std::chrono::seconds lifetime{}; // how long it need not be asked for again, from fetchedAt
    QByteArray etag;                 // validators; empty when the source gave none
    QByteArray lastModified;
    bool empty = false;  // the list had no rows: not yet published
    bool notYet = false; // and the source said so by a status instead of a body
    QByteArray body;

    bool freshAt(const QDateTime& now) const; // never when the clock stands before fetchedAt
    QDateTime freshUntil() const { return fetchedAt.addSecs(lifetime.count()); }

    // The file: a first line with name and format, a line with the SHA-256 of all that follows, a line of
    // JSON with what is above, the body.
    QByteArray toFile() const;
    // Errors: Data, for a file of another format or one whose checksum does not fit.
    static Result<CacheEntry> fromFile(const QByteArray& file);
};

} // namespace parcferme
