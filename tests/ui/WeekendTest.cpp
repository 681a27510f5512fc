#include "Weekend.h"

#include "tables/TableRoles.h"
#include "ui/table/TableView.h"
#include "ui/theme/Style.h"
#include "ui/widgets/EmptyView.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QAction>
#include <QComboBox>
#include <QTabBar>

using namespace parcferme;

// A weekend as the user lives it, against a source on this machine.
class WeekendTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
        QApplication::setStyle(new Style);
    }

    void fromQualifyingToTheResult()
    {
        Weekend weekend;
        weekend.open();
        Program& program = weekend.program;
        WindowModel& windowModel = program.windowModel();
        MainWindow& window = *program.window;
        QCOMPARE(badge(window), QStringLiteral("in 1 d"));
        QCOMPARE(window.statusStrip()->networkText(), QStringLiteral("Not connected yet"));
        QVERIFY(window.statusStrip()->ageText().startsWith(QStringLiteral("Bundled data to ")));
        QVERIFY(window.tools()->predictRole() == PredictOffer::Role::Preview);
        window.showPage(PageId::Result);
        QCOMPARE(window.currentPage()->emptyView()->head(), QStringLiteral("No official result yet."));
        QVERIFY(!window.currentPage()->emptyView()->button(
            QStringLiteral("syncResults"))); // not before the start
        window.showPage(PageId::Prediction);

        weekend.qualify();
        QVERIFY(window.messages()->text().contains(QStringLiteral("1 new qualifying")));
        QTRY_COMPARE(window.statusStrip()->networkText(), QStringLiteral("Online"));
        QTRY_VERIFY(window.statusStrip()->ageText().startsWith(QStringLiteral("Data ")));
        QVERIFY(window.statusStrip()->requestsText().contains(QStringLiteral(" of 500 requests left")));
        QTRY_COMPARE(badge(window), QStringLiteral("Open, 19 h 30"));
        QTRY_VERIFY(window.tools()->predictRole() == PredictOffer::Role::Freeze);

        program.press(window.tools()->predictButton());
        QTRY_COMPARE(badge(window), QStringLiteral("Frozen"));
        QVERIFY(window.header()->largeFact().startsWith(QStringLiteral("19 h 30 min")));
        QTRY_VERIFY(!window.tools()->predictButton()->isEnabled());
        QVERIFY(!window.findChild<QWidget*>(QStringLiteral("previewNotice"))->isVisible());
        QVERIFY(!window.tools()->isSyncDue()); // nothing to fetch yet

        program.clock.set(timeFromIso(QStringLiteral("2026-06-07T19:00:00Z")).value());
        windowModel.minutePassed();
        QTRY_VERIFY(window.tools()->syncButton()->isEnabled());
        QTRY_VERIFY(window.tools()->isSyncDue());
        weekend.result = true;
        program.press(window.tools()->syncButton());
        QTRY_VERIFY_WITH_TIMEOUT(!windowModel.raceView()->evaluations.empty(), 30000);
        QTRY_VERIFY(!window.tools()->isSyncDue());
        QTRY_VERIFY(window.header()->largeFact().endsWith(QStringLiteral("positions")));
        QTRY_COMPARE(badge(window), window.header()->largeFact().section(u' ', 0, 0));
        QVERIFY(windowModel.raceView()->prediction->prediction.kind == PredictionKind::Live);
    }

    // One click, one set of changes, and the race is read once for it.
    void aClickIsToldOnce()
    {
        Weekend weekend;
        weekend.open();
        Program& program = weekend.program;
        const auto settle = [&] {
            QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 60000);
            QTest::qWait(300); // for what must not come
        };
        weekend.publishQualifying();
        settle();
        QSignalSpy changed(&program.tracker, &TrackerThread::changed);
        QSignalSpy shown(&program.windowModel(), &WindowModel::raceChanged);
        weekend.fetchQualifying(); // a season sync, which changes the calendar and a race
        settle();
        QCOMPARE(changed.count(), 1);
        QVERIFY(changed.front().front().value<ChangeSet>().races.contains(program.windowModel().race()));
        QCOMPARE(changed.front().front().value<ChangeSet>().seasons, QSet<int>{2026});
        QCOMPARE(shown.count(), 1);

        program.press(program.window->tools()->predictButton());
        settle();
        QVERIFY(program.windowModel().raceView()->prediction);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(shown.count(), 2);

        weekend.finish();
        settle();
        shown.clear();
        program.press(program.window->tools()->syncButton());
        settle();
        QVERIFY(!program.windowModel().raceView()->evaluations.empty());
        QCOMPARE(changed.count(), 3);
        QCOMPARE(shown.count(), 1);
    }

    void theWindowTellsWhatFrozeByItself()
    {
        Weekend weekend;
        weekend.open();
        weekend.qualify();
        Program& program = weekend.program;
        QSignalSpy froze(&program.windowModel(), &WindowModel::autoFroze);
        Settings settings = program.settings();
        settings.autoFreeze = true;
        program.window->open(settings);
        QTRY_COMPARE_WITH_TIMEOUT(froze.count(), 1, 60000);
        QCOMPARE(froze.first().first().toString(), QStringLiteral("Frozen by itself: Monaco Grand Prix."));
        QVERIFY(program.window->messages()->text().contains(QStringLiteral(" – Frozen by itself")));
        QTRY_COMPARE_WITH_TIMEOUT(badge(*program.window), QStringLiteral("Frozen"), 30000);
    }

    void anEarlierRevisionIsABoxAway()
    {
        Weekend weekend;
        weekend.freeze();
        weekend.finish();
        Program& program = weekend.program;
        MainWindow& window = *program.window;
        program.windowModel().syncResults();
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().raceView()->evaluations.empty(), 30000);
        window.showPage(PageId::Result);
        const auto* box = window.currentPage()->findChild<QComboBox*>(QStringLiteral("revisionBox"));
        const auto* rows = window.findChild<TableView*>(QStringLiteral("result"))->model();
        const auto winner = [rows] { return rows->index(0, 0).data(DriverRole).toString(); };
        QTRY_COMPARE(box->count(), 1);
        QCOMPARE(winner(), weekend.rows[1].driver);
        const QString error = window.header()->largeFact();

        program.clock.set(timeFromIso(QStringLiteral("2026-06-08T12:00:00Z")).value());
        weekend.corrected = true;
        program.windowModel().syncResults();
        QTRY_COMPARE_WITH_TIMEOUT(box->count(), 2, 30000);
        QVERIFY(box->isVisible());
        QVERIFY(box->itemText(0).endsWith(QStringLiteral("(newest)")));
        QCOMPARE(box->currentIndex(), 0);
        QTRY_COMPARE(winner(), weekend.rows[0].driver);
        QTRY_VERIFY(window.header()->largeFact() != error); // judged anew

        QTest::keyClick(const_cast<QComboBox*>(box), Qt::Key_Down);
        QCOMPARE(box->currentIndex(), 1);
        QCOMPARE(winner(), weekend.rows[1].driver);
    }

    void anErrorSaysWhatWasKeptAndRetries()
    {
        Weekend weekend;
        weekend.freeze();
        weekend.finish();
        weekend.broken = true;
        Program& program = weekend.program;
        MainWindow& window = *program.window;
        program.windowModel().syncResults();
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 60000);
        QTRY_VERIFY(window.messages()->severity() == Severity::Error);
        QVERIFY(window.messages()->text().contains(QStringLiteral(" – The result could not be fetched:")));
        auto* details = window.messages()->findChild<QPushButton*>(QStringLiteral("messageDetails"));
        QVERIFY(details->isVisible());
        QTest::mouseClick(details, Qt::LeftButton);
        QVERIFY(window.messages()->details().contains(weekend.server.url().host()));
        QTRY_COMPARE(window.statusStrip()->networkText(), QStringLiteral("Source out of reach"));
        QVERIFY(program.windowModel().raceView()->prediction);

        weekend.broken = false;
        auto* retry = window.messages()->findChild<QPushButton*>(QStringLiteral("messageRetry"));
        program.press(retry);
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().raceView()->evaluations.empty(), 30000);
        QTRY_COMPARE(window.statusStrip()->networkText(), QStringLiteral("Online"));
    }

    void hiddenResultsStayHiddenEverywhere()
    {
        Weekend weekend;
        weekend.freeze();
        Program& program = weekend.program;
        MainWindow& window = *program.window;
        program.preferences.setHideResults(true);
        weekend.finish();
        program.windowModel().syncResults();
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().raceView()->evaluations.empty(), 30000);
        QTRY_VERIFY2(window.messages()->text().contains(QStringLiteral(" – Judged.")),
                     qPrintable(window.messages()->text()));
        QVERIFY(!window.messages()->text().contains(QStringLiteral("mean error")));
        QTRY_COMPARE(badge(window), QStringLiteral("Hidden"));
        for (const auto page : {PageId::Result, PageId::Metrics}) {
            window.showPage(page);
            QCOMPARE(window.page(page)->emptyView()->head(), QStringLiteral("Result hidden."));
        }
        window.showPage(PageId::Record);
        QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().record(), 30000);
        window.findChild<SegmentBar*>(QStringLiteral("recordKinds"))->button(QStringLiteral("live"))->click();
        window.currentPage()->findChild<QTabBar*>()->setCurrentIndex(1); // by race
        const auto* races = window.findChild<TableView*>(QStringLiteral("record-races"))->model();
        QTRY_VERIFY(window.currentPage()->isEmpty()); // of one race, which is hidden
        program.windowModel().reveal();
        QTRY_VERIFY(!window.currentPage()->isEmpty());
        QTRY_COMPARE(races->rowCount(), 1);
        window.showPage(PageId::Result);
        QTRY_VERIFY(!window.page(PageId::Result)->isEmpty());
        QVERIFY(badge(window) != QStringLiteral("Hidden"));
    }

    // A live prediction is judged and no other: the record shows it, and its seasons, at the first look;
    // after a restart on that page too. What is judged while it is looked at is counted at once.
    void theRecordOpensOnWhatThereIs()
    {
        Weekend weekend;
        weekend.freeze();
        Program& program = weekend.program;
        const auto kinds = [&] {
            return program.window->findChild<SegmentBar*>(QStringLiteral("recordKinds"));
        };
        const auto seasons = [&] {
            return program.window->findChild<QComboBox*>(QStringLiteral("recordSeasons"));
        };
        program.window->showPage(PageId::Record);
        QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().record(), 30000);
        QCOMPARE(kinds()->current(), QStringLiteral("retrospective"));
        weekend.finish();
        program.windowModel().syncResults();
        QTRY_VERIFY_WITH_TIMEOUT(kinds()->current() == QStringLiteral("live"), 30000);
        QVERIFY(!program.window->page(PageId::Record)->isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 30000);
        QVERIFY(program.window->close());

        program.makeWindow();
        program.open();
        QCOMPARE(program.window->currentPage(), program.window->page(PageId::Record));
        QTRY_VERIFY_WITH_TIMEOUT(kinds()->current() == QStringLiteral("live"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(seasons()->count() > 5, 30000);
        QCOMPARE(seasons()->currentIndex(), 0);
        // Whoever has chosen keeps the choice.
        kinds()->button(QStringLiteral("retrospective"))->click();
        program.windowModel().syncResults();
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 30000);
        QCOMPARE(kinds()->current(), QStringLiteral("retrospective"));
    }

private:
    static QString badge(MainWindow& window)
    {
        const QListView* list = window.raceList()->view();
        return list->currentIndex().siblingAtColumn(2).data().toString();
    }
};

QTEST_MAIN(WeekendTest)
#include "WeekendTest.moc"
