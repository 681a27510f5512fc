#include "ui/window/Actions.h"

#include "ui/pages/PageTable.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace parcferme {

namespace {

QAction* add(QMenu* menu, const QString& text, const QKeySequence& keys = {})
{
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    action->setMenuRole(QAction::NoRole);
    return action;
}

} // namespace

Actions::Actions(QMainWindow& window) : window_(window)
{
    const auto menu = [bar = window.menuBar()](const QString& title) {
        QMenu* added = bar->addMenu(title);
        added->setToolTipsVisible(true); // why an entry is grey
        return added;
    };
    makeFile(menu(tr("&File")));
    makeEdit(menu(tr("&Edit")));
    makeView(menu(tr("&View")));
    makeRace(menu(tr("&Race")));
    makeTools(menu(tr("&Tools")));
    makeHelp(menu(tr("&Help")));
    nameThoseOfCommands();
}

// The buttons that trigger them are found by these names.
void Actions::nameThoseOfCommands()
{
    predict->setObjectName(QStringLiteral("predict"));
    preview->setObjectName(QStringLiteral("preview"));
    syncResults->setObjectName(QStringLiteral("syncResults"));
    syncSeason->setObjectName(QStringLiteral("syncSeason"));
    refresh->setObjectName(QStringLiteral("refresh"));
    reveal->setObjectName(QStringLiteral("reveal"));
    backtest->setObjectName(QStringLiteral("backtest"));
    exportTable->setObjectName(QStringLiteral("exportTable"));
    sharePicture->setObjectName(QStringLiteral("sharePicture"));
    print->setObjectName(QStringLiteral("print"));
}

QAction* Actions::of(Command command) const
{
    switch (command) {
    case Command::Predict:
        return predict;
    case Command::Preview:
        return preview;
    case Command::SyncResults:
        return syncResults;
    case Command::SyncSeason:
        return syncSeason;
    case Command::EnterGrid:
        return enterGrid;
    case Command::Refresh:
        return refresh;
    case Command::Reveal:
        return reveal;
    case Command::Backtest:
        return backtest;
    case Command::ExportTable:
        return exportTable;
    case Command::SharePicture:
        return sharePicture;
    case Command::ShowRetrospective:
    case Command::ShowEarlierRound:
        break;
    }
    return nullptr;
}

void Actions::makeFile(QMenu* menu)
{
    exportTable = add(menu, tr("&Export table as CSV…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    saveImage = add(menu, tr("&Save chart as image…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    saveAllImages = add(menu, tr("Save &all charts of this page…"));
    saveSeasonImages = add(menu, tr("Save all charts of the seaso&n…"));
    saveSeasonImages->setToolTip(tr(
        "Of the season, its track record and every race that is predicted; results that are hidden stay so"));
    sharePicture = add(menu, tr("Share pict&ure…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    exportCalendar = add(menu, tr("Export &calendar…"));
    exportCalendar->setToolTip(tr("The sessions of the season for a calendar program"));
    menu->addSeparator();
    print = add(menu, tr("&Print…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P));
    print->setToolTip(tr("The table and the chart that show, in black on white; to a PDF too"));
    menu->addSeparator();
    restoreBackup = add(menu, tr("&Restore backup…"));
    menu->addSeparator();
    quit = add(menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void Actions::makeEdit(QMenu* menu)
{
    copy = add(menu, tr("&Copy table"), QKeySequence::Copy);
    copy->setToolTip(tr("The selected rows, or the whole table, with its header"));
    copyImage = add(menu, tr("Copy c&hart"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    menu->addSeparator();
    findRace = add(menu, tr("&Find race"), QKeySequence::Find);
    filterTable = add(menu, tr("F&ilter table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
}

void Actions::makeView(QMenu* menu)
{
    for (const PageEntry& entry : pageTable())
        pages.push_back(add(menu, entry.shownMenuText(),
                            QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(pages.size())))));
    menu->addSeparator();
    hideResults = add(menu, tr("&Hide results"), QKeySequence(Qt::CTRL | Qt::Key_H));
    hideResults->setCheckable(true);
    hideResults->setToolTip(tr("Of which races is chosen in Preferences"));
    resetColumns = add(menu, tr("Reset &columns"));
    menu->addSeparator();
    QMenu* themeMenu = menu->addMenu(tr("Th&eme"));
    themes = new QActionGroup(&window_);
    themeSystem = add(themeMenu, tr("&System"));
    themeLight = add(themeMenu, tr("&Light"));
    themeDark = add(themeMenu, tr("&Dark"));
    for (QAction* theme : {themeSystem, themeLight, themeDark}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
}

void Actions::makeRace(QMenu* menu)
{
    predict = add(menu, tr("&Predict"), QKeySequence(Qt::CTRL | Qt::Key_P));
    preview = add(menu, tr("Pre&view"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    predictSeason = add(menu, tr("Predict season &in retrospect"));
    predictSeason->setToolTip(
        tr("Every race that has a result and no prediction, each as a record of its own"));
    enterGrid = add(menu, tr("&Enter grid…"), QKeySequence(Qt::CTRL | Qt::Key_G));
    syncResults = add(menu, tr("&Sync results"), QKeySequence(Qt::Key_F5));
    reveal = add(menu, tr("Reveal res&ult"), QKeySequence(Qt::CTRL | Qt::Key_R));
    menu->addSeparator();
    previousRace = add(menu, tr("Previ&ous race"), QKeySequence(Qt::ALT | Qt::Key_Up));
    nextRace = add(menu, tr("&Next race"), QKeySequence(Qt::ALT | Qt::Key_Down));
    currentRace = add(menu, tr("&Current race"), QKeySequence(Qt::ALT | Qt::Key_Home));
}

void Actions::makeTools(QMenu* menu)
{
    syncSeason = add(menu, tr("Sync &season"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    refresh = add(menu, tr("&Refresh calendar and qualifying"), QKeySequence(Qt::CTRL | Qt::Key_F5));
    backtest = add(menu, tr("Run &backtest…"), QKeySequence(Qt::CTRL | Qt::Key_B));
    verify = add(menu, tr("&Verify ledger"));
    cancel = add(menu, tr("&Cancel running work"), QKeySequence(Qt::Key_Escape));
    menu->addSeparator();
    preferences = add(menu, tr("&Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
}

void Actions::makeHelp(QMenu* menu)
{
    words = add(menu, tr("&Words"), QKeySequence(Qt::Key_F1));
    firstSteps = add(menu, tr("&First steps"));
    shortcuts = add(menu, tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    ledger = add(menu, tr("&Ledger…"));
    messages = add(menu, tr("&Messages of this session…"));
    menu->addSeparator();
    about = add(menu, tr("&About Parc Fermé"));
}

QList<QAction*> Actions::withShortcut() const
{
    QList<QAction*> all;
    for (const QAction* menu : window_.menuBar()->actions())
        for (QAction* action : menu->menu()->actions())
            if (!action->shortcut().isEmpty())
                all << action;
    return all;
}

} // namespace parcferme
