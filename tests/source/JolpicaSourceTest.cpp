#include "source/jolpica/JolpicaSource.h"
#include "support/Await.h"
#include "support/LoopbackServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

using namespace parcferme;
using namespace std::chrono_literals;

namespace {

using Answer = LoopbackServer::Answer;
using Query = DataSource::Query;

const QDateTime& start()
{
    static const QDateTime time(QDate(2024, 12, 20), QTime(12, 0), QTimeZone::utc());
    return time;
}

QJsonObject resultLine(int position)
{
    const QString id = QStringLiteral("driver_%1").arg(position);
    return {
        {QStringLiteral("position"), QString::number(position)},
        {QStringLiteral("positionText"), QString::number(position)},
        {QStringLiteral("laps"), QStringLiteral("50")},
        {QStringLiteral("status"), QStringLiteral("Finished")},
        {QStringLiteral("Driver"),
         QJsonObject{{QStringLiteral("driverId"), id}, {QStringLiteral("familyName"), id}}},
        {QStringLiteral("Constructor"), QJsonObject{{QStringLiteral("constructorId"), QStringLiteral("team")},
                                                    {QStringLiteral("name"), QStringLiteral("Team")}}}};
}

// A season of results as the source would give it: `races` races of twenty, from January on, cut into pages.
QByteArray seasonPage(const QUrlQuery& query, int races, int mostRows = 100)
{
    const int limit = std::min(query.queryItemValue(QStringLiteral("limit")).toInt(), mostRows);
    const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
    const int total = races * 20;
    QJsonArray list;
    for (int row = offset; row < std::min(offset + limit, total); ++row) {
        const int round = row / 20 + 1;
        if (list.isEmpty() || row % 20 == 0)
            list.append(QJsonObject{
                {QStringLiteral("season"), QStringLiteral("2024")},
                {QStringLiteral("round"), QString::number(round)},
                {QStringLiteral("date"), QDate(2024, 1, 1).addDays(14 * round).toString(Qt::ISODate)},
                {QStringLiteral("Circuit"),
                 QJsonObject{{QStringLiteral("circuitId"), QStringLiteral("circuit_%1").arg(round)}}}});
        QJsonObject race = list.last().toObject();
        QJsonArray lines = race.value(QStringLiteral("Results")).toArray();
        lines.append(resultLine(row % 20 + 1));
        race.insert(QStringLiteral("Results"), lines);
        list.replace(list.size() - 1, race);
    }
    const QJsonObject data{{QStringLiteral("limit"), QString::number(limit)},
                           {QStringLiteral("offset"), QString::number(offset)},
                           {QStringLiteral("total"), QString::number(total)},
                           {QStringLiteral("RaceTable"), QJsonObject{{QStringLiteral("Races"), list}}}};
    return QJsonDocument(QJsonObject{{QStringLiteral("MRData"), data}}).toJson(QJsonDocument::Compact);
}

LoopbackServer::Handler season(int races, int mostRows = 100)
{
    return [=](const LoopbackServer::Asked& asked) {
        const QUrl url(QString::fromLatin1(asked.target));
        return Answer{200, seasonPage(QUrlQuery(url), races, mostRows), "Cache-Control: max-age=3600\r\n"};
    };
}

struct Setup
{
    explicit Setup(LoopbackServer::Handler handler) : server(std::move(handler)) { restart(); }

    void restart(bool offline = false)
    {
        HttpOptions options;
        options.cacheFolder = folder.path();
        options.offline = offline;
        options.limits.deadline = 2s;
        options.retry.firstDelay = 1ms;
        client = std::make_shared<HttpClient>(std::move(options), clock);
        source = std::make_unique<JolpicaSource>(server.url(QStringLiteral("/ergast/f1")), client,
                                                 RequestLimits{{{1000, 1h}}, 1ms});
    }
    Result<Fetched<DataSource::Results>> results(Query query, const Progress& progress = Progress())
    {
        return test::await(source->results(query, progress));
    }

    QTemporaryDir folder;
    FixedClock clock{start()};
    LoopbackServer server;
    std::shared_ptr<HttpClient> client;
    std::unique_ptr<JolpicaSource> source;
};

constexpr Query Season{2024, {}, true, Freshness::Normal};
constexpr Query Running{2024, {}, false, Freshness::Normal};
constexpr Query Again{2024, {}, true, Freshness::Refresh};

} // namespace

class JolpicaSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSeasonInPages();
    void stepsByTheEchoedLimit();
    void warmCacheAsksNothing();
    void runningSeasonAsksForItsEndOnly();
    void unpublishedIsEmpty();
    void oddWordsNameTheirRaceOnce();
    void emptyNeverReplacesRows();
    void malformedNeverReplacesRows();
    void theOlderServesWhereNothingBetterComes();
    void stopsAskingAfterTheFirstFailure();
    void offlineNeverAsks();
    void damagedCacheHeals();
    void listThatChangesWhileItIsRead();
    void wrongSeasonIsRefused();
    void unchangedAnswer();
    void serverDate();
    void cancelKeepsWhatArrived();
    void deletedWhileItWaits();
    void twoFetchesAtOnce();
};

void JolpicaSourceTest::wholeSeasonInPages()
{
    Setup setup(season(24));
    std::vector<Progress::Step> steps;
    const Progress progress([&](const Progress::Step& step) { steps.push_back(step); });
    const auto results = setup.results(Season, progress);
    QVERIFY(results);
    QCOMPARE(results->value.size(), 24u);
    for (const auto& race : results->value)
        QCOMPARE(race.rows.size(), 20u);
    QCOMPARE(results->requests, 5);
    QCOMPARE(setup.server.asked().size(), 5u);
    QCOMPARE(setup.server.asked()[1].target, QByteArray("/ergast/f1/2024/results.json?limit=100&offset=100"));
    QCOMPARE(results->named.drivers.size(), 20u);
    QCOMPARE(results->named.teams.size(), 1u);
    QCOMPARE(results->fetchedAt, start());
    QVERIFY(!results->stale);
    QCOMPARE(steps.back().done, 5);
    QCOMPARE(steps.back().total, 5);
    QCOMPARE(steps.back().what, QStringLiteral("Jolpica, Results of 2024")); // who is waited for
    QCOMPARE(setup.source->cachePath(), setup.folder.path());
    const auto left = setup.source->requestsLeft();
    QVERIFY(left);
    QCOMPARE(left->left, 995);
    QCOMPARE(left->perHour, 1000);
}

void JolpicaSourceTest::stepsByTheEchoedLimit()
{
    Setup setup(season(3, 25)); // 60 rows, 25 a page: each page cuts inside a race
    const auto results = setup.results(Season);
    QVERIFY(results);
    QCOMPARE(results->value.size(), 3u);
    QCOMPARE(results->value[1].rows.size(), 20u);
    QCOMPARE(setup.server.asked().size(), 3u);
    QVERIFY(setup.server.asked()[2].target.endsWith("offset=50"));
}

void JolpicaSourceTest::warmCacheAsksNothing()
{
    Setup setup(season(24));
    QVERIFY(setup.results(Season));
    setup.clock.set(start().addDays(29));
    setup.restart();
    const auto results = setup.results(Season);
    QVERIFY(results);
    QCOMPARE(results->requests, 0);
    QCOMPARE(results->value.size(), 24u);
    QCOMPARE(results->fetchedAt, start());
    QVERIFY(!results->stale);
    QCOMPARE(setup.server.asked().size(), 5u);
    setup.clock.set(start().addDays(30));
    QVERIFY(setup.results(Season));
    QCOMPARE(setup.server.asked().size(), 10u);
}

void JolpicaSourceTest::runningSeasonAsksForItsEndOnly()
{
    Setup setup(season(6)); // 120 rows
    setup.clock.set(QDateTime(QDate(2024, 3, 26), QTime(12, 0), QTimeZone::utc()));
    QVERIFY(setup.results(Running));
    QCOMPARE(setup.server.asked().size(), 2u);
    setup.clock.set(setup.clock.now().addDays(5));
    setup.server.handleWith(season(7));
    const auto results = setup.results(Running);
    QVERIFY(results);
    QCOMPARE(results->value.size(), 7u);
    QCOMPARE(results->requests, 1);
    QVERIFY(setup.server.asked().back().target.endsWith("offset=100"));
    // Once a week the old ones too: corrections come late.
    setup.clock.set(setup.clock.now().addDays(9));
    QCOMPARE(setup.results(Running)->requests, 2);
}

void JolpicaSourceTest::unpublishedIsEmpty()
{
    Setup setup(season(0));
    const auto results = setup.results({2024, 7, false, Freshness::Normal});
    QVERIFY(results);
    QVERIFY(results->value.empty());
    QCOMPARE(setup.server.asked().front().target,
             QByteArray("/ergast/f1/2024/7/results.json?limit=100&offset=0"));
    QVERIFY(setup.results({2024, 7, false, Freshness::Normal}));
    QCOMPARE(setup.server.asked().size(), 1u); // not within the hour
    setup.clock.set(start().addSecs(3600));
    QVERIFY(setup.results({2024, 7, false, Freshness::Normal}));
    QCOMPARE(setup.server.asked().size(), 2u);
}

void JolpicaSourceTest::oddWordsNameTheirRaceOnce()
{
    Setup setup([](const LoopbackServer::Asked& asked) {
        Answer answer = season(1)(asked);
        answer.body.replace("\"driver_20\"", "\"driver_1\"");
        return answer;
    });
    const auto one = setup.results({2024, 1, false, Freshness::Refresh});
    QVERIFY(one);
    const QStringList twice = one->odd.notes.filter(QStringLiteral("twice"));
    QCOMPARE(twice, QStringList{QStringLiteral(
                        "Results of 2024, round 1: the source has driver_1 twice; the first row counts.")});
    const auto all = setup.results(Again);
    QVERIFY(all);
    QVERIFY(all->odd.notes.join(u' ').contains(QStringLiteral("Results of 2024: round 1 of 2024: ")));
}

void JolpicaSourceTest::emptyNeverReplacesRows()
{
    Setup setup(season(2));
    QVERIFY(setup.results(Season));
    setup.server.handleWith(season(0));
    const auto empty = setup.results(Again);
    QVERIFY(empty && empty->value.empty());
    const auto kept = setup.results(Season);
    QVERIFY(kept);
    QCOMPARE(kept->value.size(), 2u);
}

void JolpicaSourceTest::malformedNeverReplacesRows()
{
    Setup setup(season(2));
    QVERIFY(setup.results(Season));
    setup.server.handleWith([](const LoopbackServer::Asked&) { return Answer{200, R"({"data": []})", ""}; });
    const auto older = setup.results(Again);
    QVERIFY(older && older->noAnswer);
    QCOMPARE(older->noAnswer->error.code, ErrorCode::Data);
    QVERIFY(older->noAnswer->error.message.contains(QStringLiteral("MRData")));
    QCOMPARE(older->value.size(), 2u);
    const auto kept = setup.results(Season);
    QVERIFY(kept);
    QCOMPARE(kept->value.size(), 2u);
}

void JolpicaSourceTest::theOlderServesWhereNothingBetterComes()
{
    Setup setup(season(2));
    QVERIFY(setup.results(Running));
    setup.clock.set(start().addDays(3));
    using Why = NoAnswer::Why;
    const std::pair<Answer, Why> faults[] = {{{500, "", ""}, Why::OutOfReach},
                                             {{200, "<html>Sign in</html>", ""}, Why::Refused},
                                             {{200, "{", ""}, Why::Refused},
                                             {{200, "", "", Answer::Reset}, Why::OutOfReach}};
    for (const auto& [fault, why] : faults) {
        setup.server.handleWith([fault](const LoopbackServer::Asked&) { return fault; });
        const auto results = setup.results(Running);
        QVERIFY(results);
        QVERIFY(results->stale && results->noAnswer);
        QVERIFY(results->noAnswer->why == why);
        QCOMPARE(results->fetchedAt, start());
        QCOMPARE(results->value.size(), 2u);
    }
    const auto never = setup.results({2023, {}, true, Freshness::Normal});
    QVERIFY(!never);
    QCOMPARE(never.error().code, ErrorCode::Network);
}

void JolpicaSourceTest::stopsAskingAfterTheFirstFailure()
{
    Setup setup(season(24));
    QVERIFY(setup.results(Season));
    setup.server.handleWith([](const LoopbackServer::Asked&) { return Answer{403, "", ""}; });
    const auto results = setup.results(Again);
    QVERIFY(results);
    QVERIFY(results->stale);
    QCOMPARE(results->value.size(), 24u);
    QCOMPARE(results->requests, 1);
}

void JolpicaSourceTest::offlineNeverAsks()
{
    Setup setup(season(2));
    QVERIFY(setup.results(Running));
    setup.clock.set(start().addDays(100));
    setup.restart(true);
    const auto old = setup.results({2024, {}, false, Freshness::Refresh});
    QVERIFY(old);
    QVERIFY(old->stale);
    QCOMPARE(old->fetchedAt, start());
    const auto missing = setup.results({2023, {}, true, Freshness::Normal});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Offline);
    QCOMPARE(setup.server.asked().size(), 1u);
}

void JolpicaSourceTest::damagedCacheHeals()
{
    Setup setup(season(24));
    QVERIFY(setup.results(Season));
    const QDir folder(setup.folder.path());
    for (const QString& name : folder.entryList({QStringLiteral("*.http")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.resize(file.size() / 2);
    }
    const auto results = setup.results(Season);
    QVERIFY(results);
    QCOMPARE(results->value.size(), 24u);
    QCOMPARE(results->requests, 5);
    QCOMPARE(setup.results(Season)->requests, 0);
}

void JolpicaSourceTest::listThatChangesWhileItIsRead()
{
    int asked = 0;
    Setup setup([&](const LoopbackServer::Asked& request) { return season(++asked < 2 ? 6 : 7)(request); });
    const auto results = setup.results(Running);
    QVERIFY(results);
    QCOMPARE(results->value.size(), 7u);
    QCOMPARE(results->requests, 4); // both pages once more
    setup.server.handleWith(
        [&](const LoopbackServer::Asked& request) { return season(6 + ++asked % 2)(request); });
    const auto restless = setup.results({2024, {}, false, Freshness::Refresh});
    QVERIFY(!restless);
    QCOMPARE(restless.error().code, ErrorCode::Data);
}

void JolpicaSourceTest::wrongSeasonIsRefused()
{
    Setup setup(season(2));
    const auto results = setup.results({2023, {}, true, Freshness::Normal});
    QVERIFY(!results);
    QCOMPARE(results.error().code, ErrorCode::Data);
    QVERIFY(results.error().message.contains(QStringLiteral("asked for the season of 2023")));
}

void JolpicaSourceTest::unchangedAnswer()
{
    Setup setup([](const LoopbackServer::Asked& asked) {
        Answer answer = season(2)(asked);
        answer.headers += "ETag: \"v1\"\r\n";
        return asked.header("If-None-Match") == "\"v1\"" ? Answer{304, "", "ETag: \"v1\"\r\n"} : answer;
    });
    QVERIFY(setup.results(Running));
    setup.clock.set(start().addDays(1));
    const auto results = setup.results(Running);
    QVERIFY(results);
    QCOMPARE(results->requests, 1);
    QCOMPARE(results->value.size(), 2u);
    QCOMPARE(results->fetchedAt, start().addDays(1));
    QVERIFY(!results->stale);
}

void JolpicaSourceTest::serverDate()
{
    Setup setup([](const LoopbackServer::Asked& asked) {
        Answer answer = season(2)(asked);
        answer.headers += "Date: Fri, 20 Dec 2024 12:05:00 GMT\r\n";
        return answer;
    });
    const auto fresh = setup.results(Season);
    QVERIFY(fresh);
    QCOMPARE(fresh->serverDate, std::optional(start().addSecs(300)));
    QCOMPARE(fresh->serverDateAt, std::optional(start()));
    // From a cache on the way: between 12:05 and 12:35, and the machine says 12:20.
    setup.clock.set(start().addSecs(1200));
    setup.server.handleWith([](const LoopbackServer::Asked& asked) {
        Answer answer = season(2)(asked);
        answer.headers += "Date: Fri, 20 Dec 2024 12:05:00 GMT\r\nAge: 1800\r\n";
        return answer;
    });
    const auto aged = setup.results(Again);
    QVERIFY(aged);
    QCOMPARE(aged->serverDate, std::optional(start().addSecs(1200)));
}

void JolpicaSourceTest::cancelKeepsWhatArrived()
{
    const Progress progress;
    int asked = 0;
    Setup setup([&](const LoopbackServer::Asked& request) {
        if (++asked == 3) {
            progress.cancel();
            return Answer{200, "", "", Answer::Silent};
        }
        return season(24)(request);
    });
    const auto results = setup.results(Season, progress);
    QVERIFY(!results);
    QCOMPARE(results.error().code, ErrorCode::Cancelled);
    setup.server.handleWith(season(24));
    const auto rest = setup.results(Season);
    QVERIFY(rest);
    QCOMPARE(rest->requests, 3); // two pages had arrived
}

void JolpicaSourceTest::deletedWhileItWaits()
{
    Setup setup([](const LoopbackServer::Asked&) { return Answer{200, "", "", Answer::Silent}; });
    std::optional<ErrorCode> code;
    auto task =
        setup.source->results(Season, Progress()).then([&](Result<Fetched<DataSource::Results>> result) {
            code = result ? ErrorCode::Data : result.error().code;
        });
    QTRY_COMPARE(setup.server.asked().size(), 1u);
    setup.source.reset();
    QCOMPARE(code, std::optional(ErrorCode::Cancelled));
}

void JolpicaSourceTest::twoFetchesAtOnce()
{
    Setup setup(season(24));
    auto one = setup.source->results(Season, Progress());
    auto two = setup.source->results({2024, {}, true, Freshness::Refresh}, Progress());
    const auto first = test::await(std::move(one));
    const auto second = test::await(std::move(two));
    QVERIFY(first && second);
    QCOMPARE(first->value.size(), 24u);
    QCOMPARE(second->value.size(), 24u);
}

QTEST_GUILESS_MAIN(JolpicaSourceTest)
#include "JolpicaSourceTest.moc"
