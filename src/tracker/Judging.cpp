#include "tracker/Judging.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "evaluation/StarterPositions.h"
#include "tracker/EvaluationJson.h"
#include "tracker/FactSelection.h"
#include "tracker/StoredJudgement.h"

namespace parcferme {

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

Eigen::MatrixXd positionsOf(const evaluation::JudgedRace& judged, const predictor::Forecast& forecast)
{
    std::vector<const predictor::DriverForecast*> starters;
    for (const evaluation::JudgedDriver& driver : judged.drivers)
        starters.push_back(
            &*std::ranges::find(forecast.drivers, driver.driver, &predictor::DriverForecast::driver));
    return evaluation::starterPositions(forecast, starters);
}

Result<Evaluation> toEvaluation(const evaluation::JudgedRace& judged, const Eigen::MatrixXd& positions,
                                const Prediction& prediction, int revision, const QDateTime& createdAt)
{
    const evaluation::Scores& scores = judged.model;
    Evaluation evaluation;
    evaluation.race = prediction.race;
    evaluation.prediction = prediction.id;
    evaluation.resultRevision = revision;
    evaluation.createdAt = createdAt;
    evaluation.starters = scores.starters;
    for (const evaluation::ScoreColumn& score : evaluation::scoreColumns())
        if (const Column<Evaluation>* column = columnOf(score)) {
            const auto value = score.of(scores);
            static_cast<void>(
                column->set(evaluation, value ? QVariant(*value) : QVariant())); // a number always fits
        }
    evaluation.confidenceScore = prediction.confidenceScore;
    evaluation.calibrationError = judged.calibrationError;
    const auto baselines = canonicalJson(baselinesJson(judged.baselines));
    const auto drivers = driversJson(judged.drivers, positions);
    if (!baselines || !drivers)
        return tl::unexpected(!baselines ? baselines.error() : drivers.error());
    evaluation.baselines = *baselines;
    evaluation.drivers = *drivers;
    return evaluation;
}

} // namespace parcferme
