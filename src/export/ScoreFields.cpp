#include "export/ScoreFields.h"

namespace parcferme {

namespace {

// Scores and Summary name their members alike.
template <typename Source>
std::vector<ScoreField> fields(const Source& s)
{
    return {{QStringLiteral("position_mae"), s.positionMae},
            {QStringLiteral("position_mae_classified"), s.positionMaeClassified},
            {QStringLiteral("time_mae_seconds"), s.timeMaeSeconds},
            {QStringLiteral("gap_mae_seconds"), s.gapMaeSeconds},
            {QStringLiteral("winner_correct"), s.winnerCorrect},
            {QStringLiteral("podium_accuracy"), s.podiumAccuracy},
            {QStringLiteral("podium_exact"), s.podiumExact},
            {QStringLiteral("points_overlap"), s.pointsOverlap},
            {QStringLiteral("spearman"), s.spearman},
            {QStringLiteral("kendall"), s.kendall},
            {QStringLiteral("winner_log_loss"), s.winnerLogLoss},
            {QStringLiteral("win_brier"), s.winBrier},
            {QStringLiteral("podium_brier"), s.podiumBrier},
            {QStringLiteral("points_brier"), s.pointsBrier},
            {QStringLiteral("rps"), s.rps},
            {QStringLiteral("coverage_50"), s.coverage50},
            {QStringLiteral("coverage_80"), s.coverage80},
            {QStringLiteral("coverage_90"), s.coverage90},
            {QStringLiteral("concordance"), s.concordance}};
}

} // namespace

std::vector<ScoreField> scoreFields(const evaluation::Scores& scores)
{
    return fields(scores);
}

std::vector<ScoreField> scoreFields(const evaluation::Summary& summary)
{
    return fields(summary);
}

std::vector<ScoreField> scoreFields(const Evaluation& e)
{
    evaluation::Scores scores;
    scores.positionMae = e.positionMae;
    scores.positionMaeClassified = e.positionMaeClassified;
    scores.timeMaeSeconds = e.timeMaeSeconds;
    scores.gapMaeSeconds = e.gapMaeSeconds;
    scores.winnerCorrect = e.winnerCorrect ? 1 : 0;
    scores.podiumAccuracy = e.podiumAccuracy;
    scores.podiumExact = e.podiumExactOrder;
    scores.pointsOverlap = e.pointsOverlap;
    scores.spearman = e.spearman;
    scores.kendall = e.kendall;
    scores.winnerLogLoss = e.winnerLogLoss;
    scores.winBrier = e.winBrier;
    scores.podiumBrier = e.podiumBrier;
    scores.pointsBrier = e.pointsBrier;
    scores.rps = e.rps;
    scores.coverage50 = e.coverage50;
    scores.coverage80 = e.coverage80;
    scores.coverage90 = e.coverage90;
    // Confidence minus the realised share of pairs is what was stored; the share itself follows.
    scores.concordance = e.confidenceScore - e.calibrationError;
    return fields(scores);
}

QString scoreKey(const std::string& name)
{
    QString key;
    for (const QChar c : QString::fromStdString(name)) {
        const bool digitBegins = c.isDigit() && !key.isEmpty() && !key.back().isDigit();
        if (c.isUpper() || digitBegins)
            key += QLatin1Char('_');
        key += c.toLower();
    }
    return key;
}

} // namespace parcferme
