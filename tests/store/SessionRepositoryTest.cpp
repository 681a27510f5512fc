#include "StoreFixture.h"

using namespace parcferme;
using namespace parcferme::test;

class SessionRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qualifyingIsReplacedAsAWhole()
    {
        Fixture f;
        const QDateTime first = utc("2026-06-06T17:00:00Z");
        MUST(f.sessions.setQualifying(f.race, {row("a", std::nullopt), row("b", 2), row("c", 1)}, first));
        auto read = f.sessions.qualifying(f.race);
        MUST(read);
        QCOMPARE(names(read->rows), QStringLiteral("c b a"));
        QCOMPARE(*read->fetchedAt, first);
        QVERIFY(!read->rows[2].position && !read->rows[2].q3);
        QCOMPARE(*read->rows[0].q1, 71000);

        MUST(f.sessions.setQualifying(f.race, {row("d", 1)}, first.addSecs(60)));
        QCOMPARE(names(f.sessions.qualifying(f.race).value().rows), QStringLiteral("d"));
        // Nothing published is never a reason to forget what was.
        MUST(f.sessions.setQualifying(f.race, {}, first.addSecs(120)));
        QCOMPARE(*f.sessions.qualifying(f.race).value().fetchedAt, first.addSecs(60));
        // Rows that break a rule leave the old ones.
        QVERIFY(!f.sessions.setQualifying(f.race, {row("e", 1), row("e", 2)}, first));
        QCOMPARE(names(f.sessions.qualifying(f.race).value().rows), QStringLiteral("d"));
    }

    void revisionsNumberThemselves()
    {
        Fixture f;
        QVERIFY(!f.sessions.newestRevision(f.race).value());
        ResultRow retired = resultRow(QStringLiteral("b"), 2);
        retired.classification = Classification::Retired;
        retired.time.reset();
        retired.grid.reset();
        ResultRevision revision{f.race,
                                77,
                                utc("2026-06-07T18:00:00Z"),
                                QStringLiteral("jolpica"),
                                {resultRow(QStringLiteral("a"), 1), retired}};
        QCOMPARE(f.sessions.addRevision(revision).value(), 1);
        revision.rows.front().points = 0;
        revision.fetchedAt = revision.fetchedAt.addDays(2);
        QCOMPARE(f.sessions.addRevision(revision).value(), 2);

        auto all = f.sessions.revisions(f.race);
        MUST(all);
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front().rows.front().points, 25.0);
        QCOMPARE(all->front().rows[1].classification, Classification::Retired);
        QVERIFY(!all->front().rows[1].time && !all->front().rows[1].grid);
        QCOMPARE(*all->front().rows[0].time, 5401.125);
        auto newest = f.sessions.newestRevision(f.race);
        MUST(newest);
        QCOMPARE((*newest)->revision, 2);
        QCOMPARE((*newest)->fetchedAt, revision.fetchedAt);
        QCOMPARE((*newest)->source, QStringLiteral("jolpica"));
    }

    // The results of race and sprint are kept alike, and apart.
    void theSprintHasRevisionsOfItsOwn()
    {
        Fixture f;
        const SessionKey sprint(f.race, Session::Sprint);
        ResultRow retired = resultRow(QStringLiteral("b"), 2);
        retired.classification = Classification::Retired;
        retired.laps = 11;
        retired.time.reset();
        ResultRevision revision{sprint,
                                0,
                                utc("2026-06-06T11:00:00Z"),
                                QStringLiteral("jolpica"),
                                {resultRow(QStringLiteral("a"), 1), retired}};
        QCOMPARE(f.sessions.addRevision(revision).value(), 1);
        QVERIFY(!f.sessions.newestRevision(f.race).value());
        revision.rows.back().classification = Classification::Disqualified;
        QCOMPARE(f.sessions.addRevision(revision).value(), 2);
        const auto all = f.sessions.revisions(sprint).value();
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(all.front().of == sprint);
        QCOMPARE(all.front().rows[1].classification, Classification::Retired);
        QCOMPARE(*all.front().rows[1].laps, 11);
        QCOMPARE(f.sessions.newestRevision(sprint).value()->rows[1].classification,
                 Classification::Disqualified);
        QVERIFY(!f.store.database->run(QStringLiteral("UPDATE sprint_results SET points = 9")));
        QVERIFY(!f.store.database->run(QStringLiteral("DELETE FROM sprint_results")));
    }

    void aBrokenRevisionIsStoredNotAtAll()
    {
        Fixture f;
        ResultRevision revision{f.race, 0, utc("2026-06-07T18:00:00Z"), QStringLiteral("jolpica"), {}};
        QCOMPARE(f.sessions.addRevision(revision).error().code, ErrorCode::Data);
        revision.rows = {resultRow(QStringLiteral("a"), 1), resultRow(QStringLiteral("b"), 1)};
        QVERIFY(!f.sessions.addRevision(revision));
        QVERIFY(f.sessions.revisions(f.race).value().empty());
    }

    void manualGrid()
    {
        Fixture f;
        QVERIFY(!f.sessions.manualGrid(f.race).value());
        MUST(f.sessions.setManualGrid(
            {f.race,
             utc("2026-06-07T10:00:00Z"),
             {{QStringLiteral("p"), 0}, {QStringLiteral("b"), 2}, {QStringLiteral("a"), 1}}}));
        auto grid = f.sessions.manualGrid(f.race);
        MUST(grid);
        QStringList order;
        for (const auto& place : (*grid)->places)
            order.append(place.driver);
        QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("a b p"));
        QCOMPARE((*grid)->enteredAt, utc("2026-06-07T10:00:00Z"));
        MUST(f.sessions.clearManualGrid(f.race));
        QVERIFY(!f.sessions.manualGrid(f.race).value());
    }

private:
    struct Fixture
    {
        Store store;
        SessionRepository sessions{*store.database};
        RaceId race = RaceRepository(*store.database).insert(monaco()).value();
    };

    static QualifyingRow row(const char* driver, std::optional<int> position)
    {
        return {QLatin1StringView(driver), QStringLiteral("t"), 1, position, 71000, 70500, std::nullopt};
    }

    template <typename Row>
    static QString names(const std::vector<Row>& rows)
    {
        QStringList drivers;
        for (const Row& each : rows)
            drivers.append(each.driver);
        return drivers.join(QLatin1Char(' '));
    }
};

QTEST_GUILESS_MAIN(SessionRepositoryTest)
#include "SessionRepositoryTest.moc"
