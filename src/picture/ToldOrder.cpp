#include "picture/ToldOrder.h"

#include "tables/Names.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

std::optional<double> winnersChance(const RaceDetails& race, const std::vector<ToldOrder::Place>& places)
{
    if (race.revisions.empty())
        return {};
    const auto& rows = race.revisions.back().rows;
    const auto winner = std::ranges::find_if(rows, &ResultRow::starter);
    if (winner == rows.end())
        return {};
    const auto told = std::ranges::find(places, winner->driver, &ToldOrder::Place::driver);
    return told == places.end() ? std::nullopt : told->pWin;
}

std::optional<double> gridErrorOf(const std::map<std::string, evaluation::Scores>& baselines)
{
    const auto grid = baselines.find("grid");
    return grid == baselines.end() ? std::nullopt : std::optional(grid->second.positionMae);
}

int countOf(double share, int all)
{
    return static_cast<int>(std::lround(share * all));
}

} // namespace

ToldOrder toldByModel(const RaceDetails& race, const ForecastView& forecast)
{
    const Prediction& prediction = forecast.prediction;
    ToldOrder told;
    for (const PredictionEntry& entry : prediction.entries)
        told.places.push_back({entry.driver, entry.team, entry.pWin, entry.pPodium, entry.pPoints});
    told.kind = prediction.kind;
    told.at = prediction.createdAt;
    told.hash = prediction.hash;
    told.voucher = forecast.voucher;
    if (prediction.id == 0 || race.revisions.empty())
        return told;
    const int newest = race.revisions.back().revision;
    for (const EvaluationView& view : race.evaluations) {
        const Evaluation& evaluation = view.evaluation;
        if (evaluation.prediction != prediction.id || evaluation.resultRevision != newest)
            continue;
        told.judgement = {newest,
                          evaluation.starters,
                          evaluation.positionMae,
                          evaluation.winnerCorrect,
                          winnersChance(race, told.places),
                          countOf(evaluation.podiumAccuracy, 3),
                          countOf(evaluation.pointsOverlap, 10)};
        told.gridError = gridErrorOf(view.baselines);
        break;
    }
    return told;
}

ToldOrder toldByPlayer(const RaceDetails& race, const PickView& view)
{
    ToldOrder told;
    told.player = view.pick.player;
    told.kind = view.counts() ? PredictionKind::Live : PredictionKind::Void;
    told.at = view.pick.createdAt;
    told.hash = view.pick.hash;
    told.voucher = view.voucher;
    for (const PickEntry& entry : view.pick.entries)
        told.places.push_back({entry.driver, entry.team, {}, {}, {}});
    if (!told.places.empty())
        told.places.front().pWin = view.pick.winnerChance;
    const int newest = race.revisions.empty() ? 0 : race.revisions.back().revision;
    for (const PickScoreView& scores : view.scores) {
        const PickScores& stored = scores.stored;
        if (newest == 0 || stored.resultRevision != newest)
            continue;
        told.judgement = {newest,
                          stored.starters,
                          stored.positionMae,
                          stored.winnerCorrect,
                          stored.winnerCorrect ? view.pick.winnerChance : std::nullopt,
                          countOf(stored.podiumAccuracy, 3),
                          countOf(stored.pointsOverlap, 10)};
        told.gridError = gridErrorOf(scores.baselines);
        break;
    }
    return told;
}

QSet<QString> secondCars(const ToldOrder& told, const People& people)
{
    std::vector<PredictionEntry> entries;
    for (const ToldOrder::Place& place : told.places) {
        PredictionEntry entry;
        entry.driver = place.driver;
        entry.team = place.team;
        entries.push_back(entry);
    }
    return secondCars(entries, people);
}

QStringList orderOf(const ToldOrder& told)
{
    QStringList order;
    for (const ToldOrder::Place& place : told.places)
        order << place.driver;
    return order;
}

} // namespace parcferme
