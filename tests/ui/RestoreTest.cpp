#include "Program.h"

#include "ui/app/SingleInstance.h"
#include "ui/window/Actions.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>

using namespace parcferme;

// Starts and ends: one window per database, where it was left, and what closing may lose.
class RestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartWakesTheFirst();
    void anotherDatabaseIsAnotherProgram();
    void aSocketLeftBehindIsNoProgram();
    void theSecondProgramEnds();
    void wakingShowsTheWindow();
    void opensWhereItWasLeft();
    void saysWhatItCanDoAtFirst();
    void closesAtOnceWhenNothingIsLost();
};

void RestoreTest::aSecondStartWakesTheFirst()
{
    SingleInstance first(QStringLiteral("test"));
    QSignalSpy woken(&first, &SingleInstance::woken);
    QVERIFY(first.claim());
    SingleInstance second(QStringLiteral("test"));
    QVERIFY(!second.claim());
    QTRY_COMPARE(woken.count(), 1);
}

void RestoreTest::anotherDatabaseIsAnotherProgram()
{
    SingleInstance first(QStringLiteral("test"));
    SingleInstance second(QStringLiteral("another"));
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void RestoreTest::aSocketLeftBehindIsNoProgram()
{
    {
        SingleInstance first(QStringLiteral("crashed"));
        QVERIFY(first.claim());
    }
    SingleInstance second(QStringLiteral("crashed"));
    QVERIFY(second.claim());
}

// The programs themselves, on a home of their own.
void RestoreTest::theSecondProgramEnds()
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home.path());
    environment.insert(QStringLiteral("TMPDIR"), home.path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("parcferme.start.debug=true"));
    const auto start = [&](QProcess& process) {
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(PARCFERME_PROGRAM), {QStringLiteral("--offline")});
        QVERIFY(process.waitForStarted());
    };
    QProcess first;
    start(first);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += first.readAll()).contains("usable"), 60000);
    QProcess second;
    start(second);
    QVERIFY(second.waitForFinished(60000));
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(!second.readAll().contains("usable"));
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(60000));
}

void RestoreTest::wakingShowsTheWindow()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    program.window->showMinimized();
    QTRY_VERIFY(program.window->isMinimized());
    program.window->raiseToFront();
    QTRY_VERIFY(!program.window->isMinimized());
    QVERIFY(program.window->isVisible());
}

void RestoreTest::opensWhereItWasLeft()
{
    const auto program = predictedProgram();
    program->window->resize(1300, 780);
    program->window->showPage(MainWindow::MetricsPageIndex);
    TableView* view = program->table(MainWindow::PredictionPageIndex);
    view->showColumn(QStringLiteral("grid"), false);
    QVERIFY(program->window->close());

    program->window = std::make_unique<MainWindow>(program->tracker, program->clock, program->preferences,
                                                   program->dialogs, program->theme);
    program->open();
    QCOMPARE(program->window->size(), QSize(1300, 780));
    QCOMPARE(program->window->currentPage(), program->window->page(MainWindow::MetricsPageIndex));
    QTRY_COMPARE(program->window->header()->title(), QStringLiteral("Abu Dhabi Grand Prix"));
    QCOMPARE(program->session().season(), 2025);
    QTRY_VERIFY(program->window->raceList()->current() == program->session().race());
    QVERIFY(!program->table(MainWindow::PredictionPageIndex)->isColumnShown(QStringLiteral("grid")));
}

void RestoreTest::saysWhatItCanDoAtFirst()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    const QString line = program.window->messages()->text();
    QVERIFY2(line.startsWith(QStringLiteral("Ready.")), qPrintable(line));
    QVERIFY(line.contains(QStringLiteral("preview")) && line.contains(QStringLiteral("fetches")));
    QVERIFY(program.window->close());

    program.window = std::make_unique<MainWindow>(program.tracker, program.clock, program.preferences,
                                                  program.dialogs, program.theme);
    program.open();
    QVERIFY(!program.window->messages()->isVisible());
}

void RestoreTest::closesAtOnceWhenNothingIsLost()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    program.session().syncSeason(); // what it has stored stays
    QVERIFY(program.session().isBusy());
    QVERIFY(program.window->close());
    QVERIFY(!program.window->isVisible());
}

QTEST_MAIN(RestoreTest)
#include "RestoreTest.moc"
