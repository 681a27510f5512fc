#include "StoreFixture.h"

using namespace parcferme;
using namespace parcferme::test;

class RaceRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        Store store;
        RaceRepository races(*store.database);
        Race race = monaco();
        race.sprintStart = utc("2026-06-06T10:00:00Z");
        auto id = races.insert(race);
        MUST(id);
        MUST(races.enrichCircuits(
            {{QStringLiteral("monaco"), QStringLiteral("Circuit de Monaco"), QStringLiteral("Monte-Carlo"),
              QStringLiteral("Monaco"), 43.7, 7.4, QStringLiteral("Europe/Monaco")}}));
        auto read = races.byId(*id);
        MUST(read);
        QCOMPARE(read->name, race.name);
        QCOMPARE(*read->start, *race.start);
        QCOMPARE(*read->qualifyingStart, *race.qualifyingStart);
        QCOMPARE(*read->sprintDate, QDate(2026, 6, 6));
        QCOMPARE(*read->courseKm, 3.337);
        QCOMPARE(*read->streetCircuit, true);
        QCOMPARE(read->locality, QStringLiteral("Monte-Carlo"));
        QCOMPARE(read->country, QStringLiteral("Monaco"));
        QCOMPARE(read->timezone, QStringLiteral("Europe/Monaco"));
    }

    void unknownNeverOverwritesKnown()
    {
        Store store;
        RaceRepository races(*store.database);
        Race race = monaco();
        race.id = races.insert(race).value();
        Race poor = race;
        poor.start.reset();
        poor.qualifyingStart.reset();
        poor.laps.reset();
        poor.courseKm.reset();
        poor.name.clear();
        poor.round = 5;
        MUST(races.update(poor));
        auto read = races.byId(race.id);
        MUST(read);
        QCOMPARE(read->round, 5);
        QCOMPARE(read->name, race.name);
        QCOMPARE(read->start, race.start);
        QCOMPARE(read->qualifyingStart, race.qualifyingStart);
        QCOMPARE(read->laps, race.laps);
        QCOMPARE(read->courseKm, race.courseKm);
    }

    void aMovedRaceForgetsTheOldTimes()
    {
        Store store;
        RaceRepository races(*store.database);
        Race race = monaco();
        race.id = races.insert(race).value();
        race.eventDate = race.eventDate.addDays(7);
        race.start.reset();
        race.qualifyingStart.reset();
        MUST(races.update(race));
        auto read = races.byId(race.id);
        MUST(read);
        QVERIFY(!read->start && !read->qualifyingStart);
        QCOMPARE(read->eventDate, QDate(2026, 6, 14));
    }

    void seasonsInOrderOfTime()
    {
        Store store;
        RaceRepository races(*store.database);
        Race later = monaco(), dateOnly = monaco(), old = monaco(2024);
        later.circuit = QStringLiteral("spa");
        later.eventDate = QDate(2026, 6, 7);
        later.start = utc("2026-06-07T15:00:00Z");
        dateOnly.circuit = QStringLiteral("imola");
        dateOnly.start.reset();
        dateOnly.round = 9;
        for (const Race& race : {later, monaco(), dateOnly, old})
            MUST(races.insert(race));
        QCOMPARE(races.seasons().value(), std::vector<int>({2026, 2024}));
        QStringList circuits;
        const auto season = races.ofYear(2026);
        MUST(season);
        for (const Race& race : *season)
            circuits.append(race.circuit);
        QCOMPARE(circuits,
                 QStringList({QStringLiteral("imola"), QStringLiteral("monaco"), QStringLiteral("spa")}));
        QCOMPARE(races.all().value().front().year, 2024);
    }

    void cancelledHasNoSourceId()
    {
        Store store;
        RaceRepository races(*store.database);
        const RaceId id = races.insert(monaco()).value();
        const QString sql = QStringLiteral("SELECT source_id FROM races");
        QCOMPARE(store.value(sql).toString(), QStringLiteral("2026/6"));
        MUST(races.setStatus(id, RaceStatus::Cancelled));
        QVERIFY(store.value(sql).isNull());
        QCOMPARE(races.byId(id).value().status, RaceStatus::Cancelled);
    }

    void unknownRace()
    {
        Store store;
        RaceRepository races(*store.database);
        QCOMPARE(races.byId(7).error().code, ErrorCode::NotFound);
        QCOMPARE(races.update(monaco()).error().code, ErrorCode::NotFound);
        QCOMPARE(races.setStatus(7, RaceStatus::Cancelled).error().code, ErrorCode::NotFound);
    }

    void theSameRaceIsNotStoredTwice()
    {
        Store store;
        RaceRepository races(*store.database);
        MUST(races.insert(monaco()));
        QVERIFY(!races.insert(monaco()));
    }

    void enriches()
    {
        Store store;
        RaceRepository races(*store.database);
        MUST(races.enrichDrivers(
            {{QStringLiteral("x"), QStringLiteral("XXX"), QStringLiteral("Ann"), {}, {}, {}}}));
        MUST(races.enrichDrivers(
            {{QStringLiteral("x"), {}, QStringLiteral("Anna"), QStringLiteral("B"), QDate(2001, 2, 3), {}}}));
        const Driver driver = races.drivers().value().value(QStringLiteral("x"));
        QCOMPARE(driver.code, QStringLiteral("XXX"));
        QCOMPARE(driver.fullName(), QStringLiteral("Anna B"));
        QCOMPARE(*driver.born, QDate(2001, 2, 3));
        MUST(races.enrichTeams({{QStringLiteral("t"), QStringLiteral("T"), {}, QStringLiteral("#01ab9f")}}));
        MUST(races.enrichTeams({{QStringLiteral("t"), QStringLiteral("Tt"), {}, {}}}));
        QCOMPARE(races.teams().value().value(QStringLiteral("t")).colour, QStringLiteral("#01ab9f"));
        MUST(races.enrichCircuits({{QStringLiteral("c"), QStringLiteral("C"), {}, {}, 1.5, {}, {}}}));
        MUST(races.enrichCircuits({{QStringLiteral("c"), {}, QStringLiteral("L"), {}, {}, {}, {}}}));
        const Circuit circuit = races.circuits().value().value(QStringLiteral("c"));
        QCOMPARE(circuit.name, QStringLiteral("C"));
        QCOMPARE(circuit.locality, QStringLiteral("L"));
        QCOMPARE(*circuit.latitude, 1.5);
    }

    void hostileNamesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("quotes") << QStringLiteral("O'Ward \"Pato\" `x` \\");
        QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE races; --");
        QTest::newRow("HTML") << QStringLiteral("<b onclick=alert(1)>Bold</b>&amp;");
        QTest::newRow("right to left") << QStringLiteral("\u202e\u05d0\u05d1 abc\u0301 \U0001F3CE");
        QTest::newRow("long") << QString(10000, QChar(0x00e9));
        QTest::newRow("control") << QStringLiteral("a\x01\x02\t\r\n\x1f\x7fz");
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
        QTest::newRow("placeholders") << QStringLiteral("? :name %1 $1 @x ?1");
    }

    void hostileNamesComeBackAsTheyWere()
    {
        QFETCH(QString, name);
        Store store;
        RaceRepository races(*store.database);
        Race race = monaco();
        race.name = name;
        const auto inserted = races.insert(race);
        if (onServer() && name.contains(QChar(0))) { // which PostgreSQL knows no way to store
            QCOMPARE(inserted.error().code, ErrorCode::Database);
            return;
        }
        const RaceId id = inserted.value();
        MUST(races.enrichDrivers({{name, name, name, name, {}, name}}));
        SessionRepository sessions(*store.database);
        MUST(sessions.setQualifying(id, {{name, name, 1, 1, 70000, {}, {}}}, utc("2026-06-06T17:00:00Z")));
        Prediction prediction = draft(id);
        prediction.entries.front().driver = name;
        auto frozen = PredictionRepository(*store.database).append(prediction);
        MUST(frozen);
        store.reopen();
        QCOMPARE(RaceRepository(*store.database).byId(id).value().name, name);
        QCOMPARE(RaceRepository(*store.database).drivers().value().value(name).familyName, name);
        QCOMPARE(SessionRepository(*store.database).qualifying(id).value().rows.front().driver, name);
        QCOMPARE(PredictionRepository(*store.database).byId(1).value().entries.front().driver, name);
    }
};

QTEST_GUILESS_MAIN(RaceRepositoryTest)
#include "RaceRepositoryTest.moc"
