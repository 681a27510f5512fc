// What the window shows, taken out of it: to a picture, a calendar, paper.
#include "ui/dialogs/SharePictureDialog.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/Page.h"
#include "ui/printing/PagePrint.h"
#include "ui/session/HeaderState.h"
#include "ui/session/PickHeader.h"
#include "ui/session/PicksSession.h"
#include "ui/session/RaceWords.h"
#include "ui/table/TablePanel.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PageStack.h"

namespace parcferme {

// Of the race at hand; null: none. Copies are large.
const ForecastView* MainWindow::sharedForecast() const
{
    const ForecastView* shown = windowModel_.raceView() ? windowModel_.shown() : nullptr;
    return shown && !shown->prediction.entries.empty() ? shown : nullptr;
}

const PickView* MainWindow::sharedPicks()
{
    const auto& race = windowModel_.raceView();
    const auto& picks = windowModel_.picksSession().view();
    const bool ofRace = race && picks && picks->of == race->overview.of();
    return ofRace && picks->mine && !picks->mine->pick.entries.empty() ? &*picks->mine : nullptr;
}

void MainWindow::openSharePicture()
{
    SharedOrders orders{windowModel_.raceView(), {}, {}};
    if (const ForecastView* forecast = sharedForecast())
        orders.model = *forecast;
    if (const PickView* picks = sharedPicks())
        orders.mine = *picks;
    if (orders.model || orders.mine)
        (new SharePictureDialog(windowModel_, std::move(orders), windowModel_.resultsHidden(), dialogs_,
                                this))
            ->open();
}

void MainWindow::exportCalendar()
{
    dialogs_.saveFile(this, tr("Export calendar"),
                      QStringLiteral("formula-1-%1.ics").arg(windowModel_.season()), tr("Calendar (*.ics)"),
                      [this](const QString& file) { windowModel_.exportCalendar(file); });
}

void MainWindow::print()
{
    dialogs_.choosePrinter(this, windowTitle(), [this](QPrinter& printer) {
        PrintedPage page;
        const auto& race = windowModel_.raceView();
        page.title = windowTitle().section(QStringLiteral(" – "), 0, 0); // the program stands at the foot
        page.lines = currentPage()->printedWords();
        if (race && pages_->currentEntry().ofRace) {
            const HeaderState header = headerState(windowModel_.now());
            page.title = RaceWords::title(race->overview.race, race->overview.session);
            page.lines << header.place;
            if (header.kind)
                page.lines << RaceWords::kind(*header.kind);
            if (header.mine)
                page.lines << PickHeader::badge(*header.mine);
            for (const HeaderFact& fact : header.facts)
                page.lines << tr("%1: %2", "fact, value")
                                  .arg(fact.label,
                                       fact.level.isEmpty()
                                           ? fact.value
                                           : QStringList{fact.value, fact.level}.join(QStringLiteral(" · ")));
            if (!header.myHash.isEmpty())
                page.lines << tr("My hash: %1").arg(QString::fromLatin1(header.myHash));
            if (!header.hash.isEmpty())
                page.lines << tr("Hash: %1").arg(QString::fromLatin1(header.hash));
        }
        for (const TablePanel* table : currentPage()->printedTables())
            page.tables.push_back(table->view());
        if (const ChartDeck* deck = currentPage()->charts())
            page.chart = deck->shownChart();
        page.foot = tr("Parc Fermé, %1").arg(RaceWords::moment(windowModel_.now()));
        if (const Status printed = printPage(printer, page); !printed)
            say(Severity::Error, tr("Not printed:"), printed.error().text());
        else
            say(Severity::Done, tr("Printed."), page.title);
    });
}

} // namespace parcferme
