#include "ui/pages/PicksPane.h"

#include "tables/Names.h"
#include "ui/base/Preferences.h"
#include "ui/charts/PickSlopeChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/RowFit.h"
#include "ui/picks/LockPanel.h"
#include "ui/picks/OrderView.h"
#include "ui/picks/WinnerPanel.h"
#include "ui/session/PickHeader.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

namespace parcferme {

namespace {

constexpr QLatin1StringView HideKey("hideModelWhilePicking");

// The places of the grid that is known, else of qualifying.
QHash<QString, int> gridOf(const RaceDetails& race)
{
    QHash<QString, int> places;
    if (race.manualGrid)
        for (const ManualGrid::Slot& slot : race.manualGrid->places)
            places.insert(slot.driver, slot.grid);
    else if (race.officialGrid)
        for (const GridPlace& place : race.officialGrid->places)
            places.insert(place.driver, place.position);
    else
        for (const QualifyingRow& row : race.qualifying)
            if (row.position)
                places.insert(row.driver, *row.position);
    return places;
}

QStringList driversOf(const PicksView& picks)
{
    QStringList drivers;
    for (const PickEntry& entry : picks.field)
        drivers << entry.driver;
    return drivers;
}

} // namespace

bool PicksPane::hidesModel(const Preferences& preferences)
{
    return preferences.windowState(HideKey).toBool();
}

bool PicksPane::modelIsHidden() const
{
    return hidesModel(preferences_) && picks_ && !picks_->mine;
}

QString PicksPane::nameOf(const QString& driver) const
{
    return driverName(people_, driver);
}

void PicksPane::show(const PicksView& picks, const Beside& beside)
{
    people_ = beside.race.people;
    now_ = beside.now;
    modelPlaces_.clear();
    modelWins_.clear();
    if (beside.model)
        for (const PredictionEntry& entry : beside.model->prediction.entries) {
            modelPlaces_.insert(entry.driver, entry.predictedPosition);
            modelWins_.insert(entry.driver, entry.pWin);
        }
    grid_ = gridOf(beside.race);
    gridKnown_ = beside.race.manualGrid || beside.race.officialGrid;
    openOrder(picks, people_, beside.saving);
    showOrder();
    showOffer();
}

// What is stored, unless that is what is being edited anyway: its steps stay to be undone.
void PicksPane::openOrder(const PicksView& picks, const People& people, bool saving)
{
    const bool same = picks_ && picks_->of == picks.of && picks_->player == picks.player &&
                      picks_->mine.has_value() == picks.mine.has_value() &&
                      driversOf(*picks_) == driversOf(picks);
    picks_ = picks;
    teams_.clear();
    for (const PickEntry& entry : picks.field)
        teams_.insert(entry.driver, entry.team);
    QStringList field = driversOf(picks);
    if (picks.mine)
        for (const PickEntry& entry : picks.mine->pick.entries) {
            teams_.insert(entry.driver, entry.team);
            if (!field.contains(entry.driver))
                field << entry.driver;
        }
    const PickOrder stored(field, pickedOrder(picks));
    editor_.setEditable(!picks.mine && now_ < picks.start && !field.isEmpty());
    if (!same || !saving)
        chance_ = pickedChance(picks);
    const bool editing = saving || !editor_.lifted().isEmpty();
    if (!same || (!editing && stored.places() != editor_.order().places()))
        editor_.open(stored, [people](const QString& driver) { return driverName(people, driver); });
}

void PicksPane::showOrder()
{
    if (!picks_)
        return;
    const PickOrder& order = editor_.order();
    std::vector<PickOrderModel::Line> lines;
    for (int row = 0; row < order.size(); ++row) {
        const QString& driver = order.driverAt(row);
        PickOrderModel::Line line{driver, teams_.value(driver), order.placedAt(row), {}, {}};
        if (modelPlaces_.contains(driver))
            line.model = modelPlaces_.value(driver);
        if (grid_.contains(driver))
            line.grid = grid_.value(driver);
        lines.push_back(line);
    }
    PickOrderModel::Form form;
    form.editable = editor_.isEditable();
    form.buttons = form.editable && narrow_;
    form.hidesModel = modelIsHidden();
    form.gridKnown = gridKnown_;
    model_.show(lines, people_, form);
    slopes_->setOrder(lines, people_);
    if (view_->currentIndex().row() < 0 && !lines.empty())
        view_->selectRow(0); // that the keys mean somebody
    undo_->setEnabled(editor_.isEditable() && editor_.steps().canUndo());
    showWinner();
    fit();
}

void PicksPane::showWinner()
{
    const QString winner = editor_.order().winner();
    std::optional<double> model;
    if (!modelIsHidden() && modelWins_.contains(winner))
        model = modelWins_.value(winner);
    winner_->show(winner.isEmpty() ? QString() : nameOf(winner),
                  QColor(teamColour(people_, teams_.value(winner))), chance_, model, editor_.isEditable());
}

void PicksPane::showOffer()
{
    const PickOffer offer = PickOffer::of(*picks_, editor_.order().filled(), now_);
    using Role = PickOffer::Role;
    lock_->setVisible(offer.role != Role::Locked);
    const bool can = offer.complete && (offer.role == Role::Lock || offer.role == Role::TooLate);
    lock_->setEnabled(can);
    setPrimary(lock_, offer.role == Role::Lock);
    lock_->setIcon(
        icon(QStringLiteral("lock"), can && offer.role == Role::Lock ? &Tokens::onAccent : &Tokens::text));
    lock_->setToolTip(offer.why);
    // In a narrow window there is room for the button alone, and the words are beside the winner's chance.
    const bool said = narrow_ || (offer.role == Role::Lock && offer.complete);
    why_->setText(said ? QString() : offer.why);
    why_->setToolTip(offer.why);
    locking_->setWords(offer.locking);
    start_->setEnabled(editor_.isEditable());
    hide_->setVisible(!narrow_ && editor_.isEditable());
    table_->setFoot(editor_.isEditable()
                        ? tr("Drag a row, or use the keys. The order is saved as you go; nothing is judged "
                             "before it is locked.")
                        : QString());
}

void PicksPane::startFrom(PickStart from)
{
    if (from == PickStart::Empty)
        return takeOrder(from, {});
    if (from != PickStart::Model)
        return Q_EMIT orderWanted(from);
    if (modelPlaces_.isEmpty())
        return; // it has none yet
    QStringList places(modelPlaces_.size());
    for (auto place = modelPlaces_.cbegin(); place != modelPlaces_.cend(); ++place)
        places[place.value() - 1] = place.key();
    takeOrder(from, places);
}

void PicksPane::takeOrder(PickStart from, const QStringList& places)
{
    const QStringList field = driversOf(*picks_);
    QString words;
    switch (from) {
    case PickStart::Model:
        words = tr("The model's order.");
        break;
    case PickStart::Qualifying:
        words = tr("The qualifying order.");
        break;
    case PickStart::Grid:
        words = tr("The grid order.");
        break;
    case PickStart::LastOrder:
        words = tr("My last order.");
        break;
    case PickStart::Empty:
        words = tr("All places are empty.");
        break;
    }
    editor_.startFrom(PickOrder(field, places), words);
    view_->setFocus(Qt::OtherFocusReason);
}

void PicksPane::typed(const QString& digits)
{
    if (digits.isEmpty())
        return showOffer();
    table_->setFoot(tr("To place %1: Enter moves, Escape does not.").arg(digits));
}

void PicksPane::save()
{
    Q_EMIT edited(editor_.order().places(), chance_);
}

void PicksPane::setNarrow(bool narrow)
{
    if (narrow_ == narrow)
        return;
    narrow_ = narrow;
    arrange();
    showOrder();
    if (picks_)
        showOffer();
}

void PicksPane::setFileName(const QString& name)
{
    table_->setFileName(name);
    deck_->setFileName(name);
}

void PicksPane::selectDriver(const QString& driver)
{
    view_->selectDriver(driver);
    deck_->selectDriver(driver);
}

void PicksPane::fit()
{
    if (!isVisible())
        return;
    if (deck_->isVisible())
        fitRowsBeside(*slopes_, *view_);
    else
        fitRows(*view_);
}

void PicksPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In the narrowest windows the words of the switches need its room; the menu exports as well.
    constexpr double LeastForCsv = 740;
    csv_->setVisible(width() >= LeastForCsv * textScale(fontMetrics()));
    QMetaObject::invokeMethod(this, &PicksPane::fit, Qt::QueuedConnection);
}

void PicksPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &PicksPane::fit, Qt::QueuedConnection);
}

} // namespace parcferme
