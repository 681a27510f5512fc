#include "ui/pages/ChartDeck.h"
#include "support/ForecastSample.h"
#include "tables/PositionsModel.h"
#include "tables/TableModel.h"
#include "ui/base/Preferences.h"
#include "ui/charts/GapChart.h"
#include "ui/charts/PositionHeatMap.h"
#include "ui/table/TablePanel.h"
#include "ui/widgets/FileDialogs.h"

#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

namespace {

class OneAnswer final : public FileDialogs
{
public:
    QString answer;

    void saveFile(QWidget*, const QString&, const QString&, const QString&, Chosen chosen) override
    {
        chosen(answer);
    }
    void openFolder(QWidget*, const QString&, const QString&, Chosen) override {}
    void choosePrinter(QWidget*, const QString&, PrinterChosen) override {}
};

// Gaps, whose data the page's own table has, and positions with a table of their own.
struct Deck
{
    Deck() : preferences(folder.filePath(QStringLiteral("p.ini")))
    {
        const ForecastView view = sample::forecast(20);
        gaps->setForecast(view, sample::people(20));
        positions->setForecast(view, sample::people(20));
        model.setForecast(view, sample::people(20));
        deck = std::make_unique<ChartDeck>(
            QStringLiteral("deck"),
            std::vector<ChartDeck::Item>{
                {QStringLiteral("gaps"), QStringLiteral("Gaps"), gaps},
                {QStringLiteral("positions"), QStringLiteral("Positions"), positions, &model}},
            preferences, dialogs);
        deck->resize(700, 700);
        deck->setVisible(true);
    }
    QPushButton* button(const char* name) const
    {
        return deck->findChild<QPushButton*>(QString::fromLatin1(name));
    }

    QTemporaryDir folder;
    Preferences preferences;
    OneAnswer dialogs;
    GapChart* gaps = new GapChart;
    PositionHeatMap* positions = new PositionHeatMap;
    PositionsModel model;
    std::unique_ptr<ChartDeck> deck;
};

} // namespace

class ChartDeckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDataShowsAsATable()
    {
        Deck d;
        QVERIFY(!d.button("deckAsTable")->isVisible()); // gaps stand in the page's table
        d.deck->setCurrent(QStringLiteral("positions"));
        QVERIFY(d.positions->isVisible());
        QTest::mouseClick(d.button("deckAsTable"), Qt::LeftButton);
        QVERIFY(!d.positions->isVisible());
        TablePanel* table = d.deck->shownTable();
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->view()->model()->rowCount(), 20);
        QVERIFY(!d.button("deckImage")->isVisible());
        QTest::mouseClick(d.button("deckAsTable"), Qt::LeftButton);
        QVERIFY(d.positions->isVisible());
        QVERIFY(!d.deck->shownTable());
    }

    // What was chosen comes back with what it shows.
    void aBarredChartLeavesItsPlaceToAnother()
    {
        Deck d;
        d.deck->setBarred(QStringLiteral("gaps"), QStringLiteral("A sprint has no times."));
        QCOMPARE(d.deck->current(), QStringLiteral("positions"));
        QVERIFY(!d.button("gaps")->isEnabled() && d.button("gaps")->isVisible());
        QVERIFY(d.button("positions")->isChecked());
        QCOMPARE(d.button("gaps")->toolTip(), QStringLiteral("A sprint has no times."));
        QCOMPARE(d.deck->chosen(), QStringLiteral("gaps"));
        d.deck->setBarred(QStringLiteral("gaps"), {});
        QCOMPARE(d.deck->current(), QStringLiteral("gaps"));
        QVERIFY(d.button("gaps")->isEnabled() && d.button("gaps")->isChecked());
    }

    void theDriverIsMarkedInAllOfThem()
    {
        Deck d;
        d.deck->setCurrent(QStringLiteral("positions"));
        d.button("deckAsTable")->click();
        d.deck->selectDriver(sample::driverId(7));
        QCOMPARE(d.gaps->selectedDriver(), sample::driverId(7));
        QCOMPARE(d.positions->selectedDriver(), sample::driverId(7));
        QCOMPARE(d.deck->shownTable()->view()->driver(), sample::driverId(7));
        QSignalSpy selected(d.deck.get(), &ChartDeck::driverSelected);
        TableView* view = d.deck->shownTable()->view();
        view->setCurrentIndex(view->model()->index(0, 0));
        QCOMPARE(selected.count(), 1);
    }

    void savesPngAndSvg()
    {
        Deck d;
        d.dialogs.answer = d.folder.filePath(QStringLiteral("gaps.png"));
        QSignalSpy saved(d.deck.get(), &ChartDeck::imageSaved);
        QTest::mouseClick(d.button("deckImage"), Qt::LeftButton);
        QCOMPARE(saved.count(), 1);
        const QImage image(d.dialogs.answer);
        QVERIFY(image.width() >= d.gaps->width());
        d.dialogs.answer = d.folder.filePath(QStringLiteral("gaps.svg"));
        QTest::mouseClick(d.button("deckImage"), Qt::LeftButton);
        QFile file(d.dialogs.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<svg"));
    }

    void whatCannotBeWrittenIsTold()
    {
        Deck d;
        d.dialogs.answer = d.folder.filePath(QStringLiteral("no/such/folder/x"));
        QSignalSpy failed(d.deck.get(), &ChartDeck::imageFailed);
        QTest::mouseClick(d.button("deckImage"), Qt::LeftButton);
        QCOMPARE(failed.count(), 1);
        d.deck->setCurrent(QStringLiteral("positions"));
        d.button("deckAsTable")->click();
        d.deck->shownTable()->exportCsv();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 30000);
        QVERIFY(failed.last().first().toString().contains(QStringLiteral("no/such/folder")));
    }
};

QTEST_MAIN(ChartDeckTest)
#include "ChartDeckTest.moc"
