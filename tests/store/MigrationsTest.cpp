#include "StoreFixture.h"

#include "store/Migrations.h"
#include "store/SqlScript.h"

using namespace parcferme;
using namespace parcferme::test;

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsScripts()
    {
        const QString script = QStringLiteral(
            "-- a comment; with a semicolon\n"
            "CREATE TABLE a (x TEXT DEFAULT 'it''s; fine'); /* another; */\n"
            "CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END;\n"
            ";\n"
            "CREATE TABLE \"end;\" (begin_at TEXT);\n"
            "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN RAISE 'it''s; so'; END $$;");
        const QStringList statements = splitSql(script);
        QCOMPARE(statements.size(), 4);
        QCOMPARE(statements[0], QStringLiteral("CREATE TABLE a (x TEXT DEFAULT 'it''s; fine')"));
        QVERIFY(statements[1].endsWith(QStringLiteral("SELECT 3; END")));
        QCOMPARE(statements[2], QStringLiteral("CREATE TABLE \"end;\" (begin_at TEXT)"));
        QVERIFY(statements[3].endsWith(QStringLiteral("RAISE 'it''s; so'; END $$")));
    }

    void fromNothing()
    {
        const TestDatabase place;
        auto database = Database::connect(place.location());
        MUST(database);
        auto bundled = Migrations::bundled((*database)->dialect());
        MUST(bundled);
        auto report = bundled->apply(**database);
        MUST(report);
        QCOMPARE(report->from, 0);
        QVERIFY(report->to >= 1);
        QVERIFY(report->backup.isEmpty());
        auto again = bundled->apply(**database);
        MUST(again);
        QCOMPARE(again->from, report->to);
        MUST((*database)->run(QStringLiteral("SELECT * FROM predictions")));
    }

    void backsUpBeforeItChanges()
    {
        ON_FILES_ONLY();
        Versions v;
        MUST(v.apply({v.one}));
        MUST(v.database->run(QStringLiteral("INSERT INTO a VALUES ('kept')")));
        auto report = v.apply({v.one, v.two});
        MUST(report);
        QCOMPARE(report->from, 1);
        QCOMPARE(report->to, 2);
        QVERIFY(QFile::exists(report->backup));
        QVERIFY(!QFile::exists(report->backup + QStringLiteral(".part")));
        auto backup = Database::connect(at(report->backup));
        MUST(backup);
        auto row = (*backup)->run(QStringLiteral("SELECT x FROM a"));
        MUST(row);
        QVERIFY(row->next());
        QCOMPARE(row->text(0), QStringLiteral("kept"));
        QVERIFY(!(*backup)->run(QStringLiteral("SELECT * FROM b")));
        MUST(v.database->run(QStringLiteral("SELECT * FROM b")));
    }

    // A server backs up by itself: nothing is written here, and what was stored is still there.
    void aServerIsBroughtUpToDateInItsPlace()
    {
        if (!onServer())
            QSKIP("of servers");
        Versions v;
        MUST(v.apply({v.one}));
        MUST(v.database->run(QStringLiteral("INSERT INTO a VALUES ('kept')")));
        auto report = v.apply({v.one, v.two});
        MUST(report);
        QCOMPARE(report->to, 2);
        QVERIFY(report->backup.isEmpty());
        auto row = v.database->run(QStringLiteral("SELECT x FROM a"));
        QVERIFY(row && row->next());
        QCOMPARE(row->text(0), QStringLiteral("kept"));
        const auto copied = v.database->copyTo(QDir::temp().filePath(QStringLiteral("never.sqlite")));
        QVERIFY(!copied);
        QVERIFY2(copied.error().text().contains(QStringLiteral("own backup")),
                 qPrintable(copied.error().text()));
    }

    void aFailedStepLeavesTheVersionBefore()
    {
        Versions v;
        MUST(v.apply({v.one}));
        const Migration broken{2, QStringLiteral("0002_broken.sql"),
                               QStringLiteral("CREATE TABLE b (y TEXT); INSERT INTO nowhere VALUES (1);")};
        auto report = v.apply({v.one, broken});
        QVERIFY(!report);
        QVERIFY2(report.error().text().contains(QStringLiteral("0002_broken.sql")),
                 qPrintable(report.error().text()));
        QVERIFY(!v.database->run(QStringLiteral("SELECT * FROM b")));
        auto later = v.apply({v.one, v.two});
        MUST(later);
        QCOMPARE(later->from, 1);
    }

    void aNewerDatabaseIsRefusedUntouched()
    {
        Store store;
        for (const QString& sql : store.database->dialect().markVersion(99))
            MUST(store.database->run(sql));
        store.database.reset();
        const QByteArray before = onServer() ? QByteArray() : bytesOf(store.file);
        auto database = Database::open(store.location);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::NewerDatabase);
        QVERIFY(database.error().message.contains(store.location.display()));
        QCOMPARE(onServer() ? QByteArray() : bytesOf(store.file), before);
        // It is not marked with this program's version either.
        auto connected = Database::connect(store.location);
        MUST(connected);
        const auto again = Migrations::bundled((*connected)->dialect()).value().apply(**connected);
        QVERIFY(!again && again.error().code == ErrorCode::NewerDatabase);
    }

private:
    struct Versions
    {
        Versions() : database(Database::connect(place.location()).value()) {}

        Result<Migrations::Report> apply(std::vector<Migration> steps)
        {
            return Migrations(std::move(steps)).apply(*database);
        }

        TestDatabase place;
        std::unique_ptr<Database> database;
        Migration one{1, QStringLiteral("0001.sql"), QStringLiteral("CREATE TABLE a (x TEXT);")};
        Migration two{2, QStringLiteral("0002.sql"), QStringLiteral("CREATE TABLE b (y TEXT);")};
    };
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "MigrationsTest.moc"
