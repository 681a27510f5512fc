#include "source/UrlRules.h"
#include "source/timestamp/HttpTimestampAuthority.h"
#include "support/Await.h"
#include "support/LoopbackServer.h"

#include <QTemporaryDir>

using namespace parcferme;
using namespace std::chrono_literals;

// How a request travels to an authority and what comes back; what it says is not looked at here.
class TimestampAuthorityTest : public QObject
{
    Q_OBJECT

    using Answer = LoopbackServer::Answer;

    // Time enough for a busy machine, unless being slow is the point.
    static Result<QByteArray> ask(const QUrl& url, const QByteArray& request, bool offline = false,
                                  std::chrono::milliseconds deadline = 8s)
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        HttpOptions options;
        options.cacheFolder = folder.path();
        options.offline = offline;
        options.limits.deadline = deadline;
        options.retry.retries = 1;
        options.retry.firstDelay = 10ms;
        const auto client = std::make_shared<HttpClient>(options, clock);
        client->setLimits(url, {{{1000, 1h}}, 1ms});
        HttpTimestampAuthority authority(url, client);
        return test::await(authority.ask(request, Progress()));
    }

private Q_SLOTS:
    void theRequestIsPosted()
    {
        LoopbackServer server([](const LoopbackServer::Asked&) {
            return Answer{200, QByteArray("\x30\x00\xff", 3),
                          "Content-Type: application/timestamp-reply\r\n"};
        });
        const QByteArray request("\x00\x01 bytes \xff", 10);
        const auto answer = ask(server.url(QStringLiteral("/tsr")), request);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        QCOMPARE(*answer, QByteArray("\x30\x00\xff", 3));
        QCOMPARE(server.asked().size(), std::size_t(1));
        const LoopbackServer::Asked& asked = server.asked().front();
        QVERIFY(asked.head.startsWith("POST /tsr HTTP/1.1\r\n"));
        QCOMPARE(asked.header("Content-Type"), QByteArray("application/timestamp-query"));
        QCOMPARE(asked.header("Accept"), QByteArray("application/timestamp-reply"));
        QCOMPARE(asked.body, request);
    }

    void everyAttemptCarriesTheRequest()
    {
        LoopbackServer server([](const LoopbackServer::Asked&) { return Answer(); });
        server.handleWith([&server](const LoopbackServer::Asked& asked) {
            if (server.asked().size() == 1)
                return Answer{503, {}, {}};
            return asked.target == "/" ? Answer{307, {}, "Location: /moved\r\n"} : Answer{200, "ok", {}};
        });
        const auto answer = ask(server.url(), "request");
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        QCOMPARE(server.asked().size(), std::size_t(3));
        for (const LoopbackServer::Asked& asked : server.asked())
            QCOMPARE(asked.body, QByteArray("request"));
    }

    void faultsAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("way");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<QString>("words");
        QTest::addRow("slow") << 200 << int(Answer::ByteAtATime) << qsizetype(1000)
                              << QStringLiteral("did not answer completely");
        QTest::addRow("silent") << 200 << int(Answer::Silent) << qsizetype(0)
                                << QStringLiteral("did not answer completely");
        QTest::addRow("too large") << 200 << int(Answer::Whole) << qsizetype(64 * 1024 + 1)
                                   << QStringLiteral("is larger than");
        QTest::addRow("closed") << 200 << int(Answer::Closed) << qsizetype(0)
                                << QStringLiteral("closed the connection");
        QTest::addRow("refused") << 403 << int(Answer::Whole) << qsizetype(0)
                                 << QStringLiteral("refuses to answer");
    }

    void faultsAreTold()
    {
        QFETCH(int, status);
        QFETCH(int, way);
        QFETCH(qsizetype, size);
        QFETCH(QString, words);
        LoopbackServer server([&](const LoopbackServer::Asked&) {
            return Answer{status, QByteArray(size, 'x'), {}, Answer::Way(way)};
        });
        const bool slow = way == int(Answer::ByteAtATime) || way == int(Answer::Silent);
        const auto answer = ask(server.url(), "request", false, slow ? 200ms : 8s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QVERIFY2(answer.error().message.contains(words), qPrintable(answer.error().message));
    }

    void offlineNobodyIsAsked()
    {
        LoopbackServer server([](const LoopbackServer::Asked&) { return Answer(); });
        QCOMPARE(ask(server.url(), "request", true).error().code, ErrorCode::Offline);
        QVERIFY(server.asked().empty());
    }

    // The rule of all other requests stays what it is.
    void plainHttpIsForSignedAnswersOnly()
    {
        const QUrl plain(QStringLiteral("http://timestamp.example.org/tsr"));
        const QUrl secure(QStringLiteral("https://timestamp.example.org/tsr"));
        QVERIFY(!checkUrl(plain));
        QVERIFY(checkUrl(plain, Protection::Signature));
        QVERIFY(checkUrl(secure, Protection::Signature));
        QVERIFY(!checkUrl(QUrl(QStringLiteral("ftp://timestamp.example.org")), Protection::Signature));
        QVERIFY(!checkRedirect(secure, plain, Protection::Signature));
        QVERIFY(checkRedirect(plain, plain, Protection::Signature));
        QVERIFY(!checkRedirect(plain, plain));
    }
};

QTEST_GUILESS_MAIN(TimestampAuthorityTest)
#include "TimestampAuthorityTest.moc"
