#include "StoreFixture.h"

#include "store/Backups.h"

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace parcferme;
using namespace parcferme::test;

class BackupsTest : public QObject
{
    Q_OBJECT

private:
    static void freeze(Store& store, int year)
    {
        const RaceId race = RaceRepository(*store.database).insert(monaco(year)).value();
        MUST(PredictionRepository(*store.database).append(draft(race)));
    }

    static int predictions(Store& store)
    {
        return store.value(QStringLiteral("SELECT count(*) FROM predictions")).toInt();
    }

private Q_SLOTS:
    void aDatabaseWithNothingToLoseIsNotCopied()
    {
        Store store;
        const auto made = Backups(at(store.file)).makeDaily(*store.database, utc("2026-06-07T12:00:00Z"));
        MUST(made);
        QVERIFY(made->isEmpty());
        QVERIFY(Backups(at(store.file)).list().empty());
    }

    void onceADayAndSevenAreKept()
    {
        Store store;
        freeze(store, 2026);
        const Backups backups(at(store.file));
        const QDateTime first = utc("2026-06-01T09:00:00Z");
        for (int day = 0; day < 9; ++day) {
            const auto made = backups.makeDaily(*store.database, first.addDays(day));
            MUST(made);
            QVERIFY(QFile::exists(*made));
            const auto again = backups.makeDaily(*store.database, first.addDays(day).addSecs(3600));
            MUST(again);
            QVERIFY(again->isEmpty());
        }
        const auto copies = backups.list();
        QCOMPARE(copies.size(), std::size_t(Backups::Kept));
        QCOMPARE(copies.front().made, first.addDays(8));
        QCOMPARE(copies.back().made, first.addDays(2));
    }

    void aDamagedDatabaseIsNotCopied()
    {
        Store store;
        freeze(store, 2026);
        store.database.reset();
        QByteArray bytes = bytesOf(store.file);
        const qsizetype entries = bytes.indexOf("leclercferrari");
        QVERIFY(entries > 0);
        bytes.replace(entries / 4096 * 4096, 8, QByteArray(8, '\xa5')); // the header of their page
        writeBytes(store.file, bytes);
        auto damaged = Database::connect(at(store.file));
        MUST(damaged);
        const auto made = Backups(at(store.file)).makeDaily(**damaged, utc("2026-06-07T12:00:00Z"));
        QVERIFY(!made);
        QVERIFY(Backups(at(store.file)).list().empty());
    }

    void restoreSetsTheOldOneAside()
    {
        Store store;
        freeze(store, 2025);
        const Backups backups(at(store.file));
        const auto made = backups.makeDaily(*store.database, utc("2026-06-07T12:00:00Z"));
        MUST(made);
        freeze(store, 2026);
        store.database.reset();
        writeBytes(store.file, "This is my shopping list.\n");
        MUST(backups.restore(*made, utc("2026-06-08T12:00:00Z")));
        store.reopen();
        QCOMPARE(predictions(store), 1);
        QCOMPARE(bytesOf(QFileInfo(store.file)
                             .dir()
                             .filePath(QStringLiteral("parcferme-set-aside-20260608T120000Z.sqlite"))),
                 QByteArray("This is my shopping list.\n"));
        QVERIFY(QFile::exists(*made));
    }

    void aDamagedCopyIsPassedOverAndNotRestored()
    {
        Store store;
        freeze(store, 2026);
        const Backups backups(at(store.file));
        const QString good = backups.makeDaily(*store.database, utc("2026-06-07T12:00:00Z")).value();
        const QString bad = backups.makeDaily(*store.database, utc("2026-06-08T12:00:00Z")).value();
        writeBytes(bad, bytesOf(good).left(5000));
        QCOMPARE(backups.newestGood()->file, good);
        store.database.reset();
        const QByteArray before = bytesOf(store.file);
        QCOMPARE(backups.restore(bad, utc("2026-06-09T12:00:00Z")).error().code, ErrorCode::DamagedDatabase);
        QCOMPARE(backups.restore(QStringLiteral("nowhere"), utc("2026-06-09T12:00:00Z")).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(bytesOf(store.file), before);
    }

    // Moved away under it, the other program would go on writing into the file set aside.
    void whatAnotherProgramHasOpenStays()
    {
        Store store;
        freeze(store, 2026);
        const Backups backups(at(store.file));
        const QString copy = backups.makeDaily(*store.database, utc("2026-06-07T12:00:00Z")).value();
        store.database.reset();
        const QByteArray before = bytesOf(store.file);
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t other = fork();
        if (other == 0) {
            const auto database = Database::connect(at(store.file));
            const bool read = database && (*database)->run(QStringLiteral("SELECT 1 FROM races"));
            _exit(write(ready[1], read ? "y" : "n", 1) == 1 ? (pause(), 0) : 1);
        }
        char answer = 0;
        QCOMPARE(read(ready[0], &answer, 1), ssize_t(1));
        const auto restored = backups.restore(copy, utc("2026-06-08T12:00:00Z"));
        kill(other, SIGKILL);
        waitpid(other, nullptr, 0);
        QCOMPARE(answer, 'y');
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::Database);
        QVERIFY(restored.error().message.contains(QString::number(other)));
        QCOMPARE(bytesOf(store.file), before);
        QVERIFY(!QFile::exists(store.file + QStringLiteral(".restoring")));
        MUST(backups.restore(copy, utc("2026-06-08T12:00:00Z")));
    }

    void setAsideTakesTheLogAlongAndDeletesNothing()
    {
        Store store;
        store.database.reset();
        const QByteArray bytes = bytesOf(store.file);
        writeBytes(store.file + QStringLiteral("-wal"), "log");
        const Backups backups(at(store.file));
        const auto one = backups.setAside(utc("2026-06-08T12:00:00Z"));
        MUST(one);
        QVERIFY(!QFile::exists(store.file));
        QCOMPARE(bytesOf(*one), bytes);
        QCOMPARE(bytesOf(*one + QStringLiteral("-wal")), QByteArray("log"));
        writeBytes(store.file, "another");
        const auto other = backups.setAside(utc("2026-06-08T12:00:00Z"));
        MUST(other);
        QVERIFY(*other != *one);
        QCOMPARE(bytesOf(*one), bytes);
        QVERIFY(backups.setAside(utc("2026-06-08T12:00:00Z"))->isEmpty());
    }
};

QTEST_GUILESS_MAIN(BackupsTest)
#include "BackupsTest.moc"
