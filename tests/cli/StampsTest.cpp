#include "support/ProgramRun.h"
#include "support/ServerThread.h"
#include "support/StampAuthority.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;
using test::Ran;

// The program itself and an authority on this machine: asked after the freeze, checked, kept, told.
class StampsTest : public QObject
{
    Q_OBJECT

private:
    // A user with an empty database, and the authority that is asked.
    struct User
    {
        explicit User(LoopbackServer::Handler respond) : server(std::move(respond)) {}

        Ran run(const char* line, const QString& certificates) const
        {
            test::World world = test::newUser(home.path());
            world.environment.insert(QStringLiteral("TIMESTAMP_URL"), server.url().toString());
            world.environment.insert(QStringLiteral("TIMESTAMP_CA"), certificates);
            return test::run(QString::fromUtf8(line).split(u' '), world);
        }

        QTemporaryDir home;
        ServerThread server;
    };

    StampAuthority openssl_;

    LoopbackServer::Handler right() const
    {
        return [this](const LoopbackServer::Asked& asked) {
            return LoopbackServer::Answer{200, openssl_.answer(asked.body),
                                          "Content-Type: application/timestamp-reply\r\n"};
        };
    }

private Q_SLOTS:
    void aFreezeIsStamped()
    {
        const User user(right());
        const QString root = openssl_.rootFile();
        const Ran predicted = user.run("predict 2025 24 --json", root);
        QVERIFY2(predicted.status == 0, predicted.err.constData());
        QVERIFY(predicted.json().object().value(QStringLiteral("vouched_by")).isNull()); // it did not wait
        QVERIFY2(predicted.err.contains("Stamped by Test Responder"), predicted.err.constData());
        QVERIFY(!user.run("predict 2025 24 --json", root).err.contains("tamped")); // once is enough

        const QJsonObject stored = user.run("prediction 2025 24 --json", root).json().object();
        QCOMPARE(stored.value(QStringLiteral("vouched_by")).toString(), StampAuthority::name());
        QCOMPARE(stored.value(QStringLiteral("vouched_before_start")).toBool(true), false);
        QVERIFY(!stored.value(QStringLiteral("vouched_at")).toString().isEmpty());

        const Ran verified = user.run("verify --json", root);
        QCOMPARE(verified.status, 0);
        const QJsonObject first =
            verified.json().object().value(QStringLiteral("predictions")).toArray().first().toObject();
        QCOMPARE(first.value(QStringLiteral("vouched_by")).toString(), StampAuthority::name());
        QCOMPARE(first.value(QStringLiteral("hash")), stored.value(QStringLiteral("hash")));
        QVERIFY(user.run("verify", root).out.contains("vouched for by Test Responder"));

        // Anybody can check what is exported, without this program.
        const QString folder = user.home.filePath(QStringLiteral("tables"));
        QCOMPARE(user.run(qPrintable(QStringLiteral("export ") + folder), root).status, 0);
        QFile csv(folder + QStringLiteral("/ledger_stamps.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> columns = csv.readLine().trimmed().split(',');
        const QList<QByteArray> cells = csv.readLine().trimmed().split(',');
        QVERIFY(openssl_.accepts(QByteArray::fromBase64(cells[columns.indexOf("token")]),
                                 cells[columns.indexOf("hash")]));
    }

    void theFreezeStandsWithoutAStamp_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("words");
        QTest::addRow("garbage") << int(LoopbackServer::Answer::Whole) << QByteArray("<html>")
                                 << QByteArray("no answer of a time-stamping authority");
        QTest::addRow("too large") << int(LoopbackServer::Answer::Whole) << QByteArray(70 * 1024, 'x')
                                   << QByteArray("is larger than");
    }

    void theFreezeStandsWithoutAStamp()
    {
        QFETCH(int, way);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, words);
        const User user([&](const LoopbackServer::Asked&) {
            return LoopbackServer::Answer{200, body, {}, LoopbackServer::Answer::Way(way)};
        });
        const Ran predicted = user.run("predict 2025 24 --json", openssl_.rootFile());
        QCOMPARE(predicted.status, 0);
        QVERIFY(predicted.err.contains("No stamp yet"));
        QVERIFY2(predicted.err.contains(words), predicted.err.constData());
        QCOMPARE(user.run("verify", openssl_.rootFile()).status, 0);
    }

    void aBadAddressIsNamed()
    {
        const User user(right());
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), user.home.path());
        environment.insert(QStringLiteral("TIMESTAMP_URL"), QStringLiteral("timestamp.digicert.com"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PARCFERME_CLI), {QStringLiteral("races")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("TIMESTAMP_URL is \"timestamp.digicert.com\""));
    }
};

QTEST_GUILESS_MAIN(StampsTest)
#include "StampsTest.moc"
