#include "source/openf1/OpenF1Source.h"
#include "source/openf1/OpenF1Weekend.h"
#include "support/Await.h"
#include "support/LoopbackServer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Answer = LoopbackServer::Answer;
using Query = DataSource::SessionQuery;

QDateTime at(int day, int hour, int minute = 0)
{
    return {QDate(2026, 8, day), QTime(hour, minute), QTimeZone::utc()};
}

QJsonArray recorded(const QString& name)
{
    QFile file(QStringLiteral(PARCFERME_TEST_DATA "/openf1/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing.", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).array();
}

QByteArray text(const QJsonArray& rows)
{
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

// The answers of a weekend, to be bent by a test.
struct Weekend
{
    QJsonArray sessions = recorded(u"sessions-2026.json"_s);
    QJsonArray grid = recorded(u"grid-26144.json"_s);
    QJsonArray sprintGrid = recorded(u"grid-26142.json"_s);
    QJsonArray drivers = recorded(u"drivers-2614.json"_s);

    void change(QJsonArray Weekend::* list, int row, QLatin1StringView key, const QJsonValue& value)
    {
        QJsonObject changed = (this->*list).at(row).toObject();
        changed.insert(key, value);
        (this->*list).replace(row, changed);
    }
    Answer answer(const QByteArray& target) const
    {
        const QJsonArray rows = target == "/v1/sessions?year=2026"                ? sessions
                                : target == "/v1/starting_grid?session_key=26144" ? grid
                                : target == "/v1/starting_grid?session_key=26142" ? sprintGrid
                                : target == "/v1/drivers?meeting_key=2614"        ? drivers
                                : target == "/v1/weather?session_key=26085"
                                    ? recorded(u"weather-26085.json"_s)
                                    : QJsonArray();
        return rows.isEmpty() ? Answer{404, R"({"detail":"No results found."})", {}}
                              : Answer{200, text(rows), {}};
    }
};

Race zandvoort()
{
    Race race;
    race.year = 2026;
    race.name = u"Dutch Grand Prix"_s;
    race.eventDate = QDate(2026, 8, 23);
    race.start = at(23, 13);
    race.qualifyingStart = at(22, 14);
    race.sprintStart = at(22, 10);
    return race;
}

// Everybody of the weekend, as the drivers of the recorded answer are known here.
std::vector<Starter> field()
{
    std::vector<Starter> all;
    for (const QJsonValue row : recorded(u"drivers-2614.json"_s))
        if (const QJsonObject driver = row.toObject(); driver.value("session_key"_L1).toInt() == 26144)
            all.push_back(
                {driver.value("last_name"_L1).toString().toLower(), driver.value("driver_number"_L1).toInt(),
                 driver.value("name_acronym"_L1).toString(), driver.value("last_name"_L1).toString()});
    return all;
}

struct Setup
{
    explicit Setup(const QDateTime& now = at(22, 16, 30)) : clock(now)
    {
        HttpOptions options;
        options.cacheFolder = folder.path();
        options.limits.deadline = 2s;
        options.retry.firstDelay = 1ms;
        client = std::make_shared<HttpClient>(std::move(options), clock);
        source =
            std::make_unique<OpenF1Source>(server.url(u"/v1"_s), client, RequestLimits{{{1000, 1h}}, 1ms});
    }

    Result<Fetched<GridState>> grid(Session session = Session::Race, Freshness freshness = Freshness::Refresh)
    {
        Query query;
        query.race = race;
        query.session = session;
        query.field = starters;
        query.freshness = freshness;
        return test::await(source->grid(std::move(query), {}));
    }
    QString refusal() // of a grid; or what came instead
    {
        const auto answer = grid();
        if (!answer)
            return answer.error().text();
        return answer->value.places.empty() ? answer->value.refusal
                                            : u"a grid of %1"_s.arg(answer->value.places.size());
    }

    Race race = zandvoort();
    std::vector<Starter> starters = field();
    Weekend weekend;
    QTemporaryDir folder;
    FixedClock clock;
    LoopbackServer server{
        [this](const LoopbackServer::Asked& asked) { return weekend.answer(asked.target); }};
    std::shared_ptr<HttpClient> client;
    std::unique_ptr<OpenF1Source> source;
};

} // namespace

class OpenF1SourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridOfTheRace();
    void gridOfTheSprint();
    void notYetIsEmpty();
    void olderNameOfSprintQualifying();
    void onlyWholeGridsCount_data();
    void onlyWholeGridsCount();
    void onlyWhoIsKnownCounts();
    void oddButHarmless_data();
    void oddButHarmless();
    void weekendByItsDay();
    void closedAroundSessions();
    void closedAnswersAreNotRepeated();
    void cacheServesWhileClosed();
    void notMoreThanNeeded();
    void measuredWeather();
    void noWeatherBeforeTheEnd();
    void nonsense_data();
    void nonsense();
};

void OpenF1SourceTest::gridOfTheRace()
{
    Setup setup;
    const auto answer = setup.grid();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    const GridState& state = answer->value;
    QVERIFY2(state.refusal.isEmpty(), qPrintable(state.refusal));
    QCOMPARE(state.places.size(), std::size_t(22));
    QCOMPARE(state.places.front(), (GridPlace{u"hamilton"_s, 1}));
    QCOMPARE(state.places.at(9), (GridPlace{u"verstappen"_s, 10}));
    QCOMPARE(state.places.back(), (GridPlace{u"bottas"_s, 22}));
    QCOMPARE(answer->fetchedAt, at(22, 16, 30));
    QCOMPARE(answer->requests, 3);
    QVERIFY(!answer->stale);
}

void OpenF1SourceTest::gridOfTheSprint()
{
    Setup setup;
    const auto answer = setup.grid(Session::Sprint);
    QVERIFY(answer);
    QCOMPARE(answer->value.places.size(), std::size_t(22));
    QVERIFY(answer->value.places != setup.grid()->value.places);
}

void OpenF1SourceTest::notYetIsEmpty()
{
    Setup setup;
    setup.weekend.grid = {};
    QCOMPARE(setup.refusal(), QString());
    // As older versions of the API said it.
    setup.server.handleWith([&](const LoopbackServer::Asked& asked) {
        return asked.target.contains("grid") ? Answer{200, "[]", {}} : setup.weekend.answer(asked.target);
    });
    QCOMPARE(setup.refusal(), QString());
    // Of a weekend that the list does not know, nothing is asked.
    Setup unknown;
    unknown.race.start = at(30, 13);
    QCOMPARE(unknown.refusal(), QString());
    QCOMPARE(unknown.server.asked().size(), std::size_t(1));
    // Of sessions that cannot be read it is told.
    Setup odd;
    for (int i = 0; i < odd.weekend.sessions.size(); ++i)
        odd.weekend.change(&Weekend::sessions, i, "session_key"_L1, QJsonValue::Null);
    QVERIFY2(odd.refusal().contains(u"is not found"_s), qPrintable(odd.refusal()));
}

void OpenF1SourceTest::olderNameOfSprintQualifying()
{
    Setup setup;
    for (int i = 0; i < setup.weekend.sessions.size(); ++i)
        if (setup.weekend.sessions.at(i)["session_name"_L1] == "Sprint Qualifying"_L1)
            setup.weekend.change(&Weekend::sessions, i, "session_name"_L1, u"Sprint Shootout"_s);
    QCOMPARE(setup.grid(Session::Sprint)->value.places.size(), std::size_t(22));
}

void OpenF1SourceTest::onlyWholeGridsCount_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value"); // undefined: the row again with another place
    QTest::addColumn<QString>("words");
    const QJsonValue nothing(QJsonValue::Null);
    QTest::newRow("no place") << 21 << u"position"_s << nothing << u"car 77 has no place"_s;
    QTest::newRow("place twice") << 1 << u"position"_s << QJsonValue(1) << u"cars 44 and 63 have place 1"_s;
    QTest::newRow("place missing") << 21 << u"position"_s << QJsonValue(23) << u"place 22 is missing"_s;
    QTest::newRow("place 0") << 0 << u"position"_s << QJsonValue(0) << u"car 44 has no place"_s;
    QTest::newRow("no place but words")
        << 0 << u"position"_s << QJsonValue(u"PL"_s) << u"car 44 has no place"_s;
    QTest::newRow("no car") << 0 << u"driver_number"_s << nothing << u"driver_number is null"_s;
    QTest::newRow("unknown car") << 0 << u"driver_number"_s << QJsonValue(99)
                                 << u"nobody in this race is known to have car 99"_s;
    QTest::newRow("car twice") << 1 << u"driver_number"_s << QJsonValue(44) << u"car 44 stands twice"_s;
    // The grid before a penalty beside the one after it.
    QTest::newRow("older state beside it")
        << 1 << QString() << QJsonValue(QJsonValue::Undefined) << u"car 63 stands twice"_s;
}

void OpenF1SourceTest::onlyWholeGridsCount()
{
    QFETCH(const int, row);
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    Setup setup;
    if (value.isUndefined()) {
        QJsonObject again = setup.weekend.grid.at(row).toObject();
        again.insert("position"_L1, 7);
        setup.weekend.grid.append(again);
    } else {
        setup.weekend.change(&Weekend::grid, row, QLatin1StringView(key.toLatin1()), value);
    }
    QFETCH(const QString, words);
    const QString refusal = setup.refusal();
    QVERIFY2(refusal.contains(words), qPrintable(refusal));
    QVERIFY2(refusal.startsWith(u"OpenF1's starting grid is not used: "_s), qPrintable(refusal));
}

void OpenF1SourceTest::onlyWhoIsKnownCounts()
{
    const auto known = [](auto change) {
        Setup setup;
        change(setup);
        return setup.refusal();
    };
    const auto starter = [](Setup& setup, int number) -> Starter& {
        return *std::ranges::find(setup.starters, number, &Starter::number);
    };
    // Two have one number here: one of them is outdated, and the acronyms say whose. Without them it is not
    // said.
    Setup outdated;
    starter(outdated, 3).number = 1;
    const auto expected = Setup().grid()->value.places;
    QCOMPARE(outdated.grid()->value.places, expected);
    QVERIFY(known([&](Setup& setup) {
                starter(setup, 3).number = 1;
                starter(setup, 44).number = 11;
                for (Starter& one : setup.starters)
                    one.code = one.number == 1 ? u"XXX"_s : one.code;
            }).contains(u"more than one in this race have car 1"_s));
    QVERIFY(known([&](Setup& setup) {
                starter(setup, 3).number = 1;
                for (Starter& one : setup.starters)
                    one.code = one.code == u"VER"_s ? u"XXX"_s : one.code;
            }).contains(u"nobody in this race is known to have car 3"_s));
    // Two have changed cars, or the number is another's.
    QVERIFY(known([&](Setup& setup) {
                std::swap(starter(setup, 3).code, starter(setup, 44).code);
            }).contains(u"car 44 is HAM's there, and VER's here"_s));
    // Drivers with numbers and nothing else.
    QVERIFY(known([](Setup& setup) {
                for (int i = 0; i < setup.weekend.drivers.size(); ++i)
                    for (const auto key : {"name_acronym"_L1, "last_name"_L1})
                        setup.weekend.change(&Weekend::drivers, i, key, QJsonValue::Null);
            }).contains(u"it does not say who has car 44"_s));
    QVERIFY(known([](Setup& setup) {
                setup.weekend.drivers = {};
            }).contains(u"it does not say who has car 44"_s));
    // The last rows were cut off: places 1 to n are there all the same.
    QVERIFY(known([](Setup& setup) {
                setup.weekend.grid.removeLast();
                setup.weekend.grid.removeLast();
            }).contains(u"cars 30, 77 were in qualifying and are missing"_s));
    // One car that was withdrawn is told, and the grid counts.
    Setup setup;
    setup.weekend.grid.removeLast();
    const auto answer = setup.grid();
    QCOMPARE(answer->value.places.size(), std::size_t(21));
    QCOMPARE(answer->value.note, u"Car 77 was in qualifying and is not on the starting grid."_s);
    // Without a code here his name confirms it, and only his.
    QCOMPARE(known([&](Setup& setup) { starter(setup, 41).code.clear(); }), u"a grid of 22"_s);
    QVERIFY(known([&](Setup& setup) {
                starter(setup, 41).code.clear();
                starter(setup, 41).familyName = u"Somebody"_s;
            }).contains(u"car 41"_s));
}

void OpenF1SourceTest::oddButHarmless_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"rows twice", "rows of another session", "as text", "nulls", "weekend twice",
                             "backwards", "an odd session", "an odd driver"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void OpenF1SourceTest::oddButHarmless()
{
    QFETCH(const QString, what);
    Setup setup;
    const auto expected = setup.grid()->value.places;
    Weekend& weekend = setup.weekend;
    const auto everywhere = [&](auto change) {
        for (QJsonArray Weekend::* list : {&Weekend::sessions, &Weekend::grid, &Weekend::drivers})
            change(weekend.*list);
    };
    if (what == u"rows twice"_s)
        everywhere([](QJsonArray& rows) {
            const QJsonArray once = rows;
            for (const QJsonValue row : once)
                rows.append(row);
        });
    if (what == u"rows of another session"_s)
        for (const QJsonValue row : std::as_const(weekend.sprintGrid))
            weekend.grid.prepend(row);
    if (what == u"as text"_s)
        everywhere([](QJsonArray& rows) {
            for (int i = 0; i < rows.size(); ++i) {
                QJsonObject row = rows.at(i).toObject();
                for (auto it = row.begin(); it != row.end(); ++it)
                    if (it->isBool())
                        it.value() = it->toBool() ? u"True"_s : u"False"_s;
                    else if (it->isDouble())
                        it.value() = QString::number(it->toDouble(), 'g', 12);
                rows.replace(i, row);
            }
        });
    if (what == u"nulls"_s) {
        for (int i = 0; i < weekend.grid.size(); ++i)
            weekend.change(&Weekend::grid, i, "lap_duration"_L1, QJsonValue::Null);
        for (int i = 0; i < weekend.drivers.size(); ++i)
            weekend.change(&Weekend::drivers, i, "team_name"_L1, QJsonValue::Null);
    }
    if (what == u"weekend twice"_s) { // a second one of that name, called off, at the same time
        const QJsonArray once = weekend.sessions;
        for (const QJsonValue row : once) {
            QJsonObject again = row.toObject();
            again.insert("meeting_key"_L1, again.value("meeting_key"_L1).toInt() + 5000);
            again.insert("session_key"_L1, again.value("session_key"_L1).toInt() + 50000);
            again.insert("is_cancelled"_L1, true);
            weekend.sessions.prepend(again);
        }
    }
    if (what == u"backwards"_s)
        everywhere([](QJsonArray& rows) {
            QJsonArray turned;
            for (const QJsonValue row : std::as_const(rows))
                turned.prepend(row);
            rows = turned;
        });
    if (what == u"an odd session"_s) {
        weekend.sessions.prepend(u"nonsense"_s);
        weekend.sessions.prepend(QJsonObject{{u"session_key"_s, u"'; DROP TABLE races"_s}});
        weekend.change(&Weekend::sessions, 2, "date_start"_L1, u"soon"_s);
    }
    if (what == u"an odd driver"_s)
        weekend.drivers.prepend(QJsonObject{{u"session_key"_s, -1}});

    Setup odd;
    odd.weekend = weekend;
    const auto answer = odd.grid();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QVERIFY2(answer->value.refusal.isEmpty(), qPrintable(answer->value.refusal));
    QCOMPARE(answer->value.places, expected);
}

// Names, countries and the order of keys do not tell which weekend it is.
void OpenF1SourceTest::weekendByItsDay()
{
    const auto parsed = openf1::parseSessions(text(recorded(u"sessions-2026.json"_s)));
    QVERIFY(parsed && parsed->odd.isEmpty());
    Query query;
    const auto meeting = [&](const QDate& day, std::optional<QTime> time) {
        query.race.start.reset();
        query.race.eventDate = day;
        if (time)
            query.race.start = QDateTime(day, *time, QTimeZone::utc());
        const auto* session = openf1::sessionOf(parsed->rows, query);
        return session ? session->meeting : 0;
    };
    QCOMPARE(meeting(QDate(2026, 8, 23), QTime(13, 0)), 2614);
    QCOMPARE(meeting(QDate(2026, 8, 23), QTime(10, 0)), 2614); // an earlier start here
    QCOMPARE(meeting(QDate(2026, 8, 23), std::nullopt), 2614); // no time known
    QCOMPARE(meeting(QDate(2026, 6, 7), QTime(13, 0)), 2608);
    QCOMPARE(meeting(QDate(2026, 8, 16), QTime(13, 0)), 0);
    // Called off in April: no session.
    QCOMPARE(meeting(QDate(2026, 4, 12), QTime(15, 0)), 0);
}

void OpenF1SourceTest::closedAroundSessions()
{
    const auto parsed = openf1::parseSessions(text(recorded(u"sessions-2026.json"_s)));
    const auto until = [&](const QDateTime& now) { return openf1::closedUntil(parsed->rows, now); };
    QVERIFY(!until(at(22, 13, 29)));
    QCOMPARE(until(at(22, 13, 30)), std::optional(at(22, 15, 30)));
    QCOMPARE(until(at(22, 15, 29)), std::optional(at(22, 15, 30)));
    QVERIFY(!until(at(22, 15, 30)));
    QVERIFY(until(at(21, 10, 0))); // practice too
    // What is called off closes nothing.
    QVERIFY(!until(QDateTime(QDate(2026, 4, 12), QTime(15, 0), QTimeZone::utc())));

    // Nothing is asked, not even the list: our own calendar says when qualifying is.
    Setup setup(at(22, 14, 10));
    const auto answer = setup.grid();
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.contains(u"asked again from 22 Aug 15:30 UTC"_s),
             qPrintable(answer.error().message));
    QCOMPARE(setup.server.asked().size(), std::size_t(0));
    // Practice is known from the list only.
    Setup practice(at(21, 10, 15));
    QVERIFY(!practice.grid());
    QCOMPARE(practice.server.asked().size(), std::size_t(1));
}

void OpenF1SourceTest::closedAnswersAreNotRepeated()
{
    Setup setup;
    setup.server.handleWith([](const LoopbackServer::Asked&) {
        return Answer{401, R"({"detail":"A live session is in progress."})", {}};
    });
    const auto answer = setup.grid();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Network);
    QCOMPARE(setup.server.asked().size(), std::size_t(1));
}

void OpenF1SourceTest::cacheServesWhileClosed()
{
    Setup setup(at(23, 12, 20));
    QCOMPARE(setup.grid()->value.places.size(), std::size_t(22));
    const auto before = setup.server.asked().size();
    setup.clock.set(at(23, 12, 40));
    QVERIFY(!setup.grid()->stale); // an answer of the last hour
    setup.clock.set(at(23, 13, 25));
    const auto answer = setup.grid();
    QVERIFY(answer);
    QCOMPARE(answer->value.places.size(), std::size_t(22));
    QVERIFY(answer->stale);
    QCOMPARE(answer->noAnswer->why, NoAnswer::Why::Closed);
    QCOMPARE(answer->noAnswer->askAgainFrom, std::optional(at(23, 15, 30)));
    QCOMPARE(answer->fetchedAt, at(23, 12, 20));
    QCOMPARE(setup.server.asked().size(), before);
}

void OpenF1SourceTest::notMoreThanNeeded()
{
    Setup setup;
    setup.grid(Session::Race, Freshness::Normal);
    setup.grid(Session::Race, Freshness::Normal);
    QCOMPARE(setup.server.asked().size(), std::size_t(3));
    setup.grid(Session::Race, Freshness::Refresh); // only the grid changes
    QCOMPARE(setup.server.asked().size(), std::size_t(4));
    QVERIFY(setup.server.asked().back().target.startsWith("/v1/starting_grid"));
    const RequestLimits& limits = OpenF1Source::requestLimits();
    QCOMPARE(limits.rates.size(), std::size_t(2));
    QCOMPARE(limits.rates.front().requests, 3);
    QCOMPARE(limits.longest().requests, 30);
    QVERIFY(limits.longest().span == 1min);
}

void OpenF1SourceTest::measuredWeather()
{
    Setup setup;
    Query query;
    query.race.year = 2026;
    query.race.eventDate = QDate(2026, 6, 7);
    query.race.start = QDateTime(query.race.eventDate, QTime(13, 0), QTimeZone::utc());
    const auto answer = test::await(setup.source->weather(query, {}));
    QVERIFY(answer);
    const auto& hours = answer->value;
    QCOMPARE(hours.size(), std::size_t(4)); // 12:01 to 15:26
    QCOMPARE(hours.front().hour, QDateTime(query.race.eventDate, QTime(12, 0), QTimeZone::utc()));
    QCOMPARE(hours.front().rainShare, std::optional(0.0));
    QVERIFY(*hours.front().temperature > 20 && *hours.front().temperature < 30);
    QVERIFY(hours.front().wind && !hours.front().rainChance && !hours.front().rain);
    // Three readings in an hour, one of them wet, one without a temperature.
    const openf1::WeatherReading dry{1, at(22, 14, 1), 20.0, 1.0, false};
    openf1::WeatherReading wet{1, at(22, 14, 2), 18.0, 3.0, true};
    const openf1::WeatherReading bare{1, at(22, 14, 3), {}, {}, false};
    const openf1::WeatherReading other{2, at(22, 14, 4), 40.0, 9.0, true};
    const auto mixed = openf1::byHour({dry, wet, bare, other}, 1);
    QCOMPARE(mixed.size(), std::size_t(1));
    QCOMPARE(mixed.front().temperature, std::optional(19.0));
    QCOMPARE(mixed.front().wind, std::optional(2.0));
    QCOMPARE(mixed.front().rainShare, std::optional(1.0 / 3));
}

void OpenF1SourceTest::noWeatherBeforeTheEnd()
{
    Setup setup(at(23, 9, 0));
    Query query;
    query.race = setup.race;
    const auto answer = test::await(setup.source->weather(query, {}));
    QVERIFY(answer);
    QVERIFY(answer->value.empty());
    QCOMPARE(setup.server.asked().size(), std::size_t(1)); // the list
}

void OpenF1SourceTest::nonsense_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("web page") << QByteArray("<html>Log in</html>");
    QTest::newRow("cut off") << QByteArray("[{\"session_key\": 1");
    QTest::newRow("object") << QByteArray("{\"detail\": \"hm\"}");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not utf-8") << QByteArray("[\"\xff\xfe\"");
}

void OpenF1SourceTest::nonsense()
{
    QFETCH(const QByteArray, body);
    Setup setup;
    setup.server.handleWith([&](const LoopbackServer::Asked&) { return Answer{200, body, {}}; });
    const auto answer = setup.grid();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Data);
    QVERIFY2(answer.error().message.startsWith(u"Sessions of OpenF1: "_s), qPrintable(answer.error().text()));
    // Nothing of it is kept.
    setup.server.handleWith(
        [&](const LoopbackServer::Asked& asked) { return setup.weekend.answer(asked.target); });
    QCOMPARE(setup.refusal(), u"a grid of 22"_s);
}

QTEST_GUILESS_MAIN(OpenF1SourceTest)
#include "OpenF1SourceTest.moc"
