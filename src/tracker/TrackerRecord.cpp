#include "store/Transaction.h"
#include "tracker/Snapshot.h"
#include "tracker/StoredJudgement.h"
#include "tracker/TrackerParts.h"

#include <map>

namespace parcferme {

namespace {

bool covers(const RecordScope& scope, const Race& race)
{
    return race.year >= scope.from.value_or(0) && race.year <= scope.to.value_or(9999);
}

// The newest evaluation of each prediction, by race and prediction.
using NewestEvaluations = std::map<RaceId, std::map<PredictionId, Evaluation>>;

Result<NewestEvaluations> newestEvaluations(const EvaluationRepository& repository)
{
    auto all = repository.all();
    if (!all)
        return tl::unexpected(all.error());
    NewestEvaluations newest;
    for (Evaluation& evaluation : *all)
        newest[evaluation.race].insert_or_assign(evaluation.prediction, std::move(evaluation));
    return newest;
}

// Adds what was judged of one race. Errors: Data, Database.
Status addRace(const Tracker::Parts& parts, const RaceRecord& record,
               const std::map<PredictionId, Evaluation>& evaluations, const RecordScope& scope,
               std::map<PredictionKind, std::vector<evaluation::JudgedRace>>& judged)
{
    for (const auto& [id, evaluation] : evaluations) {
        const auto prediction = parts.predictions.byId(id);
        if (!prediction)
            return tl::unexpected(prediction.error());
        if (scope.stage) {
            const auto view = viewOf(*prediction);
            if (!view)
                return tl::unexpected(view.error());
            if (view->forecast.stage != toPredictorStage(*scope.stage))
                continue;
        }
        auto race = storedJudgement(record, *prediction, evaluation);
        if (!race)
            return tl::unexpected(race.error());
        judged[prediction->kind].push_back(std::move(*race));
    }
    return {};
}

} // namespace

Result<TrackRecord> Tracker::record(const RecordScope& scope) const
{
    const auto state = Transaction::begin(*parts_->database, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = parts_->records();
    const auto evaluations = newestEvaluations(parts_->evaluations);
    if (!records || !evaluations)
        return tl::unexpected(!records ? records.error() : evaluations.error());
    std::map<PredictionKind, std::vector<evaluation::JudgedRace>> judged;
    for (const RaceRecord& record : **records) {
        const auto ofRace = evaluations->find(record.race.id);
        if (ofRace == evaluations->end() || !covers(scope, record.race))
            continue;
        if (auto status = addRace(*parts_, record, ofRace->second, scope, judged); !status)
            return tl::unexpected(status.error());
    }
    return TrackRecord{evaluation::summarise(std::move(judged[PredictionKind::Live])),
                       evaluation::summarise(std::move(judged[PredictionKind::Retrospective]))};
}

} // namespace parcferme
