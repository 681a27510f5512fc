#include "ServiceHost.h"
#include "support/SourceServer.h"

#include <QTest>

using namespace parcferme;

// The calls of the API as a plain HTTP client sees them.
class ServiceTest : public QObject
{
    Q_OBJECT

private:
    static ServiceOptions options()
    {
        ServiceOptions options;
        options.origins = {"https://a.example"};
        return options;
    }

    SourceServer source_;
    ServiceHost host_{source_.url, options()};
    ServiceHost unreachable_{QUrl(QStringLiteral("http://127.0.0.1:9/ergast/f1"))};
    QByteArray monaco_; // race_id of Monaco 2024

    static void hasAll(const QJsonObject& object, std::initializer_list<const char*> fields)
    {
        for (const char* field : fields)
            QVERIFY2(object.contains(QLatin1StringView(field)), field);
    }

    // Its connections are cut and no new one is let in, as when it is away; then it is back.
    void aLostServerIsSaidWithoutItsPlace()
    {
        ServiceHost host(source_.url);
        const QString name = host.settings.database.server.path().mid(1);
        const test::BareConnection server(databaseFromUrl(test::serverAddress()).value());
        QCOMPARE(host.get("/races?year=2024").status, 200);
        server.must(QStringLiteral("ALTER DATABASE %1 WITH ALLOW_CONNECTIONS false").arg(name));
        server.must(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'")
                .arg(name));
        const auto reply = host.get("/races?year=2024");
        QCOMPARE(reply.status, 503);
        for (const QString& part :
             {name, host.settings.database.server.userName(), host.settings.database.server.host()})
            QVERIFY2(!reply.body.contains(part.toUtf8()), reply.body);
        server.must(QStringLiteral("ALTER DATABASE %1 WITH ALLOW_CONNECTIONS true").arg(name));
        QCOMPARE(host.get("/races?year=2024").status, 200);
        // Cut once more, and not noticed.
        server.must(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'")
                .arg(name));
        QCOMPARE(host.get("/races?year=2024").status, 200);
        QCOMPARE(host.post("/predict?year=2024&race=8").status, 200);
    }

private Q_SLOTS:
    void initTestCase()
    {
        monaco_ = host_.idOf(2024, 8);
        QVERIFY(monaco_.toLongLong() > 0);
    }

    // Predict, read, sync, metrics.
    void aRaceIsWalkedThrough()
    {
        QCOMPARE(host_.get("/predictions/" + monaco_).status, 404);
        const auto predicted = host_.post("/predict?year=2024&race=8");
        QCOMPARE(predicted.status, 200);
        const QJsonObject prediction = predicted.json().object();
        hasAll(prediction, {"id", "race_id", "created_at", "freeze_policy", "snapshot_ts", "session_type",
                            "fastf1_version", "cache_path", "confidence_level", "confidence_score",
                            "feature_coverage", "num_imputed", "status", "kind", "hash", "entries"});
        QCOMPARE(prediction[QLatin1StringView("race_id")].toInteger(), monaco_.toLongLong());
        const QJsonArray entries = prediction[QLatin1StringView("entries")].toArray();
        QCOMPARE(entries.size(), SourceServer::Drivers);
        hasAll(entries[0].toObject(),
               {"driver", "team", "predicted_position", "predicted_race_time", "gap", "uncertainty",
                "gap_low", "gap_high", "p_win", "p_podium", "p_points", "p_retire"});
        QCOMPARE(host_.get("/predictions/" + monaco_).json().object(), prediction);
        for (const char* race :
             {"Monaco", "monaco+grand+prix", "M%C3%B3n%C3%A0co"}) // the frozen one, by any name
            QCOMPARE(host_.post(QByteArray("/predict?race=") + race + "&year=2024").json().object(),
                     prediction);

        const auto synced = host_.post("/results/sync/2024/monaco");
        QCOMPARE(synced.status, 200);
        QCOMPARE(synced.json()[QLatin1StringView("race_id")].toInteger(), monaco_.toLongLong());
        const qint64 evaluation = synced.json()[QLatin1StringView("evaluation_id")].toInteger();
        QVERIFY(evaluation > 0);

        const QJsonArray results = host_.get("/results/" + monaco_).json().array();
        QCOMPARE(results.size(), SourceServer::Drivers);
        hasAll(results[0].toObject(), {"driver", "team", "position", "time", "status", "points"});
        QCOMPARE(results[0][QLatin1StringView("points")].toInt(), 26);
        const QJsonArray metrics = host_.get("/metrics/" + monaco_).json().array();
        QCOMPARE(metrics.first()[QLatin1StringView("id")].toInteger(), evaluation);
        QCOMPARE(host_.post("/results/sync/2024/8").json()[QLatin1StringView("evaluation_id")].toInteger(),
                 evaluation);
    }

    void pairsAndSessions()
    {
        const QJsonObject pairs = host_.get("/pairs/" + monaco_).json().object();
        QCOMPARE(pairs[QLatin1StringView("pairs")].toArray().size(),
                 SourceServer::Drivers * (SourceServer::Drivers - 1));
        hasAll(pairs[QLatin1StringView("pairs")].toArray()[0].toObject(),
               {"driver", "other", "p_ahead", "teammates"});
        const QByteArray china = host_.idOf(2024, 5);
        const auto sprint = host_.post("/predict?year=2024&race=5&session=sprint");
        QCOMPARE(sprint.status, 200);
        QCOMPARE(sprint.json()[QLatin1StringView("session")].toString(), QStringLiteral("sprint"));
        QCOMPARE(host_.get("/predictions/" + china + "?session=sprint").json(), sprint.json());
        QCOMPARE(host_.get("/predictions/" + china).status, 404); // the Grand Prix has none
        QCOMPARE(host_.get("/results/" + china + "?session=sprint").status, 200);
        QCOMPARE(host_.get("/results/" + monaco_ + "?session=sprint").status, 404);
        QCOMPARE(host_.get("/results/" + monaco_ + "?session=qualifying").status, 422);
    }

    void aSeasonAsOfARound()
    {
        const QJsonObject season = host_.get("/season/2024?after=7").json().object();
        QCOMPARE(season[QLatin1StringView("after")].toInt(), 7);
        QCOMPARE(season[QLatin1StringView("simulations")].toInt(), 10000);
        QCOMPARE(season[QLatin1StringView("teams")].toArray().size(), 10);
        hasAll(season[QLatin1StringView("drivers")].toArray()[0].toObject(),
               {"driver", "team", "position", "points", "wins", "podiums", "expected_points", "points_low",
                "points_high", "p_title", "can_win", "needs"});
    }

    void metricsHaveEveryColumn()
    {
        const auto database = Database::connect(host_.settings.database);
        const auto rows = (*database)->run(QStringLiteral("SELECT * FROM evaluation_metrics"));
        QVERIFY(rows);
        const QJsonObject metrics = host_.get("/metrics/" + monaco_).json().array().first().toObject();
        const QStringList columns = rows->columns();
        for (const QString& column : columns)
            QVERIFY2(metrics.contains(column), qPrintable(column));
        QVERIFY(metrics.value(QLatin1StringView("drivers")).toArray().size() > 15);
        QVERIFY(columns.size() > 20);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("named");
        const QByteArray get = "GET", post = "POST";
        QTest::newRow("bad escape") << get << QByteArray("/races?year=%2") << 400 << "%";
        QTest::newRow("bad UTF-8") << post << QByteArray("/results/sync/2024/%ff") << 400 << "UTF-8";
        QTest::newRow("no such path") << get << QByteArray("/race") << 404 << "GET /";
        QTest::newRow("slash too much") << get << QByteArray("/races/?year=2024") << 404 << "GET /";
        QTest::newRow("two slashes") << get << QByteArray("//health") << 404 << "GET /";
        QTest::newRow("dots") << get << QByteArray("/races/../health") << 404 << "GET /";
        QTest::newRow("empty id") << get << QByteArray("/results/") << 404 << "GET /";
        QTest::newRow("no such race") << get << QByteArray("/results/999999") << 404 << "999999";
        QTest::newRow("no such prediction") << get << QByteArray("/predictions/999999") << 404 << "999999";
        QTest::newRow("no such metrics") << get << QByteArray("/metrics/999999") << 404 << "999999";
        QTest::newRow("unknown race")
            << post << QByteArray("/predict?year=2024&race=atlantis") << 404 << "atlantis";
        QTest::newRow("unknown round") << post << QByteArray("/results/sync/2024/99") << 404 << "99";
        QTest::newRow("unknown season") << post << QByteArray("/predict?year=1066&race=1") << 404 << "1066";
        QTest::newRow("wrong method") << get << QByteArray("/predict?year=2024&race=8") << 405 << "POST";
        QTest::newRow("write to a read") << post << QByteArray("/races?year=2024") << 405 << "GET";
        QTest::newRow("not one of HTTP's") << QByteArray("BREW") << QByteArray("/health") << 405 << "GET";
        QTest::newRow("HEAD of a write")
            << QByteArray("HEAD") << QByteArray("/predict?year=2024&race=8") << 405 << "";
        QTest::newRow("HEAD of nothing") << QByteArray("HEAD") << QByteArray("/results/999999") << 404 << "";
        QTest::newRow("too early") << post << QByteArray("/predict?year=2026&race=20") << 409 << "2026";
        QTest::newRow("before forecasts") << post << QByteArray("/predict?year=2003&race=1") << 409 << "2008";
        QTest::newRow("ambiguous") << post << QByteArray("/predict?year=2025&race=italy") << 422 << "Emilia";
        QTest::newRow("a round that has not been run") << get << QByteArray("/season/2024?after=99") << 422
                                                       << "No result of round 99 of 2024 is stored.";
        QTest::newRow("a round that is none") << get << QByteArray("/season/2024?after=x") << 422 << "after";
        QTest::newRow("no year") << get << QByteArray("/races") << 422 << "year is missing";
        QTest::newRow("no race") << post << QByteArray("/predict?year=2024") << 422 << "race is missing";
        QTest::newRow("empty race") << post << QByteArray("/predict?year=2024&race=") << 422 << "race";
        QTest::newRow("blank race") << post << QByteArray("/results/sync/2024/%20") << 422 << "race";
        QTest::newRow("year word") << get << QByteArray("/races?year=twenty") << 422 << "year";
        QTest::newRow("year list") << get << QByteArray("/races?year=2024&year=2025") << 422 << "twice";
        QTest::newRow("year SQL") << get << QByteArray("/races?year=2024;DROP%20TABLE%20races") << 422
                                  << "year";
        QTest::newRow("Arabic year") << get << QByteArray("/races?year=%D9%A2%D9%A0%D9%A2%D9%A4") << 422
                                     << "year";
        QTest::newRow("id word") << get << QByteArray("/results/one") << 422 << "race_id";
        QTest::newRow("negative id") << get << QByteArray("/results/-1") << 422 << "race_id";
        QTest::newRow("id over 64 bits")
            << get << QByteArray("/metrics/99999999999999999999") << 422 << "race_id";
    }

    void refusals()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        QFETCH(QString, named);
        const auto reply = HttpClient(host_.port).ask(method, target);
        QVERIFY2(reply.status == status, QByteArray::number(reply.status) + reply.body);
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json"));
        if (method == "HEAD")
            return;
        QVERIFY2(reply.detail().contains(named), reply.body);
        QCOMPARE(reply.json().object().size(), 1);
    }

    void anUnreachableSourceIs503()
    {
        QCOMPARE(unreachable_.post("/results/sync/2026/20").status, 503);
        // What is stored serves.
        QCOMPARE(unreachable_.post("/predict?year=2024&race=8").status, 200);
        const auto synced = unreachable_.post("/results/sync/2024/8");
        QCOMPARE(synced.status, 200);
        QVERIFY(synced.json()[QLatin1StringView("evaluation_id")].toInteger() > 0);
        QCOMPARE(synced.json()[QLatin1StringView("source_reached")].toBool(), false);
    }

    void browsersMayAskFromAllowedOrigins()
    {
        const auto allowed = host_.get("/health", "Origin: https://a.example\r\n");
        QCOMPARE(allowed.status, 200);
        QCOMPARE(allowed.headers.value("access-control-allow-origin"), QByteArray("https://a.example"));
        QCOMPARE(allowed.headers.value("vary"), QByteArray("Origin"));
        const auto refused = host_.post("/predict?year=2024&race=9", "Origin: https://evil.example\r\n");
        QCOMPARE(refused.status, 403);
        QVERIFY(!refused.headers.contains("access-control-allow-origin"));
        QCOMPARE(host_.get("/predictions/" + host_.idOf(2024, 9)).status, 404); // and nothing was done
    }

    void browsersAskBeforeTheyPost()
    {
        const auto ask = [this](const QByteArray& origin, const QByteArray& target) {
            return HttpClient(host_.port)
                .ask("OPTIONS", target,
                     "Origin: " + origin +
                         "\r\nAccess-Control-Request-Method: POST\r\n"
                         "Access-Control-Request-Headers: authorization\r\n");
        };
        const auto allowed = ask("https://a.example", "/predict");
        QCOMPARE(allowed.status, 204);
        QCOMPARE(allowed.headers.value("access-control-allow-origin"), QByteArray("https://a.example"));
        QCOMPARE(allowed.headers.value("access-control-allow-methods"), QByteArray("POST, OPTIONS"));
        QVERIFY(allowed.headers.value("access-control-allow-headers").contains("Authorization"));
        QCOMPARE(ask("https://evil.example", "/predict").status, 403);
        QCOMPARE(ask("https://a.example", "/nothing").status, 404);
    }

    void optionsSayWhatCanBeAsked()
    {
        HttpClient client(host_.port);
        const auto predict = client.ask("OPTIONS", "/predict");
        QCOMPARE(predict.status, 204);
        QCOMPARE(predict.headers.value("allow"), QByteArray("POST, OPTIONS"));
        QVERIFY(!predict.headers.contains("access-control-allow-methods")); // nobody asked from a page
        QCOMPARE(client.ask("OPTIONS", "/health").headers.value("allow"), QByteArray("GET, HEAD, OPTIONS"));
        QCOMPARE(client.ask("OPTIONS", "*").headers.value("allow"), QByteArray("GET, HEAD, POST, OPTIONS"));
        QCOMPARE(client.ask("OPTIONS", "/nothing").status, 404);
    }

    void headIsGetWithoutTheBody()
    {
        HttpClient client(host_.port);
        for (const QByteArray& target :
             {QByteArray("/"), QByteArray("/health"), QByteArray("/races?year=2024")}) {
            const auto got = client.get(target);
            const auto head = client.ask("HEAD", target);
            QCOMPARE(head.status, 200);
            QVERIFY(head.body.isEmpty());
            for (const char* header : {"content-type", "content-length", "etag", "cache-control"})
                QCOMPARE(head.headers.value(header), got.headers.value(header));
            QCOMPARE(got.body.size(), got.headers.value("content-length").toLongLong());
        }
        QCOMPARE(client.get("/health").status, 200); // nothing of a body was left behind
    }

    void pagesElsewhereChangeNothing()
    {
        const QByteArray elsewhere = "Sec-Fetch-Site: cross-site\r\n";
        QCOMPARE(host_.post("/predict?year=2024&race=10", elsewhere).status, 403);
        QCOMPARE(host_.get("/predictions/" + host_.idOf(2024, 10)).status, 404); // and nothing was done
        QCOMPARE(host_.get("/health", elsewhere).status, 200);
    }

    // Whoever has the newest state is told so, and nobody gets an old one.
    void whatIsKnownIsNotSentAgain()
    {
        HttpClient client(host_.port);
        for (const QByteArray& target :
             {"/predictions/" + monaco_, "/results/" + monaco_, "/metrics/" + monaco_,
              QByteArray("/races?year=2024"), QByteArray("/openapi.json")}) {
            const auto first = client.get(target);
            QCOMPARE(first.status, 200);
            const QByteArray tag = first.headers.value("etag");
            QVERIFY2(tag.startsWith('"') && tag.size() > 16, target + tag);
            for (const QByteArray& known : {tag, "W/" + tag, "\"other\", " + tag, QByteArray("*")}) {
                const auto again = client.get(target, "If-None-Match: " + known + "\r\n");
                QCOMPARE(again.status, 304);
                QVERIFY(again.body.isEmpty());
                QCOMPARE(again.headers.value("etag"), tag);
            }
            QCOMPARE(client.get(target, "If-None-Match: \"other\"\r\n").body, first.body);
        }
        QVERIFY(!client.get("/results/999999").headers.contains("etag"));
        QVERIFY(!client.post("/results/sync/2024/8").headers.contains("etag"));
    }

    void changesOfAnotherProgramAreSeenByTheNextRead()
    {
        HttpClient client(host_.port);
        const QByteArray target = "/results/" + monaco_;
        QByteArray tag = client.get(target).headers.value("etag");
        const auto other = Database::connect(host_.settings.database);
        for (int i = 1; i <= 20; ++i) {
            QVERIFY((*other)->run(
                QStringLiteral("INSERT INTO race_results (race_id, driver, team, position, status, points, "
                               "classified, classification, revision, fetched_at, source) "
                               "SELECT race_id, driver, team, position, status, points, classified, "
                               "classification, revision + 1, fetched_at, source FROM race_results "
                               "WHERE race_id = ? AND revision = (SELECT MAX(revision) FROM race_results "
                               "WHERE race_id = ?)"),
                {monaco_.toLongLong(), monaco_.toLongLong()}));
            const auto reply = client.get(target, "If-None-Match: " + tag + "\r\n");
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.headers.value("etag") != tag);
            tag = reply.headers.value("etag");
        }
    }

    void onlyWhoHasTheTokenMayAsk()
    {
        ServiceOptions options;
        options.token = "0123456789abcdef";
        options.origins = {"https://a.example"};
        const ServiceHost host(source_.url, options);
        for (const char* target : {"/", "/races?year=2024", "/openapi.json", "/nothing", "/results/1"}) {
            const auto refused = host.get(target);
            QCOMPARE(refused.status, 401);
            QCOMPARE(refused.headers.value("www-authenticate"), QByteArray("Bearer"));
            QCOMPARE(host.get(target, "Authorization: Bearer 0123456789abcdeF\r\n").status, 401);
        }
        QCOMPARE(host.post("/predict?year=2024&race=8").status, 401);
        QCOMPARE(host.get("/races?year=2024", "Authorization: Bearer 0123456789abcdef\r\n").status, 200);
        QCOMPARE(host.get("/health").status, 200);
        const auto preflight = HttpClient(host.port).ask(
            "OPTIONS", "/predict", "Origin: https://a.example\r\nAccess-Control-Request-Method: POST\r\n");
        QCOMPARE(preflight.status, 204); // a browser sends no token with it
    }

    void aLostDatabaseIsSaidWithoutItsPlace()
    {
        if (test::onServer())
            return aLostServerIsSaidWithoutItsPlace();
        ServiceHost host(source_.url);
        const QString file = host.settings.database.sqliteFile;
        QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
        QVERIFY(QDir().mkpath(file));
        const auto reply = host.get("/health");
        QCOMPARE(reply.status, 500);
        QVERIFY2(!reply.body.contains(QFileInfo(file).path().toUtf8()), reply.body);
        QVERIFY(QDir().rmdir(file));
        QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
        QCOMPARE(host.get("/health").status, 200);
    }

    void onlySoMuchWorkIsTakenOn()
    {
        constexpr int Taken = 32;
        constexpr int Asked = 40;
        SourceServer slow;
        slow.slow = true;
        const ServiceHost host(slow.url);
        std::vector<std::unique_ptr<HttpClient>> clients;
        for (int i = 0; i < Asked; ++i) {
            clients.push_back(std::make_unique<HttpClient>(host.port));
            clients.back()->send("POST /results/sync/2026/20 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        int refused = 0;
        for (const auto& client : clients) {
            if (!client->hasNews())
                continue;
            ++refused;
            const auto reply = client->read();
            QCOMPARE(reply.status, 503);
            QVERIFY(reply.detail().contains(QStringLiteral("under way")));
        }
        QCOMPARE(refused, Asked - Taken);
        QCOMPARE(host.get("/races?year=2024").status, 200); // reads go on
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "ServiceTest.moc"
