#include "source/HttpCaller.h"
#include "support/Await.h"
#include "support/LoopbackServer.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;
using namespace std::chrono_literals;

namespace {

using Answer = LoopbackServer::Answer;
using Why = NoAnswer::Why;

const QDateTime& start()
{
    static const QDateTime time(QDate(2026, 8, 21), QTime(12, 30), QTimeZone::utc());
    return time;
}

LoopbackServer::Handler always(const Answer& answer)
{
    return [answer](const LoopbackServer::Asked&) { return answer; };
}

// A server, a client with a cache, and what was read last.
struct Setup
{
    explicit Setup(LoopbackServer::Handler handler, RequestLimits limits = {{{1000, 1h}}, 1ms})
        : server(std::move(handler))
    {
        HttpOptions options;
        options.cacheFolder = folder.path();
        options.limits.deadline = 2s;
        options.retry.retries = 0;
        client = std::make_shared<HttpClient>(options, clock);
        client->setLimits(server.url(), limits);
        caller = std::make_unique<HttpCaller>(client);
    }

    HttpQuestion question(bool again = false)
    {
        HttpQuestion question;
        question.url = server.url(QStringLiteral("/grid"));
        question.title = QStringLiteral("Grid");
        question.again = again;
        question.statusRule = [](int status) {
            return status == 404   ? StatusMeaning::NotYet
                   : status == 401 ? StatusMeaning::Closed
                                   : StatusMeaning::Fault;
        };
        question.read = [this](const HttpBody& body) -> Result<CacheSubject> {
            if (body.bytes == "wrong")
                return fail(ErrorCode::Data, QStringLiteral("two cars at one place"));
            rows = body.bytes;
            notYet = body.notYet;
            CacheSubject subject;
            subject.empty = body.notYet;
            return subject;
        };
        return question;
    }
    Result<HttpServed> get(bool again = false) { return test::await(caller->get(question(again))); }

    QTemporaryDir folder;
    FixedClock clock{start()};
    LoopbackServer server;
    QByteArray rows;
    bool notYet = false;
    std::shared_ptr<HttpClient> client;
    std::unique_ptr<HttpCaller> caller;
};

} // namespace

class HttpCallerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerSaysItsAge();
    void demandAsksAgain();
    void demandBeyondTheBudget();
    void notYetIsKeptForAnHour();
    void notYetNeverReplacesRows();
    void closedServesTheOlder();
    void wrongAnswerIsNotKept();
    void cacheOnly();
    void callersOfOneClient();
    void endOfACallerEndsItsQuestions();
};

void HttpCallerTest::answerSaysItsAge()
{
    Setup setup(always({200, "rows", ""}));
    const auto first = setup.get();
    QVERIFY(first);
    QCOMPARE(first->fetchedAt, start());
    QCOMPARE(first->askAgainFrom, start().addSecs(3600));
    QCOMPARE(first->requests, 1);
    setup.clock.set(start().addSecs(3599));
    const auto second = setup.get();
    QVERIFY(second && second->fromCache && !second->noAnswer);
    QCOMPARE(second->fetchedAt, start());
    QCOMPARE(second->askAgainFrom, start().addSecs(3600));
    QCOMPARE(setup.server.asked().size(), 1u);
}

void HttpCallerTest::demandAsksAgain()
{
    Setup setup([](const LoopbackServer::Asked& asked) {
        return asked.header("If-None-Match") == "\"v1\"" ? Answer{304, "", ""}
                                                         : Answer{200, "rows", "ETag: \"v1\"\r\n"};
    });
    QVERIFY(setup.get());
    for (const int minute : {10, 20}) { // a 304 need not repeat the validator
        setup.clock.set(start().addSecs(60 * minute));
        setup.rows.clear();
        const auto again = setup.get(true);
        QVERIFY(again && !again->fromCache);
        QCOMPARE(setup.rows, QByteArray("rows"));
        QCOMPARE(again->fetchedAt, start().addSecs(60 * minute));
        QCOMPARE(again->askAgainFrom, start().addSecs(60 * minute + 3600));
        QCOMPARE(setup.server.asked().back().header("If-None-Match"), QByteArray("\"v1\""));
    }
}

void HttpCallerTest::demandBeyondTheBudget()
{
    Setup setup(always({200, "rows", ""}), {{{1, 1h}}, 1ms});
    QVERIFY(setup.get());
    setup.clock.set(start().addSecs(60));
    const auto refused = setup.get(true);
    QVERIFY(refused && refused->noAnswer);
    QVERIFY(refused->noAnswer->why == Why::BudgetSpent);
    QCOMPARE(refused->fetchedAt, start());
    // The budget goes by the machine's clock, on which hardly any of its hour has passed.
    QVERIFY(refused->askAgainFrom > start().addSecs(60 + 3000));
    QCOMPARE(refused->askAgainFrom, *refused->noAnswer->askAgainFrom);
    QCOMPARE(refused->requests, 0);
    QCOMPARE(setup.server.asked().size(), 1u);
}

void HttpCallerTest::notYetIsKeptForAnHour()
{
    Setup setup(always({404, R"({"detail":"No results found."})", ""}));
    for (int i = 0; i < 2; ++i) {
        setup.notYet = false;
        QVERIFY(setup.get());
        QVERIFY(setup.notYet);
    }
    QCOMPARE(setup.server.asked().size(), 1u);
    setup.clock.set(start().addSecs(3600));
    setup.server.handleWith(always({200, "rows", ""}));
    QVERIFY(setup.get());
    QVERIFY(!setup.notYet);
    QCOMPARE(setup.rows, QByteArray("rows"));
}

void HttpCallerTest::notYetNeverReplacesRows()
{
    Setup setup(always({200, "rows", ""}));
    QVERIFY(setup.get());
    setup.server.handleWith(always({404, "", ""}));
    QVERIFY(setup.get(true));
    QVERIFY(setup.notYet);
    QVERIFY(setup.get());
    QCOMPARE(setup.rows, QByteArray("rows"));
}

void HttpCallerTest::closedServesTheOlder()
{
    Setup setup(always({401, "", ""}));
    const auto nothing = setup.get();
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::Network);
    setup.server.handleWith(always({200, "rows", ""}));
    QVERIFY(setup.get());
    setup.server.handleWith(always({401, "", ""}));
    const auto older = setup.get(true);
    QVERIFY(older && older->noAnswer);
    QVERIFY(older->noAnswer->why == Why::Closed);
    QCOMPARE(older->requests, 1);
}

void HttpCallerTest::wrongAnswerIsNotKept()
{
    Setup setup(always({200, "wrong", ""}));
    const auto nothing = setup.get();
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::Data);
    setup.server.handleWith(always({200, "rows", ""}));
    QVERIFY(setup.get());
    setup.server.handleWith(always({200, "wrong", ""}));
    const auto older = setup.get(true);
    QVERIFY(older && older->noAnswer);
    QVERIFY(older->noAnswer->why == Why::Refused);
    QCOMPARE(older->noAnswer->error.code, ErrorCode::Data);
    QCOMPARE(older->requests, 1);
    QCOMPARE(setup.rows, QByteArray("rows"));
}

void HttpCallerTest::cacheOnly()
{
    Setup setup(always({200, "rows", ""}));
    HttpQuestion question = setup.question();
    question.cacheOnly = NoAnswer{Why::Closed, {ErrorCode::Network, QStringLiteral("closed"), {}}, {}};
    const auto missing = test::await(setup.caller->get(question));
    QVERIFY(!missing);
    QCOMPARE(missing.error().message, QStringLiteral("closed"));
    QVERIFY(setup.get());
    setup.clock.set(start().addDays(1));
    const auto older = test::await(setup.caller->get(question));
    QVERIFY(older && older->noAnswer);
    QCOMPARE(older->fetchedAt, start());
    QCOMPARE(setup.server.asked().size(), 1u);
}

void HttpCallerTest::callersOfOneClient()
{
    Setup setup(always({200, "", "", Answer::Silent}));
    std::optional<Result<HttpServed>> one;
    std::optional<Result<HttpServed>> two;
    HttpCaller other(setup.client);
    auto first = setup.caller->get(setup.question()).then([&](Result<HttpServed> served) { one = served; });
    auto second = other.get(setup.question()).then([&](Result<HttpServed> served) { two = served; });
    QTRY_COMPARE(setup.server.asked().size(), 2u);
    setup.caller.reset();
    QVERIFY(one && !*one && one->error().code == ErrorCode::Cancelled);
    QVERIFY(!two);
}

// Nobody can go on asking a caller that is going.
void HttpCallerTest::endOfACallerEndsItsQuestions()
{
    Setup setup(always({200, "rows", ""}));
    QVERIFY(setup.get());
    std::vector<ErrorCode> codes;
    const auto untilItFails = [&](HttpCaller* caller) -> QCoro::Task<int> {
        for (int served = 0;; ++served) {
            const auto answer = co_await caller->get(setup.question()); // all from the cache
            if (answer)
                continue;
            codes.push_back(answer.error().code);
            co_return served;
        }
    };
    auto task = untilItFails(setup.caller.get());
    QCoreApplication::processEvents();
    setup.caller.reset();
    QCOMPARE(codes, std::vector{ErrorCode::Cancelled});
}

QTEST_GUILESS_MAIN(HttpCallerTest)
#include "HttpCallerTest.moc"
