#include "StoreFixture.h"

#include "store/Backups.h"
#include "store/LedgerCheck.h"
#include "store/StateRepository.h"
#include "store/Transaction.h"

#include <thread>

#include <unistd.h>

using namespace parcferme;
using namespace parcferme::test;

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWithItsSettings()
    {
        ON_FILES_ONLY();
        Store store;
        QCOMPARE(store.value(QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
        QCOMPARE(store.value(QStringLiteral("PRAGMA synchronous")).toInt(), 2);
        QCOMPARE(store.value(QStringLiteral("PRAGMA foreign_keys")).toInt(), 1);
        QCOMPARE(store.value(QStringLiteral("PRAGMA busy_timeout")).toInt(), 5000);
    }

    void makesTheFolder()
    {
        ON_FILES_ONLY();
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a/b c/d\u00e9j\u00e0 ?#%20.sqlite"));
        auto database = Database::open(at(file));
        MUST(database);
        QVERIFY(QFile::exists(file));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("below a file") << QStringLiteral("below");
        QTest::newRow("read-only folder") << QStringLiteral("readonly");
    }

    void refusesWhatIsNoFile()
    {
        ON_FILES_ONLY();
        QFETCH(QString, kind);
        QTemporaryDir folder;
        QString file = folder.path();
        if (kind == QLatin1StringView("below")) {
            writeBytes(folder.filePath(QStringLiteral("file")), "x");
            file = folder.filePath(QStringLiteral("file/parcferme.sqlite"));
        } else if (kind == QLatin1StringView("readonly")) {
            if (geteuid() == 0)
                QSKIP("root may write everywhere");
            file = folder.filePath(QStringLiteral("parcferme.sqlite"));
            QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        }
        auto database = Database::open(at(file));
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Database);
        QVERIFY2(database.error().message.contains(file), qPrintable(database.error().message));
    }

    void damageIsNamedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"text", "header", "short header", "truncated", "page"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    void damageIsNamedAndLeftAlone()
    {
        ON_FILES_ONLY();
        QFETCH(QString, damage);
        Store store;
        store.database.reset();
        QByteArray bytes = bytesOf(store.file);
        QVERIFY(bytes.size() > 20000);
        if (damage == QLatin1StringView("text"))
            bytes = "This is my shopping list.\n";
        else if (damage == QLatin1StringView("header"))
            bytes[3] = 'X';
        else if (damage == QLatin1StringView("short header"))
            bytes.truncate(50);
        else if (damage == QLatin1StringView("truncated"))
            bytes.truncate(bytes.size() / 2);
        else
            bytes.replace(4096, 4096 * 4, QByteArray(4096 * 4, '\xa5'));
        writeBytes(store.file, bytes);

        auto database = Database::open(at(store.file));
        const Status status =
            database ? (*database)->checkIntegrity() : Status(tl::unexpected(database.error()));
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::DamagedDatabase);
        QVERIFY2(status.error().message.contains(store.file), qPrintable(status.error().message));
        if (database)
            database->reset();
        QCOMPARE(bytesOf(store.file), bytes);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        const TestDatabase place;
        {
            auto other = Database::connect(place.location());
            MUST(other);
            MUST((*other)->run(QStringLiteral("CREATE TABLE songs (title TEXT)")));
        }
        auto database = Database::open(place.location());
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Database);
        QVERIFY(database.error().message.contains(QStringLiteral("another program")));
    }

    void anEmptyFileIsANewDatabase()
    {
        ON_FILES_ONLY();
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("empty.sqlite"));
        writeBytes(file, {});
        MUST(Database::open(at(file)));
    }

    void transactionsRollBackUnlessCommitted()
    {
        Store store;
        StateRepository state(*store.database);
        {
            auto outer = Transaction::begin(*store.database);
            MUST(outer);
            MUST(state.set(QStringLiteral("outer"), QStringLiteral("1")));
            {
                auto inner = Transaction::begin(*store.database);
                MUST(inner);
                MUST(state.set(QStringLiteral("dropped"), QStringLiteral("1")));
            }
            {
                auto inner = Transaction::begin(*store.database);
                MUST(inner);
                MUST(state.set(QStringLiteral("kept"), QStringLiteral("1")));
                MUST(inner->commit());
            }
            MUST(outer->commit());
        }
        {
            auto abandoned = Transaction::begin(*store.database);
            MUST(abandoned);
            MUST(state.set(QStringLiteral("abandoned"), QStringLiteral("1")));
        }
        store.reopen();
        QCOMPARE(stateKeys(*store.database), QStringList({QStringLiteral("kept"), QStringLiteral("outer")}));
    }

    // Longer than SQLite's own busy timeout: the program's retries carry it.
    void waitsForAnotherProgramsLock()
    {
        Store store;
        std::atomic<bool> locked = false;
        std::thread other([&] {
            auto database = Database::open(store.location);
            auto transaction = Transaction::begin(**database);
            locked = true;
            QThread::msleep(5600);
            static_cast<void>(transaction->commit());
        });
        while (!locked)
            QThread::msleep(5);
        const Status status = StateRepository(*store.database).set(QStringLiteral("k"), QStringLiteral("v"));
        other.join();
        MUST(status);
    }

    void aLockThatStaysIsSaidInWords()
    {
        if (!onServer())
            QSKIP("of servers; half a minute on a file");
        Store store;
        auto other = Database::open(store.location);
        MUST(other);
        auto held = Transaction::begin(**other);
        MUST(held);
        MUST(store.database->run(QStringLiteral("SET lock_timeout = '200ms'")));
        const auto refused = Transaction::begin(*store.database);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("busy")),
                 qPrintable(refused.error().message));
        MUST(held->commit());
        auto later = Transaction::begin(*store.database);
        MUST(later);
        MUST(later->commit());
    }

    // An error inside leaves the outer transaction as it was before the inner one.
    void anErrorInsideCostsOnlyTheInnerOne()
    {
        Store store;
        StateRepository state(*store.database);
        auto outer = Transaction::begin(*store.database);
        MUST(outer);
        MUST(state.set(QStringLiteral("outer"), QStringLiteral("1")));
        {
            auto inner = Transaction::begin(*store.database);
            MUST(inner);
            MUST(state.set(QStringLiteral("inner"), QStringLiteral("1")));
            QVERIFY(!store.database->run(QStringLiteral("INSERT INTO nowhere VALUES (1)")));
        }
        MUST(state.set(QStringLiteral("after"), QStringLiteral("1")));
        MUST(outer->commit());
        QCOMPARE(stateKeys(*store.database), QStringList({QStringLiteral("after"), QStringLiteral("outer")}));
    }

    void aServersBackupIsItsOwn()
    {
        if (!onServer())
            QSKIP("of servers");
        Store store;
        MUST(PredictionRepository(*store.database)
                 .append(draft(RaceRepository(*store.database).insert(monaco()).value())));
        const Backups backups(store.location);
        const auto made = backups.makeDaily(*store.database, utc("2026-06-07T12:00:00Z"));
        MUST(made);
        QVERIFY(made->isEmpty());
        QVERIFY(backups.list().empty());
        for (const Status& status :
             {backups.restore(QStringLiteral("x.sqlite"), utc("2026-06-07T12:00:00Z")),
              backups.setAside(utc("2026-06-07T12:00:00Z")).map([](const QString&) {})})
            QVERIFY(!status && status.error().message.contains(QStringLiteral("own backup")));
        MUST(LedgerCheck(*store.database).run());
    }

    // Where a server would only say that it rolled back.
    void aCommitAfterAnErrorIsNoCommit()
    {
        if (!onServer())
            QSKIP("of servers");
        Store store;
        StateRepository state(*store.database);
        {
            auto transaction = Transaction::begin(*store.database);
            MUST(transaction);
            MUST(state.set(QStringLiteral("k"), QStringLiteral("1")));
            QVERIFY(!store.database->run(QStringLiteral("INSERT INTO nowhere VALUES (1)")));
            QVERIFY(!transaction->commit());
        }
        QVERIFY(stateKeys(*store.database).isEmpty());
    }

    void textAndNumbersComeBackAsTheyWere()
    {
        Store store;
        StateRepository state(*store.database);
        for (const QString& text : {QStringLiteral("it's \"so\" \\ \\' ? $1 %1 ; --"),
                                    QStringLiteral("P\u00e9rez \U0001F3CE\n\t\r"), QStringLiteral("")}) {
            MUST(state.set(QStringLiteral("k"), text));
            QCOMPARE(state.value(QStringLiteral("k")).value(), std::optional(text));
        }
        RaceRepository races(*store.database);
        for (const double number : {0.1, 1.0 / 3, 5400.1 + 7.25 / 3, 5e-324, 1.7976931348623157e308, 1e22}) {
            Race race = monaco(2026);
            race.courseKm = number;
            race.eventDate = QDate(2026, 6, 7).addDays(++day_);
            race.start = {};
            const auto id = races.insert(race);
            MUST(id);
            QCOMPARE(*races.byId(*id).value().courseKm, number);
        }
    }

    void stateByPrefix()
    {
        Store store;
        StateRepository state(*store.database);
        MUST(state.set(QStringLiteral("missed/1"), QStringLiteral("a")));
        MUST(state.set(QStringLiteral("missed/2"), QStringLiteral("b")));
        MUST(state.set(QStringLiteral("missed/2"), QStringLiteral("c")));
        MUST(state.set(QStringLiteral("missed_"), QString()));
        MUST(state.remove(QStringLiteral("missed/1")));
        QCOMPARE(stateKeys(*store.database),
                 QStringList({QStringLiteral("missed/2"), QStringLiteral("missed_")}));
        QCOMPARE(state.value(QStringLiteral("missed/2")).value(), std::optional(QStringLiteral("c")));
        QCOMPARE(state.value(QStringLiteral("missed_")).value(), std::optional(QString(QStringLiteral(""))));
        QVERIFY(!state.value(QStringLiteral("nothing")).value());
    }

private:
    int day_ = 0;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
