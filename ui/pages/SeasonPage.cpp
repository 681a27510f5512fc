#include "ui/pages/SeasonPage.h"

#include "tables/SortFilterModel.h"
#include "ui/base/Preferences.h"
#include "ui/charts/FinalPointsChart.h"
#include "ui/charts/PointsChart.h"
#include "ui/charts/TitleOddsChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/ChartPictures.h"
#include "ui/pages/RowFit.h"
#include "ui/pages/SeasonHeader.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/pages/WhatIfLine.h"
#include "ui/session/SeasonWords.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/LeadText.h"
#include "ui/widgets/SegmentBar.h"

#include <QAction>
#include <QComboBox>
#include <QSignalBlocker>

namespace parcferme {

namespace {

constexpr QLatin1StringView Final("final");
constexpr QLatin1StringView Odds("odds");
constexpr QLatin1StringView Drivers("drivers");

} // namespace

season::Contestants SeasonPage::side() const
{
    return sides_->current() == Drivers ? season::Contestants::Drivers : season::Contestants::Teams;
}

QString SeasonPage::selected() const
{
    return side() == season::Contestants::Drivers ? driver_ : team_;
}

void SeasonPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    session().setLookedAt(true);
}

void SeasonPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    if (session_)
        session_->setLookedAt(false);
}

// The standings tell how all of their races went: the first of them that must not be told; nothing: all may.
std::optional<int> SeasonPage::firstHidden() const
{
    const SeasonView& view = *session().view();
    const HiddenRaces hidden = windowModel().hidden();
    const int seen = seenYear_ == view.year ? seenThrough_ : 0;
    for (const int round : view.rounds) {
        const Race* race = round <= view.after && round > seen ? view.race(round) : nullptr;
        if (race && hidden.hides(*race))
            return round;
    }
    return std::nullopt;
}

// The last round before the first that is hidden; 0: the season's start.
int SeasonPage::lastToSee() const
{
    int before = 0;
    const int end = firstHidden().value_or(0);
    for (const int round : session().view()->rounds)
        if (round < end)
            before = round;
    return before;
}

void SeasonPage::refresh()
{
    const auto& view = session().view();
    computing_->setProperty("busy", session().isComputing());
    computing_->update();
    if (!view)
        return showNothing();
    if (firstHidden())
        return showHidden();
    shown_ = view;
    showSeason();
    header_->show();
    showContent();
    alignRows();
}

void SeasonPage::showNothing()
{
    header_->hide();
    shown_.reset();
    if (session().isComputing() || !session().error())
        return showEmpty(
            {QStringLiteral("clock"), tr("One moment."), tr("The season is being read and simulated."), {}});
    const Error& error = *session().error();
    if (error.code == ErrorCode::Usage)
        return showEmpty({QStringLiteral("download"),
                          tr("No race of this season is here yet."),
                          tr("Sync season fetches its calendar and results."),
                          {{Command::SyncSeason, tr("Sync season"), QStringLiteral("sync"), true}}});
    showEmpty({QStringLiteral("error"), tr("The season cannot be shown."), error.text(), {}});
}

void SeasonPage::showHidden()
{
    header_->hide();
    shown_.reset();
    const SeasonView& view = *session().view();
    const int before = lastToSee();
    showEmpty({QStringLiteral("eye"),
               tr("Standings hidden."),
               tr("They would show the result of %1.").arg(standings::raceName(view, *firstHidden())),
               {{Command::ShowEarlierRound,
                 before == 0 ? tr("Show before round 1") : tr("Show as of round %1").arg(before),
                 QStringLiteral("history"), false},
                {Command::Reveal, tr("Reveal"), QStringLiteral("eye"), true}}});
}

void SeasonPage::showSeason()
{
    header_->setState(SeasonWords::header(*shown_, side(), narrow_));
    const auto note = SeasonWords::note(*shown_, side());
    note_->setVisible(note.has_value());
    if (note) {
        note_->setSeverity(note->severity);
        note_->setText(note->lead, note->words);
        note_->findChild<QWidget*>(QStringLiteral("syncSeason"))->setVisible(note->offersSync);
    }
    fillRounds();
    whatIf_->setVisible(shown_->forecast != nullptr);
    whatIf_->setSeason(*shown_, session().condition());
    whatIf_->setAnswer(*shown_, session().condition(), session().ifSo() ? &*session().ifSo() : nullptr);
    const QString name = seasonFileName(*shown_, side());
    table_->setFileName(name + QStringLiteral("-standings"));
    deck_->setFileName(name);
    const bool ifSo = session().ifSo() && session().ifSo()->outlook;
    for (const QLatin1StringView key : {Final, Odds})
        deck_->setFileNameEnd(key, ifSo ? conditionName(*session().condition()) : QString());
    deck_->setCaption(seasonCaption(*shown_, ifSo ? session().condition() : std::nullopt));
    showTable();
    showCharts();
    showSentence();
}

void SeasonPage::showTable()
{
    StandingsModel::Shown how;
    const bool beside = deck_->current() == Odds && !narrow_;
    const auto& ifSo = session().ifSo();
    how.side = side();
    how.form = shown_->isOver()             ? StandingsModel::Form::Final
               : ifSo && ifSo->outlook      ? StandingsModel::Form::WhatIf
               : beside && shown_->forecast ? StandingsModel::Form::Trend
                                            : StandingsModel::Form::Usual;
    how.codes = narrow_;
    how.muted = session().isComputing();
    how.retrospect = shown_->isRetrospect();
    how.rounds = &session().rounds();
    how.ifSo = ifSo ? &*ifSo : nullptr;
    const int columns = model_.columnCount();
    table_->setToolsCompact(narrow_ || beside);
    model_.show(*shown_, how);
    if (model_.columnCount() != columns)
        content_->fitTable();
}

void SeasonPage::showCharts()
{
    const auto& ifSo = session().ifSo();
    const season::SeasonOutlook* changed = ifSo && ifSo->outlook ? &*ifSo->outlook : nullptr;
    final_->setSeason(*shown_, side(), changed, shown_->isRetrospect());
    points_->setSeason(*shown_, side());
    pointsModel_.show(*shown_, side());
    showOdds();
    deck_->selectDriver(selected());
}

void SeasonPage::showOdds()
{
    const auto& ifSo = session().ifSo();
    if (ifSo && ifSo->outlook) {
        odds_->setChanges(*shown_, side(), *ifSo->outlook, conditionHeading(*shown_, *session().condition()));
    } else {
        odds_->setSeason(*shown_, session().rounds(), side());
    }
    oddsModel_.show(*shown_, session().rounds(), side());
}

void SeasonPage::showSentence()
{
    if (!shown_)
        return;
    if (session().ifSo()) {
        sentence_->setText(
            {}, tr("Changes under 0.1 are shown as 0. With fewer than 200 simulations in which it happens, "
                   "nothing is shown."));
        return sentence_->show();
    }
    const auto sentence = SeasonWords::sentence(*shown_, side(), selected());
    QString words = sentence ? sentence->words : QString();
    if (side() == season::Contestants::Teams && !shown_->isOver())
        words +=
            (sentence ? QStringLiteral("\n") : QString()) +
            tr("Team points are those of both cars. A place in the top 3 counts at the end of the season.");
    sentence_->setText(sentence ? sentence->lead : QString(), words);
    sentence_->setVisible(!sentence_->text().isEmpty());
}

// The chart with a row for each stands beside the table's rows.
void SeasonPage::alignRows()
{
    if (deck_->current() == Odds && !odds_->showsChanges())
        return fitRows(*table_->view());
    if (deck_->current() == Odds)
        return fitRowsBeside(*odds_, *table_->view());
    if (deck_->current() == Final)
        return fitRowsBeside(*final_, *table_->view());
    fitRows(*table_->view());
}

void SeasonPage::setNarrow(bool narrow)
{
    narrow_ = narrow;
    content_->setNarrow(narrow);
    whatIf_->setNarrow(narrow);
    if (shown_)
        refresh();
}

void SeasonPage::select(const QString& id)
{
    if (side() == season::Contestants::Drivers) {
        Q_EMIT driverSelected(id);
        return;
    }
    team_ = id;
    table_->view()->selectDriver(id);
    deck_->selectDriver(id);
    showSentence();
}

void SeasonPage::selectDriver(const QString& driver)
{
    driver_ = driver;
    if (side() != season::Contestants::Drivers)
        return;
    table_->view()->selectDriver(driver);
    deck_->selectDriver(driver);
    showSentence();
}

TablePanel* SeasonPage::currentTable() const
{
    return content_->currentTable();
}

QStringList SeasonPage::printedWords() const
{
    if (!shown_)
        return {};
    const SeasonHeaderState state = SeasonWords::header(*shown_, side(), false);
    return {state.badge, state.left, state.provenance};
}

void SeasonPage::fillRounds()
{
    const QSignalBlocker blocker(rounds_);
    rounds_->clear();
    for (auto round = shown_->rounds.rbegin(); round != shown_->rounds.rend(); ++round)
        rounds_->addItem(SeasonWords::asOf(*shown_, *round, narrow_), *round);
    rounds_->addItem(SeasonWords::asOf(*shown_, 0, narrow_), 0);
    rounds_->setCurrentIndex(rounds_->findData(shown_->after));
}

} // namespace parcferme
