#include "Program.h"
#include "support/Utc.h"

#include "ui/session/HeaderState.h"
#include "ui/session/RaceWords.h"
#include "ui/theme/Style.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/KindBadge.h"
#include "ui/window/MineBadge.h"
#include "ui/window/RaceHeader.h"

#include <QAbstractButton>
#include <QLabel>
#include <QVBoxLayout>

using namespace parcferme;

namespace {

RaceDetails pageOf(const char* start)
{
    RaceDetails page;
    page.overview.race.name = QStringLiteral("Somewhere Grand Prix");
    page.overview.race.start = test::utc(start);
    page.overview.race.eventDate = page.overview.race.start->date();
    page.overview.race.timezone = QStringLiteral("America/New_York");
    page.overview.state = RaceState::WindowOpen;
    page.overview.window.open = true;
    return page;
}

QString left(const RaceDetails& page, const char* now)
{
    return HeaderWords::state(page, nullptr, test::utc(now), false).large;
}

} // namespace

// For a user in Berlin, and a track in New York: their clocks change on different days.
class CountdownTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
        QLocale::setDefault(QLocale::c());
        QApplication::setStyle(new Style);
    }

    void minutesBeforeAndSecondsInTheLastHour()
    {
        const RaceDetails page = pageOf("2026-06-07T13:00:00Z");
        QCOMPARE(left(page, "2026-06-01T12:00:00Z"), QStringLiteral("6 d 1 h"));
        QCOMPARE(left(page, "2026-06-07T11:18:20Z"), QStringLiteral("1 h 41 min"));
        QCOMPARE(left(page, "2026-06-07T12:00:00Z"), QStringLiteral("1 h 0 min"));
        QCOMPARE(left(page, "2026-06-07T12:00:01Z"), QStringLiteral("59 min 59 s"));
        QCOMPARE(left(page, "2026-06-07T12:59:59Z"), QStringLiteral("0 min 1 s"));
        QVERIFY(!HeaderWords::countsSeconds(page, test::utc("2026-06-07T12:00:00Z")));
        QVERIFY(HeaderWords::countsSeconds(page, test::utc("2026-06-07T12:00:01Z")));
    }

    void theFreezeWindowCountsSecondsToo()
    {
        RaceDetails page = pageOf("2026-06-07T13:00:00Z");
        page.overview.window.open = false;
        page.overview.window.opens = test::utc("2026-06-06T16:00:00Z");
        QCOMPARE(left(page, "2026-06-06T15:30:10Z"), QStringLiteral("29 min 50 s"));
        QVERIFY(HeaderWords::countsSeconds(page, test::utc("2026-06-06T15:30:10Z")));
        QVERIFY(!HeaderWords::countsSeconds(page, test::utc("2026-06-06T14:30:10Z")));
    }

    // The night of 28 to 29 March 2026 has 23 hours in Berlin, that of 24 to 25 October has 25.
    void aChangeOfTheClocksIsNoHourLost()
    {
        const RaceDetails spring = pageOf("2026-03-29T13:00:00Z");
        QCOMPARE(left(spring, "2026-03-28T13:00:00Z"), QStringLiteral("1 d"));
        QCOMPARE(left(spring, "2026-03-28T14:00:00Z"), QStringLiteral("23 h 0 min"));
        QVERIFY(RaceWords::start(spring.overview.race).contains(QStringLiteral("15:00 CEST")));
        const RaceDetails autumn = pageOf("2026-10-25T13:00:00Z");
        QCOMPARE(left(autumn, "2026-10-24T14:00:00Z"), QStringLiteral("23 h 0 min"));
        QVERIFY(RaceWords::start(autumn.overview.race).contains(QStringLiteral("14:00 CET")));
    }

    void theTooltipHasTrackTimeAndUtc()
    {
        // New York is on summer time already, Berlin not yet.
        const QStringList lines =
            RaceWords::startTooltip(pageOf("2026-03-15T18:00:00Z").overview.race).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].endsWith(QStringLiteral("19:00 CET")));
        QVERIFY(lines[1].endsWith(QStringLiteral("14:00 EDT")));
        QVERIFY(lines[2].endsWith(QStringLiteral("18:00")));
        QVERIFY(lines[2].startsWith(QStringLiteral("UTC")));
        Race dateOnly;
        dateOnly.eventDate = QDate(1978, 5, 7);
        QVERIFY(RaceWords::startTooltip(dateOnly).contains(QStringLiteral("date")));
    }

    // Where only the day is known there is no hour to count down to.
    void aDayWithoutAnHour()
    {
        RaceDetails page = pageOf("2026-06-07T13:00:00Z");
        page.overview.race.start.reset();
        QCOMPARE(left(page, "2026-06-05T14:00:00Z"), QStringLiteral("2 days"));
        QCOMPARE(left(page, "2026-06-07T10:00:00Z"), QStringLiteral("today"));
        QVERIFY(left(page, "2026-06-08T10:00:00Z").startsWith(QStringLiteral("No result")));
    }

    // With both badges in a narrow window: the words beside the title give way, the title and the switch do
    // not.
    void theTitleIsNotCut()
    {
        RaceHeader header;
        HeaderState state;
        state.title = QStringLiteral("Dutch Grand Prix");
        state.sessions = {{Session::Sprint, {QStringLiteral("3.09"), RaceBadge::Icon::Lock}},
                          {Session::Race, {QStringLiteral("1.82"), RaceBadge::Icon::Lock}}};
        state.kind = PredictionKind::Live;
        state.mine = PickState::Locked;
        state.large = QStringLiteral("2.45 positions");
        state.caption = QStringLiteral("my mean error; model 1.82, grid 2.45, and some words more");
        state.shortCaption = QStringLiteral("my mean error");
        state.shorterPlaces = {QStringLiteral("Round 12  ·  Zandvoort")};
        state.place = state.shorterPlaces.front() + QStringLiteral("  ·  ").repeated(60);
        for (const int width : {720, 820, 1200}) {
            header.resize(width, 120);
            header.setState(state);
            header.show();
            QVERIFY(QTest::qWaitForWindowExposed(&header));
            const auto* title = header.findChild<QLabel*>(QStringLiteral("raceTitle"));
            QTRY_VERIFY2(title->width() >= title->fontMetrics().horizontalAdvance(state.title),
                         qPrintable(QString::number(width)));
            for (const QAbstractButton* button :
                 header.findChild<SegmentBar*>(QStringLiteral("sessions"))->findChildren<QAbstractButton*>())
                QTRY_VERIFY(button->width() >= button->sizeHint().width());
            for (const QWidget* badge : {static_cast<QWidget*>(header.findChild<KindBadge*>()),
                                         static_cast<QWidget*>(header.findChild<MineBadge*>())}) {
                QTRY_VERIFY(badge->width() >= badge->sizeHint().width());
                QVERIFY(!badge->accessibleName().isEmpty());
            }
        }
    }

    // The table needs the room of a low window: one row of facts, and the rest in the tooltip.
    void aLowWindowHasALowHeader()
    {
        RaceHeader header;
        HeaderState state;
        state.title = QStringLiteral("Monaco Grand Prix");
        state.place = QStringLiteral("Round 6, season 2026");
        for (int i = 0; i < 12; ++i)
            state.facts.push_back(
                {QStringLiteral("Fact %1").arg(i), QStringLiteral("a value of some words"), {}, {}});
        state.facts.back().warning = true;
        state.facts[10].level = QStringLiteral("in some words");
        state.facts[10].shortLevel = QStringLiteral("in few");
        const auto shows = [&header](const QString& fact) {
            return std::ranges::any_of(header.findChildren<QWidget*>(), [&](const QWidget* widget) {
                return widget->isVisible() && widget->accessibleName().startsWith(fact);
            });
        };
        header.resize(720, 60);
        header.setState(state);
        const int usual = header.heightForWidth(720);
        header.setLow(true);
        header.show();
        QVERIFY(QTest::qWaitForWindowExposed(&header));
        const int low = header.heightForWidth(720);
        QVERIFY2(low < 100 && usual > low + 60, qPrintable(QString::number(low)));
        QVERIFY(header.toolTip().contains(state.place));
        QVERIFY(header.toolTip().contains(QStringLiteral("Fact 10")));
        QVERIFY(!header.toolTip().contains(QStringLiteral("Fact 11"))); // the warning shows
        QVERIFY(!shows(QStringLiteral("Fact 10")));
        header.setLow(false);
        QCOMPARE(header.heightForWidth(720), usual);
        QVERIFY(shows(QStringLiteral("Fact 10")));
    }

    void theWindowFollowsItsClock()
    {
        Program program(QStringLiteral("2026-06-05T12:59:10Z"));
        program.open();
        const auto fact = [&program] { return program.window->header()->largeFact(); };
        QTRY_COMPARE_WITH_TIMEOUT(fact(), QStringLiteral("1 d 3 h"), 30000);
        program.clock.set(test::utc("2026-06-06T14:58:20Z"));
        QTRY_COMPARE_WITH_TIMEOUT(fact(), QStringLiteral("1 h 1 min"), 30000);
        program.clock.set(test::utc("2026-06-06T15:30:10Z"));
        QTRY_COMPARE_WITH_TIMEOUT(fact(), QStringLiteral("29 min 50 s"), 30000);
        program.clock.set(test::utc("2026-06-06T15:30:13Z"));
        QTRY_COMPARE_WITH_TIMEOUT(fact(), QStringLiteral("29 min 47 s"), 30000);
    }

    // A warning is the last fact, and the longest: where it wraps, the header grows.
    void aWarningThatWrapsIsSeen()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* header = new RaceHeader;
        layout->addWidget(header);
        layout->addWidget(new QWidget, 1);
        HeaderState state;
        state.title = QStringLiteral("Monaco Grand Prix");
        state.kind = PredictionKind::Live;
        for (const char* label :
             {"To win", "Inputs observed", "Stage", "Frozen", "Data client", "Warnings"}) {
            HeaderFact fact;
            fact.label = QString::fromLatin1(label);
            fact.value = QStringLiteral("The machine's clock is behind the source's.");
            state.facts.push_back(fact);
        }
        header->setState(state);
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(header->height() >= header->heightForWidth(header->width()));
        for (const QLabel* label : header->findChildren<QLabel*>())
            if (label->isVisible())
                QVERIFY2(!label->visibleRegion().isEmpty(), qPrintable(label->text()));
    }
};

QTEST_MAIN(CountdownTest)
#include "CountdownTest.moc"
