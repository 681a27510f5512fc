// What one gets used to: hidden results stay hidden, controls stay where they are, messages and searches say
// what they are of.
#include "Program.h"

#include "tables/RaceListModel.h"
#include "ui/base/HiddenChoice.h"
#include "ui/pages/ChartDeck.h"
#include "ui/session/PreviewNotice.h"
#include "ui/session/SeasonSession.h"
#include "ui/theme/Style.h"
#include "ui/widgets/EmptyView.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/Actions.h"
#include "ui/window/OtherSeasons.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/StatusStrip.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTabBar>

using namespace parcferme;

namespace {

constexpr int Patience = 60000;
const auto Thursday = QStringLiteral("2026-05-28T12:00:00Z"); // ten days before Monaco 2026

QString message(const Program& program)
{
    return program.window->messages()->text();
}

} // namespace

class HabitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void onlyRecentRacesAreHidden();
    void hiddenRacesAreInNoFigure();
    void hiddenRacesAreInNoBacktest();
    void standingsStopBeforeAHiddenRace();
    void aMessageTellsNoHiddenResult();
    void aMessageIsOfItsRace();
    void theRecordFollowsASync();
    void overdueQualifyingIsNotAwaited();
    void theSwitchStaysWhereItIs();
    void tabsKeepTheirPlace();
    void theSearchLooksThroughAllSeasons();
    void theKeyboardGoesToWhatIsFound();
    void aStartOnAWeekendOpensItsRace();
    void workSaysSinceWhen();
    void phrasesAreKeptApart();
    void filesSayWhatTheyHold();
    void copiesAreConfirmed();
    void allChartsInOneGo();
    void theSharedDatabaseIsNamed();
};

void HabitsTest::onlyRecentRacesAreHidden()
{
    const auto program = predictedProgram(); // of 2025; results go to Canada 2026
    Page* result = program->window->page(PageId::Result);
    program->window->showPage(PageId::Result);
    program->preferences.setHideResults(true);
    QTest::qWait(100);
    QVERIFY(!result->isEmpty());
    QVERIFY(!program->window->actions().reveal->isEnabled());
    program->chooseRace(2026, QStringLiteral("Canada"));
    QTRY_COMPARE(result->emptyView()->head(), QStringLiteral("Result hidden."));
    program->chooseRace(2026, QStringLiteral("China"));
    QTRY_VERIFY(!result->isEmpty());
    program->preferences.setHiddenChoice(HiddenChoice::Season);
    QTRY_VERIFY(result->isEmpty());
    program->chooseRace(2025, QStringLiteral("Abu Dhabi"));
    QTRY_VERIFY(!result->isEmpty());
    program->preferences.setHiddenChoice(HiddenChoice::All);
    QTRY_VERIFY(result->isEmpty());
    program->window->actions().reveal->trigger();
    QTRY_VERIFY(!result->isEmpty());
}

void HabitsTest::hiddenRacesAreInNoFigure()
{
    const auto program = predictedProgram();
    program->window->showPage(PageId::Record);
    Page* page = program->window->currentPage();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), Patience);
    auto* kinds = program->window->findChild<SegmentBar*>(QStringLiteral("recordKinds"));
    QVERIFY(kinds->currentText().contains(QStringLiteral("1 race")));
    program->preferences.setHiddenChoice(HiddenChoice::All);
    program->preferences.setHideResults(true);
    QTRY_VERIFY_WITH_TIMEOUT(page->isEmpty(), Patience);
    const auto words = page->emptyView()->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(
        words, [](const QLabel* label) { return label->text().contains(QStringLiteral("hidden")); }));
    program->windowModel().reveal();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), Patience);
}

void HabitsTest::hiddenRacesAreInNoBacktest()
{
    Program program(Thursday);
    program.open();
    program.windowModel().backtest(2026, 2026, Stage::Grid);
    auto* kinds = program.window->findChild<SegmentBar*>(QStringLiteral("recordKinds"));
    QTRY_VERIFY_WITH_TIMEOUT(kinds->currentText().contains(QStringLiteral("5 races")), Patience);
    program.preferences.setHideResults(true);
    QTRY_VERIFY_WITH_TIMEOUT(kinds->currentText().contains(QStringLiteral("4 races")), Patience);
    auto* seasons = program.window->findChild<TableView*>(QStringLiteral("record-seasons"));
    QTRY_COMPARE(program.cell(seasons, 0, "races").data().toString(), QStringLiteral("4"));
    program.preferences.setHideResults(false);
    QTRY_VERIFY_WITH_TIMEOUT(kinds->currentText().contains(QStringLiteral("5 races")), Patience);
}

void HabitsTest::standingsStopBeforeAHiddenRace()
{
    Program program(Thursday);
    program.open();
    program.preferences.setHideResults(true);
    program.window->showPage(PageId::Season);
    Page* page = program.window->currentPage();
    SeasonSession& session = program.windowModel().seasonSession();
    QTRY_VERIFY_WITH_TIMEOUT(session.view() && !session.isComputing(), Patience);
    QTRY_COMPARE(page->emptyView()->head(), QStringLiteral("Standings hidden."));
    QTest::mouseClick(page->emptyView()->button(QStringLiteral("showEarlierRound")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), Patience);
    QCOMPARE(session.view()->after, 4);
    // Every race of the season is hidden: no standings at all.
    program.preferences.setHiddenChoice(HiddenChoice::Season);
    QTRY_VERIFY(page->isEmpty());
    QTest::mouseClick(page->emptyView()->button(QStringLiteral("showEarlierRound")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), Patience);
    QCOMPARE(session.view()->after, 0);
}

void HabitsTest::aMessageTellsNoHiddenResult()
{
    const auto program = predictedProgram();
    QTRY_VERIFY(message(*program).startsWith(QStringLiteral("Abu Dhabi 2025 – Judged: mean error")));
    program->preferences.setHiddenChoice(HiddenChoice::All);
    program->preferences.setHideResults(true);
    QTRY_VERIFY2(message(*program).startsWith(QStringLiteral("Abu Dhabi 2025 – Judged.")),
                 qPrintable(message(*program)));
    program->window->actions().messages->trigger();
    const auto* list = program->window->findChild<QDialog*>(QStringLiteral("messageList"));
    QVERIFY(list && list->isVisible());
    for (const QLabel* label : list->findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(QStringLiteral("mean error")), qPrintable(label->text()));
    program->windowModel().reveal();
    QTRY_VERIFY(message(*program).contains(QStringLiteral("mean error")));
}

void HabitsTest::aMessageIsOfItsRace()
{
    const auto program = predictedProgram();
    MessageBar* bar = program->window->messages();
    QTRY_VERIFY(message(*program).startsWith(QStringLiteral("Abu Dhabi 2025 – Judged")));
    auto* counter = bar->findChild<QPushButton*>(QStringLiteral("messageCount"));
    QVERIFY(counter->isVisible());
    const int all = int(bar->messages().size());
    QVERIFY(counter->text().startsWith(QString::number(all)));
    QTest::mouseClick(counter, Qt::LeftButton);
    auto* list = program->window->findChild<QDialog*>(QStringLiteral("messageList"));
    QVERIFY(list && list->isVisible());
    int heads = 0;
    for (const QLabel* label : list->findChildren<QLabel*>())
        heads += label->text().contains(QStringLiteral("Abu Dhabi 2025 – ")) ? 1 : 0;
    QCOMPARE(heads, 2); // predicted, judged
    list->close();
    program->chooseRace(2025, QStringLiteral("Monaco"));
    QVERIFY(!bar->isVisible());
    QCOMPARE(int(bar->messages().size()), all);
}

void HabitsTest::theRecordFollowsASync()
{
    Program program(Thursday);
    program.open();
    program.chooseRace(2025, QStringLiteral("Abu Dhabi"));
    program.press(program.window->tools()->predictButton());
    program.window->showPage(PageId::Record);
    Page* page = program.window->currentPage();
    QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().record(), Patience);
    QVERIFY(page->isEmpty());
    program.windowModel().syncResults(); // and the page stays in front
    QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), Patience);
}

void HabitsTest::overdueQualifyingIsNotAwaited()
{
    const auto at = [](const char* time) { return timeFromIso(QString::fromLatin1(time)).value(); };
    FreezeWindow window;
    window.opens = at("2026-06-06T17:00:00Z");
    window.estimated = true;
    window.closes = at("2026-06-07T13:00:00Z");
    ForecastView preview;
    const QDateTime before = at("2026-06-06T16:30:00Z"), after = at("2026-06-06T18:30:00Z");
    QVERIFY(PreviewNotice::of(window, preview, before).words.contains(QStringLiteral("about")));
    QVERIFY(PreviewNotice::of(window, preview, after).words.contains(QStringLiteral("Predict fetches it")));
    RaceDetails race;
    race.overview.window = window;
    race.overview.race.start = window.closes;
    race.overview.race.eventDate = window.closes->date();
    QVERIFY(PredictOffer::of(&race, before).role == PredictOffer::Role::Preview);
    QVERIFY(PredictOffer::of(&race, after).role == PredictOffer::Role::Freeze);
    const EmptyState state = EmptyWords::prediction(race, {}, after);
    QVERIFY(state.offers.front().command == Command::Predict && state.offers.front().primary);
    QVERIFY(!state.sentence.contains(QStringLiteral("about")));
}

void HabitsTest::theSwitchStaysWhereItIs()
{
    const auto program = predictedProgram();
    for (const PageId id : {PageId::Prediction, PageId::Season}) {
        program->window->showPage(id);
        Page* page = program->window->currentPage();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), Patience);
        ChartDeck* deck = page->charts();
        auto* bar = deck->findChild<SegmentBar*>();
        std::optional<QPoint> place;
        for (QPushButton* button : bar->findChildren<QPushButton*>()) {
            button->click();
            QTest::qWait(50); // layouts come to a rest
            const QPoint now = bar->mapTo(program->window.get(), QPoint());
            QVERIFY2(now == place.value_or(now), qPrintable(button->text()));
            place = now;
        }
    }
}

void HabitsTest::tabsKeepTheirPlace()
{
    Program program(Thursday);
    program.open();
    program.window->showPage(PageId::Prediction);
    program.press(program.window->tools()->predictButton()); // a preview, with its notice
    program.window->messages()->dismiss();
    QTRY_VERIFY(program.window->findChild<QWidget*>(QStringLiteral("previewNotice"))->isVisible());
    auto* tabs = program.window->findChild<QTabBar*>(QStringLiteral("pageTabs"));
    QTest::qWait(50);
    const QPoint place = tabs->mapTo(program.window.get(), QPoint());
    program.window->showPage(PageId::Result);
    QTest::qWait(50);
    QVERIFY(!program.window->findChild<QWidget*>(QStringLiteral("previewNotice"))->isVisible());
    QCOMPARE(tabs->mapTo(program.window.get(), QPoint()), place);
}

void HabitsTest::theSearchLooksThroughAllSeasons()
{
    Program program(Thursday);
    program.open();
    QLineEdit* search = program.window->tools()->search();
    QTRY_VERIFY(search->placeholderText().contains(QStringLiteral("2026")));
    OtherSeasons* others = program.window->raceList()->others();
    search->setText(QStringLiteral("monza 2025"));
    QTRY_VERIFY(others->isVisible());
    QCOMPARE(others->words(), QStringLiteral("Nothing found in 2026. In other seasons:"));
    QCOMPARE(others->list()->count(), 1);
    QCOMPARE(others->list()->item(0)->text(), QStringLiteral("2025 Italy"));
    // Right where the list begins, not at the foot of the window.
    QTRY_COMPARE(others->y(), program.window->raceList()->view()->y());
    search->setText(QStringLiteral("monza"));
    QTRY_VERIFY(others->list()->count() > 20); // Monza, every year
    QVERIFY(others->words().startsWith(QStringLiteral("1 of ")));
    QCOMPARE(others->list()->item(0)->text(), QStringLiteral("2025 Italy"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QVERIFY(!others->isVisible());
}

void HabitsTest::theKeyboardGoesToWhatIsFound()
{
    Program program(Thursday);
    program.open();
    QTRY_VERIFY(!program.windowModel().races().empty());
    QLineEdit* search = program.window->tools()->search();
    search->setFocus();
    search->setText(QStringLiteral("china"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(program.window->header()->title(), QStringLiteral("Chinese Grand Prix"));
    search->setText(QStringLiteral("monza 2025"));
    QTRY_COMPARE(program.window->raceList()->others()->list()->count(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(program.window->raceList()->others()->list(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.windowModel().season(), 2025, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(program.window->header()->title(), QStringLiteral("Italian Grand Prix"),
                              Patience);
}

void HabitsTest::aStartOnAWeekendOpensItsRace()
{
    Program program(Thursday);
    program.open();
    program.chooseRace(2025, QStringLiteral("Monaco"));
    program.makeWindow();
    program.open();
    QTRY_COMPARE_WITH_TIMEOUT(program.windowModel().season(), 2025, Patience);
    program.clock.set(timeFromIso(QStringLiteral("2026-06-06T18:00:00Z")).value());
    program.makeWindow();
    program.open();
    QTRY_COMPARE_WITH_TIMEOUT(program.windowModel().season(), 2026, Patience);
    QTRY_COMPARE(program.window->header()->title(), QStringLiteral("Monaco Grand Prix"));
}

void HabitsTest::workSaysSinceWhen()
{
    Program program(Thursday);
    program.open();
    program.windowModel().backtest(2026, 2026, Stage::Grid);
    const QString words = program.window->statusStrip()->workText();
    QVERIFY2(words.startsWith(QStringLiteral("Backtest 2026 to 2026 – for ")), qPrintable(words));
    QTRY_VERIFY_WITH_TIMEOUT(program.window->statusStrip()->workText().isEmpty(), Patience);
}

// By a dash or a dot with air around it, never by a hyphen, and nothing from nothing. A dot may begin a label
// that follows another one.
void HabitsTest::phrasesAreKeptApart()
{
    static const QRegularExpression bad(QStringLiteral("\\w - \\w|· *·|– *–|· *$|\\S·|·\\S|\\.\\.(?!\\.)"));
    Program program(Thursday);
    program.open();
    program.chooseRace(2025, QStringLiteral("Abu Dhabi"));
    program.windowModel().predict();
    QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().raceView()->prediction, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), Patience);
    int seen = 0;
    const auto look = [&] {
        for (const QLabel* label : program.window->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            ++seen;
            QVERIFY2(!bad.match(label->text()).hasMatch(), qPrintable(label->text()));
        }
        const QAbstractItemModel* races = program.window->raceList()->model();
        for (int row = 0; row < races->rowCount(); ++row) {
            const QString tip = races->index(row, 2).data(Qt::ToolTipRole).toString();
            QVERIFY2(!bad.match(tip).hasMatch(), qPrintable(tip));
        }
    };
    for (const PageId page :
         {PageId::Prediction, PageId::Result, PageId::Metrics, PageId::Record, PageId::Season}) {
        program.window->showPage(page);
        look();
    }
    program.chooseRace(2026, QStringLiteral("Monaco"));
    program.window->showPage(PageId::Prediction);
    look();
    QVERIFY(seen > 40);
}

void HabitsTest::filesSayWhatTheyHold()
{
    const auto program = predictedProgram();
    const auto suggested = [&](PageId id) {
        program->window->showPage(id);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!program->window->currentPage()->isEmpty(), Patience); }();
        program->window->actions().saveImage->trigger();
        return program->dialogs.suggested;
    };
    QCOMPARE(suggested(PageId::Prediction),
             QStringLiteral("2025-24-abu-dhabi-prediction-retrospective-gaps.png"));
    QCOMPARE(suggested(PageId::Result), QStringLiteral("2025-24-abu-dhabi-result-retrospective-slope.png"));
    QCOMPARE(suggested(PageId::Record), QStringLiteral("track-record-retrospective-2025-skill.png"));
    QCOMPARE(suggested(PageId::Season), QStringLiteral("2025-season-after-round-24-final-drivers-final.png"));
    program->window->actions().exportTable->trigger();
    QCOMPARE(program->dialogs.suggested,
             QStringLiteral("2025-season-after-round-24-final-drivers-standings.csv"));
    program->window->showPage(PageId::Record);
    for (const ChartDeck* deck : program->window->currentPage()->allCharts())
        QVERIFY2(deck->shownName().contains(QStringLiteral("Parc Fermé")), qPrintable(deck->shownName()));
    QVERIFY(program->window->currentPage()->allCharts().back()->shownName().startsWith(
        QStringLiteral("Reliability: Podium")));
}

void HabitsTest::copiesAreConfirmed()
{
    const auto program = predictedProgram();
    program->window->showPage(PageId::Prediction);
    program->window->actions().copy->trigger();
    QCOMPARE(message(*program), QStringLiteral("Table copied. Prediction, 20 rows"));
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines[1].contains(QStringLiteral("Max Verstappen")), qPrintable(lines[1]));
    for (const QString& cell : lines[1].split(u'\t'))
        QVERIFY2(cell.size() < 24, qPrintable(cell)); // no full precision
    program->window->actions().copyImage->trigger();
    QVERIFY(message(*program).contains(QStringLiteral("Abu Dhabi Grand Prix 2025 · Retrospective")));
    QVERIFY(!QApplication::clipboard()->image().isNull());
}

void HabitsTest::allChartsInOneGo()
{
    const auto program = predictedProgram();
    QDir dir(program->home.path());
    QVERIFY(dir.mkdir(QStringLiteral("page")) && dir.mkdir(QStringLiteral("season")));
    program->window->showPage(PageId::Prediction);
    program->dialogs.answer = dir.filePath(QStringLiteral("page"));
    program->window->actions().saveAllImages->trigger();
    program->window->actions().saveAllImages->trigger(); // nothing is written over
    QCOMPARE(QDir(program->dialogs.answer).entryList(QDir::Files).size(), 8);
    program->dialogs.answer = dir.filePath(QStringLiteral("season"));
    program->window->actions().saveSeasonImages->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(message(*program).contains(program->dialogs.answer), 2 * Patience);
    QStringList names = QDir(program->dialogs.answer).entryList(QDir::Files, QDir::Name);
    for (const char* kind :
         {"24-abu-dhabi-prediction-retrospective-", "24-abu-dhabi-result-retrospective-slope",
          "24-abu-dhabi-metrics-retrospective-scores", "season-after-round-24-final-drivers-odds",
          "season-after-round-24-final-drivers-so-far", "season-after-round-24-final-teams-final",
          "track-record-retrospective-reliability-podium"})
        QVERIFY2(
            !names.filter(QRegularExpression(QStringLiteral("^2025-") + QLatin1StringView(kind))).isEmpty(),
            qPrintable(QLatin1StringView(kind) + names.join(u'\n')));
    QCOMPARE(names.filter(QStringLiteral("prediction")).size(), 4);
    QVERIFY(message(*program).startsWith(QString::number(names.size())));
}

// Short, without the password, and where there is less room without what else there is of it.
void HabitsTest::theSharedDatabaseIsNamed()
{
    QAction cancel;
    StatusStrip strip(&cancel);
    SourceStatus status;
    status.database = QStringLiteral("/home/anna/predictions.sqlite");
    strip.setStatus(status, QDateTime());
    QCOMPARE(strip.sharedText(), QString());
    status.database =
        QStringLiteral("postgresql://anna:secret@db.example:5432/office%20league?sslmode=require");
    strip.setStatus(status, QDateTime());
    QCOMPARE(strip.sharedText(), QStringLiteral("Shared database “office league”"));
    const auto* label = strip.findChild<QLabel*>(QStringLiteral("sharedDatabase"));
    QVERIFY(label->toolTip().contains(QStringLiteral("db.example")));
    QVERIFY(!label->toolTip().contains(QStringLiteral("secret")));
    strip.setNarrow(true);
    QCOMPARE(strip.sharedText(), QStringLiteral("Shared: “office league”"));
    // It gives way before the strip asks the window for more.
    const int usual = strip.minimumSizeHint().width();
    status.database = QStringLiteral("postgresql://db.example/") + QString(60, u'w');
    strip.setStatus(status, QDateTime());
    QCOMPARE(strip.minimumSizeHint().width(), usual);
}

QTEST_MAIN(HabitsTest)
#include "HabitsTest.moc"
