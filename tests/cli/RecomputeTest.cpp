#include "support/ProgramRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace parcferme;
using namespace parcferme::test;

// The scores of a race can be computed again from the JSON alone, by a few lines in another language.
class RecomputeTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;

    World world() const { return newUser(home_.path()); }

    // Status of recompute.py over this JSON; what it says is told when it fails.
    static int recompute(const QByteArray& json)
    {
        QProcess python;
        python.start(QStringLiteral(PARCFERME_PYTHON), {QStringLiteral(PARCFERME_RECOMPUTE)});
        python.write(json);
        python.closeWriteChannel();
        if (!python.waitForFinished(60'000) || python.exitStatus() != QProcess::NormalExit)
            return -1;
        if (python.exitCode() != 0)
            qInfo().noquote() << python.readAllStandardOutput() << python.readAllStandardError();
        return python.exitCode();
    }

private Q_SLOTS:
    void scoresFollowFromTheJson_data()
    {
        QTest::addColumn<QString>("race");
        QTest::newRow("everybody started") << QStringLiteral("24");
        QTest::newRow("somebody did not start") << QStringLiteral("9"); // Stroll, Spain
    }

    void scoresFollowFromTheJson()
    {
        QFETCH(QString, race);
        const QStringList of{QStringLiteral("2025"), race, QStringLiteral("--offline")};
        QCOMPARE(run(QStringList{QStringLiteral("predict")} + of, world()).status, 0);
        QCOMPARE(run(QStringList{QStringLiteral("sync")} + of, world()).status, 0);
        const Ran metrics =
            run(QStringList{QStringLiteral("metrics")} + of + QStringList{QStringLiteral("--json")}, world());
        QVERIFY2(metrics.status == 0, metrics.err.constData());
        QCOMPARE(recompute(metrics.out), 0);
        QByteArray wrong = metrics.out;
        wrong.replace("\"position_mae\":", "\"position_mae\":1");
        QCOMPARE(recompute(wrong), 1);
    }
};

QTEST_GUILESS_MAIN(RecomputeTest)
#include "RecomputeTest.moc"
