#include "store/StoreFixture.h"
#include "store/Transaction.h"

#include <QDir>

using namespace parcferme;

// What a sync tool or a user does to the file while the program has it open: nothing that is written then is
// called stored, and both files are kept.
class ReplacedFileTest : public QObject
{
    Q_OBJECT

private:
    static Status setNote(Database& database, const QString& value)
    {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        if (auto done = database.run(
                QStringLiteral("INSERT INTO program_state (key, value) VALUES ('note', ?)"), {value});
            !done)
            return tl::unexpected(done.error());
        return transaction->commit();
    }

    static QString noteIn(const QString& file)
    {
        const auto database = Database::connect(test::at(file));
        if (!database)
            return database.error().text();
        auto row = (*database)->run(QStringLiteral("SELECT value FROM program_state WHERE key = 'note'"));
        return row && row->next() ? row->text(0) : QString();
    }

    static QStringList copiesOf(const QString& file)
    {
        return QFileInfo(file).dir().entryList({QStringLiteral("*-replaced-*.sqlite")}, QDir::Files);
    }

    // Another database of the program, with a note of its own, put where `file` is.
    static void replace(const QString& file)
    {
        const QString other = file + QStringLiteral(".other");
        {
            const auto database = Database::open(test::at(other));
            QVERIFY(database);
            MUST(setNote(**database, QStringLiteral("of the other")));
        }
        QVERIFY(QFile::rename(file, file + QStringLiteral(".moved")));
        QFile::remove(file + QStringLiteral("-wal"));
        QFile::remove(file + QStringLiteral("-shm"));
        QVERIFY(QFile::rename(other, file));
    }

private Q_SLOTS:
    void init() { ON_FILES_ONLY(); }

    void aReplacedFileIsLeftAlone()
    {
        test::Store store;
        MUST(setNote(*store.database, QStringLiteral("ours")));
        replace(store.file);
        const Status status = setNote(*store.database, QStringLiteral("later"));
        QVERIFY(!status);
        QVERIFY2(status.error().message.contains(QStringLiteral("another file")),
                 qPrintable(status.error().text()));
        QCOMPARE(copiesOf(store.file).size(), 1);
        QVERIFY(status.error().advice.contains(copiesOf(store.file).first()));
        QVERIFY(!store.database->state());
        QCOMPARE(copiesOf(store.file).size(), 1); // once
        store.database.reset();
        QCOMPARE(noteIn(store.file), QStringLiteral("of the other"));
    }

    void whatWasStoredIsInTheCopy()
    {
        test::Store store;
        MUST(setNote(*store.database, QStringLiteral("ours")));
        replace(store.file);
        QVERIFY(!setNote(*store.database, QStringLiteral("later")));
        store.database.reset();
        QCOMPARE(noteIn(QFileInfo(store.file).dir().filePath(copiesOf(store.file).value(0))),
                 QStringLiteral("ours"));
    }

    void aDeletedFileIsSaid()
    {
        test::Store store;
        MUST(setNote(*store.database, QStringLiteral("ours")));
        QVERIFY(QFile::remove(store.file));
        const Status status = setNote(*store.database, QStringLiteral("later"));
        QVERIFY(!status);
        QVERIFY2(status.error().message.contains(QStringLiteral("moved or deleted")),
                 qPrintable(status.error().text()));
        QCOMPARE(copiesOf(store.file).size(), 1);
        QVERIFY(!QFileInfo::exists(store.file)); // no empty one takes its place
    }

    void whatIsReplacedDuringAChangeIsNotCalledStored()
    {
        test::Store store;
        auto transaction = Transaction::begin(*store.database);
        MUST(transaction);
        MUST(store.database->run(
            QStringLiteral("INSERT INTO program_state (key, value) VALUES ('note', 'ours')")));
        replace(store.file);
        const Status status = transaction->commit();
        QVERIFY(!status);
        QVERIFY2(status.error().advice.contains(QStringLiteral("replaced-1")),
                 qPrintable(status.error().text()));
        store.database.reset();
        QCOMPARE(noteIn(store.file), QStringLiteral("of the other"));
        QCOMPARE(noteIn(QFileInfo(store.file).dir().filePath(copiesOf(store.file).value(0))),
                 QStringLiteral("ours"));
    }

    void readingBackAsksTheFileThatIsThere()
    {
        test::Store store;
        MUST(setNote(*store.database, QStringLiteral("ours")));
        const QString note = QStringLiteral("SELECT value FROM program_state WHERE key = ?");
        MUST(store.database->checkReadsBack(note, {QStringLiteral("note")}));
        QVERIFY(!store.database->checkReadsBack(note, {QStringLiteral("nothing")}));
        replace(store.file);
        QVERIFY(!store.database->checkReadsBack(note, {QStringLiteral("note")}));
    }
};

QTEST_GUILESS_MAIN(ReplacedFileTest)
#include "ReplacedFileTest.moc"
