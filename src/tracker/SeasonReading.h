#pragma once

#include "core/Clock.h"
#include "core/Progress.h"
#include "season/Outcomes.h"
#include "store/RaceRepository.h"
#include "tracker/SeasonStrengths.h"
#include "tracker/SeasonViews.h"
#include "tracker/StoredFacts.h"

#include <deque>
#include <map>

namespace parcferme {

// Standings from the stored results, and what is expected of the races left. What was computed of a round is
// kept until a fact changes or another result is known, so that going back and forth is instant. Errors:
// Usage for a season or round that there is not; Cancelled; those of the store.
class SeasonReading
{
public:
    SeasonReading(Database& database, StoredFacts& facts, const Clock& clock);

    // After this round, 0 for before the first; nothing: the newest.
    Result<SeasonView> season(int year, const std::optional<int>& after, const Progress& progress);

    // Counted from the simulations of season(), those only in which it happens. Errors also: Usage for what
    // is not left to run, and for a driver who is not in the lineup.
    Result<season::Conditional> whatIf(int year, int after, const SeasonCondition& condition,
                                       const Progress& progress);

private:
    using Place = std::pair<int, int>; // year, round
    struct Simulated
    {
        Place place;
        std::shared_ptr<const season::Outcomes> outcomes;
    };

    Result<SeasonView> standings(int year, const std::optional<int>& after);
    Result<People> people(const SeasonView& view, const std::vector<const RaceRecord*>& weekends) const;
    void forgetIfChanged(const std::vector<RaceRecord>& records, const QDateTime& now);
    // Null: the model cannot forecast then.
    Result<const SeasonStrength*> strength(int year, int after, const Progress& progress);
    Result<std::shared_ptr<const season::Outcomes>> outcomes(const SeasonView& view,
                                                             const Progress& progress);
    Result<std::shared_ptr<const SeasonForecast>> forecast(const SeasonView& view, const Progress& progress);

    Database& database_;
    StoredFacts& facts_;
    const Clock& clock_;
    RaceRepository races_;
    // Of the facts at hand.
    QString revision_;
    qsizetype known_ = -1;                                           // results
    std::map<int, std::map<SeasonRound, SeasonStrength>> strengths_; // by year
    std::map<Place, std::shared_ptr<const SeasonForecast>> forecasts_;
    std::deque<Simulated> simulated_; // the newest few: each takes some megabytes
};

} // namespace parcferme
