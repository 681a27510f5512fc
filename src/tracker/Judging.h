#pragma once

#include "core/Error.h"
#include "domain/Prediction.h"
#include "domain/Race.h"
#include "evaluation/Judge.h"

namespace parcferme {

// Judges forecasts of stored races, with the baselines that the earlier races allow. Races may be asked for
// in any order; in time order nothing is walked twice.
class Judging
{
public:
    // records: all races in time order; must outlive this. Of each race the newest revision counts as the
    // past.
    explicit Judging(const std::vector<RaceRecord>& records) : records_(records) {}

    // Errors: Data when fewer than three drivers of the forecast started.
    Result<evaluation::JudgedRace> judge(const RaceRecord& record, const ResultRevision& result,
                                         const predictor::Forecast& forecast);

private:
    const std::vector<RaceRecord>& records_;
    evaluation::BaselineWalk past_;
    std::size_t walked_ = 0; // records that past_ has seen
};

// The row of evaluation_metrics; id and superseded are the store's. Errors: Data, when a figure is no number
// that JSON could hold. positions: see driversJson.
Result<Evaluation> toEvaluation(const evaluation::JudgedRace& judged, const Eigen::MatrixXd& positions,
                                const Prediction& prediction, int revision, const QDateTime& createdAt);

// The chances of the judged drivers to end at each place; no rows where the forecast has none.
Eigen::MatrixXd positionsOf(const evaluation::JudgedRace& judged, const predictor::Forecast& forecast);

} // namespace parcferme
