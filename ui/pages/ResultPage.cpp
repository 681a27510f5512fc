#include "ui/pages/ResultPage.h"

#include "domain/Knowledge.h"
#include "ui/base/Preferences.h"
#include "ui/charts/SlopeChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/RowFit.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/pages/VerdictLine.h"
#include "ui/session/EmptyWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parcferme {

ResultPage::ResultPage(const PageContext& context)
    : Page(context), preferences_(context.preferences), revisions_(new QComboBox),
      hide_(new QCheckBox(tr("Hide resu&lts"))), verdict_(new VerdictLine)
{
    table_ = new TablePanel({QStringLiteral("result"), tr("Result"), QStringLiteral("result"), 0}, &model_,
                            context.preferences, context.dialogs);
    table_->setCountWords([](int rows) { return tr("%n drivers", nullptr, rows); });
    revisions_->setObjectName(QStringLiteral("revisionBox"));
    revisions_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    revisions_->setMinimumContentsLength(10);
    revisions_->setAccessibleName(tr("Revision of the official result"));
    hide_->setToolTip(
        tr("Results and errors stay hidden, here and in the race list, until you reveal them (Ctrl+H)"));
    table_->tools()->insertWidget(0, revisions_);
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
    setContent(page);
    watch(table_);
    watch(deck_);
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
        return showEmpty(EmptyWords::loading());
    if (race->revisions.empty() || windowModel().resultsHidden())
        return showEmpty(EmptyWords::result(*race, windowModel().now(), windowModel().resultsHidden()));
    const QString name = exportFileName(race->overview.race, QStringLiteral("result"));
    table_->setFileName(name);
    deck_->setFileName(name);
    fillRevisions();
    showRevision();
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
    const ForecastView* shown = race->prediction ? &*race->prediction : nullptr;
    verdict_->hide();
    for (const ResultRevision& revision : race->revisions)
        if (revision.revision == number) {
            model_.setResult(revision, shown, race->people);
            if (shown)
                slope_->setResult(*shown, revision, race->people);
            else
                slope_->clear();
        }
    for (const EvaluationView& view : race->evaluations)
        if (shown && view.evaluation.prediction == shown->prediction.id &&
            view.evaluation.resultRevision == number) {
            verdict_->setEvaluation(view, race->people);
            verdict_->show();
            break;
        }
    fitRows(*slope_, model_.rowCount());
}

void ResultPage::setNarrow(bool narrow)
{
    content_->setNarrow(narrow);
}

void ResultPage::selectDriver(const QString& driver)
{
    table_->view()->selectDriver(driver);
    deck_->selectDriver(driver);
}

TablePanel* ResultPage::currentTable() const
{
    return content_->currentTable();
}

} // namespace parcferme
