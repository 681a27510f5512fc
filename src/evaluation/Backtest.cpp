#include "evaluation/Backtest.h"

#include "evaluation/Judge.h"
#include "predictor/Model.h"

namespace parcferme::evaluation {

std::optional<Report> backtest(const std::vector<predictor::RaceFacts>& races, const BacktestSpan& span,
                               const BacktestProgress& progress)
{
    predictor::Model model;
    BaselineWalk baselines;
    std::vector<JudgedRace> judged;
    const int total = static_cast<int>(races.size());
    for (int done = 0; done < total; ++done) {
        const predictor::RaceFacts& race = races[static_cast<std::size_t>(done)];
        if (progress && !progress(done, total))
            return std::nullopt;
        if (race.season > span.to || !predictor::hasResult(race))
            continue;
        model.advance(race);
        if (race.season >= span.from && model.canForecast()) {
            const auto forecast = predictor::forecast(model.inputs(race, span.stage));
            if (auto score = judge(forecast, race, baselines))
                judged.push_back(std::move(*score));
        }
        baselines.learn(race);
        model.learn(race);
    }
    if (progress && !progress(total, total))
        return std::nullopt;
    return summarise(std::move(judged));
}

} // namespace parcferme::evaluation
