#include "predictor/Features.h"

#include "predictor/Field.h"
#include "predictor/Numerics.h"
#include "predictor/QualifyingGap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parcferme::predictor {

namespace {

constexpr double LargestImputedGap = 4.0;

// Before qualifying the order rating stands in for the grid.
std::vector<int> ratingOrder(const std::vector<DriverInputs>& field)
{
    std::vector<std::size_t> order(field.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t k) { return field[k].ratingOrder; });
    std::vector<int> start(field.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        start[order[place]] = static_cast<int>(place) + 1;
    return start;
}

std::vector<int> startOf(const std::vector<DriverInputs>& field, Stage stage)
{
    if (stage == Stage::Nothing)
        return ratingOrder(field);
    std::vector<StartKey> keys;
    keys.reserve(field.size());
    for (const DriverInputs& driver : field)
        keys.push_back({stage == Stage::Grid ? driver.grid : std::nullopt, driver.qualifyingPosition});
    return startingOrder(keys);
}

std::vector<std::optional<double>> observedGaps(const std::vector<DriverInputs>& field, Stage stage)
{
    if (stage == Stage::Nothing)
        return std::vector<std::optional<double>>(field.size());
    std::vector<SessionLaps> laps;
    laps.reserve(field.size());
    for (const DriverInputs& driver : field)
        laps.push_back(driver.qualifyingMs);
    return qualifyingGaps(laps);
}

// Without a time of his own a driver stands where his rating expects him.
std::vector<double> completed(const std::vector<std::optional<double>>& gaps,
                              const std::vector<DriverInputs>& field)
{
    std::vector<double> level;
    double best = field.front().ratingQualifying;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (gaps[k])
            level.push_back(*gaps[k] + field[k].ratingQualifying);
        best = std::max(best, field[k].ratingQualifying);
    }
    const double middle = level.empty() ? 0.0 : median(level);
    std::vector<double> full(field.size());
    for (std::size_t k = 0; k < field.size(); ++k) {
        const double rating = field[k].ratingQualifying;
        if (level.empty())
            full[k] = best - rating;
        else
            full[k] = gaps[k] ? *gaps[k] : std::clamp(middle - rating, 0.0, LargestImputedGap);
    }
    return full;
}

int imputedInputs(const DriverInputs& driver, bool timed, Stage stage)
{
    if (stage == Stage::Nothing)
        return driver.unseenRatings;
    const bool placed =
        stage == Stage::Grid ? driver.grid.has_value() : driver.qualifyingPosition.has_value();
    return driver.unseenRatings + (placed ? 0 : 2) + (timed ? 0 : 1); // the place feeds two inputs
}

} // namespace

int knowableInputs(Stage stage)
{
    return stage == Stage::Nothing ? 4 : static_cast<int>(InputCount);
}

Features features(const std::vector<DriverInputs>& field, Stage stage)
{
    const int n = static_cast<int>(field.size());
    Features result{.start = startOf(field, stage), .inputs = {}, .imputed = {}};
    const std::vector<std::optional<double>> observed = observedGaps(field, stage);
    const std::vector<double> gaps = completed(observed, field);
    const double meanGap = std::accumulate(gaps.begin(), gaps.end(), 0.0) / n;
    for (std::size_t k = 0; k < field.size(); ++k) {
        const DriverInputs& driver = field[k];
        result.inputs.push_back({normalScore(result.start[k], n), -std::log(result.start[k]),
                                 meanGap - gaps[k], driver.ratingQualifying, driver.ratingOrder,
                                 driver.ratingPace, 1 / (1 + driver.racesStarted / 5.0)});
        result.imputed.push_back(imputedInputs(driver, observed[k].has_value(), stage));
    }
    return result;
}

} // namespace parcferme::predictor
