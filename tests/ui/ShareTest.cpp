#include "Program.h"
#include "support/Files.h"

#include "picture/SharePicture.h"
#include "tables/Glossary.h"
#include "ui/dialogs/SharePictureDialog.h"
#include "ui/session/PicksSession.h"
#include "ui/theme/Style.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>

using namespace parcferme;

namespace {

QPushButton* button(QWidget* in, const char* name)
{
    return in->findChild<QPushButton*>(QString::fromLatin1(name));
}

SharePictureDialog* openDialog(Program& program)
{
    button(program.window.get(), "shareButton")->click();
    return program.window->findChild<SharePictureDialog*>();
}

} // namespace

// What is taken out of the window: pictures, proof, calendar, paper, and a whole season's predictions.
class ShareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void thereIsNothingToShareWithoutAPrediction()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.chooseRace(2025, QStringLiteral("Abu Dhabi"));
        QTRY_VERIFY(!program.windowModel().shown());
        QVERIFY(!button(program.window.get(), "shareButton")->isEnabled());
        QVERIFY(!program.window->actions().sharePicture->isEnabled());
    }

    void thePictureIsChosenLookedAtCopiedAndSaved()
    {
        const auto program = predictedProgram();
        SharePictureDialog* dialog = openDialog(*program);
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->picture().moment, SharePicture::Moment::After);
        const auto* preview = dialog->findChild<QLabel*>(QStringLiteral("picturePreview"));
        QCOMPARE(preview->pixmap().deviceIndependentSize(), QSizeF(600, 338));
        QCOMPARE(preview->accessibleDescription(), accessibleText(dialog->picture()));

        button(dialog, "pictureCopy")->click();
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(qvariant_cast<QImage>(copied->imageData()).size(), QSize(1200, 675));
        QCOMPARE(copied->text(), accessibleText(dialog->picture()));

        auto* moment = dialog->findChild<SegmentBar*>(QStringLiteral("pictureMoment"));
        moment->button(QStringLiteral("before"))->click();
        QCOMPARE(dialog->picture().moment, SharePicture::Moment::Before);
        dialog->findChild<SegmentBar*>(QStringLiteral("pictureTheme"))
            ->button(QStringLiteral("dark"))
            ->click();
        program->dialogs.answer = program->home.filePath(QStringLiteral("share.png"));
        button(dialog, "pictureSave")->click();
        QCOMPARE(program->dialogs.suggested, QStringLiteral("2025-24-abu-dhabi-before.png"));
        QTRY_VERIFY(QFile::exists(program->dialogs.answer));
        const auto* said = dialog->findChild<QLabel*>(QStringLiteral("pictureSaid"));
        QTRY_VERIFY(said->text().contains(program->dialogs.answer));
        QCOMPARE(QImage(program->dialogs.answer).pixelColor(600, 10), darkTokens().base);

        program->dialogs.answer = program->home.filePath(QStringLiteral("proof.txt"));
        button(dialog, "pictureProof")->click();
        QTRY_VERIFY(test::bytesOf(program->dialogs.answer).contains(dialog->picture().hash));
        QTRY_VERIFY(said->text().contains(program->dialogs.answer));
    }

    // Mine and Compare are offered once my picks are locked; here after the start, so they count nowhere.
    void myPicksHaveAPictureToo()
    {
        const auto program = predictedProgram();
        QCOMPARE(openDialog(*program)->findChild<SegmentBar*>(QStringLiteral("pictureWho"))->isVisible(),
                 false);
        program->window->findChild<SharePictureDialog*>()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList order;
        for (const PredictionEntry& entry : program->windowModel().shown()->prediction.entries)
            order.prepend(entry.driver);
        PicksSession& picks = program->windowModel().picksSession();
        QTRY_VERIFY(picks.view());
        picks.save(order, 0.25);
        program->windowModel().lockPicks();
        QTRY_VERIFY_WITH_TIMEOUT(picks.view() && picks.view()->mine, 30000);
        SharePictureDialog* dialog = openDialog(*program);
        auto* who = dialog->findChild<SegmentBar*>(QStringLiteral("pictureWho"));
        QVERIFY(who->isVisible());
        QVERIFY(!dialog->picture().own);
        who->button(QStringLiteral("mine"))->click();
        QVERIFY(dialog->picture().own);
        QCOMPARE(dialog->picture().hash, picks.view()->mine->pick.hash);
        QVERIFY2(dialog->picture().badge.endsWith(QStringLiteral(", too late")),
                 qPrintable(dialog->picture().badge));
        who->button(QStringLiteral("compare"))->click();
        QVERIFY(accessibleText(dialog->picture())
                    .contains(shortDigits(program->windowModel().shown()->prediction.hash)));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        const auto program = predictedProgram();
        SharePictureDialog* dialog = openDialog(*program);
        program->dialogs.answer = program->home.filePath(QStringLiteral("no/share.png"));
        button(dialog, "pictureSave")->click();
        const auto* said = dialog->findChild<QLabel*>(QStringLiteral("pictureSaid"));
        QTRY_VERIFY(said->text().startsWith(QStringLiteral("Not saved")));
    }

    void aHiddenResultIsNotGivenAway()
    {
        const auto program = predictedProgram();
        program->preferences.setHideResults(true);
        program->preferences.setHiddenChoice(HiddenChoice::All);
        QVERIFY(program->windowModel().resultsHidden());
        SharePictureDialog* dialog = openDialog(*program);
        QCOMPARE(dialog->picture().moment, SharePicture::Moment::Before);
        auto* moment = dialog->findChild<SegmentBar*>(QStringLiteral("pictureMoment"));
        QVERIFY(!moment->button(QStringLiteral("after"))->isEnabled());
    }

    void theCalendarIsExported()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.dialogs.answer = program.home.filePath(QStringLiteral("season.ics"));
        program.window->actions().exportCalendar->trigger();
        QCOMPARE(program.dialogs.suggested, QStringLiteral("formula-1-2026.ics"));
        QTRY_VERIFY(test::bytesOf(program.dialogs.answer).startsWith("BEGIN:VCALENDAR"));
        QTRY_COMPARE(program.window->messages()->severity(), Severity::Done);
    }

    // Black on white from a dark window, and the whole of it on sheets.
    void thePageIsPrinted()
    {
        const auto program = predictedProgram();
        program->preferences.setTheme(ThemeMode::Dark);
        for (const PageId page : {PageId::Prediction, PageId::Result, PageId::Metrics, PageId::Season}) {
            program->window->showPage(page);
            QTRY_VERIFY_WITH_TIMEOUT(!program->window->currentPage()->isEmpty(), 60000);
            program->dialogs.answer = program->home.filePath(QStringLiteral("page%1.pdf").arg(int(page)));
            QTRY_VERIFY(program->window->actions().print->isEnabled());
            program->window->actions().print->trigger();
            const QByteArray sheets = test::bytesOf(program->dialogs.answer);
            QVERIFY(sheets.startsWith("%PDF"));
            // Table and chart fit one sheet; of the scores, each with its sentence, two.
            const auto count = sheets.count("/Type /Page\n");
            QVERIFY2(count >= 1 && count <= (page == PageId::Metrics ? 2 : 1),
                     qPrintable(QString::number(count)));
            QVERIFY(program->window->messages()->text().startsWith(QStringLiteral("Printed.")));
        }
        program->dialogs.answer = program->home.filePath(QStringLiteral("no/page.pdf"));
        program->window->actions().print->trigger();
        QCOMPARE(program->window->messages()->severity(), Severity::Error);
    }

    void aSeasonIsPredictedInRetrospect()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.chooseRace(2025, QStringLiteral("Abu Dhabi"));
        int seen = 0;
        const auto stopping =
            connect(&program.windowModel(), &WindowModel::workProgress, this, [&](int done) {
                seen = done;
                if (done == 3)
                    program.windowModel().cancel();
            });
        program.window->actions().predictSeason->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 60000);
        QVERIFY(seen >= 3);
        QVERIFY(program.window->messages()->text().startsWith(QStringLiteral("Stopped: ")));
        const auto predicted = [&] {
            return std::ranges::count_if(program.windowModel().races(), [](const RaceOverview& race) {
                return race.state == RaceState::Retrospective;
            });
        };
        QTRY_VERIFY(predicted() >= 2); // what was made stays
        QVERIFY(predicted() < 24);

        disconnect(stopping);
        program.window->actions().predictSeason->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
        QTRY_COMPARE(predicted(), 24);
        QVERIFY(program.window->messages()->text().contains(QStringLiteral("predicted in retrospect")));
    }

    // One text for both.
    void theWordsOfHelpAreTheTooltips()
    {
        const auto program = predictedProgram();
        program->window->actions().words->trigger();
        QStringList words;
        for (const QLabel* label : program->window->findChild<QDialog*>()->findChildren<QLabel*>())
            words << label->text();
        for (const ExplainedWord& word : explainedWords())
            QVERIFY2(words.contains(word.title) && words.contains(word.meaning), qPrintable(word.title));
        const auto shown = [&](const QString& meaning) {
            const QString start = meaning.left(40).toHtmlEscaped();
            for (const QWidget* widget : program->window->findChildren<QWidget*>())
                if (widget->toolTip().contains(start))
                    return true;
            return false;
        };
        for (const Word word :
             {Word::Confidence, Word::InputsObserved, Word::Stage, Word::Retrospective, Word::Hash})
            QVERIFY2(shown(wordMeaning(word)), qPrintable(wordTitle(word)));
    }
};

QTEST_MAIN(ShareTest)
#include "ShareTest.moc"
