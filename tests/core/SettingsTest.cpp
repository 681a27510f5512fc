#include "core/Settings.h"
#include "core/Environment.h"

#include <QDir>
#include <QTest>

using namespace parcferme;
using Key = Settings::Key;
using Origin = Settings::Origin;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults()
    {
        auto settings = Settings::resolve({}, {}, {});
        QVERIFY(settings);
        QVERIFY(settings->database.sqliteFile.endsWith(QStringLiteral("/parcferme/parcferme.sqlite")));
        QVERIFY(settings->freezePolicy == FreezePolicy::PostQualifying);
        QCOMPARE(settings->freezeLeadMinutes, 60);
        QCOMPARE(settings->apiUrl, QUrl(QStringLiteral("https://api.jolpi.ca/ergast/f1")));
        QVERIFY(!settings->autoFreeze && settings->origin.isEmpty());
        QVERIFY(settings->openF1 && settings->weather);
        QCOMPARE(settings->openF1Url, QUrl(QStringLiteral("https://api.openf1.org/v1")));
        QCOMPARE(settings->weatherUrl, QUrl(QStringLiteral("https://api.open-meteo.com/v1/forecast")));
        QVERIFY(settings->timestampUrl.isEmpty() && settings->timestampCertificates.isEmpty());
    }

    void commandLineThenEnvironmentThenPreferences()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PREDICTION_FREEZE_TMINUTES"), QStringLiteral("30"));
        environment.insert(QStringLiteral("FASTF1_CACHE_DIR"), QStringLiteral("/env"));
        environment.insert(QStringLiteral("PREDICTION_FREEZE_POLICY"), QStringLiteral("  "));
        const Settings::Values preferences = {{Key::FreezeLead, QStringLiteral("20")},
                                              {Key::CacheFolder, QStringLiteral("/pref")},
                                              {Key::FreezePolicy, QStringLiteral("t-minus")},
                                              {Key::AutoFreeze, QStringLiteral("true")}};
        auto settings =
            Settings::resolve(environment, preferences, {{Key::CacheFolder, QStringLiteral("/line")}});
        QVERIFY(settings);
        QCOMPARE(settings->cacheFolder, QStringLiteral("/line"));
        QCOMPARE(settings->freezeLeadMinutes, 30);
        QVERIFY(settings->freezePolicy == FreezePolicy::TMinus); // a blank variable is not set
        QVERIFY(settings->autoFreeze);
        QCOMPARE(settings->origin.value(Key::CacheFolder), Origin::CommandLine);
        QCOMPARE(settings->origin.value(Key::FreezeLead), Origin::Environment);
        QCOMPARE(settings->origin.value(Key::FreezePolicy), Origin::Preference);
        QVERIFY(!settings->origin.contains(Key::ApiUrl));
    }

    void aSourceIsSwitchedOffOrElsewhere()
    {
        QProcessEnvironment environment;
        environment.insert(QString::fromLatin1(variable::OpenF1), QStringLiteral("off"));
        environment.insert(QString::fromLatin1(variable::OpenF1Url),
                           QStringLiteral("http://127.0.0.1:8001/v1/"));
        const auto settings = Settings::resolve(
            environment, {{Key::OpenF1, QStringLiteral("on")}, {Key::Weather, QStringLiteral("off")}}, {});
        QVERIFY(settings);
        QVERIFY(!settings->openF1 && !settings->weather);
        QCOMPARE(settings->openF1Url, QUrl(QStringLiteral("http://127.0.0.1:8001/v1")));
    }

    // The answers of an authority are signed, so that it alone may be asked over plain http.
    void aTimestampAuthorityMayBePlainHttp()
    {
        for (const PublicAuthority& known : publicAuthorities()) {
            const auto settings = Settings::resolve({}, {{Key::TimestampUrl, known.url.toString()}}, {});
            QVERIFY(settings);
            QCOMPARE(settings->timestampUrl, known.url);
            QVERIFY(!Settings::resolve({}, {{Key::ApiUrl, known.url.toString()}}, {}));
        }
    }

    void aBadValueIsNamed_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("right");
        const auto add = [](const char* variable, const char* value, const char* right) {
            QTest::addRow("%s=%s", variable, value)
                << QString::fromLatin1(variable) << QString::fromLatin1(value) << QString::fromLatin1(right);
        };
        add(variable::TimestampUrl, "timestamp.digicert.com", "an http or https address");
        add(variable::TimestampUrl, "ftp://timestamp.digicert.com", "an http or https address");
        add(variable::FreezeLead, "soon", "whole number of minutes");
        add(variable::FreezeLead, "0", "from 1 to 10080");
        add(variable::FreezeLead, "10081", "from 1 to 10080");
        add(variable::FreezePolicy, "never", "post_qualifying or t-minus");
        add(variable::FreezePolicy, "T-minus", "post_qualifying or t-minus");
        add(variable::DatabaseUrl, "mysql://host/db", "sqlite:///file");
        add(variable::DatabaseUrl, "sqlite:///", "sqlite:///file");
        add(variable::DatabaseUrl, "sqlite:///folder/", "sqlite:///file");
        add(variable::DatabaseUrl, "postgresql://host", "postgresql://user");
        add(variable::ApiUrl, "http://api.jolpi.ca", "https address");
        add(variable::ApiUrl, "http://127.evil.example/x", "https address");
        add(variable::ApiUrl, "http://127.0.0.1.evil.example.:80:", "https address");
        add(variable::ApiUrl, "ftp://host/f1", "https address");
        add(variable::ApiUrl, "api.jolpi.ca", "https address");
        add(variable::OpenF1Url, "http://api.openf1.org/v1", "https address like https://api.openf1.org/v1");
        add(variable::WeatherUrl, "api.open-meteo.com", "https address like https://api.open-meteo.com");
        add(variable::OpenF1, "yes", "on or off");
        add(variable::Weather, "false", "on or off");
    }

    void aBadValueIsNamed()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(QString, right);
        QProcessEnvironment environment;
        environment.insert(variable, value);
        auto settings = Settings::resolve(environment, {}, {});
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, ErrorCode::Usage);
        for (const QString& part : {variable, value, right})
            QVERIFY2(settings.error().message.contains(part), qPrintable(settings.error().message));
    }

    void databaseAddresses()
    {
        QCOMPARE(databaseFromUrl(QStringLiteral("sqlite:///f1.db")).value().sqliteFile,
                 QDir::current().absoluteFilePath(QStringLiteral("f1.db")));
        QCOMPARE(databaseFromUrl(QStringLiteral("sqlite:////var/lib/f 1%20.db")).value().sqliteFile,
                 QStringLiteral("/var/lib/f 1 .db"));
        auto server = databaseFromUrl(QStringLiteral("postgresql://fan:secret@db.example:5433/f1"));
        QVERIFY(server && !server->isSqlite());
        QCOMPARE(server->server.port(), 5433);
        QVERIFY(!server->display().contains(QStringLiteral("secret")));
        QVERIFY(server->display().contains(QStringLiteral("db.example")));
    }

    void whatIsWrongWithAServersAddressIsSaid_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("why");
        const auto add = [](const char* url, const char* why) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(why);
        };
        add("postgresql://fan:hidden@db/", "no database");
        add("postgresql://fan:hidden@db", "no database");
        add("postgresql://fan:hidden@db/a/b", "more than one");
        add("postgresql://fan:hidden@/f1", "no host");
        add("postgresql:///f1?password=hidden", "no host");
        add("postgresql://fan:hidden@db:0/f1", "port");
        add("postgresql://fan:hidden@db:99999/f1", "cannot be parsed");
        add("postgresql://fan:hid den@db/f1", "cannot be parsed");
        add("postgresql://fan:hidden@db/f1#x", "cannot be parsed");
        add("postgresql://fan:hid%00den@db/f1", "%00");
        add("postgresql://fan:hidden@db/f1?sslmode=strict", "sslmode must be one of disable, allow");
        add("postgresql://fan:hidden@db/f1?sslrootcert=", "sslrootcert");
        add("postgresql://fan:hidden@db/f1?host=other", "\"host\"");
        add("postgresql://fan@db/f1?password=hidden", "\"password\"");
        add("postgresql://fan:hid@den@db/f1", "cannot be parsed");
        add("mysql://fan:hidden@db/f1", "begins with neither");
        add("sqlite:///", "no file");
    }

    void whatIsWrongWithAServersAddressIsSaid()
    {
        QFETCH(QString, url);
        QFETCH(QString, why);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DATABASE_URL"), url);
        const auto settings = Settings::resolve(environment, {}, {});
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, ErrorCode::Usage);
        const QString text = settings.error().text();
        for (const QString& part : {QStringLiteral("DATABASE_URL"), why})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("hid")) && !text.contains(QStringLiteral("den@")),
                 qPrintable(text));
    }

    void aServersAddressIsDecoded()
    {
        const auto location = databaseFromUrl(QStringLiteral(
            "postgresql://f%40n:p%3A%2F%3F%25s@[::1]/f%201?sslmode=verify-full&sslrootcert=/etc/ca.pem"));
        QVERIFY2(location, location ? "" : qPrintable(location.error().message));
        QCOMPARE(location->server.userName(QUrl::FullyDecoded), QStringLiteral("f@n"));
        QCOMPARE(location->server.password(QUrl::FullyDecoded), QStringLiteral("p:/?%s"));
        QVERIFY(!location->display().contains(QStringLiteral("p%3A")));
        QVERIFY(!location->display().contains(QStringLiteral("p:/")));
    }

    void loopbackMayBePlainHttp()
    {
        for (const char* url :
             {"http://127.0.0.1:8099/ergast/f1/", "http://localhost:1/x//", "http://[::1]:2/y"}) {
            auto settings = Settings::resolve({}, {}, {{Key::ApiUrl, QString::fromLatin1(url)}});
            QVERIFY2(settings, url);
            QVERIFY(!settings->apiUrl.path().endsWith(QLatin1Char('/')));
        }
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "SettingsTest.moc"
