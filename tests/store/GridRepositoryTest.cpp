#include "StoreFixture.h"

#include "domain/Knowledge.h"
#include "store/FactRepository.h"
#include "store/GridRepository.h"
#include "store/WeatherRepository.h"

using namespace parcferme;
using namespace parcferme::test;

namespace {

struct Fixture
{
    Fixture()
    {
        const auto added = RaceRepository(*store.database).insert(monaco());
        race = added ? *added : 0;
    }

    OfficialGrid grid(const char* fetchedAt, std::vector<GridPlace> places) const
    {
        return {race, utc(fetchedAt), QStringLiteral("openf1"), std::move(places)};
    }
    Weather weather(const char* fetchedAt, double chance) const
    {
        return {race,
                utc(fetchedAt),
                QStringLiteral("open-meteo"),
                {{utc("2026-06-07T12:00:00Z"), chance, {}, {}, -1.5, 0.0},
                 {utc("2026-06-07T13:00:00Z"), {}, 0.25, {}, {}, {}}}};
    }

    Store store;
    RaceId race = 0;
    GridRepository grids{*store.database};
    WeatherRepository weathers{*store.database};
};

const QString& a()
{
    static const QString driver = QStringLiteral("leclerc");
    return driver;
}
const QString& b()
{
    static const QString driver = QStringLiteral("p\u00e9rez");
    return driver;
}

} // namespace

class GridRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsKept()
    {
        Fixture f;
        QVERIFY(!f.grids.newest(f.race).value());
        QVERIFY(f.grids.add(f.grid("2026-06-06T17:00:00Z", {{a(), 1}, {b(), 2}})).value());
        // The same again is no new state.
        QVERIFY(!f.grids.add(f.grid("2026-06-06T18:00:00Z", {{a(), 1}, {b(), 2}})).value());
        QVERIFY(f.grids.add(f.grid("2026-06-07T08:00:00Z", {{b(), 1}, {a(), 0}})).value());
        // What is older than the newest tells nothing new.
        QVERIFY(!f.grids.add(f.grid("2026-06-07T07:00:00Z", {{a(), 1}})).value());
        QVERIFY(f.grids.add(f.grid("2026-06-07T09:00:00Z", {{a(), 1}, {b(), 2}})).value()); // taken back
        QVERIFY(!f.grids.add(f.grid("2026-06-07T10:00:00Z", {})));
        const auto states = f.grids.states(f.race).value();
        QCOMPARE(states.size(), std::size_t(3));
        QCOMPARE(states.at(1).fetchedAt, utc("2026-06-07T08:00:00Z"));
        QCOMPARE(states.at(1).places, (std::vector<GridPlace>{{b(), 1}, {a(), 0}})); // pit lane last
        QCOMPARE(f.grids.newest(f.race).value()->fetchedAt, utc("2026-06-07T09:00:00Z"));
        QVERIFY(f.grids.states({f.race, Session::Sprint}).value().empty());
    }

    void theFactsHaveThem()
    {
        Fixture f;
        OfficialGrid sprint = f.grid("2026-06-05T17:00:00Z", {{b(), 1}, {a(), 2}});
        sprint.of.session = Session::Sprint;
        MUST(f.grids.add(sprint));
        MUST(f.grids.add(f.grid("2026-06-06T17:00:00Z", {{a(), 1}, {b(), 2}})));
        MUST(f.grids.add(f.grid("2026-06-07T08:00:00Z", {{b(), 1}, {a(), 2}})));
        const auto records = FactRepository(*f.store.database).load();
        MUST(records);
        const RaceRecord& record = records->front();
        QCOMPARE(record.grids.size(), std::size_t(3));
        // Known from when it was sent, and not a second before.
        QVERIFY(!gridKnownAt(record, utc("2026-06-06T16:59:59Z")));
        QCOMPARE(gridKnownAt(record, utc("2026-06-07T07:59:59Z"))->places.front().driver, a());
        QCOMPARE(gridKnownAt(record, utc("2026-06-07T08:00:00Z"))->places.front().driver, b());
        QCOMPARE(gridKnownAt(record, utc("2026-06-07T08:00:00Z"), Session::Sprint)->fetchedAt,
                 utc("2026-06-05T17:00:00Z"));
    }

    void whatIsStoredIsNeverChanged()
    {
        Fixture f;
        MUST(f.grids.add(f.grid("2026-06-06T17:00:00Z", {{a(), 1}, {b(), 2}})));
        MUST(f.weathers.add(f.weather("2026-06-06T17:00:00Z", 15), true));
        const QString more = QStringLiteral("INSERT INTO starting_grids (race_id, session, driver, position, "
                                            "source, fetched_at) VALUES (1, 'race', %1, 'openf1', %2)");
        for (const QString& sql :
             {QStringLiteral("UPDATE starting_grids SET position = 9"),
              QStringLiteral("DELETE FROM starting_grids"), QStringLiteral("UPDATE weather SET rain = 9"),
              QStringLiteral("DELETE FROM weather"),
              more.arg(QStringLiteral("'leclerc', 3"), QStringLiteral("'2026-06-06T17:00:00Z'")),
              more.arg(QStringLiteral("'x', 2"), QStringLiteral("'2026-06-06T17:00:00Z'")),
              more.arg(QStringLiteral("'x', 3"), QStringLiteral("'2026-06-06T16:00:00Z'")),
              more.arg(QStringLiteral("'x', -1"), QStringLiteral("'2026-06-06T18:00:00Z'")),
              more.arg(QStringLiteral("'x', 3"), QStringLiteral("'soon'")),
              QStringLiteral("INSERT INTO weather (race_id, session, hour, source, fetched_at) VALUES "
                             "(1, 'race', '2026-06-07T12:00:00Z', 'open-meteo', '2026-06-06T17:00:00Z')"),
              QStringLiteral("INSERT INTO weather (race_id, session, hour, source, fetched_at) VALUES "
                             "(1, 'race', '2026-06-07T12:30:00Z', 'open-meteo', '2026-06-06T18:00:00Z')"),
              QStringLiteral(
                  "INSERT INTO weather (race_id, session, hour, rain_chance, source, fetched_at) VALUES "
                  "(1, 'race', '2026-06-07T12:00:00Z', 101, 'open-meteo', '2026-06-06T18:00:00Z')")})
            QVERIFY2(!f.store.database->run(sql), qPrintable(sql));
        if (!onServer()) {
            QVERIFY(
                !f.store.database->run(QStringLiteral("INSERT OR REPLACE INTO starting_grids VALUES (1, 1, "
                                                      "'race', 'x', 5, 'openf1', '2026-06-07T17:00:00Z')")));
        }
        QCOMPARE(f.grids.states(f.race).value().size(), std::size_t(1));
        QCOMPARE(f.weathers.newest(f.race, QStringLiteral("open-meteo")).value()->hours.size(),
                 std::size_t(2));
    }

    void weatherIsReadAsItWasTold()
    {
        Fixture f;
        const QString source = QStringLiteral("open-meteo");
        QVERIFY(!f.weathers.newest(f.race, source).value());
        QVERIFY(f.weathers.add(f.weather("2026-06-06T17:00:00Z", 15), true).value());
        QVERIFY(f.weathers.add(f.weather("2026-06-06T18:00:00Z", 35), true).value());
        QVERIFY(!f.weathers.add(f.weather("2026-06-06T17:30:00Z", 99), true).value());  // older
        QVERIFY(!f.weathers.add(f.weather("2026-06-06T19:00:00Z", 35), false).value()); // the same
        QVERIFY(f.weathers.add(f.weather("2026-06-06T19:00:00Z", 35), true).value());
        const auto newest = f.weathers.newest(f.race, source).value();
        QCOMPARE(newest->fetchedAt, utc("2026-06-06T19:00:00Z"));
        QCOMPARE(newest->hours, f.weather("2026-06-06T19:00:00Z", 35).hours);
        QVERIFY(!f.weathers.newest(f.race, QStringLiteral("openf1")).value());
        QVERIFY(!f.weathers.newest({f.race, Session::Sprint}, source).value());
        QVERIFY(!f.weathers.add({f.race, utc("2026-06-07T00:00:00Z"), source, {}}, true));
    }
};

QTEST_GUILESS_MAIN(GridRepositoryTest)
#include "GridRepositoryTest.moc"
