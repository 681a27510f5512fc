#include "tracker/Judging.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "evaluation/Report.h"
#include "tracker/FactSelection.h"
#include "tracker/JsonFields.h"

#include <QJsonDocument>

namespace parcferme {

namespace {

using evaluation::Scores;

Scores scoresFrom(const JsonFields& fields)
{
    Scores scores;
    scores.starters = fields.integer("starters");
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns())
        if (!column.set(scores, fields.maybeNumber(column.name)))
            fields.number(column.name); // notes that it is missing
    return scores;
}

} // namespace

Result<evaluation::JudgedRace> Judging::judge(const RaceRecord& record, const ResultRevision& result,
                                              const predictor::Forecast& forecast)
{
    const auto target = static_cast<std::size_t>(
        std::find_if(records_.begin(), records_.end(),
                     [&](const RaceRecord& other) { return other.race.id == record.race.id; }) -
        records_.begin());
    if (walked_ > target) {
        past_ = {};
        walked_ = 0;
    }
    for (; walked_ < target; ++walked_)
        if (const RaceRecord& earlier = records_[walked_]; !earlier.revisions.empty())
            past_.learn(factsWithResult(earlier, earlier.revisions.back()));
    auto judged = evaluation::judge(forecast, factsWithResult(record, result), past_);
    if (!judged)
        return fail(ErrorCode::Data,
                    Sentence::tr("%1 %2 cannot be judged: fewer than three of the predicted drivers "
                                 "started.")
                        .arg(record.race.name)
                        .arg(record.race.year));
    return std::move(*judged);
}

Evaluation toEvaluation(const evaluation::JudgedRace& judged, const Prediction& prediction, int revision,
                        const QDateTime& createdAt)
{
    const Scores& scores = judged.model;
    Evaluation evaluation;
    evaluation.race = prediction.race;
    evaluation.prediction = prediction.id;
    evaluation.resultRevision = revision;
    evaluation.createdAt = createdAt;
    evaluation.starters = scores.starters;
    evaluation.positionMae = scores.positionMae;
    evaluation.positionMaeClassified = scores.positionMaeClassified;
    evaluation.timeMaeSeconds = scores.timeMaeSeconds;
    evaluation.gapMaeSeconds = scores.gapMaeSeconds;
    evaluation.winnerCorrect = scores.winnerCorrect > 0.5;
    evaluation.podiumAccuracy = scores.podiumAccuracy;
    evaluation.podiumExactOrder = scores.podiumExact;
    evaluation.pointsOverlap = scores.pointsOverlap;
    evaluation.spearman = scores.spearman;
    evaluation.kendall = scores.kendall;
    evaluation.winBrier = scores.winBrier;
    evaluation.podiumBrier = scores.podiumBrier;
    evaluation.pointsBrier = scores.pointsBrier;
    evaluation.winnerLogLoss = scores.winnerLogLoss;
    evaluation.rps = scores.rps;
    evaluation.coverage50 = scores.coverage50;
    evaluation.coverage80 = scores.coverage80;
    evaluation.coverage90 = scores.coverage90;
    evaluation.confidenceScore = prediction.confidenceScore;
    evaluation.calibrationError = judged.calibrationError;
    if (const auto baselines = canonicalJson(baselinesJson(judged.baselines)))
        evaluation.baselines = *baselines;
    return evaluation;
}

Scores scoresOf(const Evaluation& evaluation)
{
    Scores scores;
    scores.starters = evaluation.starters;
    scores.positionMae = evaluation.positionMae;
    scores.positionMaeClassified = evaluation.positionMaeClassified;
    scores.timeMaeSeconds = evaluation.timeMaeSeconds;
    scores.gapMaeSeconds = evaluation.gapMaeSeconds;
    scores.winnerCorrect = evaluation.winnerCorrect ? 1 : 0;
    scores.podiumAccuracy = evaluation.podiumAccuracy;
    scores.podiumExact = evaluation.podiumExactOrder;
    scores.pointsOverlap = evaluation.pointsOverlap;
    scores.spearman = evaluation.spearman;
    scores.kendall = evaluation.kendall;
    scores.winnerLogLoss = evaluation.winnerLogLoss;
    scores.winBrier = evaluation.winBrier;
    scores.podiumBrier = evaluation.podiumBrier;
    scores.pointsBrier = evaluation.pointsBrier;
    scores.rps = evaluation.rps;
    scores.coverage50 = evaluation.coverage50;
    scores.coverage80 = evaluation.coverage80;
    scores.coverage90 = evaluation.coverage90;
    // Confidence minus the realised share of pairs is what was stored; the share itself follows.
    scores.concordance = evaluation.confidenceScore - evaluation.calibrationError;
    return scores;
}

QJsonObject scoresJson(const Scores& scores)
{
    QJsonObject json{{QStringLiteral("starters"), scores.starters}};
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns()) {
        const auto value = column.of(scores);
        json.insert(QLatin1StringView(column.name), value ? QJsonValue(*value) : QJsonValue());
    }
    return json;
}

QJsonObject baselinesJson(const std::map<std::string, Scores>& baselines)
{
    QJsonObject json;
    for (const auto& [name, scores] : baselines)
        json.insert(QString::fromStdString(name), scoresJson(scores));
    return json;
}

Result<std::map<std::string, Scores>> baselinesFromJson(const QByteArray& bytes)
{
    std::map<std::string, Scores> baselines;
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    JsonFields::Problem problem;
    for (auto it = json.begin(); it != json.end(); ++it)
        baselines.emplace(it.key().toStdString(), scoresFrom({it->toObject(), it.key(), problem}));
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, Sentence::tr("Stored baselines: ") + problem.text);
    return baselines;
}

} // namespace parcferme
