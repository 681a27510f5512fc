#include "ui/dialogs/HelpDialogs.h"

#include "ui/dialogs/TextDialog.h"

#include <QAction>
#include <QCoreApplication>

namespace parcferme {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("parcferme::Help", text);
}

} // namespace

void openFirstSteps(QWidget* parent)
{
    const std::vector<TextDialog::Paragraph> text = {
        {tr("1. Choose a race"), tr("The list at the left has the season's races; the season box and the "
                                    "search field are above it. The "
                                    "words at the right of each race say how it stands.")},
        {tr("2. Preview"),
         tr("Before qualifying, Preview shows a forecast from what is known now. It is not stored.")},
        {tr("3. Predict"), tr("Once qualifying is published, Predict computes the forecast and locks it in "
                              "the ledger: it can never "
                              "be changed again. After the start a prediction is made from what was known "
                              "before, and is marked as "
                              "retrospective.")},
        {tr("4. Sync results"), tr("Some hours after the race, Sync results fetches the official result and "
                                   "judges the prediction. A later "
                                   "decision of the stewards makes a new revision with its own figures.")},
        {tr("5. Read"), tr("Result shows predicted against official, Metrics holds every score against "
                           "simple baselines, Track "
                           "record adds all races up. Where the prediction is no better than the starting "
                           "grid, the page says so.")},
        {tr("6. Take it with you"), tr("Every table exports as CSV (Ctrl+E) and copies with its header "
                                       "(Ctrl+C); every chart saves as PNG or "
                                       "SVG (Ctrl+Shift+E).")},
    };
    (new TextDialog(tr("First steps"), text, parent))->open();
}

void openShortcuts(const QList<QAction*>& actions, QWidget* parent)
{
    std::vector<TextDialog::Paragraph> text;
    for (const QAction* action : actions) {
        QString words = action->text();
        words.remove(u'&').remove(QChar(0x2026));
        text.push_back({action->shortcut().toString(QKeySequence::NativeText), words});
    }
    text.push_back({tr("Tab, Shift+Tab"), tr("The next and the previous control")});
    text.push_back({tr("Arrow keys"), tr("Along a list, a table, tabs and joined buttons")});
    (new TextDialog(tr("Keyboard shortcuts"), text, parent, TextDialog::Look::InRows))->open();
}

} // namespace parcferme
