#include "ui/pages/MetricsPage.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ScoreChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/session/EmptyWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/PicksSession.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int LowHeight = 330; // of a page
constexpr int Edge = 12;

} // namespace

MetricsPage::MetricsPage(const PageContext& context) : RacePage(context), verdict_(new Banner(Severity::Info))
{
    verdict_->setFramed(true);
    verdict_->setObjectName(QStringLiteral("metricsVerdict"));
    table_ = new TablePanel({QStringLiteral("metrics"), tr("Metrics"), QStringLiteral("metrics")}, &model_,
                            context.preferences, context.dialogs);
    table_->setCountWords([](int rows) { return tr("%n scores", nullptr, rows); });
    scores_ = new ScoreChart;
    deck_ = new ChartDeck(QStringLiteral("metrics"), {{QStringLiteral("scores"), tr("Scores"), scores_}},
                          context.preferences, context.dialogs);
    content_ =
        new TableAndCharts(QStringLiteral("metrics"), table_, deck_,
                           {{QStringLiteral("scores"), tr("Scores"), 320}}, {}, {QStringLiteral("meaning")},
                           context.preferences); // the meaning stands below as well
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(Edge, 8, Edge, Edge);
    layout->setSpacing(8);
    layout->addWidget(verdict_);
    layout->addWidget(content_, 1);
    meaning_ = new QLabel;
    meaning_->setTextFormat(Qt::PlainText);
    meaning_->setWordWrap(true);
    meaning_->setObjectName(QStringLiteral("scoreMeaning"));
    meaning_->setMinimumWidth(1); // its words never hold the window wide
    meaning_->hide();
    layout->addWidget(meaning_);
    setContent(page);
    watch(table_);
    watch(deck_);
    connect(&windowModel().picksSession(), &PicksSession::changed, this, &Page::outdated);
    connect(table_->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MetricsPage::showMeaning);
}

const EvaluationView* MetricsPage::evaluation() const
{
    const auto& race = windowModel().raceView();
    if (!race->prediction)
        return nullptr;
    for (const EvaluationView& view : race->evaluations)
        if (view.evaluation.prediction == race->prediction->prediction.id)
            return &view;
    return nullptr;
}

// Against the newest revision, where it counts.
const PickScoreView* MetricsPage::mine() const
{
    const auto& picks = windowModel().picksSession().view();
    if (players() == PlayerView::Model || !picks || !picks->mine || !picks->mine->counts() ||
        picks->mine->scores.empty())
        return nullptr;
    return &picks->mine->scores.front();
}

void MetricsPage::refresh()
{
    const auto& race = windowModel().raceView();
    if (!race)
        return beginEmpty(EmptyWords::loading());
    const EvaluationView* view = evaluation();
    const PickScoreView* own = mine();
    if ((!view && !own) || windowModel().resultsHidden())
        return beginEmpty(EmptyWords::metrics(*race, windowModel().now(), race->prediction.has_value(),
                                              windowModel().resultsHidden()));
    const bool ofMine = players() == PlayerView::Mine;
    if (ofMine && !own)
        return beginEmpty(EmptyWords::noPicksJudged());
    const auto kind = race->prediction ? std::optional(race->prediction->prediction.kind) : std::nullopt;
    const QString name =
        exportFileName(race->overview.race, QStringLiteral("metrics"), race->overview.session, kind);
    table_->setFileName(name);
    deck_->setFileName(name);
    deck_->setCaption(pictureCaption(race->overview.race, race->overview.session, kind));
    model_.setScores(view, own, ofMine || !view);
    if (view)
        scores_->setEvaluation(*view, race->prediction->prediction.kind);
    else
        scores_->clear();
    if (ofMine || !view)
        showVerdict(own->scores.positionMae, own->baselines, own->scores.starters);
    else
        showVerdict(view->evaluation.positionMae, view->baselines, view->evaluation.starters);
    beginTools(content_);
    showContent();
    if (!table_->view()->currentIndex().isValid())
        table_->view()->selectRow(0); // so that a first meaning stands below
}

void MetricsPage::showMeaning()
{
    const QModelIndex current = table_->view()->currentIndex();
    const QString name = current.siblingAtColumn(0).data().toString();
    const QString words = current.siblingAtColumn(model_.column(QStringLiteral("meaning"))).data().toString();
    meaning_->setVisible(current.isValid());
    const QString text = QStringLiteral("%1: %2").arg(name, words);
    meaning_->setWordWrap(!low_);
    meaning_->setToolTip(low_ ? text : QString());
    meaning_->setAccessibleName(text);
    meaning_->setText(low_ ? fontMetrics().elidedText(text, Qt::ElideRight, width() - 2 * Edge) : text);
}

void MetricsPage::showVerdict(double own, const std::map<std::string, evaluation::Scores>& baselines,
                              int starters)
{
    const auto grid = baselines.find("grid");
    verdict_->setVisible(grid != baselines.end());
    if (grid == baselines.end())
        return;
    const double other = grid->second.positionMae;
    const bool better = own < other;
    const bool equal = format::number(own, 2) == format::number(other, 2);
    verdict_->setSeverity(better && !equal ? Severity::Info : Severity::Warning);
    const bool mine = players() == PlayerView::Mine;
    const QString lead = equal    ? mine ? tr("In this race my order is as good as the grid.")
                                         : tr("In this race the predicted order is as good as the grid.")
                            : better ? mine ? tr("In this race my order beats the grid.")
                                            : tr("In this race the predicted order beats the grid.")
                            : mine ? tr("In this race my order is no better than the grid.")
                                  : tr("In this race the predicted order is no better than the grid.");
    QString words = tr("Mean error %1 positions against %2, over %n drivers.", nullptr, starters)
                        .arg(format::number(own, 2), format::number(other, 2));
    if (windowModel().raceView()->overview.state != RaceState::Void) // which no record adds up
        words += u' ' + tr("One race proves little: the track record adds them up.");
    const EvaluationView* view = evaluation();
    if (const QString leftOut = view ? leftOutText(*view, windowModel().raceView()->people) : QString();
        !leftOut.isEmpty())
        words += u' ' + tr("Not judged: %1.").arg(leftOut);
    verdict_->setText(lead, words);
}

void MetricsPage::setNarrow(bool narrow)
{
    content_->setNarrow(narrow);
}

// In a low window the rows count more than the words around them.
void MetricsPage::resizeEvent(QResizeEvent* event)
{
    RacePage::resizeEvent(event);
    low_ = height() < int(LowHeight * textScale(fontMetrics()));
    verdict_->setShort(low_);
    showMeaning();
}

TablePanel* MetricsPage::currentTable() const
{
    return content_->currentTable();
}

} // namespace parcferme
