#include "core/Version.h"
#include "source/HttpCaller.h"
#include "source/WholeFile.h"
#include "support/LoopbackServer.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;
using namespace std::chrono_literals;

namespace {

using Answer = LoopbackServer::Answer;
using Why = NoAnswer::Why;

// Quick enough for tests, otherwise like the real thing.
HttpOptions quick()
{
    HttpOptions options;
    options.limits.deadline = 20s; // a busy machine is no fault
    options.limits.bytes = 1024 * 1024;
    options.retry.firstDelay = 10ms;
    return options;
}

RequestLimits apart(std::chrono::milliseconds spacing)
{
    return {{{1000, 1h}}, spacing};
}

// A client with a folder of its own, and what came back.
struct Client
{
    explicit Client(HttpOptions options = quick(), RequestLimits limits = apart(1ms))
        : limits(std::move(limits))
    {
        options.cacheFolder = folder.path();
        client = std::make_shared<HttpClient>(options, clock);
        caller = std::make_unique<HttpCaller>(client);
    }

    void send(const QUrl& url, const Progress& progress = Progress())
    {
        HttpRequest request;
        request.url = url;
        request.progress = progress;
        send(std::move(request));
    }
    void send(HttpRequest request)
    {
        client->setLimits(request.url, limits);
        caller->send(std::move(request)).then([this](HttpOutcome outcome) {
            outcomes.push_back(std::move(outcome));
        });
    }
    HttpOutcome ask(const QUrl& url)
    {
        HttpRequest request;
        request.url = url;
        return ask(std::move(request));
    }
    HttpOutcome ask(HttpRequest request)
    {
        const std::size_t before = outcomes.size();
        send(std::move(request));
        if (!QTest::qWaitFor([&] { return outcomes.size() > before; }, 10000))
            return {tl::unexpected(NoAnswer{}), -1};
        return outcomes.back();
    }

    QTemporaryDir folder;
    SystemClock clock;
    RequestLimits limits;
    std::vector<HttpOutcome> outcomes;
    std::shared_ptr<HttpClient> client;
    std::unique_ptr<HttpCaller> caller; // answers everybody when it goes, so it goes first
};

LoopbackServer::Handler always(const Answer& answer)
{
    return [answer](const LoopbackServer::Asked&) { return answer; };
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodAnswer();
    void faults_data();
    void faults();
    void recoversAfterTwoFailures();
    void retryAfterIsObeyed();
    void otherRequestsAreNotRepeatedWhileTheSourceIsDown();
    void redirectsAreFollowed();
    void byteAtATimeDoesNotBeatTheDeadline();
    void hugeAnswerIsNotReadOn();
    void gzipIsUnpacked();
    void largePackedAnswer();
    void packedBombIsRefused();
    void plainHttpIsRefused();
    void noTlsIsFinal();
    void nobodyListens();
    void spacingAndOrder();
    void hourUsedUp();
    void cancelInFlight();
    void cancelWhileWaiting();
    void cancelBetweenRetries();
    void deletionAnswersEverybody();
    void statusMayMeanNotYet();
    void statusMayMeanClosed();
    void deadlineEndsAnAttempt();
    void aDeadlineMayBeMonthsAway();
    void noPauseBeyondTheDeadline();
    void noTurnBeyondTheDeadline();
    void hostsWaitForThemselvesOnly();
    void hostThatIsDownLeavesTheOther();
    void redirectSpendsTheOtherHostsBudget();
};

void HttpClientTest::goodAnswer()
{
    LoopbackServer server(always({200, "{}",
                                  "ETag: \"x\"\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                  "Cache-Control: max-age=60\r\nAge: 5\r\n"}));
    Client client;
    const HttpOutcome outcome = client.ask(server.url(QStringLiteral("/a?b=c")));
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.requests, 1);
    QCOMPARE(outcome.answer->body, QByteArray("{}"));
    QCOMPARE(outcome.answer->etag, QByteArray("\"x\""));
    QCOMPARE(outcome.answer->age, 5s);
    QCOMPARE(outcome.answer->cacheControl.maxAge, std::optional(60s));
    QCOMPARE(outcome.answer->date->date(), QDate(1994, 11, 6));
    QCOMPARE(server.asked().front().target, QByteArray("/a?b=c"));
    QCOMPARE(server.asked().front().header("User-Agent"), QByteArray("parcferme/" PARCFERME_VERSION));
}

void HttpClientTest::faults_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* title, const Answer& answer, int requests, const char* message) {
        QTest::newRow(title) << answer.status << answer.body << answer.headers << static_cast<int>(answer.way)
                             << requests << QString::fromLatin1(message);
    };
    row("500", {500, "<h1>Server Error</h1>", ""}, 4, "has a fault of its own (HTTP 500).");
    row("503", {503, "", ""}, 4, "HTTP 503");
    row("429", {429, R"({"detail":"Request was throttled."})", ""}, 4, "Request was throttled.");
    row("429 for an hour", {429, "{}", "Retry-After: 3600\r\n"}, 1, "HTTP 429");
    row("403", {403, "Too many requests from this IP.", ""}, 1, "refuses to answer (HTTP 403): Too many");
    row("404", {404, R"({"detail":"Not found."})", ""}, 1, "HTTP 404");
    row("400", {400, "{}", ""}, 1, "HTTP 400");
    row("204", {204, "", ""}, 1, "HTTP 204");
    row("silent", {200, "", "", Answer::Silent}, 4, "did not answer completely within 0.4 seconds");
    row("truncated", {200, QByteArray(1000, ' '), "", Answer::Truncated}, 4, "closed the connection");
    row("closed", {200, "", "", Answer::Closed}, 4, "closed the connection");
    row("reset", {200, "", "", Answer::Reset}, 4, "closed the connection");
    row("bad gzip",
        {200, QByteArray::fromHex("1f8b0800000000000003") + QByteArray(500, 'x'),
         "Content-Encoding: gzip\r\n"},
        4, "could not be unpacked");
    row("redirect loop", {302, "", "Location: /again\r\n"}, 4, "redirects more than 3 times");
    row("redirect nowhere", {302, "", ""}, 1, "redirects to nowhere");
    row("redirect to plain http", {302, "", "Location: http://example.com/\r\n"}, 1, "only https is");
}

void HttpClientTest::faults()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(int, way);
    QFETCH(int, requests);
    QFETCH(QString, message);
    LoopbackServer server(always({status, body, headers, static_cast<Answer::Way>(way)}));
    HttpOptions options = quick();
    if (way == Answer::Silent)
        options.limits.deadline = 400ms;
    Client client(options);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().error.code, ErrorCode::Network);
    QVERIFY2(outcome.answer.error().error.message.contains(message),
             qUtf8Printable(outcome.answer.error().error.message));
    QCOMPARE(outcome.requests, requests);
    QCOMPARE(static_cast<int>(server.asked().size()), requests); // nothing is sent behind the budget's back
}

void HttpClientTest::recoversAfterTwoFailures()
{
    int asked = 0;
    LoopbackServer server([&](const LoopbackServer::Asked&) -> Answer {
        ++asked;
        return asked == 1   ? Answer{503, "", ""}
               : asked == 2 ? Answer{200, "", "", Answer::Reset}
                            : Answer{200, "ok", ""};
    });
    Client client;
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, QByteArray("ok"));
    QCOMPARE(outcome.requests, 3);
}

void HttpClientTest::retryAfterIsObeyed()
{
    int asked = 0;
    LoopbackServer server([&](const LoopbackServer::Asked&) {
        return ++asked == 1 ? Answer{429, "", "Retry-After: 1\r\n"} : Answer{200, "ok", ""};
    });
    Client client;
    QVERIFY(client.ask(server.url()).answer);
    QVERIFY(server.asked()[1].at - server.asked()[0].at >= 1000);
}

void HttpClientTest::otherRequestsAreNotRepeatedWhileTheSourceIsDown()
{
    LoopbackServer server(always({500, "", ""}));
    Client client;
    QCOMPARE(client.ask(server.url()).requests, 4);
    QCOMPARE(client.ask(server.url()).requests, 1);
    server.handleWith(always({200, "", ""}));
    QVERIFY(client.ask(server.url()).answer);
    server.handleWith(always({500, "", ""}));
    QCOMPARE(client.ask(server.url()).requests, 4);
}

void HttpClientTest::redirectsAreFollowed()
{
    LoopbackServer server([](const LoopbackServer::Asked& asked) {
        if (asked.target == "/a")
            return Answer{301, "", "Location: /b\r\n"};
        return asked.target == "/b" ? Answer{308, "", "Location: c?d=e\r\n"} : Answer{200, asked.target, ""};
    });
    Client client;
    const HttpOutcome outcome = client.ask(server.url(QStringLiteral("/a")));
    QVERIFY2(outcome.answer, outcome.answer ? "" : qUtf8Printable(outcome.answer.error().error.message));
    QCOMPARE(outcome.answer->body, QByteArray("/c?d=e"));
    QCOMPARE(outcome.requests, 3);
}

void HttpClientTest::byteAtATimeDoesNotBeatTheDeadline()
{
    LoopbackServer server(always({200, QByteArray(10000, ' '), "", Answer::ByteAtATime}));
    HttpOptions options = quick();
    options.limits.deadline = 400ms;
    options.retry.retries = 0;
    Client client(options);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(!outcome.answer);
    QVERIFY(outcome.answer.error().error.message.contains(QStringLiteral("0.4 seconds")));
}

void HttpClientTest::hugeAnswerIsNotReadOn()
{
    LoopbackServer server(always({200, "", "", Answer::Endless}));
    HttpOptions options = quick();
    Client client(options);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.requests, 1);
    QVERIFY(outcome.answer.error().error.message.contains(QStringLiteral("larger than 1 MB")));
    QVERIFY2(server.bytesSent() < 32 * 1024 * 1024, qPrintable(QString::number(server.bytesSent())));
}

void HttpClientTest::gzipIsUnpacked()
{
    const QByteArray packed = QByteArray::fromHex( // gzip of 5,000 "a", without a file name
        "1f8b0800000000000203edc13101000000c2a0aceb5fc2147e4001000000006f037659f44c881300"
        "00");
    LoopbackServer server(always({200, packed, "Content-Encoding: gzip\r\n"}));
    HttpOptions options = quick();
    options.retry.retries = 0;
    Client client(options);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY2(outcome.answer, outcome.answer ? "" : qUtf8Printable(outcome.answer.error().error.message));
    QCOMPARE(outcome.answer->body, QByteArray(5000, 'a'));
}

// More than the network layer reads ahead.
void HttpClientTest::largePackedAnswer()
{
    QByteArray body;
    for (int i = 0; body.size() < 3'000'000; ++i)
        body += QByteArray::number(i);
    LoopbackServer server(always({200, qCompress(body).mid(4), "Content-Encoding: deflate\r\n"}));
    HttpOptions options = quick();
    options.limits = {5s, 16 * 1024 * 1024};
    Client client(options);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, body);
}

void HttpClientTest::packedBombIsRefused()
{
    LoopbackServer server(
        always({200, qCompress(QByteArray(64 * 1024 * 1024, 0)).mid(4), "Content-Encoding: deflate\r\n"}));
    HttpOptions options = quick();
    options.limits = {20s, 16 * 1024 * 1024};
    options.retry.retries = 0;
    Client client(options);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().error.code, ErrorCode::Network);
}

void HttpClientTest::plainHttpIsRefused()
{
    Client client;
    const HttpOutcome outcome = client.ask(QUrl(QStringLiteral("http://api.jolpi.ca/ergast/f1")));
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.requests, 0);
}

void HttpClientTest::noTlsIsFinal()
{
    LoopbackServer server(always({200, "{}", ""}));
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    QTcpServer rubbish;
    QVERIFY(rubbish.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&rubbish, &QTcpServer::newConnection, this, [&] {
        ++connections;
        rubbish.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    url.setPort(rubbish.serverPort());
    Client client;
    const HttpOutcome outcome = client.ask(url);
    QVERIFY(!outcome.answer);
    QVERIFY2(outcome.answer.error().error.message.contains(QStringLiteral("is not secure")),
             qUtf8Printable(outcome.answer.error().error.message));
    QCOMPARE(outcome.requests, 1);
    QCOMPARE(connections, 1);
}

void HttpClientTest::nobodyListens()
{
    LoopbackServer server(always({}));
    const QUrl url = server.url();
    server.stopListening();
    Client client;
    const HttpOutcome outcome = client.ask(url);
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().error.code, ErrorCode::Network);
    QCOMPARE(outcome.requests, 1);
}

void HttpClientTest::spacingAndOrder()
{
    LoopbackServer server(always({200, "", ""}));
    Client client(quick(), apart(60ms));
    for (const char* path : {"/1", "/2", "/3", "/4"})
        client.send(server.url(QString::fromLatin1(path)));
    QTRY_COMPARE(client.outcomes.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(server.asked()[i].target, "/" + QByteArray::number(static_cast<int>(i) + 1));
    // When each was sent; a busy machine may deliver them closer together.
    const QStringList files = QDir(client.folder.path()).entryList({QStringLiteral("*.requests")});
    QCOMPARE(files.size(), 1);
    const auto file = readWholeFile(client.folder.filePath(files.front()), 1024);
    QVERIFY(file);
    const RequestBudget::Times sent = RequestBudget::fromFile(*file);
    QCOMPARE(sent.size(), 4u);
    for (std::size_t i = 1; i < 4; ++i)
        QVERIFY(sent[i] - sent[i - 1] >= 60);
}

void HttpClientTest::hourUsedUp()
{
    LoopbackServer server(always({200, "", ""}));
    Client client(quick(), {{{2, 1h}}, 1ms});
    QVERIFY(client.ask(server.url()).answer);
    QVERIFY(client.ask(server.url()).answer);
    const HttpOutcome outcome = client.ask(server.url());
    QVERIFY(!outcome.answer);
    QVERIFY(
        outcome.answer.error().error.message.contains(QStringLiteral("used up; the next is possible at")));
    QCOMPARE(server.asked().size(), 2u);
}

void HttpClientTest::cancelInFlight()
{
    LoopbackServer server(always({200, "", "", Answer::Silent}));
    HttpOptions options = quick();
    options.limits.deadline = 30s;
    Client client(options);
    const Progress progress;
    client.send(server.url(), progress);
    QTRY_COMPARE(server.asked().size(), 1u);
    progress.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(client.outcomes.size(), 1u, 1000);
    QCOMPARE(client.outcomes.front().answer.error().error.code, ErrorCode::Cancelled);
    QCOMPARE(client.outcomes.front().requests, 1);
}

void HttpClientTest::cancelWhileWaiting()
{
    LoopbackServer server(always({200, "", ""}));
    Client client(quick(), apart(30s));
    const Progress progress;
    client.send(server.url());
    client.send(server.url(), progress);
    QTRY_COMPARE(client.outcomes.size(), 1u);
    progress.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(client.outcomes.size(), 2u, 1000);
    QCOMPARE(client.outcomes.back().answer.error().error.code, ErrorCode::Cancelled);
    QCOMPARE(client.outcomes.back().requests, 0);
    QCOMPARE(server.asked().size(), 1u);
}

void HttpClientTest::cancelBetweenRetries()
{
    LoopbackServer server(always({503, "", ""}));
    HttpOptions options = quick();
    options.retry.firstDelay = 30s;
    Client client(options);
    const Progress progress;
    client.send(server.url(), progress);
    QTRY_COMPARE(server.asked().size(), 1u);
    QTest::qWait(50);
    progress.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(client.outcomes.size(), 1u, 1000);
    QCOMPARE(client.outcomes.front().answer.error().error.code, ErrorCode::Cancelled);
}

void HttpClientTest::deletionAnswersEverybody()
{
    LoopbackServer server(always({200, "", "", Answer::Silent}));
    Client client(quick(), apart(30s));
    client.send(server.url());
    client.send(server.url());
    QTRY_COMPARE(server.asked().size(), 1u);
    client.caller.reset();
    QCOMPARE(client.outcomes.size(), 2u);
    for (const HttpOutcome& outcome : client.outcomes)
        QCOMPARE(outcome.answer.error().error.code, ErrorCode::Cancelled);
}

void HttpClientTest::statusMayMeanNotYet()
{
    LoopbackServer server(always({404, R"({"detail":"No results found."})", "ETag: \"x\"\r\n"}));
    Client client;
    HttpRequest request;
    request.url = server.url();
    request.statusRule = [](int status) {
        return status == 404 ? StatusMeaning::NotYet : StatusMeaning::Fault;
    };
    const HttpOutcome outcome = client.ask(request);
    QVERIFY(outcome.answer && outcome.answer->notYet && !outcome.answer->unchanged);
    QVERIFY(outcome.answer->body.isEmpty());
    QCOMPARE(outcome.requests, 1);
    server.handleWith(always({403, "", ""}));
    QVERIFY(!client.ask(request).answer); // the rule says nothing of that
}

void HttpClientTest::statusMayMeanClosed()
{
    LoopbackServer server(always({401, R"({"detail":"Live session in progress."})", ""}));
    Client client;
    HttpRequest request;
    request.url = server.url();
    request.statusRule = [](int) { return StatusMeaning::Closed; };
    const HttpOutcome outcome = client.ask(request);
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.requests, 1);
    QVERIFY(outcome.answer.error().why == Why::Closed);
    QCOMPARE(outcome.answer.error().error.code, ErrorCode::Network);
    QVERIFY(outcome.answer.error().error.message.contains(
        QStringLiteral("refuses to answer (HTTP 401): Live session in progress.")));
    server.handleWith(always({500, "", ""}));
    QCOMPARE(client.ask(server.url()).requests, 4); // closed is not down
}

void HttpClientTest::deadlineEndsAnAttempt()
{
    LoopbackServer server(always({200, QByteArray(100'000, ' '), "", Answer::ByteAtATime}));
    HttpOptions options = quick();
    options.limits.deadline = 10min;
    Client client(options);
    HttpRequest request;
    request.url = server.url();
    request.deadline = QDeadlineTimer(200);
    const HttpOutcome outcome = client.ask(request);
    QVERIFY(!outcome.answer);
    QVERIFY(outcome.requests <= 1);
    QVERIFY(outcome.answer.error().why == Why::OutOfTime);
    QCOMPARE(outcome.answer.error().error.code, ErrorCode::Network);
}

// More milliseconds than a timer counts: of a race that is far away.
void HttpClientTest::aDeadlineMayBeMonthsAway()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("negative interval")));
    LoopbackServer server(always({200, "{}", ""}));
    Client client;
    for (const qint64 days : {30, 60, 300}) {
        HttpRequest request;
        request.url = server.url();
        request.deadline = QDeadlineTimer(days * 24 * 3600 * 1000);
        QVERIFY(client.ask(request).answer);
    }
}

void HttpClientTest::noPauseBeyondTheDeadline()
{
    LoopbackServer server(always({504, "upstream request timeout", ""}));
    HttpOptions options = quick();
    options.retry.firstDelay = 10min;
    Client client(options);
    HttpRequest request;
    request.url = server.url();
    request.deadline = QDeadlineTimer(5min);
    const HttpOutcome outcome = client.ask(request);
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.requests, 1);
    QVERIFY(outcome.answer.error().why == Why::OutOfReach);
    QVERIFY(outcome.answer.error().error.message.contains(QStringLiteral("HTTP 504")));
}

void HttpClientTest::noTurnBeyondTheDeadline()
{
    LoopbackServer server(always({200, "", ""}));
    HttpOptions options = quick();
    options.longestTurn = 2h;
    Client client(options, {{{1, 1h}}, 1ms});
    QVERIFY(client.ask(server.url()).answer);
    HttpRequest request;
    request.url = server.url();
    request.deadline = QDeadlineTimer(5min);
    const HttpOutcome outcome = client.ask(request);
    QVERIFY(!outcome.answer);
    QVERIFY(outcome.answer.error().why == Why::BudgetSpent);
    QVERIFY(outcome.answer.error().askAgainFrom > client.clock.now().addSecs(3000));
    QCOMPARE(server.asked().size(), 1u);
}

void HttpClientTest::hostsWaitForThemselvesOnly()
{
    LoopbackServer slow(always({200, "", ""}));
    LoopbackServer quicker(always({200, "", ""}));
    Client client(quick(), {{{4, 1min}}, 30s});
    client.send(slow.url());
    client.send(slow.url()); // in half a minute
    client.limits = {{{30, 1min}, {1000, 1s}}, 1ms};
    for (int i = 0; i < 8; ++i)
        client.send(quicker.url());
    QTRY_COMPARE(client.outcomes.size(), 9u);
    QCOMPARE(slow.asked().size(), 1u);
    QCOMPARE(quicker.asked().size(), 8u);
    QCOMPARE(client.client->queueOf(slow.url()).budget().left(), 3);
    QCOMPARE(client.client->queueOf(quicker.url()).budget().left(), 22);
}

void HttpClientTest::hostThatIsDownLeavesTheOther()
{
    LoopbackServer down(always({500, "", ""}));
    LoopbackServer other(always({500, "", ""}));
    Client client;
    QCOMPARE(client.ask(down.url()).requests, 4);
    QCOMPARE(client.ask(down.url()).requests, 1);
    QCOMPARE(client.ask(other.url()).requests, 4);
}

void HttpClientTest::redirectSpendsTheOtherHostsBudget()
{
    LoopbackServer to(always({200, "there", ""}));
    LoopbackServer from(always({302, "", "Location: " + to.url().toEncoded() + "\r\n"}));
    Client client;
    const HttpOutcome outcome = client.ask(from.url());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, QByteArray("there"));
    QCOMPARE(outcome.requests, 2);
    QCOMPARE(client.client->queueOf(from.url()).budget().left(), 999);
    QCOMPARE(client.client->queueOf(to.url()).budget().left(), 99); // nothing was said of it
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "HttpClientTest.moc"
