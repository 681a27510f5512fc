#include "source/openmeteo/OpenMeteoSource.h"
#include "source/openmeteo/OpenMeteoParser.h"
#include "support/Await.h"
#include "support/LoopbackServer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

using namespace parcferme;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Answer = LoopbackServer::Answer;
using Query = DataSource::SessionQuery;

QDateTime at(int day, int hour)
{
    return {QDate(2026, 8, day), QTime(hour, 0), QTimeZone::utc()};
}

QByteArray recorded()
{
    QFile file(QStringLiteral(PARCFERME_TEST_DATA "/openmeteo/zandvoort.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("zandvoort.json is missing.");
    return file.readAll();
}

Query zandvoort()
{
    Query query;
    query.race.year = 2026;
    query.race.eventDate = QDate(2026, 8, 23);
    query.race.start = at(23, 13);
    query.race.sprintStart = at(22, 10);
    query.latitude = 52.3888;
    query.longitude = 4.54092;
    return query;
}

struct Setup
{
    explicit Setup(const QDateTime& now = at(22, 18)) : clock(now)
    {
        HttpOptions options;
        options.cacheFolder = folder.path();
        options.limits.deadline = 2s;
        options.retry.retries = 0;
        client = std::make_shared<HttpClient>(std::move(options), clock);
        source = std::make_unique<OpenMeteoSource>(server.url(u"/v1/forecast"_s), client,
                                                   RequestLimits{{{1000, 1h}}, 1ms});
    }
    Result<Fetched<DataSource::WeatherHours>> weather(Query query)
    {
        return test::await(source->weather(
            std::move(query), Progress([this](const Progress::Step& step) { steps << step.what; })));
    }

    QTemporaryDir folder;
    QStringList steps;
    FixedClock clock;
    LoopbackServer server{[](const LoopbackServer::Asked&) { return Answer{200, recorded(), {}}; }};
    std::shared_ptr<HttpClient> client;
    std::unique_ptr<OpenMeteoSource> source;
};

} // namespace

class OpenMeteoSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursAroundTheStart()
    {
        Setup setup;
        const auto answer = setup.weather(zandvoort());
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const auto& hours = answer->value;
        QCOMPARE(hours.size(), std::size_t(7));                                // 11:00 to 17:00
        QCOMPARE(setup.steps, QStringList{u"Open-Meteo, Weather forecast"_s}); // who is waited for
        QCOMPARE(hours.front().hour, at(23, 11));
        QCOMPARE(hours.back().hour, at(23, 17));
        QCOMPARE(hours.at(2).rainChance, std::optional(35.0));
        QCOMPARE(hours.at(2).rain, std::optional(0.4));
        QCOMPARE(hours.at(2).temperature, std::optional(20.1));
        QCOMPARE(hours.at(2).wind, std::optional(7.0));
        QVERIFY(!hours.at(2).rainShare);
        QCOMPARE(answer->fetchedAt, at(22, 18));
        const QUrlQuery asked(QUrl(QString::fromLatin1(setup.server.asked().front().target)));
        QCOMPARE(asked.queryItemValue(u"latitude"_s), u"52.3888"_s);
        QCOMPARE(asked.queryItemValue(u"longitude"_s), u"4.5409"_s);
        QCOMPARE(asked.queryItemValue(u"start_date"_s), u"2026-08-23"_s);
        QCOMPARE(asked.queryItemValue(u"end_date"_s), u"2026-08-23"_s);
        QCOMPARE(asked.queryItemValue(u"timezone"_s), u"UTC"_s);
        QCOMPARE(asked.queryItemValue(u"wind_speed_unit"_s), u"ms"_s);
    }

    void aStartAtNightSpansTwoDays()
    {
        Setup setup;
        Query query = zandvoort();
        query.race.start = at(23, 22);
        QVERIFY(setup.weather(query));
        const QUrlQuery asked(QUrl(QString::fromLatin1(setup.server.asked().front().target)));
        QCOMPARE(asked.queryItemValue(u"end_date"_s), u"2026-08-24"_s);
    }

    void whatCannotBeForecastIsNotAsked()
    {
        const auto asks = [](const QDateTime& now, auto change) {
            Setup setup(now);
            Query query = zandvoort();
            change(query);
            const auto answer = setup.weather(query);
            return answer && answer->value.empty() && setup.server.asked().empty();
        };
        const auto asItIs = [](Query&) {};
        QVERIFY(asks(at(23, 13), asItIs)); // it has started
        QVERIFY(asks(at(7, 0), asItIs));   // 16 days ahead
        QVERIFY(!asks(at(8, 0), asItIs));  // 15 are forecast
        QVERIFY(asks(at(22, 18), [](Query& query) { query.race.start.reset(); }));
        QVERIFY(asks(at(22, 18), [](Query& query) { query.latitude.reset(); }));
        QVERIFY(asks(at(22, 18), [](Query& query) { query.session = Session::Sprint; })); // it is over
    }

    void anHourInTheCache()
    {
        Setup setup;
        QVERIFY(setup.weather(zandvoort()));
        setup.clock.set(at(22, 18).addSecs(3500));
        QCOMPARE(setup.weather(zandvoort())->fetchedAt, at(22, 18));
        QCOMPARE(setup.server.asked().size(), std::size_t(1));
        setup.clock.set(at(22, 20));
        QCOMPARE(setup.weather(zandvoort())->fetchedAt, at(22, 20));
        setup.server.handleWith([](const LoopbackServer::Asked&) { return Answer{503, {}, {}}; });
        setup.clock.set(at(22, 22));
        const auto old = setup.weather(zandvoort());
        QVERIFY(old && old->stale);
        QCOMPARE(old->fetchedAt, at(22, 20));
        QCOMPARE(OpenMeteoSource::requestLimits().longest().requests, 100);
        QVERIFY(OpenMeteoSource::requestLimits().longest().span == 1h);
        QVERIFY(OpenMeteoSource::requestLimits().rates.front().span == 1s);
    }

    void parserRefuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("cut off") << recorded().left(300);
        QTest::newRow("no hours") << QByteArray("{}");
        QTest::newRow("hours of another zone")
            << recorded().replace("\"utc_offset_seconds\":0", "\"utc_offset_seconds\":7200");
        QTest::newRow("a value short") << recorded().replace("[0,3,", "[3,");
        QByteArray many = "{\"hourly\":{\"time\":[";
        for (int i = 0; i < 1000; ++i)
            many += "\"2026-08-23T09:00\",";
        QTest::newRow("too many") << many + "\"\"]}}";
    }
    void parserRefuses()
    {
        QFETCH(const QByteArray, body);
        const auto hours = parseForecast(body);
        QVERIFY(!hours);
        QCOMPARE(hours.error().code, ErrorCode::Data);
    }

    void anOddFigureIsNoFigure()
    {
        const auto hours = parseForecast(recorded()
                                             .replace("[0,3,8,", "[null,300,\"x\",")
                                             .replace("2026-08-23T19:00", "2026-08-23T18:00")
                                             .replace("2026-08-23T10:00", "yesterday")
                                             .replace("\"wind_speed_10m\":[5.2", "\"wind\":[5.2"));
        QVERIFY(hours);
        QCOMPARE(hours->size(), std::size_t(9)); // one hour came twice, one had no time
        QVERIFY(!hours->at(0).rainChance && !hours->at(1).rainChance);
        QCOMPARE(hours->at(2).rainChance, std::optional(15.0));
        QCOMPARE(hours->at(0).temperature, std::optional(18.1));
        QVERIFY(!hours->at(0).wind);
    }
};

QTEST_GUILESS_MAIN(OpenMeteoSourceTest)
#include "OpenMeteoSourceTest.moc"
