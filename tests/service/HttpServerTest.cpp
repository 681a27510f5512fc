#include "service/HttpServer.h"
#include "HttpClient.h"
#include "service/Answer.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <atomic>
#include <condition_variable>

using namespace parcferme;

// The server without a service behind it: it answers with what it understood.
class HttpServerTest : public QObject
{
    Q_OBJECT

private:
    static constexpr HttpLimits limits{};
    std::unique_ptr<HttpServer> server_;
    std::atomic<int> passed_ = 0; // requests that were not refused

    std::optional<OutgoingReply> handle(const IncomingRequest& request, const std::optional<Refusal>& refusal,
                                        const HttpServer::Later& later)
    {
        if (refusal) {
            const Answer answer = answerOf(*refusal);
            return OutgoingReply{answer.status, answer.body, {{"Content-Type", answer.type}}, false};
        }
        ++passed_;
        const OutgoingReply reply{200, request.method + ' ' + request.target, {}, false};
        if (request.target != "/later" && request.target != "/thread")
            return reply;
        if (request.target == "/later")
            later(reply); // before the connection waits
        else
            std::thread([later, reply] {
                QThread::msleep(20);
                later(reply);
            }).detach();
        return std::nullopt;
    }

    static int statusOf(HttpClient& client, const QByteArray& request)
    {
        client.send(request);
        return client.read().status;
    }

private Q_SLOTS:
    void initTestCase()
    {
        server_ = std::make_unique<HttpServer>(
            limits, 2,
            [this](const IncomingRequest& request, const std::optional<Refusal>& refusal,
                   const HttpServer::Later& later) { return handle(request, refusal, later); });
        QVERIFY(server_->listen(QHostAddress(QHostAddress::LocalHost), 0));
    }

    void cleanupTestCase() { server_.reset(); }

    void theTargetComesAsItWasSent()
    {
        HttpClient client(server_->port());
        for (const char* target : {"/", "/a%20b?x=1&y=%2f+%zz", "/a//b/../c", "/?&&=", "/later", "/thread"})
            QCOMPARE(client.get(target).body, QByteArray("GET ") + target);
        QCOMPARE(client.ask("POST", "/a", {}, "body").body, QByteArray("POST /a"));
        QCOMPARE(client.ask("OPTIONS", "*").body, QByteArray("OPTIONS *"));
        const auto head = client.ask("HEAD", "/abc");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length"), QByteArray("9"));
        QCOMPARE(client.get("/after").body, QByteArray("GET /after"));
    }

    // What has no one reading as a request is refused with its reason, where a refusal can be put into words;
    // the library itself answers what is no HTTP at all.
    void attacksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QList<int>>("statuses"); // 0: closed without an answer
        const QByteArray host = "Host: localhost\r\n";
        const auto line = [&](const QByteArray& line) { return line + "\r\n" + host + "\r\n"; };
        const auto field = [&](const QByteArray& field) {
            return "GET / HTTP/1.1\r\n" + host + field + "\r\n\r\n";
        };
        const QList<int> broken{400, 0};
        QTest::newRow("one word") << line("GET") << broken;
        QTest::newRow("two words") << line("GET /") << QList<int>{400, 505, 0};
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)
                             << broken;
        QTest::newRow("not HTTP") << line("GET / FTP/1.1") << QList<int>{400, 505, 0};
        QTest::newRow("HTTP/2") << line("PRI /x HTTP/2.0") << QList<int>{505};
        QTest::newRow("no number") << line("GET / HTTP/x.y") << QList<int>{505, 400, 0};
        QTest::newRow("whole URL") << line("GET http://localhost/ HTTP/1.1") << QList<int>{400};
        QTest::newRow("star") << line("GET * HTTP/1.1") << QList<int>{400};
        QTest::newRow("fragment") << line("GET /#a HTTP/1.1") << QList<int>{400};
        QTest::newRow("control in path") << line("GET /\x01 HTTP/1.1") << QList<int>{400};
        QTest::newRow("bare UTF-8 in path") << line("GET /\xc3\xa3 HTTP/1.1") << QList<int>{400};
        QTest::newRow("long path") << line("GET /" + QByteArray(limits.targetBytes, 'a') + " HTTP/1.1")
                                   << QList<int>{414};
        QTest::newRow("endless path") << "GET /" + QByteArray(200000, 'a') << QList<int>{414, 431, 0};
        QTest::newRow("huge header") << "GET / HTTP/1.1\r\nX: " + QByteArray(200000, 'a')
                                     << QList<int>{431, 413, 0};
        QTest::newRow("large whole header")
            << field("X: " + QByteArray(limits.headBytes, 'a')) << QList<int>{431};
        QTest::newRow("many headers")
            << field(QByteArray("X: 1\r\n").repeated(limits.headers).chopped(2)) << QList<int>{431};
        QTest::newRow("no colon") << field("Header") << broken;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QList<int>{400};
        QTest::newRow("two hosts") << field("Host: other") << QList<int>{400};
        QTest::newRow("host with a path")
            << QByteArray("GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n") << QList<int>{400};
        QTest::newRow("two tokens") << field("Authorization: a\r\nauthorization: b") << QList<int>{400};
        QTest::newRow("two origins") << field("Origin: http://a\r\nOrigin: http://b") << QList<int>{400};
        QTest::newRow("two lengths") << field("Content-Length: 5\r\nContent-Length: 6") << broken;
        QTest::newRow("two equal lengths") << field("Content-Length: 5\r\nContent-Length: 5") << broken;
        QTest::newRow("negative length") << field("Content-Length: -5") << broken;
        QTest::newRow("length with sign") << field("Content-Length: +5") << broken;
        QTest::newRow("hexadecimal length") << field("Content-Length: 0x5") << broken;
        QTest::newRow("empty length") << field("Content-Length:") << broken;
        QTest::newRow("list of lengths") << field("Content-Length: 5, 5") << broken;
        QTest::newRow("too large") << field("Content-Length: 1048577") << QList<int>{413};
        QTest::newRow("over 64 bits")
            << field("Content-Length: 99999999999999999999999999") << QList<int>{413, 400, 0};
        QTest::newRow("chunks") << field("Transfer-Encoding: chunked") << QList<int>{411};
        QTest::newRow("chunks and length")
            << field("Content-Length: 5\r\nTransfer-Encoding: chunked") << QList<int>{411, 400};
        QTest::newRow("unknown coding") << field("Transfer-Encoding: x") << QList<int>{411, 400, 501, 0};
    }

    void attacksAreRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(QList<int>, statuses);
        const int before = passed_;
        HttpClient client(server_->port());
        client.send(request);
        const auto reply = client.read();
        QVERIFY2(statuses.contains(reply.status), QByteArray::number(reply.status) + reply.body);
        QVERIFY(client.isClosed());
        QCOMPARE(passed_.load(), before);
        QCOMPARE(HttpClient(server_->port()).get("/").status, 200);
    }

    // A lone line feed ends a line in one reader and not in another: what stands behind it never counts as
    // less than what stands before it.
    void aLineFeedHidesNothing()
    {
        for (const char* hidden : {"X: a\nHost: other", "X: a\nAuthorization: b\r\nAuthorization: c",
                                   "X: a\nTransfer-Encoding: chunked"}) {
            HttpClient client(server_->port());
            const int before = passed_;
            const int status =
                statusOf(client, QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n") + hidden + "\r\n\r\n");
            QVERIFY2(status == 400 || status == 411 || status == 0 || passed_ == before + 1, hidden);
            QVERIFY2(status != 200, hidden);
        }
    }

    // Whatever a few bytes are changed to, each request that passes has a path, and the server lives.
    void randomBytesHarmNobody()
    {
        const QByteArray good = "POST /results/sync/2025/24?a=b HTTP/1.1\r\nHost: localhost\r\n"
                                "Origin: http://a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc";
        QRandomGenerator random(20260601);
        for (int i = 0; i < 1000; ++i) {
            QByteArray bad = good;
            for (int changes = random.bounded(1, 4); changes > 0; --changes)
                bad[random.bounded(bad.size())] = static_cast<char>(random.bounded(256));
            HttpClient client(server_->port());
            client.send(bad);
            client.leave();
            const auto reply = client.read();
            if (reply.status == 200)
                QVERIFY2(reply.body.contains(" /"), reply.body);
        }
        QCOMPARE(HttpClient(server_->port()).get("/").status, 200);
    }

    void aServerThatEndsAnswersWhoWaits()
    {
        HttpServer::Later kept;
        std::mutex mutex;
        std::condition_variable came;
        auto server = std::make_unique<HttpServer>(
            limits, 2,
            [&](const IncomingRequest&, const std::optional<Refusal>&, const HttpServer::Later& later) {
                const std::lock_guard lock(mutex);
                kept = later;
                came.notify_all();
                return std::optional<OutgoingReply>();
            });
        QVERIFY(server->listen(QHostAddress(QHostAddress::LocalHost), 0));
        HttpClient client(server->port());
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        {
            std::unique_lock lock(mutex);
            came.wait(lock, [&] { return bool(kept); });
        }
        server.reset();
        const auto reply = client.read();
        QVERIFY2(reply.status == 503 || reply.status == 0, QByteArray::number(reply.status));
        QVERIFY(client.isClosed());
        kept({200, "too late", {}, false}); // and nobody minds
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "HttpServerTest.moc"
