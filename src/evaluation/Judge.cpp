#include "evaluation/Judge.h"

#include "evaluation/GapScoring.h"
#include "evaluation/Scoring.h"
#include "evaluation/StarterPositions.h"
#include "predictor/Field.h"
#include "predictor/Lineage.h"
#include "predictor/Pairs.h"
#include "predictor/Positions.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace parcferme::evaluation {

namespace {

using predictor::DriverForecast;
using predictor::EntryFacts;
using predictor::Forecast;

// The race as it is judged: starters that were forecast, by driver id, closed up.
struct Judged
{
    std::vector<const EntryFacts*> entries;
    std::vector<const DriverForecast*> forecasts;
    std::vector<int> predicted;
    std::vector<int> official;
    std::vector<bool> classified;
    int notForecast = 0;
};

const DriverForecast* forecastOf(const Forecast& forecast, const std::string& driver)
{
    const auto found = std::ranges::find(forecast.drivers, driver, &DriverForecast::driver);
    return found == forecast.drivers.end() ? nullptr : &*found;
}

// Places from 1 in the order of these values, which all differ.
std::vector<int> closedUp(const std::vector<int>& values)
{
    std::vector<int> places;
    places.reserve(values.size());
    for (const int value : values)
        places.push_back(1 +
                         static_cast<int>(std::ranges::count_if(values, [&](int v) { return v < value; })));
    return places;
}

Judged judgedField(const Forecast& forecast, const std::vector<EntryFacts>& field)
{
    Judged judged;
    const std::vector<int> finish = predictor::finishOrder(field);
    std::vector<int> predicted;
    std::vector<int> official;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (!predictor::started(field[k]))
            continue;
        const DriverForecast* own = forecastOf(forecast, field[k].driver);
        if (!own) {
            ++judged.notForecast;
            continue;
        }
        judged.entries.push_back(&field[k]);
        judged.forecasts.push_back(own);
        judged.classified.push_back(predictor::classified(field[k]));
        predicted.push_back(own->predictedPosition);
        official.push_back(finish[k]);
    }
    judged.predicted = closedUp(predicted);
    judged.official = closedUp(official);
    return judged;
}

// On the winner's lap with a time; sources give times to lapped cars too.
bool onLeadLap(const predictor::EntryResult& result, const predictor::EntryResult& winner)
{
    return result.time && result.laps && result.laps == winner.laps;
}

// Errors of race times and gaps over classified drivers on the lead lap; both stay as forecast.
void scoreTimes(Scores& scores, const Forecast& forecast, const Judged& judged,
                const predictor::EntryResult& winner)
{
    double time = 0;
    double gap = 0;
    int count = 0;
    for (std::size_t k = 0; k < judged.entries.size(); ++k) {
        const predictor::EntryResult& result = *judged.entries[k]->result;
        if (!judged.classified[k] || !onLeadLap(result, winner))
            continue;
        const DriverForecast& driver = *judged.forecasts[k];
        time += std::abs(driver.raceTime - *result.time);
        gap += std::abs(driver.gap - (*result.time - winner.time.value_or(*result.time)));
        ++count;
    }
    if (count > 0 && forecast.timesKnown())
        scores.timeMaeSeconds = time / count;
    if (scores.timeMaeSeconds && winner.time && !looksStopped(*winner.time, forecast.winnerTime))
        scores.timeMaeSecondsNotStopped = scores.timeMaeSeconds;
    if (count > 0 && forecast.timesKnown() && winner.time)
        scores.gapMaeSeconds = gap / count;
}

// Gaps of all who are classified, as far as known: as forecast, and on the winner's lap in seconds, behind it
// in laps.
std::vector<JudgedGap> judgedGaps(double lap, const Judged& judged, const predictor::EntryResult& winner)
{
    std::vector<JudgedGap> gaps;
    int exact = 0;
    for (std::size_t k = 0; k < judged.entries.size(); ++k) {
        const predictor::EntryResult& result = *judged.entries[k]->result;
        if (!judged.classified[k])
            continue;
        const DriverForecast& driver = *judged.forecasts[k];
        JudgedGap gap{
            .forecast = driver.gap, .low = driver.gapLow, .high = driver.gapHigh, .pLapped = driver.pLapped};
        if (onLeadLap(result, winner)) {
            gap.from = gap.to = *result.time - *winner.time;
            ++exact;
        } else if (result.laps && *result.laps < *winner.laps) {
            const double down = static_cast<double>(*winner.laps) - *result.laps;
            gap.lapped = true;
            gap.from = down * lap;
            gap.to = (down + 1) * lap;
        } else {
            continue;
        }
        gaps.push_back(gap);
    }
    return exact < 2 ? std::vector<JudgedGap>() : gaps;
}

JudgedDriver judgedDriver(const Judged& judged, std::size_t k, const Chances& chances,
                          const std::pair<int, int>& interval)
{
    return {.driver = judged.forecasts[k]->driver,
            .team = judged.forecasts[k]->team,
            .predicted = judged.predicted[k],
            .official = judged.official[k],
            .classified = judged.classified[k],
            .pWin = chances.win,
            .pPodium = chances.podium,
            .pPoints = chances.points,
            .low80 = interval.first,
            .high80 = interval.second};
}

// Scores of probability, and the drivers, of a forecast that has the chance of every position.
void judgePositions(JudgedRace& race, const Forecast& forecast, const Judged& judged)
{
    const Eigen::MatrixXd positions = starterPositions(forecast, judged.forecasts);
    scoreProbabilities(race.model, positions, judged.official);
    for (std::size_t k = 0; k < judged.forecasts.size(); ++k) {
        const Eigen::VectorXd own = positions.row(static_cast<Eigen::Index>(k)).transpose();
        race.drivers.push_back(judgedDriver(judged, k, chancesOf(own), predictor::shortestInterval(own, .8)));
    }
}

// The same of one that has a few chances and an interval only, which are as they were said.
void judgeChances(JudgedRace& race, const Forecast& forecast, const Judged& judged)
{
    std::vector<Chances> chances;
    int inside = 0;
    for (std::size_t k = 0; k < judged.forecasts.size(); ++k) {
        const DriverForecast& own = *judged.forecasts[k];
        chances.push_back({.win = own.pWin, .podium = own.pPodium, .points = own.pPoints});
        race.drivers.push_back(judgedDriver(judged, k, chances.back(), {own.low80, own.high80}));
        inside += race.drivers.back().insideInterval80() ? 1 : 0;
    }
    if (chances.size() != forecast.drivers.size())
        return;
    scoreChances(race.model, chances, judged.official);
    race.model.coverage80 = inside / static_cast<double>(chances.size());
}

// The chances of every two, and what was said of teammates against who of them was ahead.
void judgePairs(JudgedRace& race, const Forecast& forecast)
{
    double loss = 0;
    int teams = 0;
    for (std::size_t k = 0; k < race.drivers.size(); ++k) {
        JudgedDriver& one = race.drivers[k];
        for (std::size_t j = k + 1; j < race.drivers.size(); ++j) {
            const JudgedDriver& other = race.drivers[j];
            const auto chance = predictor::chanceAhead(forecast, one.driver, other.driver);
            if (!chance)
                return;
            one.ahead.push_back(*chance);
            if (predictor::lineageOf(one.team) != predictor::lineageOf(other.team))
                continue;
            loss += logLoss(one.official < other.official ? *chance : 1 - *chance);
            ++teams;
        }
    }
    if (teams > 0)
        race.model.teammatesLogLoss = loss / teams;
}

std::map<std::string, Scores> judgedBaselines(const Judged& judged, const predictor::RaceFacts& race,
                                              const BaselineWalk& baselines, predictor::Session session)
{
    std::set<std::string> among;
    for (const EntryFacts* entry : judged.entries)
        among.insert(entry->driver);
    const BaselineForecasts said = baselines.forecast(race, among);
    std::map<std::string, Scores> scores;
    scores["grid"] = scoreOrder(said.grid, judged.official, judged.classified);
    scoreProbabilities(scores["grid"], said.climatology, judged.official);
    if (session == predictor::Session::Race)
        scores["qualifying"] = scoreOrder(said.qualifying, judged.official, judged.classified);
    scores["form"] = scoreOrder(said.form, judged.official, judged.classified);
    return scores;
}

} // namespace

std::optional<JudgedRace> judge(const Forecast& forecast, const predictor::RaceFacts& withResult,
                                const BaselineWalk& baselines)
{
    const std::vector<EntryFacts> field = predictor::fieldOf(withResult);
    const Judged judged = judgedField(forecast, field);
    if (judged.entries.size() < predictor::SmallestField)
        return std::nullopt;
    JudgedRace race;
    race.season = withResult.season;
    race.round = withResult.round;
    race.name = withResult.name;
    race.model = scoreOrder(judged.predicted, judged.official, judged.classified);
    if (judged.forecasts.front()->positions.empty())
        judgeChances(race, forecast, judged);
    else
        judgePositions(race, forecast, judged);
    judgePairs(race, forecast);
    const predictor::EntryResult& winner = *field[*predictor::winnerOf(field)].result;
    scoreTimes(race.model, forecast, judged, winner);
    if (forecast.lapSeconds && winner.time && winner.laps)
        scoreGaps(race.model, judgedGaps(*forecast.lapSeconds, judged, winner));
    race.baselines = judgedBaselines(judged, withResult, baselines, forecast.session);
    race.confidence = forecast.confidence;
    race.calibrationError = forecast.confidence - *race.model.concordance;
    race.notForecast = judged.notForecast;
    for (const int k : predictor::predictedOrder(forecast)) {
        const DriverForecast& driver = forecast.drivers[static_cast<std::size_t>(k)];
        race.order.push_back(driver.driver);
        race.pWin[driver.driver] = driver.pWin;
    }
    return race;
}

} // namespace parcferme::evaluation
