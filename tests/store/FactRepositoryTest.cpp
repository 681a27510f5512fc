#include "StoreFixture.h"

#include "store/FactRepository.h"
#include "store/HistoryUpdate.h"

using namespace parcferme;
using namespace parcferme::test;

class FactRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAboutARace()
    {
        Store store;
        RaceRepository races(*store.database);
        SessionRepository sessions(*store.database);
        const RaceId later = races.insert(monaco(2026)).value();
        const RaceId earlier = races.insert(monaco(2025)).value();
        const QDateTime at = utc("2026-06-06T17:00:00Z");
        MUST(sessions.setQualifying(later,
                                    {{QStringLiteral("b"), QStringLiteral("t"), 1, {}, {}, {}, {}},
                                     {QStringLiteral("a"), QStringLiteral("t"), 1, 1, 70000, {}, {}}},
                                    at));
        for (const int day : {1, 3})
            MUST(sessions.addRevision(
                {later,
                 0,
                 at.addDays(day),
                 QStringLiteral("jolpica"),
                 {resultRow(QStringLiteral("b"), 2), resultRow(QStringLiteral("a"), 1)}}));
        MUST(sessions.addRevision(
            {earlier, 0, at, QStringLiteral("f1db"), {resultRow(QStringLiteral("c"), 1)}}));

        auto records = FactRepository(*store.database).load();
        MUST(records);
        QCOMPARE(records->size(), std::size_t(2));
        QCOMPARE(records->front().race.id, earlier);
        QVERIFY(!records->front().qualifyingFetchedAt && records->front().qualifying.empty());
        const RaceRecord& record = records->back();
        QCOMPARE(record.qualifying.front().driver, QStringLiteral("a"));
        QCOMPARE(*record.qualifyingFetchedAt, at);
        QCOMPARE(record.revisions.size(), std::size_t(2));
        QCOMPARE(record.revisions[1].revision, 2);
        QCOMPARE(record.revisions[1].fetchedAt, at.addDays(3));
        QCOMPARE(record.revisions[1].rows.front().driver, QStringLiteral("a"));
        QCOMPARE(records->front().revisions.front().rows.front().driver, QStringLiteral("c"));
    }

    // The one big read gives what reading race by race gives.
    void agreesWithTheOtherRepositories()
    {
        Store store;
        MUST(HistoryUpdate(*store.database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY_FILE)));
        auto records = FactRepository(*store.database).load();
        MUST(records);
        auto races = RaceRepository(*store.database).all();
        MUST(races);
        QCOMPARE(records->size(), races->size());
        SessionRepository sessions(*store.database);
        for (std::size_t i = 0; i < races->size(); i += 25) {
            const RaceRecord& record = (*records)[i];
            QCOMPARE(record.race.id, (*races)[i].id);
            auto qualifying = sessions.qualifying(record.race.id);
            auto newest = sessions.newestRevision(record.race.id);
            MUST(qualifying);
            MUST(newest);
            QCOMPARE(record.qualifying.size(), qualifying->rows.size());
            for (std::size_t k = 0; k < qualifying->rows.size(); ++k)
                QCOMPARE(record.qualifying[k].driver, qualifying->rows[k].driver);
            QCOMPARE(record.revisions.empty(), !*newest);
            if (*newest) {
                QCOMPARE(record.revisions.back().rows.size(), (*newest)->rows.size());
                for (std::size_t k = 0; k < (*newest)->rows.size(); ++k) {
                    QCOMPARE(record.revisions.back().rows[k].driver, (*newest)->rows[k].driver);
                    QCOMPARE(record.revisions.back().rows[k].time, (*newest)->rows[k].time);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(FactRepositoryTest)
#include "FactRepositoryTest.moc"
