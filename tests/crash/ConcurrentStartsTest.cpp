#include "support/ProgramRun.h"
#include "support/TestDatabase.h"

#include "store/Database.h"
#include "store/LedgerCheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <thread>

using namespace parcferme;
using namespace parcferme::test;

// Real processes of parcferme-cli at once on one database.
class ConcurrentStartsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Programs = 6;

    // All started before any is waited for.
    static std::vector<Ran> atOnce(const TestDatabase& place, const QStringList& arguments)
    {
        const QTemporaryDir cache;
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < Programs; ++i) {
            programs.push_back(std::make_unique<QProcess>());
            begin(*programs.back(),
                  arguments + QStringList{QStringLiteral("--json"), QStringLiteral("--offline"),
                                          QStringLiteral("--database"), place.url(),
                                          QStringLiteral("--cache"), cache.path()},
                  {});
        }
        std::vector<Ran> output;
        for (const auto& program : programs)
            output.push_back(end(*program));
        return output;
    }

    static std::unique_ptr<Database> databaseIn(const TestDatabase& place)
    {
        auto database = Database::connect(place.location());
        return database ? std::move(*database) : nullptr;
    }

    static int count(Database& database, const char* table)
    {
        auto row = database.run(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1StringView(table)));
        return row && row->next() ? static_cast<int>(row->integer(0)) : -1;
    }

private Q_SLOTS:
    void freezeOnePrediction()
    {
        const TestDatabase place;
        QVERIFY(atOnce(place, {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2025")})
                    .front()
                    .status == 0);
        for (int round = 1; round <= 4; ++round) {
            QSet<QString> hashes;
            QSet<int> ids;
            for (const Ran& output :
                 atOnce(place, {QStringLiteral("predict"), QStringLiteral("2025"), QString::number(round)})) {
                QVERIFY2(output.status == 0, output.err.constData());
                QVERIFY2(!output.err.toLower().contains("locked"), output.err.constData());
                const QJsonObject prediction = QJsonDocument::fromJson(output.out).object();
                hashes.insert(prediction.value(QLatin1StringView("hash")).toString());
                ids.insert(prediction.value(QLatin1StringView("id")).toInt());
            }
            QCOMPARE(hashes.size(), 1);
            QCOMPARE(hashes.begin()->size(), 64);
            QCOMPARE(ids, QSet<int>{round});
        }
        const auto database = databaseIn(place);
        QCOMPARE(count(*database, "predictions"), 4);
        const auto chain = LedgerCheck(*database).run();
        QVERIFY2(chain, chain ? "" : qPrintable(chain.error().text()));
    }

    // A team: everybody predicts and syncs the same season, each in an order of his own.
    void aTeamsSeason()
    {
        constexpr int Members = 5;
        constexpr int Races = 4;
        const TestDatabase place;
        std::vector<std::vector<Ran>> output(Members);
        std::vector<std::thread> team;
        for (int who = 0; who < Members; ++who)
            team.emplace_back([&, who] {
                auto& mine = output[static_cast<std::size_t>(who)];
                for (int i = 0; i < Races; ++i)
                    mine.push_back(cli(place.url(), {QStringLiteral("predict"), QStringLiteral("2025"),
                                                     QString::number((who + i) % Races + 1)}));
                mine.push_back(cli(place.url(), {QStringLiteral("sync"), QStringLiteral("2025")}));
            });
        for (std::thread& member : team)
            member.join();
        for (const auto& mine : output)
            for (const Ran& one : mine) {
                QVERIFY2(one.status == 0, one.err.constData());
                for (const char* word : {"locked", "busy", "refused", "lost"})
                    QVERIFY2(!one.err.toLower().contains(word), one.err.constData());
            }
        const auto database = databaseIn(place);
        QCOMPARE(count(*database, "predictions"), Races);
        QCOMPARE(count(*database, "evaluation_metrics"), Races);
        const auto chain = LedgerCheck(*database).run();
        QVERIFY2(chain, chain ? "" : qPrintable(chain.error().text()));
        QCOMPARE(chain->predictions, Races);
        const Ran verified = cli(place.url(), {QStringLiteral("verify")});
        QVERIFY2(verified.status == 0, verified.out.constData());
    }

    // First start: schema and history, once each.
    void mergeTheHistoryOnce()
    {
        const TestDatabase place;
        QByteArray first;
        for (const Ran& output :
             atOnce(place, {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2024")})) {
            QVERIFY2(output.status == 0, output.err.constData());
            QVERIFY2(output.err.isEmpty(), output.err.constData());
            if (first.isEmpty())
                first = output.out;
            QCOMPARE(output.out, first);
        }
        const auto database = databaseIn(place);
        QVERIFY(count(*database, "races") > 300);
        QVERIFY(database->checkIntegrity());
    }
};

QTEST_GUILESS_MAIN(ConcurrentStartsTest)
#include "ConcurrentStartsTest.moc"
