#include "StoreFixture.h"

#include "store/LedgerCheck.h"

using namespace parcferme;
using namespace parcferme::test;

// A log (-wal) that lies beside the database after a crash, and is damaged. SQLite plays back what it can of
// it and says nothing of the rest.
class DamagedLogTest : public QObject
{
    Q_OBJECT

private:
    // The files as a program leaves them that is killed now.
    static void crash(const Store& store, const QString& copy)
    {
        for (const char* part : {"", "-wal"})
            QVERIFY(QFile::copy(store.file + QLatin1StringView(part), copy + QLatin1StringView(part)));
    }

    static QByteArray damaged(QByteArray log, const QString& how)
    {
        if (how == QLatin1StringView("header"))
            log[3] = 'X';
        else if (how == QLatin1StringView("first frame"))
            log[32 + 24 + 100] = static_cast<char>(~log[32 + 24 + 100]);
        else if (how == QLatin1StringView("middle"))
            log[log.size() / 2] = static_cast<char>(~log[log.size() / 2]);
        else if (how == QLatin1StringView("cut off"))
            log.truncate(log.size() / 2 + 77);
        else if (how == QLatin1StringView("empty"))
            log.clear();
        else if (how == QLatin1StringView("zeros"))
            log.fill('\0');
        else
            log = QByteArray("This is my shopping list.\n").repeated(400);
        return log;
    }

private Q_SLOTS:
    void losesNoPrediction_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"header", "first frame", "middle", "cut off", "empty", "zeros", "text"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void losesNoPrediction()
    {
        QFETCH(QString, how);
        Store store;
        const auto race = RaceRepository(*store.database).insert(monaco());
        MUST(race);
        const auto frozen = PredictionRepository(*store.database).append(draft(*race));
        MUST(frozen);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("parcferme.sqlite"));
        crash(store, copy);
        const QString log = copy + QStringLiteral("-wal");
        const QByteArray whole = bytesOf(log);
        QVERIFY(whole.size() > 4096);
        QVERIFY(damaged(whole, how) != whole);
        writeBytes(log, damaged(whole, how));

        auto database = Database::open(at(copy));
        MUST(database);
        MUST((*database)->checkIntegrity());
        const auto chain = LedgerCheck(**database).run();
        MUST(chain);
        QCOMPARE(chain->predictions, 1);
        QCOMPARE(chain->head, frozen->hash);
    }
};

QTEST_MAIN(DamagedLogTest)
#include "DamagedLogTest.moc"
