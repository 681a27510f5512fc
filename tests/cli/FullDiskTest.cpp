#include "support/Files.h"
#include "support/ProgramRun.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/resource.h>

using namespace parcferme;
using namespace parcferme::test;

// A disk that fills up while tables are exported: what is there is whole, and it is said what is there.
class FullDiskTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;
    QMap<QString, QByteArray> whole_; // what an export that succeeds writes, by name

    World world() const { return newUser(home_.path()); }

#ifdef PARCFERME_SHIM
    struct Export
    {
        Ran ran;
        int calls = 0; // that change a file
    };

    // The call of that number fails.
    Export exportFailing(int call, int error, const QString& folder) const
    {
        World full = world();
        const QString count = home_.filePath(QStringLiteral("count"));
        full.environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(PARCFERME_SHIM));
        full.environment.insert(QStringLiteral("FAIL_FOLDER"), folder);
        full.environment.insert(QStringLiteral("FAIL_AT"), QString::number(call));
        full.environment.insert(QStringLiteral("FAIL_ERRNO"), QString::number(error));
        full.environment.insert(QStringLiteral("FAIL_COUNT"), count);
        Export result{run({QStringLiteral("export"), folder}, full)};
        QFile file(count);
        if (file.open(QIODevice::ReadOnly))
            result.calls = file.readAll().trimmed().toInt();
        return result;
    }
#endif

    // A failed export said which files it has written: those, and no other, are there, each of them whole.
    void saysWhatIsThere(const Ran& ran, const QString& folder)
    {
        QVERIFY2(ran.status == 1, QByteArray::number(ran.status) + ' ' + ran.err);
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
        const QMap<QString, QByteArray> there = filesIn(folder);
        QByteArray words = "No file was written;";
        if (!there.isEmpty()) {
            QStringList files;
            for (auto file = there.begin(); file != there.end(); ++file) {
                files.append(folder + QLatin1Char('/') + file.key());
                QVERIFY2(file.value() == whole_.value(file.key()), qPrintable(file.key()));
            }
            words = "Written are, whole: " + files.join(QStringLiteral(", ")).toUtf8() + '.';
        }
        QVERIFY2(ran.err.contains(words), ran.err + "\ninstead of: " + words);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(
            run({QStringLiteral("predict"), QStringLiteral("2025"), QStringLiteral("24")}, world()).status,
            0);
        const QString folder = home_.filePath(QStringLiteral("whole"));
        const Ran ran = run({QStringLiteral("export"), folder}, world());
        QVERIFY2(ran.status == 0, ran.err.constData());
        whole_ = filesIn(folder);
        QVERIFY(whole_.size() > 8);
    }

    void everyWriteCanFail_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("no space") << ENOSPC;
        QTest::newRow("broken") << EIO;
    }

    void everyWriteCanFail()
    {
#ifdef PARCFERME_SHIM
        QFETCH(int, error);
        const int calls = exportFailing(0, 0, home_.filePath(QStringLiteral("counted"))).calls;
        QVERIFY(calls >= 2 * whole_.size());
        int failures = 0;
        for (int call = 1; call <= calls; ++call) {
            const QString folder = home_.filePath(QStringLiteral("full%1-%2").arg(error).arg(call));
            const Ran ran = exportFailing(call, error, folder).ran;
            failures += ran.status != 0;
            if (ran.status == 0) // the failure came when all was on the disk already
                QCOMPARE(filesIn(folder), whole_);
            else
                saysWhatIsThere(ran, folder);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(failures >= 2 * (whole_.size() - 1), QByteArray::number(failures));
#else
        QSKIP("A preloaded library would stand before the sanitizer's own.");
#endif
    }

    // Without a signal that ends the program before it can say anything.
    void largestFile()
    {
        const QString folder = home_.filePath(QStringLiteral("limited"));
        World limited = world();
        limited.inside = [] {
            const rlimit most{64 * 1024, 64 * 1024};
            ::setrlimit(RLIMIT_FSIZE, &most);
        };
        const Ran ran = run({QStringLiteral("export"), folder}, limited);
        QVERIFY2(ran.err.contains("File too large"), ran.err.constData());
        QVERIFY(!filesIn(folder).isEmpty());
        saysWhatIsThere(ran, folder);
    }

    // Files of an earlier export stay, when they are not written again.
    void earlierFilesStay()
    {
        const QString folder = home_.filePath(QStringLiteral("again"));
        QVERIFY(QDir().mkpath(folder));
        for (const char* name : {"races.csv", "circuits.csv"}) {
            QFile file(folder + QLatin1Char('/') + QLatin1StringView(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("earlier");
        }
        World limited = world();
        limited.inside = [] {
            const rlimit most{64 * 1024, 64 * 1024};
            ::setrlimit(RLIMIT_FSIZE, &most);
        };
        const Ran ran = run({QStringLiteral("export"), folder}, limited);
        QCOMPARE(ran.status, 1);
        const auto there = filesIn(folder);
        QCOMPARE(there.value(QStringLiteral("races.csv")), QByteArray("earlier"));
        QCOMPARE(there.value(QStringLiteral("circuits.csv")), whole_.value(QStringLiteral("circuits.csv")));
        QVERIFY(!ran.err.contains("races.csv"));
    }

    // The answer that says what was written is lost itself.
    void lostAnswer()
    {
        const QString folder = home_.filePath(QStringLiteral("unsaid"));
        World full = world();
        full.outputFile = QStringLiteral("/dev/full");
        saysWhatIsThere(run({QStringLiteral("export"), folder}, full), folder);
        QCOMPARE(filesIn(folder), whole_);
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "FullDiskTest.moc"
