#include "service/Call.h"
#include "service/HttpHead.h"

#include <QRandomGenerator>
#include <QTest>

using namespace parcferme;

class TestHttpHead : public QObject
{
    Q_OBJECT

private:
    static constexpr HttpLimits limits{};

    static int statusOf(const QByteArray& request)
    {
        const auto head = readHead(request, limits);
        return !head ? head.error().status : head->has_value() ? 200 : 0;
    }

private Q_SLOTS:
    void aWholeHeadIsRead()
    {
        const QByteArray request =
            "\r\nPOST /predict?year=2025&race=Abu+Dhabi HTTP/1.1\r\nHost: localhost:8000\r\n"
            "content-length: 5\r\nConnection: close\r\n\r\nhelloGET /";
        const auto head = readHead(request, limits);
        QVERIFY(head && *head);
        QCOMPARE((*head)->method, QByteArray("POST"));
        QCOMPARE((*head)->target, QByteArray("/predict?year=2025&race=Abu+Dhabi"));
        QCOMPARE((*head)->bodyBytes, 5);
        QCOMPARE((*head)->keepAlive, false);
        QCOMPARE(request.sliced((*head)->bytes), QByteArray("helloGET /"));
    }

    void onlyTheEndMakesItWhole()
    {
        const QByteArray request = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (qsizetype size = 0; size < request.size(); ++size)
            QCOMPARE(statusOf(request.first(size)), 0);
        QCOMPARE(statusOf(request), 200);
    }

    void versionDecidesWhetherTheConnectionStays()
    {
        QVERIFY((*readHead("GET / HTTP/1.1\r\nHost: a\r\n\r\n", limits))->keepAlive);
        QVERIFY(!(*readHead("GET / HTTP/1.0\r\n\r\n", limits))->keepAlive);
        QVERIFY((*readHead("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", limits))->keepAlive);
    }

    void brokenRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: localhost\r\n";
        const auto line = [&](const QByteArray& line) { return line + "\r\n" + host + "\r\n"; };
        const auto field = [&](const QByteArray& field) {
            return "GET / HTTP/1.1\r\n" + host + field + "\r\n\r\n";
        };
        QTest::newRow("no words") << line("") << 400;
        QTest::newRow("one word") << line("GET") << 400;
        QTest::newRow("two words") << line("GET /") << 400;
        QTest::newRow("four words") << line("GET / x HTTP/1.1") << 400;
        QTest::newRow("two spaces") << line("GET  / HTTP/1.1") << 400;
        QTest::newRow("tab") << line("GET\t/\tHTTP/1.1") << 400;
        QTest::newRow("small letters") << line("get / HTTP/1.1") << 400;
        QTest::newRow("long method") << line(QByteArray(21, 'G') + " / HTTP/1.1") << 400;
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15) << 400;
        QTest::newRow("not HTTP") << line("GET / FTP/1.1") << 400;
        QTest::newRow("HTTP/2") << line("PRI /x HTTP/2.0") << 505;
        QTest::newRow("no number") << line("GET / HTTP/x.y") << 505;
        QTest::newRow("whole URL") << line("GET http://localhost/ HTTP/1.1") << 400;
        QTest::newRow("star") << line("OPTIONS * HTTP/1.1") << 400;
        QTest::newRow("fragment") << line("GET /#a HTTP/1.1") << 400;
        QTest::newRow("control in path") << line("GET /\x01 HTTP/1.1") << 400;
        QTest::newRow("bare UTF-8 in path") << line("GET /\xc3\xa3 HTTP/1.1") << 400;
        QTest::newRow("long path") << line("GET /" + QByteArray(limits.targetBytes, 'a') + " HTTP/1.1")
                                   << 414;
        QTest::newRow("endless path") << "GET /" + QByteArray(limits.targetBytes + 100, 'a') << 414;
        QTest::newRow("huge header") << "GET / HTTP/1.1\r\nX: " + QByteArray(limits.headBytes, 'a') << 431;
        QTest::newRow("huge whole header") << field("X: " + QByteArray(limits.headBytes, 'a')) << 431;
        QTest::newRow("many headers")
            << field(QByteArray("X: 1\r\n").repeated(limits.headers).chopped(2)) << 431;
        QTest::newRow("no colon") << field("Header") << 400;
        QTest::newRow("space before colon") << field("Content-Length : 5") << 400;
        QTest::newRow("folded line") << field("X: a\r\n b") << 400;
        QTest::newRow("nul") << field(QByteArray("X: a\0b", 6)) << 400;
        QTest::newRow("bare CR") << field("X: a\rContent-Length: 5") << 400;
        QTest::newRow("bare LF") << field("X: a\nContent-Length: 5") << 400;
        QTest::newRow("LF only") << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << 400;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << field("Host: other") << 400;
        QTest::newRow("host with a path") << QByteArray("GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n") << 400;
        QTest::newRow("two tokens") << field("Authorization: a\r\nauthorization: b") << 400;
        QTest::newRow("two lengths") << field("Content-Length: 5\r\nContent-Length: 6") << 400;
        QTest::newRow("negative length") << field("Content-Length: -5") << 400;
        QTest::newRow("length with sign") << field("Content-Length: +5") << 400;
        QTest::newRow("hexadecimal length") << field("Content-Length: 0x5") << 400;
        QTest::newRow("empty length") << field("Content-Length:") << 400;
        QTest::newRow("list of lengths") << field("Content-Length: 5, 5") << 400;
        QTest::newRow("too large") << field("Content-Length: 1048577") << 413;
        QTest::newRow("over 64 bits") << field("Content-Length: 99999999999999999999999999") << 413;
        QTest::newRow("chunks") << field("Transfer-Encoding: chunked") << 411;
        QTest::newRow("chunks and length") << field("Content-Length: 5\r\nTransfer-Encoding: chunked") << 411;
        QTest::newRow("expect") << field("Expect: 100-continue") << 417;
        QTest::newRow("web socket") << field("Upgrade: websocket") << 400;
    }

    void brokenRequestsAreRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QCOMPARE(statusOf(request), status);
    }

    // Whatever one byte is changed to: a head that is read ends where its empty line is, and holds what can
    // be seen.
    void randomBytesNeverPassAsSomethingElse()
    {
        const QByteArray good =
            "POST /results/sync/2025/24?a=b HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a\r\n"
            "Content-Length: 3\r\n\r\nabc";
        QRandomGenerator random(20260601);
        int read = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray bad = good;
            for (int changes = random.bounded(1, 4); changes > 0; --changes)
                bad[random.bounded(bad.size())] = static_cast<char>(random.bounded(256));
            if (random.bounded(4) == 0)
                bad.truncate(random.bounded(static_cast<int>(bad.size())));
            const auto head = readHead(bad, limits);
            if (!head || !*head)
                continue;
            ++read;
            QVERIFY(bad.first((*head)->bytes).endsWith("\r\n\r\n"));
            QVERIFY((*head)->target.startsWith('/'));
            QVERIFY((*head)->bodyBytes >= 0 && (*head)->bodyBytes <= limits.bodyBytes);
            for (const char c : (*head)->target)
                QVERIFY(c > ' ' && c < 0x7f);
        }
        QVERIFY2(read > 1000, QByteArray::number(read));
    }

    void targetsAreDecoded()
    {
        const auto target =
            Target::parse("/results/sync/2025/S%C3%A3o%20Paulo%2fX?race=Abu+Dhabi&year=2025&x&=y");
        QVERIFY(target);
        QCOMPARE(target->segments, (QStringList{QStringLiteral("results"), QStringLiteral("sync"),
                                                QStringLiteral("2025"), QStringLiteral("São Paulo/X")}));
        QCOMPARE(target->query.size(), 4);
        QCOMPARE(target->query[0].second, QStringLiteral("Abu Dhabi"));
    }

    void targetsThatCannotBeDecodedAreRefused()
    {
        for (const char* target :
             {"/%", "/%4", "/%4g", "/%zz", "/%ff", "/%c3%28", "/%00", "/%0d%0aX", "/a?b=%", "/a?%e9=1"}) {
            const auto parsed = Target::parse(target);
            QVERIFY2(!parsed, target);
            QCOMPARE(parsed.error().status, 400);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpHead)
#include "TestHttpHead.moc"
