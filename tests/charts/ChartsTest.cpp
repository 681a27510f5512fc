#include "support/ForecastSample.h"
#include "ui/charts/GapChart.h"
#include "ui/charts/PairMatrix.h"
#include "ui/charts/PositionHeatMap.h"
#include "ui/charts/ReliabilityChart.h"
#include "ui/charts/ScoreChart.h"
#include "ui/charts/SkillChart.h"
#include "ui/charts/SlopeChart.h"
#include "ui/charts/WhyChart.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace parcferme;

namespace {

int warnings = 0;
void countWarnings(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtDebugMsg || type == QtInfoMsg || text.contains(QStringLiteral("does not support")))
        return;
    ++warnings;
    fprintf(stderr, "%s\n", qPrintable(text));
}

// All charts with the same drivers.
struct Charts
{
    explicit Charts(int drivers, PredictionKind kind = PredictionKind::Live)
    {
        const People people = sample::people(drivers);
        const ForecastView view = sample::forecast(drivers, kind);
        const ResultRevision result = sample::result(drivers);
        const evaluation::Report report = sample::report(drivers > 3 ? 30 : drivers);
        gap.setForecast(view, people);
        heat.setForecast(view, people);
        heat.setResult(result);
        slope.setResult(view, result, people);
        why.setForecast(view, people);
        pairs.setForecast(view, people);
        if (drivers > 0)
            scores.setEvaluation(sample::evaluation(), kind);
        skill.setReport(report);
        reliability.setReliability(report.podium);
    }
    std::vector<ChartWidget*> all()
    {
        return {&gap, &heat, &slope, &why, &pairs, &scores, &skill, &reliability};
    }

    GapChart gap;
    PositionHeatMap heat;
    SlopeChart slope;
    WhyChart why;
    PairMatrix pairs;
    ScoreChart scores;
    SkillChart skill;
    ReliabilityChart reliability;
};

const ChartMark* markOf(const ChartWidget& chart, const QString& driver)
{
    for (const ChartMark& mark : chart.marks())
        if (mark.driver == driver)
            return &mark;
    return nullptr;
}

int differentPixels(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) < 24 && std::abs(a.green() - b.green()) < 24 &&
           std::abs(a.blue() - b.blue()) < 24;
}

int pixelsOf(const QImage& image, const QRectF& area, const QColor& colour)
{
    const QRect pixels = area.toAlignedRect().intersected(image.rect());
    int count = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += isNear(image.pixelColor(x, y), colour);
    return count;
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QApplication::setPalette(Theme::paletteOf(lightTokens())); }

    void paintWithoutWarnings_data()
    {
        QTest::addColumn<int>("drivers");
        QTest::addColumn<bool>("dark");
        for (const int drivers : {0, 1, 3, 20, 22})
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", drivers, dark ? "dark" : "light") << drivers << dark;
    }

    void paintWithoutWarnings()
    {
        QFETCH(int, drivers);
        QFETCH(bool, dark);
        const Tokens& theme = dark ? darkTokens() : lightTokens();
        QApplication::setPalette(Theme::paletteOf(theme));
        Charts charts(drivers);
        warnings = 0;
        const auto previous = qInstallMessageHandler(countWarnings);
        for (ChartWidget* chart : charts.all())
            for (const QSize& size : {QSize(420, 660), QSize(900, 300), QSize(60, 40)}) {
                chart->resize(size);
                const QImage image = chart->grab().toImage();
                if (size.width() > 100)
                    QCOMPARE(image.pixelColor(4, 3).lightness() < 128, dark);
            }
        qInstallMessageHandler(previous);
        QCOMPARE(warnings, 0);
    }

    // On screen a plot is drawn some turns later, and kept: it must not show what was.
    void plotsOnScreenFollowValuesSizeAndTheme()
    {
        ReliabilityChart chart;
        chart.resize(500, 400);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const auto onScreen = [&chart] { return chart.screen()->grabWindow(chart.winId()).toImage(); };
        const auto asWhole = [&chart] { return chart.grab().toImage(); };
        const auto same = [&] {
            const QImage shown = onScreen().convertToFormat(QImage::Format_RGB32);
            const QImage whole = asWhole().convertToFormat(QImage::Format_RGB32);
            return shown.size() == whole.size() && differentPixels(shown, whole) == 0;
        };
        QTRY_VERIFY(same());
        const QImage empty = onScreen();
        chart.setReliability(sample::report(30).podium);
        QTRY_VERIFY(differentPixels(onScreen(), empty) > 500);
        QTRY_VERIFY(same());
        QVERIFY(!chart.marks().empty());
        chart.resize(620, 460);
        QTRY_COMPARE(onScreen().size(), QSize(620, 460));
        QTRY_VERIFY(same());
        QApplication::setPalette(Theme::paletteOf(darkTokens()));
        QTRY_VERIFY(onScreen().pixelColor(6, 230).lightness() < 128);
        QTRY_VERIFY(same());
    }

    void everyDriverHasAMark()
    {
        for (const int drivers : {3, 20, 22}) {
            Charts charts(drivers);
            for (ChartWidget* chart :
                 {static_cast<ChartWidget*>(&charts.gap), static_cast<ChartWidget*>(&charts.heat)}) {
                chart->resize(760, 760);
                chart->grab();
                for (int i = 0; i < drivers; ++i) {
                    const ChartMark* mark = markOf(*chart, sample::driverId(i));
                    QVERIFY(mark);
                    QVERIFY(mark->toolTip.contains(QStringLiteral("Müller %1\nTeam").arg(i)));
                    QCOMPARE(chart->markAt(mark->area.center())->driver, sample::driverId(i));
                }
            }
        }
    }

    // Whoever may be a lap down has his chances in columns of their own; nobody: no columns.
    void lapsStandInColumns()
    {
        Charts charts(20);
        charts.gap.resize(500, 700);
        ForecastView view = sample::forecast(20);
        view.forecast.lapSeconds = 1e6;
        for (predictor::DriverForecast& driver : view.forecast.drivers)
            driver.pLapped = 0;
        charts.gap.setForecast(view, sample::people(20));
        const QImage without = charts.gap.grab().toImage();
        QVERIFY(!charts.gap.marks().back().toolTip.contains(QStringLiteral("+1 lap")));
        view.forecast.lapSeconds = *view.prediction.entries[9].gap;
        for (predictor::DriverForecast& driver : view.forecast.drivers)
            driver.pLapped = driver.predictedPosition > 9 ? 0.7 : 0.0;
        charts.gap.setForecast(view, sample::people(20));
        const QImage with = charts.gap.grab().toImage();
        QVERIFY(differentPixels(without, with) > 2000);
        QVERIFY2(charts.gap.marks().back().toolTip.contains(QStringLiteral("+1 lap: ")),
                 qPrintable(charts.gap.marks().back().toolTip));
    }

    void pairsAreChosenByMouseAndKey()
    {
        Charts charts(20);
        PairMatrix& pairs = charts.pairs;
        pairs.resize(900, 760);
        pairs.grab();
        const auto& entries = sample::forecast(20).prediction.entries;
        QCOMPARE(pairs.marks().size(), std::size_t(20) * 19);
        QCOMPARE(pairs.other(), entries[1].driver);
        QVERIFY2(pairs.sentence().contains(QStringLiteral("of 100 races")), qPrintable(pairs.sentence()));
        QSignalSpy selected(&pairs, &ChartWidget::driverSelected);
        // Row 4, column 7: the seventh mark of the row but one, since none stands for himself.
        const QPoint cell = pairs.marks()[3 * 19 + 5].area.center().toPoint();
        QTest::mouseClick(&pairs, Qt::LeftButton, {}, cell);
        QCOMPARE(selected.first().first().toString(), entries[3].driver);
        QCOMPARE(pairs.other(), entries[6].driver);
        QTest::keyClick(&pairs, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(pairs.other(), entries[7].driver);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&pairs, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(pairs.other(), entries[2].driver); // his own column is passed over
    }

    void rowsLineUpWithTheTable()
    {
        Charts charts(20);
        charts.gap.setRowMetrics(28, 26);
        charts.gap.resize(340, 700);
        charts.gap.grab();
        for (std::size_t i = 0; i < 20; ++i) {
            QCOMPARE(charts.gap.marks()[i].area.top(), 1.0 + 28 + 26 * double(i)); // 1: the frame
            QCOMPARE(charts.gap.marks()[i].area.height(), 26.0);
        }
        charts.gap.setRowOffset(52);
        charts.gap.grab();
        QCOMPARE(charts.gap.marks()[0].driver, sample::forecast(20).prediction.entries[2].driver);
        QCOMPARE(charts.gap.marks()[0].area.top(), 29.0);
        charts.gap.setRowOffset(0);
        charts.gap.setOrder({sample::driverId(9), sample::driverId(2)}); // sorted and filtered there
        charts.gap.grab();
        QCOMPARE(charts.gap.marks().size(), std::size_t(2));
        QCOMPARE(charts.gap.marks()[0].driver, sample::driverId(9));
    }

    void slopeEndsDoNotOverlap()
    {
        Charts charts(22);
        charts.slope.resize(348, 700);
        charts.slope.grab();
        const auto& marks = charts.slope.marks();
        QCOMPARE(marks.size(), std::size_t(2 * 21)); // who did not start has no line
        for (std::size_t i = 0; i < marks.size(); ++i)
            for (std::size_t j = i + 1; j < marks.size(); ++j) {
                const QRectF common = marks[i].area.intersected(marks[j].area);
                QVERIFY(common.width() < 0.5 || common.height() < 0.5);
            }
        QVERIFY(marks[0].area.height() >= QFontMetricsF(charts.slope.font()).height());
    }

    void heatMapTellsEveryChance()
    {
        Charts charts(20);
        charts.heat.resize(760, 700);
        charts.heat.grab();
        QCOMPARE(charts.heat.marks().size(), std::size_t(20 * 21)); // a label and 20 positions each
        const std::size_t row = 21 * 5; // the sixth row: its label, then position 1
        QVERIFY(charts.heat.marks()[row].driver != sample::driverId(0)); // he did not start
        const ChartMark* cell = charts.heat.markAt(charts.heat.marks()[row + 1].area.center());
        QVERIFY(cell->toolTip.contains(QStringLiteral("Position 1: ")));
        QVERIFY(cell->toolTip.contains(QStringLiteral("80 % range: ")));
        QVERIFY(cell->toolTip.contains(QStringLiteral("Official: ")));
        charts.heat.setResult({});
        charts.heat.grab();
        QVERIFY(!charts.heat.marks()[row + 1].toolTip.contains(
            QStringLiteral("Official"))); // hidden results stay hidden
    }

    void selectionGoesInAndOut()
    {
        Charts charts(20);
        charts.gap.resize(340, 700);
        const QImage before = charts.gap.grab().toImage();
        QSignalSpy selected(&charts.gap, &ChartWidget::driverSelected);
        charts.gap.setSelectedDriver(sample::driverId(4));
        QCOMPARE(selected.count(), 0); // what came from elsewhere is not sent back
        QVERIFY(differentPixels(before, charts.gap.grab().toImage()) > 500);
        const QPoint point = markOf(charts.gap, sample::driverId(7))->area.center().toPoint();
        QTest::mouseClick(&charts.gap, Qt::LeftButton, {}, point);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().first().toString(), sample::driverId(7));
        QCOMPARE(charts.gap.selectedDriver(), sample::driverId(7));
    }

    void keysReachEveryMark()
    {
        Charts charts(20);
        charts.gap.resize(340, 700);
        charts.gap.grab();
        QSignalSpy selected(&charts.gap, &ChartWidget::driverSelected);
        QTest::keyClick(&charts.gap, Qt::Key_Home);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&charts.gap, Qt::Key_Down);
        QTest::keyClick(&charts.gap, Qt::Key_Return);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().first().toString(), charts.gap.marks()[3].driver);
        QVERIFY(charts.gap.accessibleDescription().contains(charts.gap.marks()[3].toolTip));
        QVERIFY(!charts.gap.accessibleName().isEmpty());
        QTest::keyClick(&charts.gap, Qt::Key_End);
        QTest::keyClick(&charts.gap, Qt::Key_Space);
        QCOMPARE(selected.last().first().toString(), charts.gap.marks().back().driver);

        charts.heat.resize(760, 700);
        charts.heat.grab();
        QTest::keyClick(&charts.heat, Qt::Key_Home);
        QTest::keyClick(&charts.heat, Qt::Key_Right);
        QTest::keyClick(&charts.heat, Qt::Key_Right);
        QVERIFY(charts.heat.accessibleDescription().contains(QStringLiteral("Position 2: ")));
    }

    void paletteFollowsAtRunTime()
    {
        Charts charts(20);
        for (ChartWidget* chart : charts.all()) {
            chart->resize(500, 400);
            chart->setPalette(Theme::paletteOf(lightTokens()));
            const int light = chart->grab().toImage().pixelColor(250, 395).lightness();
            chart->setPalette(Theme::paletteOf(darkTokens()));
            const int dark = chart->grab().toImage().pixelColor(250, 395).lightness();
            QVERIFY(light > 200);
            QVERIFY(dark < 60);
        }
    }

    void kindsAreTold()
    {
        Charts preview(20, PredictionKind::Preview), retrospective(20, PredictionKind::Retrospective),
            live(20);
        QVERIFY(preview.gap.subtitle().contains(QStringLiteral("preview")));
        QVERIFY(retrospective.slope.subtitle().contains(QStringLiteral("retrospective")));
        QVERIFY(!live.heat.subtitle().contains(QStringLiteral("retrospective")));
        preview.heat.resize(760, 700);
        live.heat.resize(760, 700);
        QVERIFY(differentPixels(preview.heat.grab().toImage(), live.heat.grab().toImage()) >
                100); // dashed outlines
    }

    void whyShowsTheSelectedDriver()
    {
        Charts charts(20);
        const QString winner = charts.why.title();
        charts.why.setDriver(sample::driverId(12));
        QVERIFY(charts.why.title() != winner);
        QVERIFY(charts.why.title().contains(QStringLiteral("Müller 12")));
        charts.why.resize(420, 400);
        charts.why.grab();
        QCOMPARE(charts.why.marks().size(), predictor::InputCount + 1);
    }

    // Marks, labels and whiskers are ours, lines, points and bars are of Qt Charts: they lie on each other.
    void seriesStandInTheirMarks()
    {
        const Tokens& theme = lightTokens();
        Charts charts(20);
        for (const QSize& size : {QSize(400, 300), QSize(900, 500), QSize(401, 333)}) {
            charts.skill.resize(size);
            const QImage skill = charts.skill.grab().toImage();
            QCOMPARE(charts.skill.marks().size(), std::size_t(30 - 8));
            for (const ChartMark& mark : charts.skill.marks())
                QVERIFY(pixelsOf(skill, mark.area, theme.accent) > 0);
            const QRectF last = charts.skill.marks().back().area;
            QCOMPARE(pixelsOf(skill, last.translated(last.width() + 12, 0), theme.accent), 0);

            charts.reliability.resize(size);
            const QImage reliability = charts.reliability.grab().toImage();
            QVERIFY(!charts.reliability.marks().empty());
            for (const ChartMark& mark : charts.reliability.marks()) {
                QVERIFY(pixelsOf(reliability, mark.area, theme.accent) > 30);
                const QPointF foot(mark.area.center().x(), mark.area.bottom() - 2);
                QVERIFY(isNear(reliability.pixelColor(foot.toPoint()), theme.bar));
            }
        }
    }

    void barsAreAsLongAsTheirScores()
    {
        Charts charts(20);
        charts.scores.resize(500, 460);
        const QImage image = charts.scores.grab().toImage();
        const ChartMark &model = charts.scores.marks()[0], &grid = charts.scores.marks()[1];
        const auto length = [&image](const ChartMark& mark, const QColor& colour) {
            int longest = 0, run = 0; // the text beside the bar has pixels of all colours
            for (int x = 0; x < image.width(); ++x) {
                run = isNear(image.pixelColor(x, int(mark.area.center().y())), colour) ? run + 1 : 0;
                longest = std::max(longest, run);
            }
            return double(longest);
        };
        const double longest = length(grid, lightTokens().track); // 2.6, the model 2.2
        QVERIFY(longest > 200);
        QVERIFY(std::abs(length(model, lightTokens().accent) / longest - 2.2 / 2.6) < 0.02);
    }

    void seriesFollowThePalette()
    {
        Charts charts(20);
        for (ChartWidget* chart :
             {static_cast<ChartWidget*>(&charts.skill), static_cast<ChartWidget*>(&charts.reliability),
              static_cast<ChartWidget*>(&charts.scores)}) {
            chart->resize(500, 400);
            chart->grab();
            chart->setPalette(Theme::paletteOf(darkTokens()));
            const QImage dark = chart->grab().toImage();
            QVERIFY(pixelsOf(dark, dark.rect(), darkTokens().accent) > 50);
            QCOMPARE(pixelsOf(dark, dark.rect(), lightTokens().accent), 0);
        }
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        Charts charts(22);
        int number = 0;
        for (ChartWidget* chart : charts.all()) {
            chart->resize(300, 120); // far too small: the picture shows all of it nevertheless
            const QString base = folder.filePath(QString::number(++number));
            QVERIFY(chart->savePng(base + QStringLiteral(".png")).has_value());
            QVERIFY(chart->saveSvg(base + QStringLiteral(".svg")).has_value());
            const QImage png(base + QStringLiteral(".png"));
            QVERIFY(!png.isNull());
            QCOMPARE(png.size(), chart->image().size());
            QFile svg(base + QStringLiteral(".svg"));
            QVERIFY(svg.open(QIODevice::ReadOnly));
            const QByteArray text = svg.readAll();
            QXmlStreamReader xml(text);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(!text.contains("<image")); // lines, not pixels
            if (chart == &charts.skill || chart == &charts.reliability || chart == &charts.scores)
                QVERIFY(text.contains(lightTokens().accent.name().toLatin1()));
        }
        QCOMPARE(charts.gap.image(1).height(), 28 + 22 * 26 + 54);
        const Status refused = charts.gap.savePng(folder.filePath(QStringLiteral("no/such/folder.png")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
    }

    void namesAreNeverRichText()
    {
        QTemporaryDir folder;
        People people = sample::people(20);
        people.drivers[sample::driverId(0)].familyName = QStringLiteral("<b>&bold</b>");
        WhyChart why;
        why.setForecast(sample::forecast(20), people);
        why.setDriver(sample::driverId(0));
        const QString path = folder.filePath(QStringLiteral("why.svg"));
        QVERIFY(why.saveSvg(path).has_value());
        QFile svg(path);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(!text.contains("<b>"));
        QXmlStreamReader xml(text);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont font = application.font();
    font.setPixelSize(13);
    QApplication::setFont(font);
    ChartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ChartsTest.moc"
