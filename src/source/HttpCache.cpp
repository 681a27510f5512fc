#include "source/HttpCache.h"

#include "core/Sentence.h"
#include "source/SourceLog.h"
#include "source/WholeFile.h"

#include <QCryptographicHash>
#include <QFile>

namespace parcferme {

namespace {

constexpr qint64 LongestEntry = 64LL * 1024 * 1024;
constexpr qint64 AbandonedSeconds = 3600; // of a half-written file whose program was killed

QFileInfoList oldestFirst(const QDir& folder, const QString& pattern)
{
    return folder.entryInfoList({pattern}, QDir::Files, QDir::Time | QDir::Reversed);
}

} // namespace

HttpCache::HttpCache(const QString& folder, const Clock& clock, qint64 limit)
    : folder_(folder), clock_(clock), limit_(limit)
{
}

QString HttpCache::fileOf(const QUrl& url) const
{
    const QByteArray name =
        QCryptographicHash::hash(url.toEncoded(QUrl::FullyEncoded), QCryptographicHash::Sha256).toHex();
    return folder_.filePath(QString::fromLatin1(name) + QStringLiteral(".http"));
}

std::optional<CacheEntry> HttpCache::find(const QUrl& url) const
{
    const QString path = fileOf(url);
    const auto bytes = readWholeFile(path, LongestEntry);
    if (!bytes)
        return std::nullopt;
    auto entry = CacheEntry::fromFile(*bytes);
    if (!entry || entry->url != url) {
        qCInfo(sourceLog) << "A damaged cache entry is dropped:" << path;
        QFile::remove(path);
        return std::nullopt;
    }
    markUsed(path);
    return std::move(*entry);
}

void HttpCache::store(const CacheEntry& entry)
{
    const QByteArray bytes = entry.toFile();
    const bool made = folder_.exists() || QDir().mkpath(folder_.path());
    const Status written = made ? writeWholeFile(fileOf(entry.url), bytes)
                                : fail(ErrorCode::Io, Sentence::tr("The folder could not be made."));
    if (!written) {
        qCWarning(sourceLog) << "The cache keeps nothing:" << written.error().text();
        return;
    }
    markUsed(fileOf(entry.url));
    if (size_)
        *size_ += bytes.size();
    if (!size_ || *size_ > limit_)
        trim();
}

void HttpCache::markUsed(const QString& path) const
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(clock_.now(), QFileDevice::FileModificationTime);
}

void HttpCache::remove(const QUrl& url) const
{
    QFile::remove(fileOf(url));
}

void HttpCache::trim()
{
    for (const QFileInfo& part : oldestFirst(folder_, QStringLiteral("*.http.*.part")))
        if (part.lastModified().secsTo(clock_.now()) > AbandonedSeconds)
            QFile::remove(part.filePath());
    const QFileInfoList entries = oldestFirst(folder_, QStringLiteral("*.http"));
    qint64 size = 0;
    for (const QFileInfo& entry : entries)
        size += entry.size();
    for (const QFileInfo& entry : entries) {
        if (size <= limit_)
            break;
        if (QFile::remove(entry.filePath()))
            size -= entry.size();
    }
    size_ = size;
}

} // namespace parcferme
