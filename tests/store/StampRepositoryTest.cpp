#include "StoreFixture.h"

#include "store/StampRepository.h"

using namespace parcferme;
using namespace parcferme::test;

// A ledger of three predictions and what authorities said of it.
class StampRepositoryTest : public QObject
{
    Q_OBJECT

    static LedgerStamp stamp(const QByteArray& hash, const char* at, const char* authority = "One")
    {
        return {hash, QString::fromLatin1(authority), utc(at), QByteArray("\x30\x00\xff\x01", 4), 0};
    }

    static std::vector<LedgerLine> fill(Store& store)
    {
        for (const int year : {2024, 2025, 2026}) {
            const auto race = RaceRepository(*store.database).insert(monaco(year));
            if (!race || !PredictionRepository(*store.database).append(draft(*race)))
                qFatal("The ledger cannot be filled.");
        }
        return StampRepository(*store.database).ledger().value();
    }

private Q_SLOTS:
    void aStampStaysAsItCame()
    {
        Store store;
        const auto lines = fill(store);
        StampRepository stamps(*store.database);
        QVERIFY(!stamps.has(lines[1].hash).value());
        MUST(stamps.add(stamp(lines[1].hash, "2026-06-06T17:13:00Z")));
        // A second one of the same authority changes nothing; another authority's stands beside it.
        MUST(stamps.add(stamp(lines[1].hash, "2026-06-06T18:00:00Z")));
        MUST(stamps.add(stamp(lines[1].hash, "2026-06-06T16:00:00Z", "Two")));
        QVERIFY(stamps.has(lines[1].hash).value());
        const auto all = stamps.all();
        MUST(all);
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front().authority, QStringLiteral("Two"));
        QCOMPARE(all->back().stampedAt, utc("2026-06-06T17:13:00Z"));
        QCOMPARE(all->back().token, QByteArray("\x30\x00\xff\x01", 4));
        QCOMPARE(all->back().hash, lines[1].hash);
        QCOMPARE(all->back().place, PredictionId(2));
    }

    void theFirstOverARecordIsOfItOrALaterOne()
    {
        Store store;
        const auto lines = fill(store);
        StampRepository stamps(*store.database);
        QVERIFY(!stamps.firstOver(1).value());
        MUST(stamps.add(stamp(lines[2].hash, "2026-06-06T18:00:00Z", "Late")));
        MUST(stamps.add(stamp(lines[1].hash, "2026-06-06T17:00:00Z", "Early")));
        MUST(stamps.add(stamp(QByteArray(64, 'f'), "2026-06-06T16:00:00Z", "Of no record")));
        QCOMPARE(stamps.firstOver(1).value()->authority, QStringLiteral("Early"));
        QCOMPARE(stamps.firstOver(2).value()->authority, QStringLiteral("Early"));
        QCOMPARE(stamps.firstOver(3).value()->authority, QStringLiteral("Late"));
        QVERIFY(!stamps.firstOver(4).value());
        QCOMPARE(stamps.all().value().front().place, PredictionId(0)); // of a hash that is not in the ledger
    }

    void theLedgerInShort()
    {
        Store store;
        const auto lines = fill(store);
        QCOMPARE(lines.size(), std::size_t(3));
        const auto second = PredictionRepository(*store.database).byId(2);
        MUST(second);
        QCOMPARE(lines[1].id, second->id);
        QCOMPARE(lines[1].hash, second->hash);
        QCOMPARE(lines[1].race, second->race);
        QCOMPARE(lines[1].createdAt, second->createdAt);
        QVERIFY(lines[1].kind == PredictionKind::Live);
    }
};

QTEST_GUILESS_MAIN(StampRepositoryTest)
#include "StampRepositoryTest.moc"
