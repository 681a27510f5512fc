#include "StoreFixture.h"

#include "store/EvaluationRepository.h"

using namespace parcferme;
using namespace parcferme::test;

class EvaluationRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        Fixture f;
        Evaluation wanted = f.evaluation(1);
        wanted.positionMaeClassified = 2.25;
        wanted.kendall = -0.1;
        wanted.coverage80 = 0.85;
        auto stored = f.evaluations.add(wanted);
        MUST(stored);
        QVERIFY(stored->id > 0);
        auto read = f.evaluations.ofPrediction(f.prediction);
        MUST(read);
        QCOMPARE(read->size(), std::size_t(1));
        const Evaluation& e = read->front();
        QCOMPARE(e.positionMae, 2.5);
        QCOMPARE(*e.positionMaeClassified, 2.25);
        QCOMPARE(*e.kendall, -0.1);
        QCOMPARE(*e.coverage80, 0.85);
        QVERIFY(!e.timeMaeSeconds && !e.rps && !e.spearman && !e.coverage50);
        QCOMPARE(e.winnerCorrect, true);
        QCOMPARE(e.calibrationError, -0.05);
        QCOMPARE(e.baselines, wanted.baselines);
        QCOMPARE(e.createdAt, wanted.createdAt);
        QVERIFY(!e.superseded);
    }

    void anOlderRevisionIsSuperseded()
    {
        Fixture f;
        MUST(f.evaluations.add(f.evaluation(1)));
        MUST(f.evaluations.add(f.evaluation(2)));
        auto ofRace = f.evaluations.ofSession(f.race);
        MUST(ofRace);
        QCOMPARE(ofRace->size(), std::size_t(2));
        QCOMPARE((*ofRace)[0].resultRevision, 2);
        QVERIFY(!(*ofRace)[0].superseded);
        QVERIFY((*ofRace)[1].superseded);
        QCOMPARE(f.evaluations.all().value().front().resultRevision, 1);
    }

    void aRevisionIsJudgedOnce()
    {
        Fixture f;
        const qint64 id = f.evaluations.add(f.evaluation(1)).value().id;
        Evaluation again = f.evaluation(1);
        again.positionMae = 9;
        auto stored = f.evaluations.add(again);
        MUST(stored);
        QCOMPARE(stored->id, id);
        QCOMPARE(stored->positionMae, 2.5);
    }

    void isNeverChanged()
    {
        Fixture f;
        MUST(f.evaluations.add(f.evaluation(1)));
        QVERIFY(!f.store.database->run(QStringLiteral("UPDATE evaluation_metrics SET position_mae = 1")));
        QVERIFY(!f.store.database->run(QStringLiteral("DELETE FROM evaluation_metrics")));
    }

    void ofAnotherRaceIsRefused()
    {
        Fixture f;
        Evaluation other = f.evaluation(1);
        other.race = RaceRepository(*f.store.database).insert(monaco(2025)).value();
        QVERIFY(!f.evaluations.add(other));
        Evaluation unknown = f.evaluation(1);
        unknown.prediction = 9;
        QVERIFY(!f.evaluations.add(unknown));
    }

private:
    struct Fixture
    {
        Store store;
        EvaluationRepository evaluations{*store.database};
        RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        PredictionId prediction = PredictionRepository(*store.database).append(draft(race)).value().id;

        Evaluation evaluation(int revision) const
        {
            Evaluation e;
            e.race = race;
            e.prediction = prediction;
            e.resultRevision = revision;
            e.createdAt = utc("2026-06-08T09:00:00Z");
            e.starters = 3;
            e.positionMae = 2.5;
            e.winnerCorrect = true;
            e.podiumAccuracy = 2.0 / 3;
            e.confidenceScore = 0.77;
            e.calibrationError = -0.05;
            e.baselines = "{\"grid\":{\"position_mae\":2.75}}";
            return e;
        }
    };
};

QTEST_GUILESS_MAIN(EvaluationRepositoryTest)
#include "EvaluationRepositoryTest.moc"
