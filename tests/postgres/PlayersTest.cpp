#include "store/StoreFixture.h"
#include "support/ProgramRun.h"
#include "support/TestDatabase.h"

#include "store/LedgerCheck.h"
#include "store/PickDraftRepository.h"
#include "store/PickRepository.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <set>
#include <thread>

using namespace parcferme;
using namespace parcferme::test;

namespace {

constexpr int People = 5;
constexpr int Races = 3;
constexpr int FirstRound = 40; // above all that a real season has
constexpr auto Password = "of the house";

QString playerName(int who)
{
    return QStringLiteral("player%1").arg(who);
}

} // namespace

// Several people on one database, each with a program and, on a server, a role of his own.
class PlayersTest : public QObject
{
    Q_OBJECT

private:
    // A database with races that start tomorrow and have their qualifying.
    struct League
    {
        League()
        {
            const Ran made = cli(place.url(), {QStringLiteral("races")}); // brings the history
            if (made.status != 0)
                qFatal("%s", made.err.constData());
            owner = std::move(*Database::connect(place.location()));
            year = QDateTime::currentDateTimeUtc().addDays(1).date().year();
            for (int k = 0; k < Races; ++k)
                races.push_back(raceOfTomorrow(k));
            if (onServer())
                makeRoles();
        }
        ~League()
        {
            owner.reset();
            if (!onServer())
                return;
            const BareConnection connection(place.location());
            for (int who = 0; who < People; ++who)
                connection.must(QStringLiteral("DROP OWNED BY %1; DROP ROLE %1").arg(playerName(who)));
            connection.must(QStringLiteral("DROP OWNED BY players; DROP ROLE players"));
        }
        League(const League&) = delete;
        League& operator=(const League&) = delete;

        RaceId raceOfTomorrow(int k)
        {
            Race race = monaco(year);
            race.round = FirstRound + k;
            race.name = QStringLiteral("Tomorrow %1").arg(k);
            race.start = QDateTime::currentDateTimeUtc().addDays(1).addSecs(60LL * k);
            race.start->setTime(QTime(race.start->time().hour(), race.start->time().minute()));
            race.eventDate = race.start->date();
            race.qualifyingStart = race.start->addDays(-1).addSecs(-6 * 3600);
            race.circuit = QStringLiteral("tomorrow%1").arg(k);
            const auto id = RaceRepository(*owner).insert(race);
            if (!id)
                qFatal("%s", qPrintable(id.error().text()));
            int position = 0;
            for (const char* driver : {"norris", "piastri", "leclerc"})
                run(QStringLiteral("INSERT INTO qualifying_results (race_id, driver, team, position, q1_ms) "
                                   "VALUES (%1, '%2', 'mclaren', %3, 80000)")
                        .arg(*id)
                        .arg(QLatin1StringView(driver))
                        .arg(++position));
            return *id;
        }

        // As packaging/README.md says.
        void makeRoles()
        {
            run(QStringLiteral("CREATE ROLE players NOLOGIN"));
            run(QStringLiteral("GRANT USAGE ON SCHEMA public TO players"));
            run(QStringLiteral(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO players"));
            run(QStringLiteral("GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO players"));
            for (int who = 0; who < People; ++who)
                run(QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD '%2' IN ROLE players")
                        .arg(playerName(who), QLatin1StringView(Password)));
        }

        void run(const QString& sql)
        {
            if (const auto done = owner->run(sql); !done)
                qFatal("%s", qPrintable(done.error().text()));
        }

        // The database as this player comes to it.
        QString urlOf(int who) const
        {
            if (!onServer())
                return place.url();
            QUrl url(place.url());
            url.setUserName(playerName(who));
            url.setPassword(QLatin1StringView(Password));
            return url.toString(QUrl::FullyEncoded);
        }

        Ran pick(int who, int race, const QStringList& more, const QString& name = {}) const
        {
            return cli(urlOf(who),
                       QStringList{QStringLiteral("pick"), QString::number(year),
                                   QString::number(FirstRound + race)} +
                           more +
                           QStringList{QStringLiteral("--player"), name.isEmpty() ? playerName(who) : name,
                                       QStringLiteral("--json")});
        }

        TestDatabase place;
        std::unique_ptr<Database> owner;
        int year = 0;
        std::vector<RaceId> races;
    };

    // Each his own: every player begins with another driver, so that no two orders are the same.
    static QString orderOf(int who)
    {
        static const QStringList orders = {
            QStringLiteral("norris,piastri,leclerc"), QStringLiteral("norris,leclerc,piastri"),
            QStringLiteral("piastri,norris,leclerc"), QStringLiteral("piastri,leclerc,norris"),
            QStringLiteral("leclerc,norris,piastri")};
        return orders.at(who);
    }

private Q_SLOTS:
    void fiveProcessesLockAtOnceEachHisOwn()
    {
        const League league;
        std::vector<std::vector<Ran>> output(People);
        std::vector<std::thread> people;
        for (int who = 0; who < People; ++who)
            people.emplace_back([&, who] {
                for (int k = 0; k < Races; ++k)
                    output[static_cast<std::size_t>(who)].push_back(
                        league.pick(who, (who + k) % Races,
                                    {orderOf(who), QStringLiteral("--winner"), QString::number(20 + who),
                                     QStringLiteral("--lock")}));
            });
        for (std::thread& person : people)
            person.join();
        for (const auto& mine : output)
            for (const Ran& one : mine) {
                QVERIFY2(one.status == 0, one.err.constData());
                QCOMPARE(QJsonDocument::fromJson(one.out).object().value(QLatin1StringView("state")),
                         QJsonValue(QStringLiteral("locked")));
            }
        const PickRepository picks(*league.owner);
        const std::vector<Pick> all = picks.all().value();
        QCOMPARE(all.size(), std::size_t(People * Races));
        std::set<std::pair<RaceId, QString>> owners;
        for (const Pick& pick : all) {
            owners.emplace(pick.race, pick.player);
            QCOMPARE(pick.kind, PickKind::Live);
            const int who = pick.player.right(1).toInt();
            QStringList order;
            for (const PickEntry& entry : pick.entries)
                order.append(entry.driver);
            QCOMPARE(order.join(QLatin1Char(',')), orderOf(who));
            QCOMPARE(pick.winnerChance, std::optional((20 + who) / 100.0));
        }
        QCOMPARE(owners.size(), std::size_t(People * Races));
        const auto chain = LedgerCheck(*league.owner).run();
        MUST(chain);
        QCOMPARE(chain->picks, People * Races);
        const Ran verified = cli(league.urlOf(0), {QStringLiteral("verify")});
        QVERIFY2(verified.status == 0, verified.err.constData());
        // Nobody sees another's order before the start, though he has locked.
        const QJsonObject seen = QJsonDocument::fromJson(league.pick(0, 0, {}).out).object();
        QCOMPARE(seen.value(QLatin1StringView("others")).toArray().size(), People - 1);
        for (const QJsonValue& other : seen.value(QLatin1StringView("others")).toArray())
            QVERIFY(other[QLatin1StringView("order")].toArray().isEmpty());
        QCOMPARE(seen.value(QLatin1StringView("mine"))[QLatin1StringView("order")].toArray().size(), 3);
    }

    void nobodyPicksForAnother()
    {
        if (!onServer())
            QSKIP("of a server that knows who is who");
        const League league;
        Ran refused = league.pick(0, 0, {orderOf(0)}, playerName(1));
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("knows you as player0"), refused.err.constData());
        QVERIFY2(refused.err.contains("--player player0"), refused.err.constData());
        QCOMPARE(league.pick(1, 0, {orderOf(1)}).status, 0); // a draft of his own

        // And the server itself, past the program.
        const auto guest = Database::connect(databaseFromUrl(league.urlOf(0)).value());
        MUST(guest);
        Database& mine = **guest;
        QVERIFY(PickDraftRepository(mine).ofSession(league.races[0]).value().empty());
        QVERIFY(mine.run(QStringLiteral("DELETE FROM pick_drafts"))); // of his own: none
        QCOMPARE(PickDraftRepository(*league.owner).ofSession(league.races[0]).value().size(),
                 std::size_t(1));
        const QString insert =
            QStringLiteral("INSERT INTO picks (id, race_id, session, player, kind, created_at, format, "
                           "snapshot, previous_hash, hash) VALUES (1, %1, 'race', '%2', 'live', "
                           "'2026-06-06T17:12:03Z', 1, '{}', repeat('0', 64), repeat('a', 64))")
                .arg(league.races[0]);
        const auto forged = mine.run(insert.arg(playerName(1)));
        QVERIFY(!forged);
        QVERIFY2(forged.error().text().contains(QStringLiteral("row-level security")),
                 qPrintable(forged.error().text()));
        const auto draft = mine.run(
            QStringLiteral("INSERT INTO pick_drafts (race_id, session, player, places, saved_at) VALUES (%1, "
                           "'sprint', '%2', '[]', '2026-06-06T17:12:03Z')")
                .arg(league.races[0])
                .arg(playerName(1)));
        QVERIFY(!draft);
        QCOMPARE(league.pick(1, 0, {QStringLiteral("--lock")}).status, 0);
        const auto entry = mine.run(QStringLiteral(
            "INSERT INTO pick_entries (id, pick_id, driver, team, position) VALUES (1004, 1, 'x', '', 4)"));
        QVERIFY(!entry);
        QVERIFY(!mine.run(QStringLiteral("UPDATE picks SET player = 'player0'")));
        QVERIFY(!mine.run(QStringLiteral("ALTER TABLE picks DISABLE ROW LEVEL SECURITY")));
        QVERIFY(!mine.run(QStringLiteral("DROP TRIGGER picks_no_update ON picks")));
        MUST(LedgerCheck(*league.owner).run());
    }
};

QTEST_GUILESS_MAIN(PlayersTest)
#include "PlayersTest.moc"
