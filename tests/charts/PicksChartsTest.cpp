#include "support/PicksSample.h"

#include "ui/charts/LeagueChart.h"
#include "ui/charts/PickSlopeChart.h"
#include "ui/charts/PlacesChart.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;
using namespace Qt::StringLiterals;

namespace {

int marksOf(const ChartWidget& chart, const QString& driver)
{
    return int(std::ranges::count(chart.marks(), driver, &ChartMark::driver));
}

void draw(ChartWidget& chart)
{
    chart.resize(460, 420);
    chart.grab();
}

std::vector<PickOrderModel::Line> lines(int drivers)
{
    std::vector<PickOrderModel::Line> lines;
    for (int i = 0; i < drivers; ++i)
        lines.push_back({sample::driverId(i), u"team_0"_s, i != 2, drivers - i, {}});
    return lines;
}

} // namespace

class PicksChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkSaysWhatItIs()
    {
        PickSlopeChart slopes;
        slopes.setOrder(lines(6), sample::people(6));
        const ForecastView model = sample::forecast(6);
        const ResultRevision result = sample::result(6);
        ComparedOrders orders{&result, sample::order(6), &model, {}, {}};
        PlacesChart places;
        places.setDrivers(compared(orders), sample::people(6));
        LeagueChart league;
        league.setLeague(sample::league(), u"robin"_s);
        for (ChartWidget* chart : std::initializer_list<ChartWidget*>{&slopes, &places, &league}) {
            draw(*chart);
            QVERIFY(!chart->marks().empty());
            QVERIFY(!chart->accessibleName().isEmpty());
            for (const ChartMark& mark : chart->marks())
                QVERIFY(!mark.toolTip.isEmpty());
            const QTemporaryDir folder;
            QVERIFY(chart->saveSvg(folder.filePath(u"a.svg"_s)));
            QVERIFY(chart->savePng(folder.filePath(u"a.png"_s)));
        }
        QCOMPARE(marksOf(slopes, sample::driverId(0)), 2); // at both ends
        QCOMPARE(marksOf(places, sample::driverId(0)), 1);
        QCOMPARE(marksOf(league, u"player:mei"_s), 3);
    }

    void aClickOnAModelsEndChoosesHim()
    {
        PickSlopeChart slopes;
        slopes.setOrder(lines(6), sample::people(6));
        draw(slopes);
        QSignalSpy chosen(&slopes, &ChartWidget::driverSelected);
        // In the last row the model has him whom I have first.
        QPointF last;
        for (const ChartMark& mark : slopes.marks())
            if (mark.driver == sample::driverId(0) && mark.area.left() > slopes.width() / 3.0)
                last = mark.area.center();
        QTest::mouseClick(&slopes, Qt::LeftButton, {}, last.toPoint());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toString(), sample::driverId(0));
    }

    void withNothingToShowTheySaySo()
    {
        PickSlopeChart slopes;
        PlacesChart places;
        LeagueChart league;
        for (ChartWidget* chart : std::initializer_list<ChartWidget*>{&slopes, &places, &league}) {
            draw(*chart);
            QVERIFY(chart->marks().empty());
        }
        std::vector<PickOrderModel::Line> alone = {{u"a"_s, {}, true, {}, {}}};
        slopes.setOrder(alone, {});
        draw(slopes);
        QVERIFY(slopes.marks().empty());
    }
};

QTEST_MAIN(PicksChartsTest)
#include "PicksChartsTest.moc"
