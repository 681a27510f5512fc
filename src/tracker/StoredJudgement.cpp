#include "tracker/StoredJudgement.h"

#include "core/Sentence.h"
#include "evaluation/Judge.h"
#include "tracker/EvaluationJson.h"
#include "tracker/FactSelection.h"
#include "tracker/Snapshot.h"

#include <cmath>

namespace parcferme {

namespace {

using evaluation::JudgedDriver;
using evaluation::Scores;

// Of an evaluation that holds none.
Result<std::vector<JudgedDriver>> driversOfEntries(const RaceRecord& record, const Prediction& prediction,
                                                   const Evaluation& evaluation)
{
    const ResultRevision* revision = revisionOf(record, prediction.session, evaluation.resultRevision);
    const auto view = viewOf(prediction);
    if (!view)
        return tl::unexpected(view.error());
    auto judged =
        revision ? evaluation::judge(view->forecast, factsWithResult(record, *revision), {}) : std::nullopt;
    if (!judged)
        return fail(ErrorCode::Data, Sentence::tr("%1: its result revision %2 is not stored.")
                                         .arg(Sentence::tr("Evaluation %1").arg(evaluation.id))
                                         .arg(evaluation.resultRevision));
    return std::move(judged->drivers);
}

} // namespace

const Column<Evaluation>* columnOf(const evaluation::ScoreColumn& score)
{
    const auto columns = evaluationColumns();
    const auto found = std::ranges::find(columns, std::string_view(score.name), &Column<Evaluation>::name);
    return found == columns.end() ? nullptr : &*found;
}

Scores scoresOf(const Evaluation& evaluation)
{
    Scores scores;
    scores.starters = evaluation.starters;
    for (const evaluation::ScoreColumn& score : evaluation::scoreColumns())
        if (const Column<Evaluation>* column = columnOf(score)) {
            const QVariant value = column->value(evaluation);
            score.set(scores, value.isValid() ? std::optional(value.toDouble()) : std::nullopt);
        }
    // Confidence minus the realised share of pairs is what was stored; the share itself follows, and is one
    // of a whole number of pairs.
    const double share = evaluation.confidenceScore - evaluation.calibrationError;
    const double pairs = evaluation.starters * (evaluation.starters - 1) / 2.0;
    scores.concordance = pairs > 0 ? std::round(share * pairs) / pairs : share;
    return scores;
}

Result<evaluation::JudgedRace> storedJudgement(const RaceRecord& record, const Prediction& prediction,
                                               const Evaluation& evaluation)
{
    auto baselines = baselinesFromJson(evaluation.baselines);
    auto drivers = evaluation.drivers.isEmpty() ? driversOfEntries(record, prediction, evaluation)
                                                : driversFromJson(evaluation.drivers);
    if (!baselines || !drivers)
        return tl::unexpected(!baselines ? baselines.error() : drivers.error());
    evaluation::JudgedRace judged;
    judged.season = record.race.year;
    judged.round = record.race.round;
    judged.name = record.race.name.toStdString();
    judged.model = scoresOf(evaluation);
    judged.baselines = std::move(*baselines);
    judged.confidence = evaluation.confidenceScore;
    judged.calibrationError = evaluation.calibrationError;
    judged.drivers = std::move(*drivers);
    for (const PredictionEntry& entry : prediction.entries) {
        judged.order.push_back(entry.driver.toStdString());
        judged.pWin[entry.driver.toStdString()] = entry.pWin;
    }
    return judged;
}

const ResultRevision* revisionOf(const RaceRecord& record, Session session, int number)
{
    for (const ResultRevision& revision : record.revisionsOf(session))
        if (revision.revision == number)
            return &revision;
    return nullptr;
}

} // namespace parcferme
