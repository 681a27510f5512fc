#include "Tampering.h"

#include "store/PickDraftRepository.h"
#include "store/PickRepository.h"
#include "store/PickScoreRepository.h"

#include <QCryptographicHash>

using namespace parcferme;
using namespace parcferme::test;

namespace {

Pick pick(RaceId race, const QString& player, PickKind kind = PickKind::Live,
          std::optional<double> chance = 0.45)
{
    Pick p;
    p.race = race;
    p.player = player;
    p.kind = kind;
    p.createdAt = utc("2026-06-06T17:12:03Z");
    p.winnerChance = chance;
    p.entries = {{QStringLiteral("leclerc"), QStringLiteral("ferrari"), 1},
                 {QStringLiteral("p\u00e9rez"), QStringLiteral("cadillac"), 2},
                 {QStringLiteral("norris"), QStringLiteral("mclaren"), 3}};
    p.snapshot = canonicalJson(QJsonObject{{QStringLiteral("pick"), columnsJson(p)},
                                           {QStringLiteral("order"), entriesArray(p.entries)}})
                     .value();
    return p;
}

PickScores scores(RaceId race, PickId id, int revision)
{
    PickScores s;
    s.race = race;
    s.pick = id;
    s.resultRevision = revision;
    s.createdAt = utc("2026-06-07T18:00:01Z");
    s.starters = 3;
    s.positionMae = 2.0 / 3;
    s.winnerCorrect = true;
    s.winnerLogLoss = 0.798;
    s.concordance = 2.0 / 3;
    s.leaguePoints = 22;
    s.baselines = "{}";
    s.drivers = "[]";
    return s;
}

// Three picks of two players over two sessions.
struct Picks
{
    Picks()
    {
        const RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        PickRepository picks(*store.database);
        locked.push_back(picks.append(pick(race, QStringLiteral("robin"))).value());
        locked.push_back(picks.append(pick(race, QStringLiteral("anna"), PickKind::Live, {})).value());
        Pick sprint = pick(race, QStringLiteral("robin"), PickKind::Late);
        sprint.session = Session::Sprint;
        sprint.snapshot = canonicalJson(QJsonObject{{QStringLiteral("pick"), columnsJson(sprint)},
                                                    {QStringLiteral("order"), entriesArray(sprint.entries)}})
                              .value();
        locked.push_back(picks.append(sprint).value());
    }

    Store store;
    std::vector<Pick> locked;
};

} // namespace

// The ledger of picks is one of the same mechanism as that of predictions, and the two know nothing of each
// other.
class PickLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chains()
    {
        Picks picks;
        MUST(PredictionRepository(*picks.store.database).append(draft(picks.locked[0].race)));
        QByteArray previous = zeroHash();
        for (const Pick& one : picks.locked) {
            QCOMPARE(one.previousHash, previous);
            const QByteArray text = previous + '\n' + one.snapshot + '\n' + entriesJson(one.entries).value();
            QCOMPARE(one.hash, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
            previous = one.hash;
        }
        const auto report = LedgerCheck(*picks.store.database).run();
        MUST(report);
        QCOMPARE(report->picks, 3);
        QCOMPARE(report->picksHead, previous);
        QCOMPARE(report->predictions, 1);
    }

    void comesBackAsItWas()
    {
        Picks picks;
        picks.store.reopen();
        const PickRepository repository(*picks.store.database);
        const auto found =
            repository.find(picks.locked[0].race, QStringLiteral("robin"), PickKind::Live).value();
        QVERIFY(found);
        QCOMPARE(columnsJson(*found), columnsJson(picks.locked[0]));
        QCOMPARE(entriesArray(found->entries), entriesArray(picks.locked[0].entries));
        QCOMPARE(found->winnerChance, std::optional(0.45));
        const auto other = repository.find(picks.locked[0].race, QStringLiteral("anna"), PickKind::Live);
        QVERIFY(!(*other)->winnerChance);
        QVERIFY(!repository.find(picks.locked[0].race, QStringLiteral("anna"), PickKind::Late).value());
        QCOMPARE(repository.ofSession(picks.locked[0].race).value().size(), std::size_t(2));
        QCOMPARE(repository.ofRace(picks.locked[0].race).value().size(), std::size_t(3));
    }

    void theFirstOfAPlayerStays()
    {
        Picks picks;
        PickRepository repository(*picks.store.database);
        Pick again = pick(picks.locked[0].race, QStringLiteral("robin"), PickKind::Live, 0.9);
        QCOMPARE(repository.append(again).value().hash, picks.locked[0].hash);
        QCOMPARE(repository.append(pick(picks.locked[0].race, QStringLiteral("mei"))).value().id, 4);
    }

    void refusesWhatCouldNeverBeVerified()
    {
        Store store;
        const RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        PickRepository picks(*store.database);
        Pick bad = pick(race, QStringLiteral("robin"));
        bad.player = QStringLiteral("anna"); // not what the snapshot says
        QVERIFY(!picks.append(bad));
        bad = pick(race, QStringLiteral("robin"), PickKind::Live, 1.5);
        QVERIFY(!picks.append(bad));
        bad = pick(race, QString());
        QVERIFY(!picks.append(bad));
        bad = pick(race, QStringLiteral("robin"), PickKind::Void);
        QVERIFY(!picks.append(bad));
        bad = pick(race, QStringLiteral("robin"));
        bad.entries[2].driver = bad.entries[0].driver;
        QVERIFY(!picks.append(bad));
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM picks")).toInt(), 0);
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM pick_entries")).toInt(), 0);
    }

    void everyChangeIsFound()
    {
        Picks picks;
        unlock(picks.store);
        const int changes =
            flipEverything(picks.store, {QStringLiteral("picks"), QStringLiteral("pick_entries")});
        QVERIFY2(changes > 2000, qPrintable(QString::number(changes)));
        qInfo("%d changes, all found", changes);
        MUST(LedgerCheck(*picks.store.database).run());
    }

    // What is told of a change made in the file.
    void changesAreNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("words");
        QTest::newRow("order") << "UPDATE pick_entries SET driver = 'x' WHERE id = 2001;"
                                  "UPDATE pick_entries SET driver = 'leclerc' WHERE id = 2003;"
                                  "UPDATE pick_entries SET driver = 'norris' WHERE id = 2001"
                               << "Pick 2 does not fit: its order is not what the snapshot says.";
        QTest::newRow("time") << "UPDATE picks SET created_at = '2026-06-06T17:12:04Z' WHERE id = 2"
                              << "Pick 2 does not fit: its column created_at is not what the snapshot says.";
        QTest::newRow("player") << "UPDATE picks SET player = 'robina' WHERE id = 1"
                                << "Pick 1 does not fit: its column player is not what the snapshot says.";
        QTest::newRow("chance") << "UPDATE picks SET winner_chance = 0.46 WHERE id = 1"
                                << "Pick 1 does not fit: its column winner_chance is not what the snapshot "
                                   "says.";
        QTest::newRow("a chance given later")
            << "UPDATE picks SET winner_chance = 1 WHERE id = 2"
            << "Pick 2 does not fit: its column winner_chance is not what the snapshot says.";
        QTest::newRow("late made live")
            << "UPDATE picks SET kind = 'live' WHERE id = 3"
            << "Pick 3 does not fit: its column kind is not what the snapshot says.";
        QTest::newRow("snapshot too") << "UPDATE picks SET player = 'sybil', snapshot = replace(snapshot, "
                                         "'\"robin\"', '\"sybil\"') WHERE id = 1"
                                      << "Pick 1 does not fit: its hash is not that of its snapshot and "
                                         "entries.";
        QTest::newRow("gone") << "DELETE FROM picks WHERE id = 2"
                              << "Pick 2 does not fit: it is missing, the next is 3.";
        QTest::newRow("a driver more")
            << "INSERT INTO pick_entries SELECT 1004, pick_id, 'x', team, 4 FROM pick_entries WHERE id = 1003"
            << "Pick 1 does not fit: its order is not what the snapshot says.";
    }

    void changesAreNamed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, words);
        Picks picks;
        unlock(picks.store);
        for (const QString& statement : sql.split(QLatin1Char(';')))
            MUST(picks.store.database->run(statement));
        const auto report = LedgerCheck(*picks.store.database).run();
        QVERIFY(!report);
        QCOMPARE(report.error().message, words);
        QCOMPARE(report.error().code, ErrorCode::Verification);
    }

    void isNeverChanged_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char* sql :
             {"UPDATE picks SET player = 'x'", "DELETE FROM picks", "UPDATE pick_entries SET driver = 'x'",
              "DELETE FROM pick_entries", "UPDATE pick_metrics SET position_mae = 0",
              "DELETE FROM pick_metrics",
              "INSERT INTO pick_entries VALUES (1004, 1, 'hamilton', 'ferrari', 4)",
              "INSERT INTO pick_metrics SELECT 9, race_id, pick_id, result_revision, created_at, starters, "
              "position_mae, position_mae_classified, winner_correct, podium_accuracy, podium_exact_order, "
              "points_overlap, spearman, kendall, win_brier, winner_log_loss, concordance, league_points, "
              "baselines, drivers FROM pick_metrics"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }

    void isNeverChanged()
    {
        QFETCH(QString, sql);
        Picks picks;
        MUST(PickScoreRepository(*picks.store.database).add(scores(picks.locked[0].race, 1, 1)));
        QVERIFY(!picks.store.database->run(sql));
        MUST(LedgerCheck(*picks.store.database).run());
    }

    void scoresStayBesideThoseOfANewerRevision()
    {
        Picks picks;
        const RaceId race = picks.locked[0].race;
        PickScoreRepository repository(*picks.store.database);
        MUST(repository.add(scores(race, 1, 1)));
        PickScores other = scores(race, 1, 1);
        other.leaguePoints = 3;
        QCOMPARE(repository.add(other).value().leaguePoints, 22); // judged once per revision
        MUST(repository.add(scores(race, 1, 2)));
        const auto all = repository.ofPick(1).value();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].resultRevision, 2);
        QVERIFY(!all[0].superseded);
        QVERIFY(all[1].superseded);
        QCOMPARE(all[0].winnerLogLoss, std::optional(0.798));
        QVERIFY(!all[0].spearman);
    }

    void aDraftIsReplaced()
    {
        Store store;
        const RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        PickDraftRepository drafts(*store.database);
        PickDraft draft{race,
                        QStringLiteral("robin"),
                        {QStringLiteral("leclerc"), QString()},
                        0.3,
                        utc("2026-06-06T17:00:00Z")};
        MUST(drafts.save(draft));
        draft.places = {QString(), QStringLiteral("p\u00e9rez")};
        draft.winnerChance.reset();
        MUST(drafts.save(draft));
        store.reopen();
        PickDraftRepository again(*store.database);
        const auto found = again.find(race, QStringLiteral("robin")).value();
        QVERIFY(found);
        QCOMPARE(found->places, draft.places);
        QCOMPARE(found->filled(), 1);
        QVERIFY(!found->winnerChance);
        QCOMPARE(found->savedAt, draft.savedAt);
        QVERIFY(!again.find({race, Session::Sprint}, QStringLiteral("robin")).value());
        MUST(again.remove(race, QStringLiteral("robin")));
        QVERIFY(again.ofPlayer(QStringLiteral("robin")).value().empty());
    }
};

QTEST_GUILESS_MAIN(PickLedgerTest)
#include "PickLedgerTest.moc"
