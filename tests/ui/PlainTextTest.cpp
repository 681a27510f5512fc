#include "Program.h"

#include "core/Version.h"
#include "tables/TableModel.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/HelpDialogs.h"
#include "ui/theme/Style.h"
#include "ui/window/RaceHeader.h"

#include <QLabel>

using namespace parcferme;

namespace {

const QString Hostile = QStringLiteral("<b>Bold</b><img src=\"http://127.0.0.1/x\">");

} // namespace

// Names come from outside: no label and no tooltip may take them for rich text.
class PlainTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void labelsAreNeverRichText()
    {
        const auto program = predictedProgram();
        openAbout(program->window.get());
        openFirstSteps(program->window.get());
        int labels = 0;
        for (int page = 0; page < 4; ++page) {
            program->window->showPage(PageId(page));
            for (const QLabel* label : program->window->findChildren<QLabel*>()) {
                ++labels;
                // A label that only holds a picture or the words of a menu has nothing from outside.
                if (label->textFormat() != Qt::PlainText)
                    QVERIFY2(label->text().isEmpty() || label->buddy(), qPrintable(label->text()));
            }
        }
        QVERIFY(labels > 50);
    }

    void aboutNamesWhoAnswersForTheProgram()
    {
        const auto program = predictedProgram();
        openAbout(program->window.get());
        QStringList words;
        for (const QLabel* label : program->window->findChildren<QLabel*>())
            words.append(label->text());
        QVERIFY(words.contains(QStringLiteral(PARCFERME_HOMEPAGE "\n" PARCFERME_MAINTAINER)));
    }

    void theHeaderTakesAnyName()
    {
        HeaderState state;
        state.title = Hostile;
        state.place = Hostile;
        state.placeTooltip = Hostile;
        state.caption = Hostile;
        state.facts = {{Hostile, Hostile, Hostile, Hostile}, {Hostile, Hostile, {}, Hostile, false, true}};
        state.hash = "0123456789abcdef";
        RaceHeader header;
        header.setState(state);
        int toolTips = 0;
        for (const QWidget* widget : header.findChildren<QWidget*>()) {
            toolTips += widget->toolTip().contains(QStringLiteral("Bold")) ? 1 : 0;
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
            if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QCOMPARE(toolTips, 4); // place, caption, and two facts
    }

    void noToolTipLooksLikeMarkup()
    {
        for (const QString& name : {Hostile, QStringLiteral("&lt;b>x"), QStringLiteral("<!--"),
                                    QStringLiteral("<?xml?>"), QStringLiteral(" <p>")})
            QVERIFY2(!Qt::mightBeRichText(plainToolTip(name)), qPrintable(name));
    }

    void theRaceListTakesAnyName()
    {
        RaceOverview overview;
        overview.race.id = 1;
        overview.race.name = Hostile;
        overview.race.country = Hostile;
        overview.race.eventDate = QDate(2026, 6, 7);
        RaceListPanel list;
        list.setRaces({overview}, timeFromIso(QStringLiteral("2026-06-01T00:00:00Z")).value());
        const QModelIndex index = list.view()->model()->index(0, 1);
        const QString toolTip = index.data(Qt::ToolTipRole).toString();
        QVERIFY(toolTip.contains(QStringLiteral("Bold")));
        QVERIFY(!Qt::mightBeRichText(toolTip));
    }
};

QTEST_MAIN(PlainTextTest)
#include "PlainTextTest.moc"
