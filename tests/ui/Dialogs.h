#pragma once

#include "Program.h"

#include "ui/dialogs/GridDialog.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QDialog>

namespace parcferme {

// Opens every dialog of the program in turn, hands it to `look`, and closes it.
template <typename Look>
void forEveryDialog(Program& program, Look look)
{
    Actions& actions = program.window->actions();
    const auto seen = [&look](QDialog* dialog) {
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        look(*dialog);
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    for (QAction* action :
         {actions.restoreBackup, actions.backtest, actions.preferences, actions.words, actions.firstSteps,
          actions.shortcuts, actions.ledger, actions.about, actions.sharePicture}) {
        program.window->showPage(PageId::Prediction); // of which a picture can be shared
        QTRY_VERIFY2(action->isEnabled(), qPrintable(action->text()));
        action->trigger();
        seen(program.window->findChild<QDialog*>());
    }
    auto* grid = new GridDialog(*program.windowModel().raceView(), program.window.get());
    grid->open();
    seen(grid);
}

} // namespace parcferme
