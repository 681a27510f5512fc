#pragma once

#include "core/Clock.h"
#include "source/CacheEntry.h"

#include <QDir>

#include <optional>

namespace parcferme {

// Answers on disk, one file each ("<SHA-256 of the URL>.http"), written whole or not at all; several programs
// may share the folder, and other files in it are left alone. A damaged entry is removed when it is met. The
// cache is a convenience: where the folder cannot be written, it just keeps nothing.
class HttpCache
{
public:
    static constexpr qint64 DefaultLimit = 200 * 1024 * 1024; // bytes on disk

    // The folder is made with the first entry.
    HttpCache(const QString& folder, const Clock& clock, qint64 limit = DefaultLimit);

    std::optional<CacheEntry> find(const QUrl& url) const; // marks it as used
    void store(const CacheEntry& entry); // then drops the least recently used over the limit
    void remove(const QUrl& url) const;

    QString folder() const { return folder_.path(); }

private:
    QString fileOf(const QUrl& url) const;
    void markUsed(const QString& path) const;
    void trim();

    QDir folder_;
    const Clock& clock_;
    qint64 limit_ = 0;
    // Of all entries, as far as this program knows; nothing before the first store.
    std::optional<qint64> size_;
};

} // namespace parcferme
