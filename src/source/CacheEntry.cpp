#include "source/CacheEntry.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

const QByteArray& signature()
{
    static const QByteArray line = "parcferme cache 1\n";
    return line;
}

QByteArray checksum(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

constexpr qsizetype ChecksumLength = 64;

tl::unexpected<Error> damaged(const QString& what)
{
    return fail(ErrorCode::Data, Sentence::tr("The cache entry is damaged: %1.").arg(what));
}

} // namespace

bool CacheEntry::freshAt(const QDateTime& now) const
{
    return now >= fetchedAt && now < freshUntil();
}

QByteArray CacheEntry::toFile() const
{
    const QJsonObject head{{"url"_L1, url.toString(QUrl::FullyEncoded)},
                           {"fetched_at"_L1, toIso(fetchedAt)},
                           {"lifetime_seconds"_L1, static_cast<qint64>(lifetime.count())},
                           {"etag"_L1, QString::fromLatin1(etag)},
                           {"last_modified"_L1, QString::fromLatin1(lastModified)},
                           {"empty"_L1, empty},
                           {"not_yet"_L1, notYet},
                           {"size"_L1, body.size()}};
    const QByteArray content = QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + body;
    return signature() + checksum(content) + '\n' + content;
}

Result<CacheEntry> CacheEntry::fromFile(const QByteArray& file)
{
    const qsizetype start = signature().size() + ChecksumLength + 1;
    if (!file.startsWith(signature()) || file.size() < start || file[start - 1] != '\n')
        return damaged(Sentence::tr("it has another format"));
    const QByteArray content = file.mid(start);
    if (checksum(content) != file.mid(signature().size(), ChecksumLength))
        return damaged(Sentence::tr("its checksum does not fit"));
    const qsizetype headEnd = content.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(content.left(headEnd < 0 ? 0 : headEnd)).object();
    const auto fetchedAt = timeFromIso(head.value("fetched_at"_L1).toString());
    const auto lifetime = head.value("lifetime_seconds"_L1).toInteger(-1);
    const QUrl url(head.value("url"_L1).toString(), QUrl::StrictMode);
    if (!fetchedAt || lifetime < 0 || !url.isValid() || url.isEmpty())
        return damaged(Sentence::tr("its head is incomplete"));
    CacheEntry entry;
    entry.url = url;
    entry.fetchedAt = *fetchedAt;
    entry.lifetime = std::chrono::seconds(lifetime);
    entry.etag = head.value("etag"_L1).toString().toLatin1();
    entry.lastModified = head.value("last_modified"_L1).toString().toLatin1();
    entry.empty = head.value("empty"_L1).toBool();
    entry.notYet = head.value("not_yet"_L1).toBool();
    entry.body = content.mid(headEnd + 1);
    if (head.value("size"_L1).toInteger(-1) != entry.body.size())
        return damaged(Sentence::tr("its size does not fit"));
    return entry;
}

} // namespace parcferme
