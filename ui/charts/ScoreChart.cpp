#include "ui/charts/ScoreChart.h"

#include "export/ScoreFields.h"
#include "tables/Format.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/KindWords.h"
#include "ui/charts/PlotScene.h"

#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

constexpr std::array ShownScores{"position_mae", "podium_accuracy", "spearman", "rps"};
constexpr std::array BaselineKeys{"grid", "qualifying", "form"};
constexpr double HeadHeight = 26;
constexpr double BarHeight = 20;
constexpr double Space = 10;

std::optional<double> valueOf(const std::vector<ScoreField>& fields, const char* key)
{
    for (const ScoreField& field : fields)
        if (field.key == QLatin1StringView(key))
            return field.value;
    return std::nullopt;
}

} // namespace

// The bars of one score: each has its own scale, so each is a chart.
struct ScoreChart::Plot
{
    explicit Plot(const std::vector<double>& lengths); // the model's first
    void setColours(const Tokens& theme, PredictionKind kind);

    PlotScene scene;
    QBarSet* model = new QBarSet(QString());
    QBarSet* baselines = new QBarSet(QString());
    QLineSeries* zero = nullptr;
};

// A score without length shows no bar, on any scale.
ScoreChart::Plot::Plot(const std::vector<double>& lengths)
    : scene(PlotScene::hiddenAxis(0, std::max(1e-9, *std::max_element(lengths.begin(), lengths.end()))),
            PlotScene::hiddenAxis(-0.5, double(lengths.size()) - 0.5))
{
    // Stacked, with nothing where the other stands: a set has one colour. An axis counts from below.
    for (std::size_t i = lengths.size(); i-- > 0;) {
        model->append(i == 0 ? lengths[i] : 0);
        baselines->append(i == 0 ? 0 : lengths[i]);
    }
    auto* bars = scene.add(new QHorizontalStackedBarSeries);
    bars->append(QList<QBarSet*>{model, baselines});
    bars->setBarWidth(0.7);
    zero = scene.add(PlotScene::line({{0, -0.5}, {0, double(lengths.size()) - 0.5}}));
}

void ScoreChart::Plot::setColours(const Tokens& theme, PredictionKind kind)
{
    model->setPen(Qt::NoPen);
    model->setBrush(kind == PredictionKind::Live ? theme.accent : theme.muted);
    baselines->setPen(Qt::NoPen);
    baselines->setBrush(theme.track);
    zero->setPen(QPen(theme.strong, 1));
}

ScoreChart::ScoreChart(QWidget* parent) : PlotChart(parent)
{
    clear();
}

ScoreChart::~ScoreChart() = default;

void ScoreChart::clear()
{
    scores_.clear();
    setTitles(tr("Model against its baselines"), QString());
    setMessage(tr("Not judged yet"));
    valuesChanged();
}

void ScoreChart::setEvaluation(const EvaluationView& view, PredictionKind kind)
{
    kind_ = kind;
    setTitles(tr("Model against its baselines"),
              withKind(tr("this race, %1 starters").arg(view.evaluation.starters), kind));
    setScores(view.evaluation, view.baselines);
}

void ScoreChart::setPeriod(const evaluation::Period& period, PredictionKind kind)
{
    kind_ = kind;
    const int races = period.model.races;
    setTitles(tr("Model against its baselines"),
              withKind(races == 1 ? tr("mean of 1 race") : tr("mean of %n races", nullptr, races), kind));
    setScores(period.model, period.baselines);
}

template <typename Model, typename Baselines>
void ScoreChart::setScores(const Model& model, const Baselines& baselines)
{
    scores_.clear();
    for (const char* key : ShownScores) {
        Score score{scoreText(QLatin1String(key)), {}, {}};
        const auto add = [&](const QString& name, const std::optional<double>& value, bool isModel) {
            if (!value)
                return;
            const QString toolTip = score.text.name + QLatin1Char('\n') + score.text.meaning +
                                    QLatin1Char('\n') + tr("%1: %2").arg(name, format::full(*value));
            score.bars.push_back({name, scoreFigure(score.text, value), toolTip, *value, isModel});
        };
        add(tr("Model"), valueOf(scoreFields(model), key), true);
        if (score.bars.empty())
            continue;
        for (const char* baseline : BaselineKeys)
            if (const auto found = baselines.find(baseline); found != baselines.end())
                add(baselineName(QLatin1String(baseline)), valueOf(scoreFields(found->second), key), false);
        scores_.push_back(std::move(score));
    }
    setMessage(scores_.empty() ? tr("Not judged yet") : QString());
    valuesChanged();
}

void ScoreChart::buildPlot() const
{
    for (const Score& score : scores_) {
        std::vector<double> lengths;
        lengths.reserve(score.bars.size());
        for (const Bar& bar : score.bars)
            lengths.push_back(std::max(0.0, bar.value));
        score.plot = std::make_unique<Plot>(lengths);
    }
}

QSizeF ScoreChart::contentSize(double unit) const
{
    double height = 8;
    for (const Score& score : scores_)
        height += HeadHeight + static_cast<double>(score.bars.size()) * BarHeight + Space;
    return QSizeF(360, std::max(160.0, height)) * unit;
}

void ScoreChart::drawPlot(const ChartFrame& frame) const
{
    double top = frame.area.top();
    for (const Score& score : scores_)
        top = drawScore(frame, score, top) + Space * frame.unit;
}

double ScoreChart::drawScore(const ChartFrame& frame, const Score& score, double top) const
{
    const double u = frame.unit;
    QRectF row(frame.area.left() + 12 * u, top, frame.area.width() - 24 * u, HeadHeight * u);
    drawHead(frame, row, score.text);
    row = QRectF(row.left(), row.bottom(), row.width(), BarHeight * u);
    const double labels = std::min(112 * u, row.width() * 0.4);
    const QRectF area(row.left() + labels, row.top(), row.width() - labels - 58 * u,
                      row.height() * static_cast<double>(score.bars.size()));
    const bool room = area.width() >= 1;
    if (room) {
        score.plot->setColours(frame.theme, kind_);
        score.plot->scene.draw(frame, area);
    }
    for (std::size_t i = 0; i < score.bars.size(); ++i) {
        drawTexts(frame, row, score.bars[i], labels,
                  room ? score.plot->scene.at(std::max(0.0, score.bars[i].value), 0).x() : area.left());
        frame.marks.push_back({row, {}, score.bars[i].toolTip});
        row.translate(0, row.height());
    }
    return row.top();
}

void ScoreChart::drawHead(const ChartFrame& frame, const QRectF& row, const ScoreText& text) const
{
    const QString better =
        text.better == ScoreText::Better::Lower ? tr("lower is better") : tr("higher is better");
    const double name = QFontMetricsF(frame.strong).horizontalAdvance(text.name) + 8 * frame.unit;
    chart::drawLabel(frame.painter, row, Qt::AlignLeft | Qt::AlignVCenter, text.name, frame.strong,
                     frame.theme.text);
    if (row.width() > name)
        chart::drawLabel(frame.painter, row.adjusted(name, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, better,
                         frame.label, frame.theme.muted);
}

void ScoreChart::drawTexts(const ChartFrame& frame, const QRectF& row, const Bar& bar, double labels,
                           double end) const
{
    const double u = frame.unit;
    const QFont& font = bar.model ? frame.strong : frame.label;
    chart::drawLabel(frame.painter, QRectF(row.left(), row.top(), labels - 8 * u, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, bar.name, font,
                     bar.model ? frame.theme.text : frame.theme.muted);
    chart::drawLabel(frame.painter, QRectF(end + 6 * u, row.top(), 70 * u, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, bar.figure, font, frame.theme.text);
}

} // namespace parcferme
