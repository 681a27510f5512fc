#pragma once

#include <QCoreApplication>
#include <QList>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace parcferme {

// The menus of the window and their actions, with their shortcuts; who triggers what is connected by the
// window.
struct Actions
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::Actions)
public:
    explicit Actions(QMainWindow& window);

    QAction *exportCsv, *saveImage, *restoreBackup, *quit;
    QAction *copy, *findRace, *filterTable;
    QAction* pages[4];
    QAction *themeSystem, *themeLight, *themeDark, *hideResults, *resetColumns;
    QActionGroup* themes;
    QAction *predict, *preview, *enterGrid, *syncResults, *reveal, *previousRace, *nextRace, *currentRace;
    QAction *syncSeason, *refresh, *backtest, *verify, *cancel, *preferences;
    QAction *firstSteps, *shortcuts, *ledger, *about;

    // Every action with a shortcut, for the list in Help.
    QList<QAction*> withShortcut() const;

private:
    void makeFile(QMenu* menu);
    void makeEdit(QMenu* menu);
    void makeView(QMenu* menu);
    void makeRace(QMenu* menu);
    void makeTools(QMenu* menu);
    void makeHelp(QMenu* menu);

    QMainWindow& window_;
};

} // namespace parcferme
