#include "evaluation/Backtest.h"

#include "evaluation/Judge.h"
#include "predictor/Model.h"

#include <map>
#include <utility>

namespace parcferme::evaluation {

namespace {

using predictor::Model;
using predictor::RaceFacts;
using predictor::Session;

// The inputs of one forecast, and what it is held against; nothing where there is nothing to forecast.
struct Question
{
    predictor::ForecastInputs inputs;
    const RaceFacts* facts = nullptr;
};
using Ask = std::function<std::optional<Question>(const Model&, const RaceFacts&)>;

std::optional<Report> walk(const std::vector<RaceFacts>& races, const BacktestSpan& span, Session session,
                           const Ask& ask, const BacktestProgress& progress)
{
    Model model;
    BaselineWalk baselines;
    std::vector<JudgedRace> judged;
    const auto judgeOne = [&](const RaceFacts& race) {
        if (race.season < span.from || !model.canForecast())
            return;
        const std::optional<Question> question = ask(model, race);
        if (!question)
            return;
        if (auto score = judge(predictor::forecast(question->inputs), *question->facts, baselines))
            judged.push_back(std::move(*score));
    };
    const int total = static_cast<int>(races.size());
    for (int done = 0; done < total; ++done) {
        const RaceFacts& race = races[static_cast<std::size_t>(done)];
        if (progress && !progress(done, total))
            return std::nullopt;
        if (race.season > span.to || !predictor::hasResult(race))
            continue;
        model.advance(race);
        if (session == Session::Sprint)
            judgeOne(race);
        model.seeSprint(race);
        if (session == Session::Race)
            judgeOne(race);
        baselines.learn(race);
        model.learn(race);
    }
    if (progress && !progress(total, total))
        return std::nullopt;
    return summarise(std::move(judged));
}

} // namespace

std::optional<Report> backtest(const std::vector<RaceFacts>& races, const BacktestSpan& span,
                               const BacktestProgress& progress)
{
    const auto ask = [&](const Model& model, const RaceFacts& race) {
        return std::optional(Question{.inputs = model.inputs(race, span.stage), .facts = &race});
    };
    return walk(races, span, Session::Race, ask, progress);
}

std::optional<Report> backtestSprints(const std::vector<RaceFacts>& races,
                                      const std::vector<RaceFacts>& sprints, const BacktestSpan& span,
                                      const BacktestProgress& progress)
{
    std::map<std::pair<int, int>, const RaceFacts*> byRound;
    for (const RaceFacts& sprint : sprints)
        byRound[{sprint.season, sprint.round}] = &sprint;
    const auto ask = [&](const Model& model, const RaceFacts& race) -> std::optional<Question> {
        const auto sprint = byRound.find({race.season, race.round});
        if (sprint == byRound.end())
            return std::nullopt;
        return Question{.inputs = model.sprintInputs(*sprint->second, span.stage), .facts = sprint->second};
    };
    return walk(races, span, Session::Sprint, ask, progress);
}

} // namespace parcferme::evaluation
