#include "tracker/Judging.h"

#include "core/CanonicalJson.h"
#include "tracker/FactSelection.h"
#include "tracker/JsonFields.h"

#include <QJsonDocument>

namespace parcferme {

namespace {

using evaluation::Scores;

// Name in JSON and member of every score that may not exist.
struct MaybeScore
{
    const char* name;
    std::optional<double> Scores::* member;
};
constexpr MaybeScore maybeScores[] = {
    {"position_mae_classified", &Scores::positionMaeClassified},
    {"time_mae_seconds", &Scores::timeMaeSeconds},
    {"gap_mae_seconds", &Scores::gapMaeSeconds},
    {"spearman", &Scores::spearman},
    {"kendall", &Scores::kendall},
    {"winner_log_loss", &Scores::winnerLogLoss},
    {"win_brier", &Scores::winBrier},
    {"podium_brier", &Scores::podiumBrier},
    {"points_brier", &Scores::pointsBrier},
    {"rps", &Scores::rps},
    {"coverage_50", &Scores::coverage50},
    {"coverage_80", &Scores::coverage80},
    {"coverage_90", &Scores::coverage90},
    {"concordance", &Scores::concordance},
};

struct SureScore
{
    const char* name;
    double Scores::* member;
};
constexpr SureScore sureScores[] = {
    {"position_mae", &Scores::positionMae},       {"winner_correct", &Scores::winnerCorrect},
    {"podium_accuracy", &Scores::podiumAccuracy}, {"podium_exact_order", &Scores::podiumExact},
    {"points_overlap", &Scores::pointsOverlap},
};

Scores scoresFrom(const JsonFields& fields)
{
    Scores scores;
    scores.starters = fields.integer("starters");
    for (const SureScore& score : sureScores)
        scores.*score.member = fields.number(score.name);
    for (const MaybeScore& score : maybeScores)
        scores.*score.member = fields.maybeNumber(score.name);
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
                    QStringLiteral("%1 %2 cannot be judged: fewer than three of the predicted drivers "
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

QJsonObject scoresJson(const Scores& scores)
{
    QJsonObject json{{QStringLiteral("starters"), scores.starters}};
    for (const SureScore& score : sureScores)
        json.insert(QLatin1StringView(score.name), scores.*score.member);
    for (const MaybeScore& score : maybeScores) {
        const std::optional<double>& value = scores.*score.member;
        json.insert(QLatin1StringView(score.name), value ? QJsonValue(*value) : QJsonValue());
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
        return fail(ErrorCode::Data, QStringLiteral("Stored baselines: ") + problem.text);
    return baselines;
}

} // namespace parcferme
