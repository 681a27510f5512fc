#include "ServiceHost.h"
#include "support/SourceServer.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <atomic>
#include <thread>

using namespace parcferme;

// Many read while one writes: nobody waits for the writer, and nobody sees half of what it does.
class ReadersTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Readers = 50;
    static constexpr int Callers = 30; // the service takes on 32 at once
    static constexpr int Seasons = 6;  // synced one after the other

    SourceServer source_;
    ServiceHost host_{source_.url};
    QByteArray monaco_;
    QByteArray prediction_;
    QMap<QString, int> points_; // of version 0, by driver

    // What is wrong with an answer; empty when it is of one state.
    QByteArray resultsProblem(const HttpClient::Reply& reply) const
    {
        const QJsonArray rows = reply.json().array();
        if (reply.status != 200 || rows.size() != SourceServer::Drivers)
            return "results: " + QByteArray::number(reply.status) + reply.body.left(200);
        QSet<int> revisions, versions;
        for (const QJsonValue row : rows) {
            revisions.insert(row[QLatin1StringView("revision")].toInt());
            versions.insert(row[QLatin1StringView("points")].toInt() -
                            points_[row[QLatin1StringView("driver")].toString()]);
        }
        if (revisions.size() != 1 || versions.size() != 1 || *revisions.begin() != *versions.begin() + 1)
            return "results of two states: " + reply.body;
        return {};
    }

    static QByteArray metricsProblem(const HttpClient::Reply& reply)
    {
        const QJsonArray rows = reply.json().array();
        if (reply.status != 200 || rows.isEmpty())
            return "metrics: " + QByteArray::number(reply.status) + reply.body.left(200);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const bool newest = i == 0;
            if (rows[i][QLatin1StringView("superseded")].toBool() == newest)
                return "evaluations of two states: " + reply.body;
        }
        return {};
    }

    static QByteArray racesProblem(const HttpClient::Reply& reply)
    {
        const QJsonArray races = reply.json().array();
        if (reply.status != 200 || races.size() != 24)
            return "races: " + QByteArray::number(reply.status) + reply.body.left(200);
        const QJsonValue monaco = races[7];
        if (!monaco[QLatin1StringView("has_result")].toBool() ||
            monaco[QLatin1StringView("position_mae")].isNull() ||
            monaco[QLatin1StringView("state")].toString() != QLatin1StringView("evaluated_retrospective"))
            return "a race of two states: " + QJsonDocument(monaco.toObject()).toJson();
        return {};
    }

    QByteArray readOnce(HttpClient& client, int turn) const
    {
        switch (turn % 4) {
        case 0:
            return resultsProblem(client.get("/results/" + monaco_));
        case 1:
            return metricsProblem(client.get("/metrics/" + monaco_));
        case 2:
            return racesProblem(client.get("/races?year=2024"));
        default:
            return client.get("/predictions/" + monaco_).body == prediction_
                       ? QByteArray()
                       : QByteArray("the prediction changed");
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        monaco_ = host_.idOf(2024, 8);
        prediction_ = host_.post("/predict?year=2024&race=8").body;
        source_.version = 0;
        QCOMPARE(host_.post("/results/sync/2024/8").status, 200);
        QCOMPARE(host_.get("/metrics/" + monaco_).status, 200);
        for (const QJsonValue row : host_.get("/results/" + monaco_).json().array())
            points_.insert(row[QLatin1StringView("driver")].toString(),
                           row[QLatin1StringView("points")].toInt());
        QCOMPARE(points_.size(), SourceServer::Drivers);
    }

    void readersSeeWholeStatesDuringSeasonSyncs()
    {
        std::atomic<bool> done = false;
        std::atomic<int> reads = 0;
        std::mutex mutex;
        QByteArray problem;
        std::vector<std::thread> readers;
        for (int i = 0; i < Readers; ++i)
            readers.emplace_back([&, i] {
                HttpClient client(host_.port);
                for (int turn = i; !done; ++turn, ++reads) {
                    const QByteArray wrong = readOnce(client, turn);
                    const std::lock_guard lock(mutex);
                    if (!wrong.isEmpty())
                        problem = wrong;
                }
            });
        int leastReads = INT_MAX;
        for (int season = 1; season <= Seasons; ++season) {
            const int before = reads;
            syncSeason(season);
            leastReads = std::min(leastReads, reads - before);
        }
        done = true;
        for (std::thread& reader : readers)
            reader.join();
        QVERIFY2(problem.isEmpty(), problem);
        QCOMPARE(host_.get("/metrics/" + monaco_).json().array().size(), Seasons + 1);
        QVERIFY2(leastReads > Readers, QByteArray::number(leastReads)); // during each sync
    }

    void manyPredictOneIsFrozen()
    {
        std::mutex mutex;
        QSet<QByteArray> answers;
        std::vector<std::thread> callers;
        for (int i = 0; i < Callers; ++i)
            callers.emplace_back([&] {
                const auto reply = host_.post("/predict?year=2024&race=7");
                const std::lock_guard lock(mutex);
                answers.insert(QByteArray::number(reply.status) + reply.body);
            });
        for (std::thread& caller : callers)
            caller.join();
        QCOMPARE(answers.size(), 1);
        QVERIFY2(answers.begin()->startsWith("200{"), *answers.begin());
    }

private:
    // As another program at the same database does it; the clock is in the season, or it would be final.
    void syncSeason(int version)
    {
        source_.version = version;
        // An hour after the version before: what is older than what is stored would be left out.
        const ShiftedClock clock(QDateTime(QDate(2024, 6, 1), QTime(version, 0), QTimeZone::utc()));
        Settings settings = host_.settings;
        settings.cacheFolder = host_.folder.filePath(QStringLiteral("cache%1").arg(version));
        TrackerThread writer(clock);
        writer.open(settings);
        Result<SeasonOutcome> outcome = tl::unexpected(Error());
        bool answered = false;
        writer.ask(
            this, [](Tracker& tracker) { return tracker.syncSeason(2024, Progress()); },
            [&](const Result<SeasonOutcome>& result) {
                outcome = result;
                answered = true;
            });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 60000);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QCOMPARE(outcome->newRevisions, 1);
        QCOMPARE(outcome->newEvaluations, 1);
    }
};

QTEST_GUILESS_MAIN(ReadersTest)
#include "ReadersTest.moc"
