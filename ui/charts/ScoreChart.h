#pragma once

#include "tables/ScoreTexts.h"
#include "tracker/Views.h"
#include "ui/charts/PlotChart.h"

#include <memory>

namespace parcferme {

// The scores that matter most, each as bars of the model and its baselines on a scale from 0.
class ScoreChart : public PlotChart
{
    Q_OBJECT
public:
    explicit ScoreChart(QWidget* parent = nullptr);
    ~ScoreChart() override;
    void setEvaluation(const EvaluationView& view, PredictionKind kind);
    void setPeriod(const evaluation::Period& period, PredictionKind kind);
    void clear();

protected:
    void buildPlot() const override;
    void drawPlot(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Bar
    {
        QString name, figure, toolTip;
        double value = 0;
        bool model = false;
    };
    struct Plot;
    struct Score
    {
        ScoreText text;
        std::vector<Bar> bars; // the model first
        mutable std::unique_ptr<Plot> plot;
    };

    template <typename Model, typename Baselines>
    void setScores(const Model& model, const Baselines& baselines);
    double drawScore(const ChartFrame& frame, const Score& score, double top) const; // bottom
    void drawHead(const ChartFrame& frame, const QRectF& row, const ScoreText& text) const;
    // Name and figure; `end`: of the bar.
    void drawTexts(const ChartFrame& frame, const QRectF& row, const Bar& bar, double labels,
                   double end) const;

    std::vector<Score> scores_;
    PredictionKind kind_ = PredictionKind::Live;
};

} // namespace parcferme
