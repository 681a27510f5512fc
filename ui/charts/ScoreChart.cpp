#include "ui/charts/ScoreChart.h"

#include "export/ScoreFields.h"
#include "tables/Format.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/KindWords.h"

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

constexpr std::array shownScores{"position_mae", "podium_accuracy", "spearman", "rps"};
constexpr std::array baselineKeys{"grid", "qualifying", "form"};
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

ScoreChart::ScoreChart(QWidget* parent) : ChartWidget(parent)
{
    clear();
}

void ScoreChart::clear()
{
    scores_.clear();
    setTitles(tr("Model against its baselines"), QString());
    setMessage(tr("Not judged yet"));
    dataChanged();
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
    for (const char* key : shownScores) {
        Score score{scoreText(QLatin1String(key)), {}, 0};
        const auto add = [&](const QString& name, const std::optional<double>& value, bool isModel) {
            if (!value)
                return;
            const QString toolTip = score.text.name + QLatin1Char('\n') + score.text.meaning +
                                    QLatin1Char('\n') + tr("%1: %2").arg(name, format::full(*value));
            score.bars.push_back({name, scoreFigure(score.text, value), toolTip, *value, isModel});
            score.scale = std::max(score.scale, *value);
        };
        add(tr("Model"), valueOf(scoreFields(model), key), true);
        if (score.bars.empty())
            continue;
        for (const char* baseline : baselineKeys)
            if (const auto found = baselines.find(baseline); found != baselines.end())
                add(baselineName(QLatin1String(baseline)), valueOf(scoreFields(found->second), key), false);
        scores_.push_back(std::move(score));
    }
    setMessage(scores_.empty() ? tr("Not judged yet") : QString());
    dataChanged();
}

QSizeF ScoreChart::contentSize(double unit) const
{
    double height = 8;
    for (const Score& score : scores_)
        height += HeadHeight + static_cast<double>(score.bars.size()) * BarHeight + Space;
    return QSizeF(360, std::max(160.0, height)) * unit;
}

void ScoreChart::draw(const ChartFrame& frame) const
{
    double top = frame.area.top();
    for (const Score& score : scores_)
        top = drawScore(frame, score, top) + Space * frame.unit;
}

double ScoreChart::drawScore(const ChartFrame& frame, const Score& score, double top) const
{
    const double u = frame.unit;
    QRectF row(frame.area.left() + 12 * u, top, frame.area.width() - 24 * u, HeadHeight * u);
    const QString better =
        score.text.better == ScoreText::Better::Lower ? tr("lower is better") : tr("higher is better");
    const double name = QFontMetricsF(frame.strong).horizontalAdvance(score.text.name);
    chart::drawLabel(frame.painter, row, Qt::AlignLeft | Qt::AlignVCenter, score.text.name, frame.strong,
                     frame.theme.text);
    if (row.width() > name + 8 * u)
        chart::drawLabel(frame.painter, row.adjusted(name + 8 * u, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         better, frame.label, frame.theme.muted);
    row = QRectF(row.left(), row.bottom(), row.width(), BarHeight * u);
    for (const Bar& bar : score.bars) {
        drawBar(frame, row, score, bar);
        row.translate(0, row.height());
    }
    return row.top();
}

void ScoreChart::drawBar(const ChartFrame& frame, const QRectF& row, const Score& score, const Bar& bar) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const double labels = std::min(112 * u, row.width() * 0.4);
    const QRectF plot = row.adjusted(labels, 0, -58 * u, 0);
    chart::drawLabel(p, QRectF(row.left(), row.top(), labels - 8 * u, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, bar.name, bar.model ? frame.strong : frame.label,
                     bar.model ? frame.theme.text : frame.theme.muted);
    const double length = score.scale > 0 ? plot.width() * std::max(0.0, bar.value) / score.scale : 0;
    const double half = std::min(7 * u, row.height() * 0.36);
    const QRectF box(plot.left(), row.center().y() - half, length, 2 * half);
    const bool live = kind_ == PredictionKind::Live;
    p.fillRect(box, !bar.model ? frame.theme.track : live ? frame.theme.accent : frame.theme.muted);
    p.setPen(QPen(frame.theme.strong, 1));
    p.drawLine(QPointF(plot.left(), row.top()), QPointF(plot.left(), row.bottom()));
    chart::drawLabel(p, QRectF(box.right() + 6 * u, row.top(), 70 * u, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, bar.figure, bar.model ? frame.strong : frame.label,
                     frame.theme.text);
    frame.marks.push_back({row, {}, bar.toolTip});
}

} // namespace parcferme
