#include "ui/dialogs/HelpDialogs.h"

#include "tables/Glossary.h"
#include "ui/dialogs/TextDialog.h"

#include <QAction>
#include <QCoreApplication>

namespace parcferme {

namespace {

class Help
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::Help)
};

} // namespace

void openWords(QWidget* parent)
{
    std::vector<TextDialog::Paragraph> text;
    for (const ExplainedWord& word : explainedWords())
        text.push_back({word.title, word.meaning});
    (new TextDialog(Help::tr("Words"), text, parent, TextDialog::Look::InRows))->open();
}

void openFirstSteps(QWidget* parent)
{
    const std::vector<TextDialog::Paragraph> text = {
        {Help::tr("1. Choose a race"),
         Help::tr("The list at the left has the season's races; the season box and the "
                  "search field are above it. The "
                  "words at the right of each race say how it stands.")},
        {Help::tr("2. Preview"),
         Help::tr("Before qualifying, Preview shows a forecast from what is known now. It is not stored.")},
        {Help::tr("3. Predict"),
         Help::tr("Once qualifying is published, Predict computes the forecast and locks it in "
                  "the ledger: it can never "
                  "be changed again. After the start a prediction is made from what was known "
                  "before, and is marked as "
                  "retrospective.")},
        {Help::tr("4. Sync results"),
         Help::tr("Some hours after the race, Sync results fetches the official result and "
                  "judges the prediction. A later "
                  "decision of the stewards makes a new revision with its own figures.")},
        {Help::tr("5. Read"),
         Help::tr("Result shows predicted against official, Metrics holds every score against "
                  "simple baselines, Track "
                  "record adds all races up. Where the prediction is no better than the starting "
                  "grid, the page says so.")},
        {Help::tr("6. The season"),
         Help::tr("Season, above the list, has the standings, what is expected of the rest and the title "
                  "odds; What if asks what a single result would change. Predict season in retrospect (menu "
                  "Race) makes a prediction of each race that has run.")},
        {Help::tr("7. Your own order"),
         Help::tr(
             "Mine, before the tools of a race's pages, is your own order of the field: drag it, lock it "
             "before the start, and it is judged beside the model. Under Track record the league ranks all "
             "who use this database. The window shows orders of others after the start; who can read the "
             "database itself can read them earlier.")},
        {Help::tr("8. Share and take it with you"),
         Help::tr("Share picture, at the right of the tabs, makes a picture whose hash can be checked. Every "
                  "table exports as CSV (Ctrl+E) and copies with its header (Ctrl+C); every chart saves as "
                  "PNG or SVG (Ctrl+Shift+E); Print and Export calendar are in the menu File.")},
        {Help::tr("What the words mean"), Help::tr("Point at a figure, or open Words (F1).")},
    };
    (new TextDialog(Help::tr("First steps"), text, parent))->open();
}

void openShortcuts(const QList<QAction*>& actions, QWidget* parent)
{
    std::vector<TextDialog::Paragraph> text;
    for (const QAction* action : actions) {
        QString words = action->text();
        words.remove(u'&').remove(QChar(0x2026));
        text.push_back({action->shortcut().toString(QKeySequence::NativeText), words.trimmed()});
    }
    text.push_back({Help::tr("Tab, Shift+Tab"), Help::tr("The next and the previous control")});
    text.push_back({Help::tr("Arrow keys"), Help::tr("Along a list, a table, tabs and joined buttons")});
    (new TextDialog(Help::tr("Keyboard shortcuts"), text, parent, TextDialog::Look::InRows))->open();
}

} // namespace parcferme
