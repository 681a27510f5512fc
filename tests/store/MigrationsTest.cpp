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
            "CREATE TABLE \"end;\" (begin_at TEXT)");
        const QStringList statements = splitSql(script);
        QCOMPARE(statements.size(), 3);
        QCOMPARE(statements[0], QStringLiteral("CREATE TABLE a (x TEXT DEFAULT 'it''s; fine')"));
        QVERIFY(statements[1].endsWith(QStringLiteral("SELECT 3; END")));
        QCOMPARE(statements[2], QStringLiteral("CREATE TABLE \"end;\" (begin_at TEXT)"));
    }

    void fromNothing()
    {
        QTemporaryDir folder;
        auto database = Database::connect(at(folder.filePath(QStringLiteral("new.sqlite"))));
        MUST(database);
        auto bundled = Migrations::bundled();
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
        MUST(store.database->run(QStringLiteral("PRAGMA user_version=99")));
        store.database.reset();
        const QByteArray before = bytesOf(store.file);
        auto database = Database::open(at(store.file));
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::NewerDatabase);
        QVERIFY(database.error().message.contains(store.file));
        QCOMPARE(bytesOf(store.file), before);
    }

private:
    struct Versions
    {
        Versions() : database(Database::connect(at(folder.filePath(QStringLiteral("v.sqlite")))).value()) {}

        Result<Migrations::Report> apply(std::vector<Migration> steps)
        {
            return Migrations(std::move(steps)).apply(*database);
        }

        QTemporaryDir folder;
        std::unique_ptr<Database> database;
        Migration one{1, QStringLiteral("0001.sql"), QStringLiteral("CREATE TABLE a (x TEXT);")};
        Migration two{2, QStringLiteral("0002.sql"), QStringLiteral("CREATE TABLE b (y TEXT);")};
    };
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "MigrationsTest.moc"
