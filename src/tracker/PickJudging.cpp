#include "tracker/PickJudging.h"

#include "core/CanonicalJson.h"
#include "domain/Columns.h"
#include "evaluation/Scoring.h"
#include "tracker/EvaluationJson.h"

#include <cmath>

namespace parcferme {

namespace {

predictor::Forecast orderOnly(const Pick& pick)
{
    predictor::Forecast forecast;
    forecast.session =
        pick.session == Session::Sprint ? predictor::Session::Sprint : predictor::Session::Race;
    for (const PickEntry& entry : pick.entries) {
        predictor::DriverForecast driver;
        driver.driver = entry.driver.toStdString();
        driver.team = entry.team.toStdString();
        driver.predictedPosition = entry.position;
        forecast.drivers.push_back(std::move(driver));
    }
    std::ranges::sort(forecast.drivers, {}, &predictor::DriverForecast::driver);
    return forecast;
}

// What was left of the chance is spread evenly over the others; where the picked winner did not start, over
// all.
void scoreWinner(evaluation::JudgedRace& judged, const Pick& pick)
{
    if (!pick.winnerChance)
        return;
    const std::string winner = pick.entries.front().driver.toStdString();
    const auto n = static_cast<double>(judged.drivers.size());
    const bool started =
        std::ranges::find(judged.drivers, winner, &evaluation::JudgedDriver::driver) != judged.drivers.end();
    std::vector<evaluation::Chances> chances;
    std::vector<int> official;
    for (evaluation::JudgedDriver& driver : judged.drivers) {
        driver.pWin = !started                  ? 1 / n
                      : driver.driver == winner ? *pick.winnerChance
                                                : (1 - *pick.winnerChance) / (n - 1);
        chances.push_back({.win = driver.pWin});
        official.push_back(driver.official);
    }
    evaluation::Scores scores;
    scoreChances(scores, chances, official);
    judged.model.winnerLogLoss = scores.winnerLogLoss;
    judged.model.winBrier = scores.winBrier;
}

const Column<PickScores>* columnOf(const evaluation::ScoreColumn& score)
{
    const auto columns = pickScoreColumns();
    const auto found = std::ranges::find(columns, std::string_view(score.name), &Column<PickScores>::name);
    return found == columns.end() ? nullptr : &*found;
}

} // namespace

int leaguePoints(const evaluation::Scores& scores)
{
    return static_cast<int>(
        std::lround(10 * scores.winnerCorrect + 3 * 3 * scores.podiumAccuracy + 10 * scores.pointsOverlap));
}

Result<PickScores> judgePick(Judging& judging, const RaceRecord& record, const ResultRevision& result,
                             const Pick& pick, const QDateTime& createdAt)
{
    auto judged = judging.judge(record, result, orderOnly(pick));
    if (!judged)
        return tl::unexpected(judged.error());
    // Chances that nobody gave were judged as if they were none.
    judged->model.winnerLogLoss.reset();
    judged->model.winBrier.reset();
    for (evaluation::JudgedDriver& driver : judged->drivers)
        driver.pWin = driver.pPodium = driver.pPoints = 0;
    scoreWinner(*judged, pick);
    PickScores scores;
    scores.race = pick.race;
    scores.pick = pick.id;
    scores.resultRevision = result.revision;
    scores.createdAt = createdAt;
    scores.starters = judged->model.starters;
    for (const evaluation::ScoreColumn& score : evaluation::scoreColumns())
        if (const Column<PickScores>* column = columnOf(score)) {
            const auto value = score.of(judged->model);
            static_cast<void>(column->set(scores, value ? QVariant(*value) : QVariant()));
        }
    scores.leaguePoints = leaguePoints(judged->model);
    const auto baselines = canonicalJson(baselinesJson(judged->baselines));
    const auto drivers = driversJson(judged->drivers, {}); // of an order nobody knows the chances
    if (!baselines || !drivers)
        return tl::unexpected(!baselines ? baselines.error() : drivers.error());
    scores.baselines = *baselines;
    scores.drivers = *drivers;
    return scores;
}

Result<PickScoreView> viewOf(const PickScores& stored)
{
    auto baselines = baselinesFromJson(stored.baselines);
    auto drivers = driversFromJson(stored.drivers);
    if (!baselines || !drivers)
        return tl::unexpected(!baselines ? baselines.error() : drivers.error());
    PickScoreView view;
    view.stored = stored;
    view.scores.starters = stored.starters;
    for (const evaluation::ScoreColumn& score : evaluation::scoreColumns())
        if (const Column<PickScores>* column = columnOf(score)) {
            const QVariant value = column->value(stored);
            score.set(view.scores, value.isValid() ? std::optional(value.toDouble()) : std::nullopt);
        }
    view.baselines = std::move(*baselines);
    view.drivers = std::move(*drivers);
    return view;
}

} // namespace parcferme
