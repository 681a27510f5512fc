#include "Program.h"

#include "ui/app/Translations.h"
#include "ui/dialogs/LedgerDialog.h"
#include "ui/dialogs/RestoreDialog.h"
#include "ui/theme/Style.h"
#include "ui/widgets/EmptyView.h"
#include "ui/window/Actions.h"
#include "ui/window/MessageBar.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QTableView>

using namespace parcferme;

// Help > Ledger, File > Restore backup, and a damaged database at the start.
class LedgerDialogTest : public QObject
{
    Q_OBJECT

private:
    static QString text(const QDialog* dialog, const char* label)
    {
        return dialog->findChild<QLabel*>(QString::fromLatin1(label))->text();
    }
    static void click(QDialog* dialog, const char* button)
    {
        QTest::mouseClick(dialog->findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton);
    }
    static QString database(const Program& program)
    {
        return program.home.filePath(QStringLiteral("test.sqlite"));
    }
    static QStringList setAside(const Program& program)
    {
        return QDir(program.home.path()).entryList({QStringLiteral("test-set-aside-*.sqlite")});
    }
    // Today's copy, as the program makes it five seconds after its start: a slow machine has one already, of
    // less.
    static void backUp(Program& program)
    {
        QDir(program.home.filePath(QStringLiteral("backups"))).removeRecursively();
        bool done = false;
        program.tracker.ask(
            &program.tracker, [](Tracker& tracker) { return tracker.backUpDaily(); },
            [&done](const Result<QString>& made) { done = made.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 30000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        installTranslations(*qApp); // the plural forms of English
    }

    void showsVerifiesAndProves()
    {
        const auto program = predictedProgram();
        program->window->actions().ledger->trigger();
        auto* dialog = program->window->findChild<LedgerDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(text(dialog, "ledgerLength"), QStringLiteral("1"), 30000);
        const QString hash =
            QString::fromLatin1(program->windowModel().raceView()->prediction->prediction.hash);
        QCOMPARE(text(dialog, "ledgerHead").remove(QChar(0x200b)), hash);
        QVERIFY(text(dialog, "ledgerCheck").startsWith(QStringLiteral("Never")));
        QVERIFY(text(dialog, "ledgerVouched").contains(QStringLiteral("No authority is asked")));
        QCOMPARE(dialog->findChild<QTableView*>()->model()->rowCount(), 1);

        click(dialog, "ledgerVerify");
        QTRY_VERIFY_WITH_TIMEOUT(
            text(dialog, "ledgerCheck").contains(QStringLiteral("intact, 1 prediction.")), 30000);

        program->dialogs.answer = program->home.filePath(QStringLiteral("proof.txt"));
        click(dialog, "ledgerProof");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(program->dialogs.answer), 30000);
        QFile proof(program->dialogs.answer);
        QVERIFY(proof.open(QIODevice::ReadOnly));
        QVERIFY(proof.readAll().contains(hash.toLatin1()));
        QTRY_VERIFY(program->window->messages()->text().startsWith(QStringLiteral("Proof exported.")));
    }

    void restoresABackupInPlace()
    {
        const auto program = predictedProgram();
        backUp(*program);
        program->chooseRace(2025, QStringLiteral("Qatar"));
        program->press(program->window->tools()->predictButton());
        QTRY_VERIFY_WITH_TIMEOUT(program->windowModel().raceView()->prediction, 30000);

        program->window->actions().restoreBackup->trigger();
        auto* dialog = program->window->findChild<RestoreDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 1);
        QSignalSpy opened(&program->tracker, &TrackerThread::opened);
        click(dialog, "backupRestore");
        QTRY_VERIFY_WITH_TIMEOUT(opened.count() == 1, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(
            program->windowModel().raceView() && !program->windowModel().raceView()->prediction, 30000);
        QCOMPARE(setAside(*program).size(), 1); // the second prediction is in it
        program->chooseRace(2025, QStringLiteral("Abu Dhabi"));
        QTRY_VERIFY_WITH_TIMEOUT(program->windowModel().raceView()->prediction, 30000);
    }

    void saysWhereThereIsNoBackup()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.window->actions().restoreBackup->trigger();
        auto* dialog = program.window->findChild<RestoreDialog*>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("backupRestore"))->isEnabled());
    }

    void offersTheBackupOfADamagedDatabase()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        {
            const auto before = predictedProgram();
            backUp(*before);
            QVERIFY(QDir().mkpath(program.home.filePath(QStringLiteral("backups"))));
            const QString copy = QDir(before->home.filePath(QStringLiteral("backups")))
                                     .entryInfoList(QDir::Files)
                                     .value(0)
                                     .filePath();
            QVERIFY(QFile::copy(
                copy, program.home.filePath(QStringLiteral("backups/") + QFileInfo(copy).fileName())));
        }
        QFile file(database(program));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("This is my shopping list.\n");
        file.close();

        QSignalSpy failed(&program.tracker, &TrackerThread::failed);
        program.window->show();
        program.window->open(program.settings());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30000);
        const auto restore = [&]() -> QPushButton* {
            for (QPushButton* button : program.window->findChildren<QPushButton*>())
                if (button->isVisible() && button->text().startsWith(QStringLiteral("Use the backup of")))
                    return button;
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(restore(), 30000);
        QTest::mouseClick(restore(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().raceView() != nullptr, 30000);
        program.chooseRace(2025, QStringLiteral("Abu Dhabi"));
        QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().raceView()->prediction, 30000);
        QCOMPARE(setAside(program).size(), 1);
    }
};

QTEST_MAIN(LedgerDialogTest)
#include "LedgerDialogTest.moc"
