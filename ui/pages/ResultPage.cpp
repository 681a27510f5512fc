#include "ui/pages/ResultPage.h"

#include "domain/Knowledge.h"
#include "ui/base/Preferences.h"
#include "ui/charts/SlopeChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/ComparePane.h"
#include "ui/pages/RowFit.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/pages/VerdictLine.h"
#include "ui/session/EmptyWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/PickHeader.h"
#include "ui/session/PicksSession.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parcferme {

ResultPage::ResultPage(const PageContext& context)
    : RacePage(context), preferences_(context.preferences), revisions_(new QComboBox),
      hide_(new QCheckBox(tr("Hide resu&lts"))), verdict_(new VerdictLine)
{
    table_ = new TablePanel({QStringLiteral("result"), tr("Result"), QStringLiteral("result"), 0}, &model_,
                            context.preferences, context.dialogs);
    table_->setCountWords([](int rows) { return tr("%n drivers", nullptr, rows); });
    revisions_->setObjectName(QStringLiteral("revisionBox"));
    revisions_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    revisions_->setMinimumContentsLength(10);
    revisions_->setAccessibleName(tr("Revision of the official result"));
    hide_->setToolTip(tr("A result, and every figure that it is part of, stays hidden until you reveal it "
                         "(Ctrl+H). Of which races is chosen in Preferences."));
    table_->tools()->addWidget(hide_);
    slope_ = new SlopeChart;
    deck_ = new ChartDeck(QStringLiteral("result"), {{QStringLiteral("slope"), tr("Slope"), slope_}},
                          context.preferences, context.dialogs);
    content_ = new TableAndCharts(
        QStringLiteral("result"), table_, deck_, {{QStringLiteral("slope"), tr("Slope"), 300}},
        {QStringLiteral("laps"), QStringLiteral("grid"), QStringLiteral("team")},
        {QStringLiteral("team"), QStringLiteral("grid"), QStringLiteral("laps")}, context.preferences);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(verdict_);
    layout->addWidget(content_, 1);
    compare_ = new ComparePane(QStringLiteral("result-compare"), context.preferences, context.dialogs);
    views_ = new QStackedWidget;
    views_->addWidget(page);
    views_->addWidget(compare_);
    setContent(views_);
    watch(table_);
    watch(deck_);
    watch(compare_->table());
    watch(compare_->scores());
    watch(compare_->charts());
    connect(&windowModel().picksSession(), &PicksSession::changed, this, &Page::outdated);
    connect(content_, &TableAndCharts::arranged, this, [this] {
        fitRows(*slope_, model_.rowCount());
        fitRows(*table_->view());
    });
    connect(revisions_, &QComboBox::currentIndexChanged, this, &ResultPage::showRevision);
    connect(hide_, &QCheckBox::toggled, this, [this](bool on) { preferences_.setHideResults(on); });
}

void ResultPage::refresh()
{
    const QSignalBlocker blocker(hide_);
    hide_->setChecked(preferences_.hideResults());
    const auto& race = windowModel().raceView();
    if (!race)
        return beginEmpty(EmptyWords::loading());
    if (race->revisions.empty() || windowModel().resultsHidden())
        return beginEmpty(EmptyWords::result(*race, windowModel().now(), windowModel().resultsHidden()));
    const auto kind = race->prediction ? std::optional(race->prediction->prediction.kind) : std::nullopt;
    table_->setFileName(
        exportFileName(race->overview.race, QStringLiteral("result"), race->overview.session));
    deck_->setFileName(
        exportFileName(race->overview.race, QStringLiteral("result"), race->overview.session, kind));
    deck_->setCaption(pictureCaption(race->overview.race, race->overview.session, kind));
    compare_->setFileName(
        exportFileName(race->overview.race, QStringLiteral("result-comparison"), race->overview.session));
    compare_->charts()->setCaption(pictureCaption(race->overview.race, race->overview.session, kind));
    fillRevisions();
    showRevision();
    const bool both = players() == PlayerView::Compare;
    views_->setCurrentIndex(both ? 1 : 0);
    beginTools(both ? compare_->content() : content_, {revisions_});
    showContent();
}

void ResultPage::fillRevisions()
{
    const QSignalBlocker blocker(revisions_);
    const auto& revisions = windowModel().raceView()->revisions;
    const RaceId race = windowModel().raceView()->overview.race.id;
    const bool sameRace = revisions_->property("race").toLongLong() == race;
    const int kept =
        sameRace && revisions_->count() == int(revisions.size()) ? revisions_->currentIndex() : 0;
    revisions_->clear();
    revisions_->setProperty("race", race);
    for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision) {
        QString text = revision->source != QLatin1StringView(HistorySource)
                           ? tr("Revision %1, %2")
                                 .arg(revision->revision)
                                 .arg(RaceWords::shortMoment(revision->fetchedAt))
                           : tr("Revision %1, bundled").arg(revision->revision);
        if (revision == revisions.rbegin() && revisions.size() > 1)
            text += tr(" (newest)");
        revisions_->addItem(text, revision->revision);
    }
    revisions_->setCurrentIndex(kept);
    revisions_->setToolTip(revisions_->currentText()); // whole, where a narrow window cuts the box
}

void ResultPage::showRevision()
{
    const auto& race = windowModel().raceView();
    const int number = revisions_->currentData().toInt();
    if (!race)
        return;
    verdict_->hide();
    for (const ResultRevision& revision : race->revisions) {
        if (revision.revision != number)
            continue;
        switch (players()) {
        case PlayerView::Model:
            return showModel(revision);
        case PlayerView::Mine:
            return showMine(revision);
        case PlayerView::Compare:
            return showBoth(revision);
        }
    }
}

void ResultPage::showModel(const ResultRevision& revision)
{
    const auto& race = windowModel().raceView();
    const ForecastView* shown = race->prediction ? &*race->prediction : nullptr;
    const EvaluationView* view = modelAgainst(revision.revision);
    model_.setResult(revision, shown, view ? &view->evaluation : nullptr, race->people);
    if (shown)
        slope_->setResult(*shown, revision, race->people);
    else
        slope_->clear();
    if (view) {
        verdict_->setEvaluation(*view, race->people);
        verdict_->show();
    }
    content_->fitTable();
    fitRows(*slope_, model_.rowCount());
}

void ResultPage::showMine(const ResultRevision& revision)
{
    const auto& race = windowModel().raceView();
    const auto& picks = windowModel().picksSession().view();
    const QStringList order = picks ? pickedOrder(*picks) : QStringList();
    model_.setResult(revision, order, race->people);
    slope_->setResult(order, revision, race->people);
    content_->fitTable();
    fitRows(*slope_, model_.rowCount());
}

void ResultPage::showBoth(const ResultRevision& revision)
{
    const auto& race = windowModel().raceView();
    const auto& picks = windowModel().picksSession().view();
    ComparedOrders orders;
    orders.result = &revision;
    orders.mine = picks ? pickedOrder(*picks) : QStringList();
    orders.model = race->prediction ? &*race->prediction : nullptr;
    orders.grid = gridOrder(*race, revision);
    compare_->show(orders, race->people);
    compare_->setScores(
        PlayerScoresModel::of(mineAgainst(revision.revision), modelAgainst(revision.revision)));
}

const PickScoreView* ResultPage::mineAgainst(int revision) const
{
    const auto& picks = windowModel().picksSession().view();
    if (!picks || !picks->mine || !picks->mine->counts())
        return nullptr;
    const auto& scores = picks->mine->scores;
    const auto found = std::ranges::find_if(
        scores, [&](const PickScoreView& view) { return view.stored.resultRevision == revision; });
    return found == scores.end() ? nullptr : &*found;
}

const EvaluationView* ResultPage::modelAgainst(int revision) const
{
    return evaluationAgainst(*windowModel().raceView(), revision);
}

void ResultPage::setNarrow(bool narrow)
{
    content_->setNarrow(narrow);
    compare_->setNarrow(narrow);
}

void ResultPage::selectDriver(const QString& driver)
{
    table_->view()->selectDriver(driver);
    deck_->selectDriver(driver);
    compare_->selectDriver(driver);
}

TablePanel* ResultPage::currentTable() const
{
    return views_->currentWidget() == compare_ ? compare_->currentTable() : content_->currentTable();
}

std::vector<TablePanel*> ResultPage::printedTables() const
{
    if (views_->currentWidget() == compare_)
        return {compare_->scores(), compare_->table()};
    return Page::printedTables();
}

ChartDeck* ResultPage::charts() const
{
    return views_->currentWidget() == compare_ ? compare_->charts() : deck_;
}

} // namespace parcferme
