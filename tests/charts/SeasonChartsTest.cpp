#include "support/SeasonSample.h"

#include "ui/charts/FinalPointsChart.h"
#include "ui/charts/PointsChart.h"
#include "ui/charts/SeasonMarks.h"
#include "ui/charts/TitleOddsChart.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;
using season::Contestants;

namespace {

int marksOf(const ChartWidget& chart, const char* driver)
{
    return int(std::ranges::count(chart.marks(), QString::fromLatin1(driver), &ChartMark::driver));
}

void draw(ChartWidget& chart)
{
    chart.resize(640, 460);
    chart.grab();
}

} // namespace

class SeasonChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkSaysWhatItIs()
    {
        const auto rounds = sample::seasonRounds(3, 3);
        const SeasonView& view = *rounds.at(3);
        FinalPointsChart final;
        final.setSeason(view, Contestants::Drivers, nullptr, false);
        TitleOddsChart odds;
        odds.setSeason(view, rounds, Contestants::Drivers);
        PointsChart points;
        points.setSeason(view, Contestants::Drivers);
        for (ChartWidget* chart : {static_cast<ChartWidget*>(&final), static_cast<ChartWidget*>(&odds),
                                   static_cast<ChartWidget*>(&points)}) {
            draw(*chart);
            QVERIFY(!chart->marks().empty());
            QVERIFY(!chart->accessibleName().isEmpty());
            for (const ChartMark& mark : chart->marks())
                QVERIFY(!mark.toolTip.isEmpty());
            QTemporaryDir folder;
            QVERIFY(chart->saveSvg(folder.filePath(QStringLiteral("a.svg"))));
            QVERIFY(chart->savePng(folder.filePath(QStringLiteral("a.png"))));
        }
        QCOMPARE(marksOf(final, "ann"), 1);
        QCOMPARE(marksOf(odds, "ann"), 4);       // before the first, and after three rounds
        QCOMPARE(marksOf(points, "ann"), 4 + 3); // and three to come
    }

    // Who never had a chance to speak of has no line of his own.
    void theOthersAreOneLine()
    {
        const auto rounds = sample::seasonRounds(4, 4);
        TitleOddsChart odds;
        odds.setSeason(*rounds.at(4), rounds, Contestants::Drivers);
        draw(odds);
        QCOMPARE(marksOf(odds, "dan"), 0);
        QVERIFY(marksOf(odds, "") > 0);
    }

    void roundsNotComputedYetAreAGap()
    {
        auto rounds = sample::seasonRounds(3, 3);
        rounds.erase(1);
        TitleOddsChart odds;
        odds.setSeason(*rounds.at(3), rounds, Contestants::Drivers);
        draw(odds);
        QCOMPARE(marksOf(odds, "ann"), 3);
    }

    void aConditionShowsRows()
    {
        const SeasonView view = sample::season(3, 3);
        season::SeasonOutlook ifSo = view.forecast->outlook;
        ifSo.drivers[1].pTitle += 0.2;
        TitleOddsChart odds;
        odds.setChanges(view, Contestants::Drivers, ifSo, QStringLiteral("if Baker wins"));
        draw(odds);
        QVERIFY(odds.showsChanges());
        QCOMPARE(odds.marks().size(), std::size_t(4));
        FinalPointsChart final;
        final.setSeason(view, Contestants::Drivers, &ifSo, false);
        draw(final);
        QVERIFY(final.marks()[1].toolTip.contains(QStringLiteral("If so")));
        odds.setSeason(view, {}, Contestants::Drivers);
        QVERIFY(!odds.showsChanges());
    }

    void aSeasonThatIsOver()
    {
        const auto rounds = sample::seasonRounds(6, 6);
        TitleOddsChart odds;
        odds.setSeason(*rounds.at(6), rounds, Contestants::Drivers);
        PointsChart points;
        points.setSeason(*rounds.at(6), Contestants::Teams);
        draw(odds);
        draw(points);
        QVERIFY(odds.marks().back().toolTip.size() > 0);
        QCOMPARE(marksOf(points, "red"), 7);
        QCOMPARE(points.title(), QStringLiteral("Points so far"));
    }

    void labelsNeverMeet()
    {
        std::vector<EndLabel> labels(5);
        labels[0].y = 100;
        labels[1].y = 99;
        labels[2].y = 101;
        labels[3].y = 10;
        labels[4].y = 100;
        spreadLabels(labels, 19, 0, 120);
        for (std::size_t i = 1; i < labels.size(); ++i)
            QVERIFY(labels[i].y - labels[i - 1].y >= 19);
        QVERIFY(labels.back().y <= 120);
    }

    void choosesADriver()
    {
        const SeasonView view = sample::season(3, 3);
        FinalPointsChart final;
        final.setSeason(view, Contestants::Drivers, nullptr, true);
        draw(final);
        QSignalSpy chosen(&final, &ChartWidget::driverSelected);
        QTest::mouseClick(&final, Qt::LeftButton, {}, final.marks()[2].area.center().toPoint());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(final.selectedDriver(), QStringLiteral("cyd"));
    }
};

QTEST_MAIN(SeasonChartsTest)
#include "SeasonChartsTest.moc"
