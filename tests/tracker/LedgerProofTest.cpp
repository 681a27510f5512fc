#include "TrackerFixture.h"

#include "store/PredictionRepository.h"
#include "tracker/LedgerProof.h"

using namespace parcferme;

// A ledger of retrospective predictions over the bundled history, no network.
class LedgerProofTest : public QObject
{
    Q_OBJECT

private:
    static void predict(TrackerFixture& f, int round)
    {
        const Race race = f.tracker->findRace(2025, QString::number(round)).value();
        const auto outcome = test::await(f.tracker->predict(race.id, {}, Progress()));
        QVERIFY2(outcome && outcome->created, outcome ? "" : qPrintable(outcome.error().text()));
    }

    static void run(Database& database, const QString& sql)
    {
        const auto done = database.run(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }

    // Takes away all predictions, as somebody with the file in his hands can.
    static void clear(TrackerFixture& f)
    {
        const auto database = f.connection();
        for (const char* table : {"prediction_entries", "predictions"}) {
            run(*database, QStringLiteral("DROP TRIGGER %1_no_delete").arg(QLatin1StringView(table)));
            run(*database, QStringLiteral("DELETE FROM %1").arg(QLatin1StringView(table)));
        }
    }

private Q_SLOTS:
    void textComesBack()
    {
        const LedgerProof proof{7, QByteArray(64, 'a'), test::utc("2026-06-06T17:12:03Z"),
                                QStringLiteral("parcferme/1.0.0")};
        const QByteArray text = proofText(proof);
        const auto parsed = parseProof(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->length, 7);
        QCOMPARE(parsed->head, proof.head);
        QCOMPARE(parsed->time, proof.time);
        QCOMPARE(parsed->program, proof.program);
        QVERIFY(parseProof(QByteArray(text).replace("\n", "\r\n")));
    }

    void whatIsNoProofIsRefused()
    {
        const QByteArray good =
            proofText({7, QByteArray(64, 'a'), test::utc("2026-06-06T17:12:03Z"), QStringLiteral("p")});
        for (const QByteArray& bad :
             {QByteArray(), QByteArray("\0\0", 2), good.left(60), QByteArray(good).replace("7", "-7"),
              QByteArray(good).replace("aa", "AA"), QByteArray(good).replace("length", "size"),
              QByteArray(good).replace("2026-06", "2026-16"), good + QByteArray("more: yes\n"),
              good + QByteArray(100000, ' ')})
            QVERIFY2(!parseProof(bad), bad.constData());
    }

    void laterPredictionsKeepTheProof()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        const QByteArray empty = f.tracker->proof().value();
        predict(f, 1);
        predict(f, 2);
        const QByteArray two = f.tracker->proof().value();
        predict(f, 3);
        for (const QByteArray& proof : {empty, two, f.tracker->proof().value()}) {
            const auto report = f.tracker->verify(Progress(), proof);
            QVERIFY(report);
            QCOMPARE(report->problems, QStringList());
        }
        QCOMPARE(f.tracker->verify(Progress(), two)->proofLength, std::optional(2));
        QCOMPARE(f.tracker->verify(Progress(), QByteArray("x")).error().code, ErrorCode::Data);
    }

    // A retrospective prediction passed off as live, in a chain written anew so that it fits by itself.
    void aBackdatedPredictionIsFound()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        predict(f, 1);
        const auto database = f.connection();
        Prediction forged = PredictionRepository(*database).byId(1).value();
        clear(f);
        forged.kind = PredictionKind::Live;
        forged.snapshot.replace(R"("kind":"retrospective")", R"("kind":"live")");
        const auto stored = PredictionRepository(*database).append(forged);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().text()));
        const auto report = f.tracker->verify(Progress());
        QVERIFY(report);
        QCOMPARE(report->problems.size(), 1);
        QVERIFY2(report->problems.first().contains(QStringLiteral("Prediction 1: it is marked live, but")),
                 qPrintable(report->problems.first()));
    }

    // Written anew, in another order: a chain that fits by itself.
    void aRewrittenChainIsFound()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        predict(f, 1);
        predict(f, 2);
        const QByteArray proof = f.tracker->proof().value();
        clear(f);
        predict(f, 2);
        predict(f, 1);
        QCOMPARE(f.tracker->verify(Progress())->problems, QStringList());
        const auto report = f.tracker->verify(Progress(), proof);
        QVERIFY(report);
        QCOMPARE(report->problems.size(), 1);
        QVERIFY2(report->problems.first().contains(QStringLiteral("another hash")),
                 qPrintable(report->problems.first()));
    }

    void aShortenedChainIsFound()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        predict(f, 1);
        const QByteArray proof = f.tracker->proof().value();
        clear(f);
        QCOMPARE(f.tracker->verify(Progress())->problems, QStringList());
        const auto report = f.tracker->verify(Progress(), proof);
        QVERIFY2(report->problems.value(0).contains(QStringLiteral("holds only 0")),
                 qPrintable(report->problems.join(u' ')));
    }

    void aChainThatDoesNotFitHasNoProof()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        predict(f, 1);
        const auto database = f.connection();
        run(*database, QStringLiteral("DROP TRIGGER predictions_no_update"));
        run(*database, QStringLiteral("UPDATE predictions SET confidence_score = 0.5"));
        QCOMPARE(f.tracker->proof().error().code, ErrorCode::Verification);
    }
};

QTEST_GUILESS_MAIN(LedgerProofTest)
#include "LedgerProofTest.moc"
