#include "StoreFixture.h"

#include "domain/Knowledge.h"
#include "history/HistoryFile.h"
#include "store/HistoryUpdate.h"

#include <QTimeZone>

using namespace parcferme;
using namespace parcferme::test;

namespace {

const QString Bundle = QStringLiteral(PARCFERME_HISTORY_FILE);

// Every table that a merge could touch, as one text.
QString contents(Store& store)
{
    QString all;
    for (const char* table : {"races", "circuits", "drivers", "teams", "qualifying_results", "sprint_results",
                              "race_results", "predictions", "prediction_entries"}) {
        auto rows = store.database->run(
            QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2").arg(QLatin1StringView(table)));
        while (rows->next())
            for (int i = 0; i < static_cast<int>(rows->columns().size()); ++i)
                all += rows->value(i).toString() + QLatin1Char('|');
        all += QLatin1Char('\n');
    }
    return all;
}

} // namespace

class HistoryUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEverything()
    {
        Store store;
        auto report = HistoryUpdate(*store.database).mergeIfNewer(Bundle);
        MUST(report);
        QVERIFY(report->merged);
        QCOMPARE(report->newRaces, 526);
        QCOMPARE(report->newResults, 508);
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM race_results")).toInt(), 10670);
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM drivers")).toInt(), 130);
        MUST(store.database->checkIntegrity());

        auto races = RaceRepository(*store.database).ofYear(2026);
        MUST(races);
        const auto round5 = std::ranges::find(*races, 5, &Race::round);
        QCOMPARE(round5->status, RaceStatus::Completed);
        QVERIFY(round5->start && round5->laps && !round5->country.isEmpty());
        const auto round6 = std::ranges::find(*races, 6, &Race::round);
        QCOMPARE(round6->status, RaceStatus::Scheduled);
        auto result = SessionRepository(*store.database).newestRevision(round5->id);
        MUST(result);
        QCOMPARE((*result)->source, QStringLiteral("f1db"));
        QCOMPARE((*result)->fetchedAt,
                 QDateTime(round5->eventDate.addDays(1), QTime(0, 0), QTimeZone::utc()));
        QVERIFY(!SessionRepository(*store.database).qualifying(round5->id).value().fetchedAt);
        // Two races at one circuit a week apart are two races.
        QCOMPARE(store
                     .value(QStringLiteral("SELECT count(*) FROM races WHERE year = 2020 AND "
                                           "circuit = 'red_bull_ring'"))
                     .toInt(),
                 2);
        // Entered, but without a result.
        QCOMPARE(store
                     .value(QStringLiteral(
                         "SELECT count(*) FROM race_results r JOIN races ON races.id = r.race_id "
                         "WHERE year = 2011 AND round = 1"))
                     .toInt(),
                 22);
    }

    // Places and points of every sprint; the team is the one of the weekend's entry.
    void bringsSprints()
    {
        Store store;
        MUST(HistoryUpdate(*store.database).mergeIfNewer(Bundle));
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM sprint_results")).toInt(), 546);
        auto races = RaceRepository(*store.database).ofYear(2026);
        MUST(races);
        const auto china = std::ranges::find(*races, 2, &Race::round);
        const auto sprints = SessionRepository(*store.database).revisions({china->id, Session::Sprint});
        MUST(sprints);
        QCOMPARE(sprints->size(), std::size_t(1));
        const ResultRevision& sprint = sprints->front();
        QCOMPARE(sprint.source, QString::fromLatin1(HistorySource));
        QCOMPARE(sprint.rows.size(), std::size_t(22));
        QCOMPARE(sprint.rows[0].driver, QStringLiteral("russell"));
        QCOMPARE(sprint.rows[0].team, QStringLiteral("mercedes"));
        QCOMPARE(sprint.rows[0].position, 1);
        QCOMPARE(sprint.rows[0].points, 8.0);
        QVERIFY(sprint.rows[0].classified() && sprint.rows[0].laps && sprint.rows[0].time &&
                sprint.rows[0].grid);
    }

    void twiceChangesNothing()
    {
        Store store;
        MUST(HistoryUpdate(*store.database).mergeIfNewer(Bundle));
        const QString before = contents(store);
        auto again = HistoryUpdate(*store.database).mergeIfNewer(Bundle);
        MUST(again);
        QVERIFY(!again->merged);
        QCOMPARE(contents(store), before);
        // The same facts as a newer edition.
        MUST(store.database->run(QStringLiteral("UPDATE program_state SET value = '2026.4'")));
        again = HistoryUpdate(*store.database).mergeIfNewer(Bundle);
        MUST(again);
        QVERIFY(again->merged);
        QCOMPARE(again->newRaces, 0);
        QCOMPARE(again->newResults, 0);
        QCOMPARE(contents(store), before);
        MUST(store.database->run(QStringLiteral("UPDATE program_state SET value = '2026.10'")));
        QVERIFY(!HistoryUpdate(*store.database).mergeIfNewer(Bundle).value().merged);
    }

    // What was fetched before the history came (or between two editions) stays; the history fills the gaps.
    void neverOverwrites()
    {
        Store store;
        RaceRepository races(*store.database);
        SessionRepository sessions(*store.database);
        Race canada;
        canada.year = 2026;
        canada.round = 4; // renumbered
        canada.name = QStringLiteral("Grand Prix du Canada");
        canada.circuit = QStringLiteral("villeneuve");
        canada.eventDate = QDate(2026, 5, 23); // moved by a day
        canada.status = RaceStatus::Scheduled;
        canada.id = races.insert(canada).value();
        MUST(races.enrichDrivers({{QStringLiteral("leclerc"), {}, QStringLiteral("Carlo"), {}, {}, {}}}));
        MUST(sessions.setQualifying(canada.id,
                                    {{QStringLiteral("x"), QStringLiteral("y"), 1, 1, 70000, {}, {}}},
                                    utc("2026-05-22T20:00:00Z")));
        MUST(sessions.addRevision({canada.id,
                                   0,
                                   utc("2026-05-23T22:00:00Z"),
                                   QStringLiteral("jolpica"),
                                   {resultRow(QStringLiteral("x"), 1)}}));
        auto frozen = PredictionRepository(*store.database).append(draft(canada.id));
        MUST(frozen);

        auto report = HistoryUpdate(*store.database).mergeIfNewer(Bundle);
        MUST(report);
        QCOMPARE(report->newRaces, 525);
        QCOMPARE(report->newResults, 507);
        auto race = races.byId(canada.id);
        MUST(race);
        QCOMPARE(race->round, 4);
        QCOMPARE(race->name, canada.name);
        QCOMPARE(race->eventDate, canada.eventDate);
        QVERIFY(!race->start); // of another date
        QCOMPARE(*race->laps, 70);
        auto revisions = sessions.revisions(canada.id);
        MUST(revisions);
        QCOMPARE(revisions->size(), std::size_t(1));
        QCOMPARE(revisions->front().source, QStringLiteral("jolpica"));
        QCOMPARE(sessions.qualifying(canada.id).value().rows.size(), std::size_t(1));
        QCOMPARE(PredictionRepository(*store.database).byId(1).value().hash, frozen->hash);
        const Driver leclerc = races.drivers().value().value(QStringLiteral("leclerc"));
        QCOMPARE(leclerc.givenName, QStringLiteral("Carlo"));
        QCOMPARE(leclerc.familyName, QStringLiteral("Leclerc"));
    }

    void fillsTimesThatWereUnknown()
    {
        Store store;
        RaceRepository races(*store.database);
        Race race;
        race.year = 2026;
        race.round = 6;
        race.name = QStringLiteral("Monaco Grand Prix");
        race.circuit = QStringLiteral("monaco");
        race.eventDate = QDate(2026, 6, 7);
        race.id = races.insert(race).value();
        MUST(HistoryUpdate(*store.database).mergeIfNewer(Bundle));
        auto read = races.byId(race.id);
        MUST(read);
        QCOMPARE(*read->start, utc("2026-06-07T13:00:00Z"));
        QCOMPARE(*read->qualifyingStart, utc("2026-06-06T14:00:00Z"));
    }

    void aBrokenBundleIsNamedAndHarmless_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"missing", "unnamed", "text", "empty", "truncated", "page", "foreign"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    void aBrokenBundleIsNamedAndHarmless()
    {
        QFETCH(QString, damage);
        Store store;
        QString file = store.folder.filePath(QStringLiteral("history ?#.sqlite"));
        QByteArray bytes = bytesOf(Bundle);
        if (damage == QLatin1StringView("text"))
            bytes = "no database at all, but long enough to be looked at by anybody";
        else if (damage == QLatin1StringView("empty"))
            bytes.clear();
        else if (damage == QLatin1StringView("truncated"))
            bytes.truncate(bytes.size() / 3);
        else if (damage == QLatin1StringView("page"))
            bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\x5a'));
        if (damage == QLatin1StringView("unnamed"))
            file.clear();
        else if (damage == QLatin1StringView("foreign"))
            MUST(Database::open(at(file)));
        else if (damage != QLatin1StringView("missing"))
            writeBytes(file, bytes);
        const QString before = contents(store);
        auto report = HistoryUpdate(*store.database).mergeIfNewer(file);
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::DamagedDatabase || report.error().code == ErrorCode::Io);
        QVERIFY2(report.error().message.contains(file.isEmpty() ? QStringLiteral("history.sqlite") : file),
                 qPrintable(report.error().message));
        QCOMPARE(contents(store), before);
        QCOMPARE(QFile::exists(file), damage != QLatin1StringView("missing") && !file.isEmpty());
        // The next try with a good one works.
        MUST(HistoryUpdate(*store.database).mergeIfNewer(Bundle));
    }

    void theBundleIsNotWrittenTo()
    {
        const QByteArray before = bytesOf(Bundle);
        Store store;
        MUST(HistoryUpdate(*store.database).mergeIfNewer(Bundle));
        QCOMPARE(bytesOf(Bundle), before);
    }
};

QTEST_GUILESS_MAIN(HistoryUpdateTest)
#include "HistoryUpdateTest.moc"
