#include "export/ScoreFields.h"

namespace parcferme {

namespace {

QString keyOf(const evaluation::ScoreColumn& column)
{
    return QString::fromLatin1(column.name.data(), static_cast<qsizetype>(column.name.size()));
}

} // namespace

std::vector<ScoreField> scoreFields(const evaluation::Scores& scores)
{
    std::vector<ScoreField> fields;
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns())
        fields.push_back({keyOf(column), column.of(scores)});
    return fields;
}

std::vector<ScoreField> scoreFields(const evaluation::Summary& summary)
{
    std::vector<ScoreField> fields;
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns())
        fields.push_back({keyOf(column), summary.*column.mean});
    return fields;
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
    return scoreFields(scores);
}

} // namespace parcferme
