#include "Program.h"

#include "ui/app/SingleInstance.h"
#include "ui/window/Actions.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>
#include <QScreen>
#include <QThread>

#include <atomic>
#include <latch>

using namespace parcferme;

// Starts and ends: one window per database, where it was left, and what closing may lose.
class RestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartWakesTheFirst();
    void anotherDatabaseIsAnotherProgram();
    void aSocketLeftBehindIsNoProgram();
    void ofManyThatStartTogetherOneIsFirst();
    void theSecondProgramEnds();
    void ofManyProgramsThatStartTogetherOneStays();
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

void RestoreTest::ofManyThatStartTogetherOneIsFirst()
{
    constexpr int Starts = 6;
    for (int round = 0; round < 20; ++round) {
        std::latch together(Starts);
        std::latch allAsked(Starts); // the first stays until everybody has asked
        std::atomic<int> first = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < Starts; ++i) {
            threads.emplace_back(QThread::create([&] {
                SingleInstance instance(QStringLiteral("together"));
                together.arrive_and_wait();
                if (instance.claim())
                    ++first;
                allAsked.arrive_and_wait();
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
        QCOMPARE(first.load(), 1);
    }
}

namespace {

// Programs on a home of their own.
class Programs
{
public:
    Programs()
    {
        for (const char* name :
             {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"})
            environment_.insert(QString::fromLatin1(name), home_.path());
        environment_.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment_.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("parcferme.start.debug=true"));
    }
    ~Programs()
    {
        for (const auto& program : started_) {
            program->terminate();
            program->waitForFinished(60000);
        }
    }

    QProcess& start()
    {
        auto program = std::make_unique<QProcess>();
        program->setProcessEnvironment(environment_);
        program->setProcessChannelMode(QProcess::MergedChannels);
        program->start(QStringLiteral(PARCFERME_PROGRAM), {QStringLiteral("--offline")});
        started_.push_back(std::move(program));
        return *started_.back();
    }
    int running() const
    {
        return int(std::count_if(started_.begin(), started_.end(), [](const auto& program) {
            return program->state() != QProcess::NotRunning;
        }));
    }

private:
    QTemporaryDir home_;
    QProcessEnvironment environment_ = QProcessEnvironment::systemEnvironment();
    std::vector<std::unique_ptr<QProcess>> started_;
};

} // namespace

void RestoreTest::theSecondProgramEnds()
{
    Programs programs;
    QProcess& first = programs.start();
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += first.readAll()).contains("usable"), 60000);
    QProcess& second = programs.start();
    QVERIFY(second.waitForFinished(60000));
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(!second.readAll().contains("usable"));
    QCOMPARE(first.state(), QProcess::Running);
}

void RestoreTest::ofManyProgramsThatStartTogetherOneStays()
{
    Programs programs;
    std::vector<QProcess*> started;
    for (int i = 0; i < 4; ++i)
        started.push_back(&programs.start());
    QTRY_COMPARE_WITH_TIMEOUT(programs.running(), 1, 120000);
    QByteArray output;
    const auto first = [&] {
        return *std::find_if(started.begin(), started.end(),
                             [](const QProcess* program) { return program->state() == QProcess::Running; });
    };
    QTRY_VERIFY_WITH_TIMEOUT((output += first()->readAll()).contains("usable"), 60000);
    for (const QProcess* program : started)
        QVERIFY(program->state() == QProcess::Running || program->exitCode() == 0);
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
    const QSize size = QGuiApplication::primaryScreen()->availableSize() - QSize(4, 60);
    program->window->resize(size);
    program->window->showPage(PageId::Metrics);
    TableView* view = program->table(PageId::Prediction);
    view->showColumn(QStringLiteral("grid"), false);
    QVERIFY(program->window->close());

    program->size = Program::Size::AsItOpens;
    program->makeWindow();
    program->open();
    QCOMPARE(program->window->size(), size);
    QCOMPARE(program->window->currentPage(), program->window->page(PageId::Metrics));
    QTRY_COMPARE(program->window->header()->title(), QStringLiteral("Abu Dhabi Grand Prix"));
    QCOMPARE(program->windowModel().season(), 2025);
    QTRY_VERIFY(program->window->raceList()->current() == program->windowModel().race());
    QVERIFY(!program->table(PageId::Prediction)->isColumnShown(QStringLiteral("grid")));
}

void RestoreTest::saysWhatItCanDoAtFirst()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    const QString line = program.window->messages()->text();
    QVERIFY2(line.startsWith(QStringLiteral("Ready.")), qPrintable(line));
    QVERIFY(line.contains(QStringLiteral("preview")) && line.contains(QStringLiteral("fetches")));
    QVERIFY(program.window->close());

    program.makeWindow();
    program.open();
    QVERIFY(!program.window->messages()->isVisible());
}

void RestoreTest::closesAtOnceWhenNothingIsLost()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    program.windowModel().syncSeason(); // what it has stored stays
    QVERIFY(program.windowModel().isBusy());
    QVERIFY(program.window->close());
    QVERIFY(!program.window->isVisible());
}

QTEST_MAIN(RestoreTest)
#include "RestoreTest.moc"
