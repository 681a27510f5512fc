#include "HttpClient.h"
#include "support/SourceServer.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace parcferme;

// parcferme-cli serve as whoever runs it sees it: address, refusals to start, log, and how it ends.
class ServeTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 60'000; // milliseconds, for a machine that has other work

    SourceServer source_;
    QTemporaryDir folder_;

    struct Served
    {
        QProcess process;
        quint16 port = 0;

        ~Served()
        {
            process.kill();
            process.waitForFinished();
        }
    };

    void prepare(QProcess& process, const QStringList& words, const QMap<QString, QString>& variables) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_LOGGING_RULES"));
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
        process.setProgram(QStringLiteral(PARCFERME_CLI));
        process.setArguments(
            QStringList{QStringLiteral("serve"), QStringLiteral("--database"),
                        QStringLiteral("sqlite:///") + folder_.filePath(QStringLiteral("p.sqlite")),
                        QStringLiteral("--cache"), folder_.filePath(QStringLiteral("cache")),
                        QStringLiteral("--api"), source_.url.toString()} +
            words);
    }

    std::unique_ptr<Served> serve(const QMap<QString, QString>& variables = {}) const
    {
        auto served = std::make_unique<Served>();
        prepare(served->process, {QStringLiteral("--port"), QStringLiteral("0")}, variables);
        served->process.start();
        QByteArray output;
        while (!output.contains('\n') && served->process.waitForReadyRead(Patience))
            output += served->process.readAllStandardOutput();
        const QByteArray url = output.mid(output.indexOf("http://")).trimmed();
        served->port = url.sliced(url.lastIndexOf(':') + 1).toUShort();
        return served;
    }

    static void terminate(const QProcess& process)
    {
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    }

private Q_SLOTS:
    void itTellsItsAddressAndLogsRequests()
    {
        const auto served = serve({{QStringLiteral("API_TOKEN"), QStringLiteral("secret-of-the-test")}});
        QVERIFY(served->port > 0);
        HttpClient client(served->port);
        QCOMPARE(client.get("/races?year=2024", "Authorization: Bearer secret-of-the-test\r\n").status, 200);
        QCOMPARE(client.get("/races?year=2024", "Authorization: Bearer secret-of-the-tess\r\n").status, 401);
        terminate(served->process);
        QVERIFY(served->process.waitForFinished(Patience));
        QCOMPARE(served->process.exitCode(), 0);
        const QByteArray log = served->process.readAllStandardError();
        QVERIFY2(log.contains("127.0.0.1 GET /races 200 "), log);
        QVERIFY2(log.contains("127.0.0.1 GET /races 401 "), log);
        QVERIFY2(!log.contains("secret-of"), log);
    }

    void itDoesNotStartWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("named");
        const QStringList anywhere{QStringLiteral("--host"), QStringLiteral("0.0.0.0")};
        QTest::newRow("no token") << anywhere << QString() << QString() << 2
                                  << QByteArray("API_TOKEN is not set");
        QTest::newRow("short token") << anywhere << "API_TOKEN" << "short" << 2
                                     << QByteArray("API_TOKEN has 5");
        QTest::newRow("origin") << QStringList() << "ALLOWED_ORIGINS" << "example.org" << 2
                                << QByteArray("ALLOWED_ORIGINS is \"example.org\"");
        QTest::newRow("port") << QStringList{QStringLiteral("--port"), QStringLiteral("x")} << QString()
                              << QString() << 2 << QByteArray("--port is \"x\"");
        QTest::newRow("another machine's address")
            << QStringList{QStringLiteral("--host"), QStringLiteral("192.0.2.1")} << "API_TOKEN"
            << "0123456789abcdef" << 1 << QByteArray("192.0.2.1");
    }

    void itDoesNotStartWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(int, status);
        QFETCH(QByteArray, named);
        QProcess process;
        prepare(process, words,
                variable.isEmpty() ? QMap<QString, QString>() : QMap<QString, QString>{{variable, value}});
        process.start();
        QVERIFY(process.waitForFinished(Patience));
        const QByteArray output = process.readAllStandardError();
        QVERIFY2(process.exitCode() == status, output);
        QVERIFY2(output.contains(named), output);
    }

    void aPortInUseIsSaid()
    {
        const auto served = serve();
        QProcess second;
        prepare(second, {QStringLiteral("--port"), QString::number(served->port)}, {});
        second.start();
        QVERIFY(second.waitForFinished(Patience));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains(QByteArray::number(served->port)));
    }

    void workUnderWayIsFinished()
    {
        const auto served = serve();
        HttpClient worker(served->port);
        HttpClient idle(served->port);
        QCOMPARE(idle.get("/health").status, 200);
        source_.slow = true;
        const int before = source_.asked;
        worker.send("POST /results/sync/2026/20 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY2_WITH_TIMEOUT(source_.asked > before, served->process.readAllStandardError(), Patience);
        terminate(served->process);
        QVERIFY(idle.isClosed());
        const auto reply = worker.read();
        source_.slow = false;
        QVERIFY2(reply.status == 200, reply.body);
        QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
        QVERIFY(served->process.waitForFinished(Patience));
        QCOMPARE(served->process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(served->process.exitCode(), 0);
        QCOMPARE(HttpClient(served->port).get("/health").status, 0);
    }

    void aSecondSignalGivesUpWhatWaits()
    {
        const auto served = serve();
        HttpClient worker(served->port);
        source_.slow = true;
        const int before = source_.asked;
        worker.send("POST /results/sync/2026/21 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY2_WITH_TIMEOUT(source_.asked > before, served->process.readAllStandardError(), Patience);
        terminate(served->process);
        QTest::qSleep(200);
        terminate(served->process);
        QCOMPARE(worker.read().status, 503);
        source_.slow = false;
        QVERIFY(served->process.waitForFinished(Patience));
        QCOMPARE(served->process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(ServeTest)
#include "ServeTest.moc"
