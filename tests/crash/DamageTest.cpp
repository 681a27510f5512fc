#include "support/Files.h"
#include "support/ProgramRun.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>
#include <unistd.h>

using namespace parcferme;
using test::bytesOf;
using test::Ran;
using test::World;
using test::writeBytes;

// What the program says to a database that is damaged, foreign, of a newer version or out of reach, and that
// it leaves the file as it was.
class DamageTest : public QObject
{
    Q_OBJECT

private:
    static constexpr uid_t Nobody = 65534;

    QTemporaryDir whole_; // a database with a prediction, and its backup

    static QString fileIn(const QString& folder) { return folder + QStringLiteral("/p.sqlite"); }

    static Ran run(const QString& folder, const QStringList& arguments, bool asNobody = false)
    {
        World world;
        if (asNobody)
            world.inside = [] {
                if (setgid(Nobody) != 0 || setuid(Nobody) != 0)
                    _exit(99);
            };
        return test::run(arguments + QStringList{QStringLiteral("--offline"), QStringLiteral("--database"),
                                                 QStringLiteral("sqlite:///") + fileIn(folder),
                                                 QStringLiteral("--cache"),
                                                 folder + QStringLiteral("/cache")},
                         world);
    }

    static QByteArray damaged(QByteArray bytes, const QString& how)
    {
        constexpr qsizetype Page = 4096;
        if (how == QLatin1StringView("header"))
            bytes[3] = 'X';
        else if (how == QLatin1StringView("cut off"))
            bytes.truncate(bytes.size() / 2);
        else if (how == QLatin1StringView("a few bytes"))
            bytes.truncate(50);
        else if (how == QLatin1StringView("picture"))
            bytes = QByteArray("\x89PNG\r\n\x1a\n") + bytes.mid(8);
        else if (how == QLatin1StringView("text"))
            bytes = "This is my shopping list.\n";
        else // pages in the middle, as a bad sector leaves them; not the first, which holds the header
            bytes.replace(bytes.size() / 3 / Page * Page, 24 * Page, QByteArray(24 * Page, '\xa5'));
        return bytes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Ran made =
            run(whole_.path(), {QStringLiteral("predict"), QStringLiteral("2025"), QStringLiteral("3")});
        QVERIFY2(made.status == 0, made.err.constData());
        QCOMPARE(
            QDir(whole_.filePath(QStringLiteral("backups"))).entryList({QStringLiteral("*.sqlite")}).size(),
            1);
    }

    void damageIsNamedWithTheNewestGoodBackup_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"header", "cut off", "a few bytes", "picture", "text", "middle pages"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void damageIsNamedWithTheNewestGoodBackup()
    {
        QFETCH(QString, how);
        QTemporaryDir folder;
        const QByteArray bytes = damaged(bytesOf(fileIn(whole_.path())), how);
        writeBytes(fileIn(folder.path()), bytes);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("backups")));
        const QString copy = QStringLiteral("/backups/p-20260601T120000Z.sqlite");
        QVERIFY(QFile::copy(fileIn(whole_.path()), folder.path() + copy));
        writeBytes(folder.path() + QStringLiteral("/backups/p-20260602T120000Z.sqlite"),
                   "a newer one that is no good");

        const Ran output = run(folder.path(), {QStringLiteral("verify")});
        QVERIFY2(output.status == 1 || output.status == 4, output.err.constData());
        QVERIFY2(output.err.contains((fileIn(folder.path())).toUtf8()), output.err.constData());
        QVERIFY2(output.err.contains("damaged"), output.err.constData());
        QVERIFY2(output.err.contains((folder.path() + copy).toUtf8()), output.err.constData());
        QCOMPARE(bytesOf(fileIn(folder.path())), bytes);
    }

    void anEmptyFileIsANewDatabase()
    {
        QTemporaryDir folder;
        writeBytes(fileIn(folder.path()), {});
        const Ran output =
            run(folder.path(), {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2025")});
        QVERIFY2(output.status == 0, output.err.constData());
    }

    void aNewerDatabaseIsRefusedUntouched()
    {
        QTemporaryDir folder;
        QByteArray bytes = bytesOf(fileIn(whole_.path()));
        qToBigEndian<quint32>(99, bytes.data() + 60); // user_version in SQLite's header
        writeBytes(fileIn(folder.path()), bytes);
        const Ran output = run(folder.path(), {QStringLiteral("races")});
        QCOMPARE(output.status, 1);
        QVERIFY2(output.err.contains("newer"), output.err.constData());
        QCOMPARE(bytesOf(fileIn(folder.path())), bytes);
    }

    void aReadOnlyFolderIsNamed()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(fileIn(whole_.path()), fileIn(folder.path())));
        QVERIFY(chmod(qPrintable(folder.path()), 0555) == 0);
        // Nobody may forbid root to write.
        const bool root = geteuid() == 0;
        const Ran output = run(folder.path(), {QStringLiteral("races")}, root);
        QVERIFY(chmod(qPrintable(folder.path()), 0755) == 0);
        if (root && output.status < 0)
            QSKIP("The program is in a folder that only root may enter.");
        QCOMPARE(output.status, 1);
        QVERIFY2(output.err.contains((folder.path()).toUtf8()), output.err.constData());
        QVERIFY2(output.err.contains("read-only"), output.err.constData());
        QCOMPARE(bytesOf(fileIn(folder.path())), bytesOf(fileIn(whole_.path())));
    }

    void anExportIntoAReadOnlyFolderLeavesNothing()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(fileIn(whole_.path()), fileIn(folder.path())));
        const QString out = folder.filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkdir(out));
        const bool root = geteuid() == 0;
        if (root) {
            QVERIFY(chown(qPrintable(folder.path()), Nobody, Nobody) == 0);
            QVERIFY(chown(qPrintable(fileIn(folder.path())), Nobody, Nobody) == 0);
        }
        QVERIFY(chmod(qPrintable(out), 0555) == 0);
        const Ran output = run(folder.path(), {QStringLiteral("export"), out}, root);
        QVERIFY(chmod(qPrintable(out), 0755) == 0);
        if (root && output.status < 0)
            QSKIP("The program is in a folder that only root may enter.");
        QCOMPARE(output.status, 1);
        QVERIFY2(output.err.contains((out).toUtf8()), output.err.constData());
        QVERIFY(QDir(out).isEmpty());
    }
};

QTEST_APPLESS_MAIN(DamageTest)
#include "DamageTest.moc"
