#include "source/HttpCache.h"
#include "source/CacheEntry.h"
#include "source/WholeFile.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;
using namespace std::chrono_literals;

namespace {

const QDateTime& start()
{
    static const QDateTime time(QDate(2026, 6, 8), QTime(12, 0), QTimeZone::utc());
    return time;
}

CacheEntry entry(const QString& name, const QByteArray& body)
{
    const QUrl url(QStringLiteral("https://api.example/") + name);
    return {url, start(), 3600s, "\"tag\"", "then", false, false, body};
}

QStringList entriesIn(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.http")}, QDir::Files);
}

QByteArray contentOf(const QString& path)
{
    return readWholeFile(path, 1024 * 1024).value_or(QByteArray());
}

} // namespace

class HttpCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entryRoundTrip();
    void everyChangedByteIsFound();
    void everyTruncationIsFound();
    void freshness();
    void storesAndFinds();
    void damagedEntryIsDropped();
    void entryOfAnotherAddressIsDropped();
    void leastRecentlyUsedGoes();
    void otherFilesAreLeftAlone();
    void folderThatCannotBeWritten();
    void killedWriterLeavesWholeEntries();
};

void HttpCacheTest::entryRoundTrip()
{
    const CacheEntry before = entry(QStringLiteral("a?b=c%20d"), QByteArray("{\"a\":\n\0}", 8));
    const auto after = CacheEntry::fromFile(before.toFile());
    QVERIFY(after);
    QCOMPARE(after->url, before.url);
    QCOMPARE(after->fetchedAt, before.fetchedAt);
    QCOMPARE(after->lifetime, before.lifetime);
    QCOMPARE(after->etag, before.etag);
    QCOMPARE(after->lastModified, before.lastModified);
    QCOMPARE(after->empty, false);
    QCOMPARE(after->notYet, false);
    QCOMPARE(after->body, before.body);
    const CacheEntry nothing{before.url, start(), 3600s, {}, {}, true, true, {}};
    const auto read = CacheEntry::fromFile(nothing.toFile());
    QVERIFY(read && read->empty && read->notYet);
}

void HttpCacheTest::everyChangedByteIsFound()
{
    const QByteArray file = entry(QStringLiteral("a"), "{\"MRData\": {}}").toFile();
    for (qsizetype i = 0; i < file.size(); ++i) {
        QByteArray changed = file;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY2(!CacheEntry::fromFile(changed), QByteArray::number(i));
    }
}

void HttpCacheTest::everyTruncationIsFound()
{
    const QByteArray file = entry(QStringLiteral("a"), "{\"MRData\": {}}").toFile();
    for (qsizetype length = 0; length < file.size(); ++length)
        QVERIFY(!CacheEntry::fromFile(file.left(length)));
    QVERIFY(!CacheEntry::fromFile(file + 'x'));
}

void HttpCacheTest::freshness()
{
    const CacheEntry one = entry(QStringLiteral("a"), {});
    QVERIFY(one.freshAt(start()));
    QVERIFY(one.freshAt(start().addSecs(3599)));
    QVERIFY(!one.freshAt(start().addSecs(3600)));
    QCOMPARE(one.freshUntil(), start().addSecs(3600));
    QVERIFY(!one.freshAt(start().addSecs(-1))); // the clock was set back: its age is unknown
}

void HttpCacheTest::storesAndFinds()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    HttpCache cache(folder.path() + QStringLiteral("/new/folder"), clock);
    QVERIFY(!cache.find(entry(QStringLiteral("a"), {}).url));
    cache.store(entry(QStringLiteral("a"), "1"));
    cache.store(entry(QStringLiteral("b"), "2"));
    cache.store(entry(QStringLiteral("a"), "3"));
    const HttpCache restarted(cache.folder(), clock);
    QCOMPARE(restarted.find(entry(QStringLiteral("a"), {}).url)->body, QByteArray("3"));
    QCOMPARE(restarted.find(entry(QStringLiteral("b"), {}).url)->body, QByteArray("2"));
    restarted.remove(entry(QStringLiteral("b"), {}).url);
    QVERIFY(!cache.find(entry(QStringLiteral("b"), {}).url));
}

void HttpCacheTest::damagedEntryIsDropped()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    HttpCache cache(folder.path(), clock);
    const CacheEntry one = entry(QStringLiteral("a"), "good");
    cache.store(one);
    const QString path = folder.filePath(entriesIn(folder.path()).value(0));
    QByteArray file = contentOf(path);
    file.chop(1);
    QVERIFY(writeWholeFile(path, file + 'D'));
    QVERIFY(!cache.find(one.url));
    QVERIFY(entriesIn(folder.path()).isEmpty());
    cache.store(one);
    QVERIFY(cache.find(one.url));
}

void HttpCacheTest::entryOfAnotherAddressIsDropped()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    HttpCache cache(folder.path(), clock);
    const CacheEntry one = entry(QStringLiteral("a"), "one");
    cache.store(one);
    const QString path = folder.filePath(entriesIn(folder.path()).value(0));
    QVERIFY(writeWholeFile(path, entry(QStringLiteral("b"), "two").toFile()));
    QVERIFY(!cache.find(one.url));
}

void HttpCacheTest::leastRecentlyUsedGoes()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    HttpCache cache(folder.path(), clock, 10'000);
    for (const char* name : {"a", "b", "c"}) {
        cache.store(entry(QString::fromLatin1(name), QByteArray(3000, 'x')));
        clock.set(clock.now().addSecs(60));
    }
    QVERIFY(cache.find(entry(QStringLiteral("a"), {}).url)); // now the newest in use
    clock.set(clock.now().addSecs(60));
    cache.store(entry(QStringLiteral("d"), QByteArray(3000, 'x')));
    QVERIFY(cache.find(entry(QStringLiteral("a"), {}).url));
    QVERIFY(!cache.find(entry(QStringLiteral("b"), {}).url));
    QVERIFY(cache.find(entry(QStringLiteral("c"), {}).url));
    QVERIFY(cache.find(entry(QStringLiteral("d"), {}).url));
}

void HttpCacheTest::otherFilesAreLeftAlone()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    const QString foreign = folder.filePath(QStringLiteral("2024.ff1pkl"));
    QVERIFY(writeWholeFile(foreign, QByteArray(50'000, 'x')));
    HttpCache cache(folder.path(), clock, 1000);
    cache.store(entry(QStringLiteral("a"), QByteArray(3000, 'x')));
    QVERIFY(entriesIn(folder.path()).isEmpty()); // alone over the limit
    QCOMPARE(contentOf(foreign).size(), 50'000);
}

void HttpCacheTest::folderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(writeWholeFile(file, "in the way"));
    HttpCache cache(file + QStringLiteral("/cache"), clock);
    cache.store(entry(QStringLiteral("a"), "1"));
    QVERIFY(!cache.find(entry(QStringLiteral("a"), {}).url));
    QCOMPARE(contentOf(file), QByteArray("in the way"));
}

// This program again as a child that only stores, killed in the middle of it.
void HttpCacheTest::killedWriterLeavesWholeEntries()
{
    const QTemporaryDir folder;
    for (int round = 0; round < 15; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--store-forever"), folder.path()});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead(10000));
        QTest::qSleep(3 + 7 * round % 23);
        child.kill();
        QVERIFY(child.waitForFinished());
        const QStringList names = entriesIn(folder.path());
        QVERIFY(!names.isEmpty());
        for (const QString& name : names)
            QVERIFY2(CacheEntry::fromFile(contentOf(folder.filePath(name))), qPrintable(name));
    }
}

static int storeForever(const QString& folder)
{
    const SystemClock clock;
    HttpCache cache(folder, clock);
    cache.store(entry(QStringLiteral("first"), "x"));
    std::puts("started");
    std::fflush(stdout);
    for (int i = 0;; ++i)
        cache.store(entry(QString::number(i % 7), QByteArray(50'000 + i % 1000, 'x')));
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--store-forever")
        return storeForever(QString::fromLocal8Bit(argv[2]));
    HttpCacheTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "HttpCacheTest.moc"
