#include "source/CachePolicy.h"
#include "source/FailureWords.h"
#include "source/HttpHeaders.h"
#include "source/RetryPolicy.h"
#include "source/UrlRules.h"
#include "source/jolpica/ClassificationRules.h"
#include "source/jolpica/TimeText.h"

#include <QTest>
#include <QTimeZone>

Q_DECLARE_METATYPE(parcferme::CacheSubject)

using namespace parcferme;
using namespace std::chrono_literals;

class SourceRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeTexts_data();
    void timeTexts();
    void classifications_data();
    void classifications();
    void headers();
    void lifetimes_data();
    void lifetimes();
    void sourceMayLengthenOrEndALifetime();
    void delaysGrow();
    void retryAfterWins();
    void addresses_data();
    void addresses();
    void redirects();
    void whatThisMachineLacksIsNotTheOtherSidesFault();
};

void SourceRulesTest::timeTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("millis"); // -1: none
    const auto row = [](const char* text, int millis) {
        QTest::newRow(text) << QString::fromLatin1(text) << millis;
    };
    row("1:26.720", 86'720);
    row("59.123", 59'123);
    row("1:31:05.083", 5'465'083);
    row("+5.123", 5'123);
    row("+1:02.5", 62'500);
    row("0.05", 50);
    row("", -1);
    row("1:31", -1);
    row("-1:26.720", -1);
    row("1:60.000", -1);
    row("1:2a.000", -1);
    row("1:26.7201", -1);
    row("1:26.", -1);
    row(":26.720", -1);
    row("+1 Lap", -1);
    row("1:2:3:4.5", -1);
    row("9999:59:59.999", -1);
    row("24:00:00.000", -1);
}

void SourceRulesTest::timeTexts()
{
    QFETCH(QString, text);
    QFETCH(int, millis);
    QCOMPARE(millisecondsFromText(text).value_or(-1), millis);
}

void SourceRulesTest::classifications_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("laps");
    QTest::addColumn<int>("expected"); // -1: none
    const auto row = [](const char* text, const char* status, int laps, int expected) {
        QTest::addRow("%s %s %d", text, status, laps)
            << QString::fromLatin1(text) << QString::fromLatin1(status) << laps << expected;
    };
    const auto is = [](Classification value) { return static_cast<int>(value); };
    row("1", "Finished", 78, is(Classification::Classified));
    row("17", "Retired", 74, is(Classification::Classified));
    row("R", "Engine", 20, is(Classification::Retired));
    row("R", "Collision", 0, is(Classification::Retired));
    row("R", "Some new word", 5, is(Classification::Retired));
    row("R", "Withdrew", 30, is(Classification::Retired));
    row("R", "Did not start", 0, is(Classification::DidNotStart));
    row("R", "Lapped", 60, is(Classification::NotClassified));
    row("R", "Not classified", 60, is(Classification::NotClassified));
    row("R", "+12 Laps", 60, is(Classification::NotClassified));
    row("N", "", 60, is(Classification::NotClassified));
    row("D", "Disqualified", 44, is(Classification::Disqualified));
    row("D", "Excluded", 0, is(Classification::Excluded));
    row("E", "Excluded", 0, is(Classification::Excluded));
    row("F", "Did not qualify", 0, is(Classification::DidNotQualify));
    row("F", "107% Rule", 0, is(Classification::DidNotQualify));
    row("W", "Did not start", 0, is(Classification::DidNotStart));
    row("W", "Withdrew", 0, is(Classification::DidNotStart));
    row("W", "Withdrew", 12, is(Classification::Retired));
    row("X", "Finished", 78, -1);
    row("", "Finished", 78, -1);
    row("-1", "Finished", 78, -1);
}

void SourceRulesTest::classifications()
{
    QFETCH(QString, text);
    QFETCH(QString, status);
    QFETCH(int, laps);
    QFETCH(int, expected);
    const auto found = classificationOf(text, status, laps);
    QCOMPARE(found ? static_cast<int>(*found) : -1, expected);
}

void SourceRulesTest::headers()
{
    const QDateTime time(QDate(1994, 11, 6), QTime(8, 49, 37), QTimeZone::utc());
    QCOMPARE(timeFromHttpDate("Sun, 06 Nov 1994 08:49:37 GMT"), std::optional(time));
    QCOMPARE(timeFromHttpDate("yesterday"), std::nullopt);
    QCOMPARE(retryAfterFromHeader("7", time), std::optional(7s));
    QCOMPARE(retryAfterFromHeader("Sun, 06 Nov 1994 08:50:07 GMT", time), std::optional(30s));
    QCOMPARE(retryAfterFromHeader("Sun, 06 Nov 1994 08:00:00 GMT", time), std::optional(0s));
    QCOMPARE(retryAfterFromHeader("-7", time), std::nullopt);
    QCOMPARE(retryAfterFromHeader("", time), std::nullopt);
    const auto control = CacheControl::fromHeader("public, Max-Age=\"60\", no-cache");
    QCOMPARE(control.maxAge, std::optional(60s));
    QVERIFY(control.noCache && !control.noStore);
    QVERIFY(CacheControl::fromHeader("no-store").noStore);
    QCOMPARE(CacheControl::fromHeader("max-age=soon").maxAge, std::nullopt);
}

void SourceRulesTest::lifetimes_data()
{
    QTest::addColumn<CacheSubject>("subject");
    QTest::addColumn<int>("hours");
    const QDate today(2026, 6, 8);
    const auto row = [](const char* title, CacheSubject subject, int hours) {
        QTest::newRow(title) << subject << hours;
    };
    row("finished season", {false, true, false, true, today.addDays(-300)}, 30 * 24);
    row("calendar of a finished season", {true, true, false, true, today.addDays(-300)}, 30 * 24);
    row("current calendar", {true, false, false, true, today.addDays(100)}, 6);
    row("nothing yet", {false, false, true, false, {}}, 1);
    row("nothing at all in a finished season", {false, true, true, true, {}}, 1);
    row("race of yesterday", {false, false, false, false, today.addDays(-1)}, 1);
    row("race of 13 days ago", {false, false, false, false, today.addDays(-13)}, 1);
    row("race of 14 days ago", {false, false, false, false, today.addDays(-14)}, 7 * 24);
    row("last page of a running season", {false, false, false, true, today.addDays(-20)}, 1);
}

void SourceRulesTest::lifetimes()
{
    QFETCH(CacheSubject, subject);
    QFETCH(int, hours);
    QCOMPARE(cacheLifetime(subject, {}, 0s, QDate(2026, 6, 8)), std::chrono::seconds(hours * 3600));
}

void SourceRulesTest::sourceMayLengthenOrEndALifetime()
{
    const QDate today(2026, 6, 8);
    const CacheSubject missing{false, false, true, false, {}};
    QCOMPARE(cacheLifetime(missing, {7200s, false, false}, 0s, today), 7200s);
    QCOMPARE(cacheLifetime(missing, {7200s, false, false}, 1800s, today), 5400s);
    QCOMPARE(cacheLifetime(missing, {60s, false, false}, 0s, today), 3600s);
    QCOMPARE(cacheLifetime(missing, {0s, false, false}, 0s, today), 0s);
    QCOMPARE(cacheLifetime(missing, {7200s, false, true}, 0s, today), 0s);
    QCOMPARE(cacheLifetime(missing, {std::chrono::seconds(365 * 24h), false, false}, 0s, today), 30 * 24h);
}

void SourceRulesTest::delaysGrow()
{
    const RetryPolicy policy;
    auto longestBefore = 0ms;
    for (int retry = 0; retry < 3; ++retry) {
        const auto shortest = policy.delay(retry, {}, 0.0);
        const auto longest = policy.delay(retry, {}, 0.999);
        QVERIFY(shortest && longest && *shortest < *longest);
        QVERIFY(*shortest > longestBefore);
        longestBefore = *longest;
    }
    QCOMPARE(policy.delay(3, {}, 0.5), std::nullopt);
    for (const int status : {429, 500, 502, 503, 599})
        QVERIFY(RetryPolicy::isTemporary(status));
    for (const int status : {200, 301, 400, 403, 404, 600})
        QVERIFY(!RetryPolicy::isTemporary(status));
}

void SourceRulesTest::retryAfterWins()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(0, 17s, 0.5), std::optional(17000ms));
    QCOMPARE(policy.delay(2, 0s, 0.5), std::optional(0ms));
    QCOMPARE(policy.delay(3, 1s, 0.5), std::nullopt);
    QCOMPARE(policy.delay(0, 3600s, 0.5), std::nullopt);
}

void SourceRulesTest::addresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* url, bool allowed) {
        QTest::newRow(url) << QString::fromLatin1(url) << allowed;
    };
    row("https://api.jolpi.ca/ergast/f1", true);
    row("http://127.0.0.1:8000/ergast/f1", true);
    row("http://localhost/f1", true);
    row("http://[::1]:80/f1", true);
    row("http://api.jolpi.ca/ergast/f1", false);
    row("http://127.evil.example/f1", false);
    row("http://localhost.evil.example/f1", false);
    row("ftp://127.0.0.1/f1", false);
    row("file:///etc/passwd", false);
    row("https:///f1", false);
}

void SourceRulesTest::addresses()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    QCOMPARE(checkUrl(QUrl(url)).has_value(), allowed);
}

void SourceRulesTest::redirects()
{
    const QUrl secure(QStringLiteral("https://api.jolpi.ca/a"));
    const QUrl local(QStringLiteral("http://127.0.0.1/a"));
    QVERIFY(checkRedirect(secure, QUrl(QStringLiteral("https://elsewhere.example/b"))));
    QVERIFY(!checkRedirect(secure, local));
    QVERIFY(!checkRedirect(secure, QUrl(QStringLiteral("http://api.jolpi.ca/a"))));
    QVERIFY(checkRedirect(local, secure));
    QVERIFY(checkRedirect(local, QUrl(QStringLiteral("http://127.0.0.1/b"))));
    QVERIFY(!checkRedirect(local, QUrl(QStringLiteral("http://api.jolpi.ca/a"))));
}

void SourceRulesTest::whatThisMachineLacksIsNotTheOtherSidesFault()
{
    using Kind = TransferFailure::Kind;
    QCOMPARE(secureKind(Kind::Tls, true, true), Kind::Tls);
    QCOMPARE(secureKind(Kind::Tls, true, false), Kind::NoAuthority);
    QCOMPARE(secureKind(Kind::Refused, true, false), Kind::Refused);
    QCOMPARE(secureKind(Kind::Damaged, false, true), Kind::NoTls);

    const auto words = [](Kind kind) {
        return describe(TransferFailure{kind, {}}, QStringLiteral("api.example"), {});
    };
    QVERIFY(words(Kind::NoAuthority).contains(QStringLiteral("ca-certificates")));
    QVERIFY(words(Kind::NoTls).contains(QStringLiteral("OpenSSL")));
    QVERIFY(words(Kind::NoTls).contains(QStringLiteral("api.example")));
}

QTEST_GUILESS_MAIN(SourceRulesTest)
#include "SourceRulesTest.moc"
