#pragma once

#include "ui/session/Command.h"

#include <QCoreApplication>
#include <QList>

#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace parcferme {

// The menus of the window and their actions, with their shortcuts. What they do is connected by the window;
// buttons trigger them.
struct Actions
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::Actions)
public:
    explicit Actions(QMainWindow& window);

    QAction *exportTable, *saveImage, *saveAllImages, *saveSeasonImages, *sharePicture, *exportCalendar,
        *print, *restoreBackup, *quit;
    QAction *copy, *copyImage, *findRace, *filterTable;
    std::vector<QAction*> pages; // as in the table of pages
    QAction *themeSystem, *themeLight, *themeDark, *hideResults, *resetColumns;
    QActionGroup* themes;
    QAction *predict, *preview, *predictSeason, *enterGrid, *syncResults, *reveal, *previousRace, *nextRace,
        *currentRace;
    QAction *syncSeason, *refresh, *backtest, *verify, *cancel, *preferences;
    QAction *words, *firstSteps, *shortcuts, *ledger, *messages, *about;

    // Null for what a page does itself.
    QAction* of(Command command) const;
    // Every action with a shortcut, for the list in Help.
    QList<QAction*> withShortcut() const;

private:
    void makeFile(QMenu* menu);
    void makeEdit(QMenu* menu);
    void makeView(QMenu* menu);
    void makeRace(QMenu* menu);
    void makeTools(QMenu* menu);
    void makeHelp(QMenu* menu);
    void nameThoseOfCommands();

    QMainWindow& window_;
};

} // namespace parcferme
