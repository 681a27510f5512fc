#include "tracker/SeasonStrengths.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "predictor/Forecast.h"
#include "predictor/Lineage.h"
#include "predictor/Model.h"
#include "tracker/FactSelection.h"

#include <algorithm>
#include <optional>

namespace parcferme {

namespace {

using predictor::EntryFacts;
using predictor::RaceFacts;

constexpr double WideScale = 1.5;
constexpr int WideFrom = 2026;

// A race that is known only by who drives in it, at a circuit without a record.
template <typename Drives>
RaceFacts unknownRace(const RaceFacts& like, int year, int round, Drives drives)
{
    RaceFacts race;
    race.season = year;
    race.round = round;
    race.circuit.assign(1, '?'); // as a literal it makes g++ 12 warn of its own library
    for (const EntryFacts& entry : like.entries) {
        if (!drives(entry))
            continue;
        EntryFacts& starter = race.entries.emplace_back();
        starter.driver = entry.driver;
        starter.team = entry.team;
    }
    return race;
}

bool started(const EntryFacts& entry)
{
    return entry.result && predictor::isStarter(entry.result->classification);
}

bool isInField(const EntryFacts& entry)
{
    return entry.qualifyingPosition || entry.grid;
}

std::optional<SeasonStrength> expected(predictor::Model copy, const RaceFacts& next)
{
    copy.advance(next);
    if (!copy.canForecast() || next.entries.empty())
        return std::nullopt;
    const predictor::Forecast forecast = predictor::forecast(copy.inputs(next, predictor::Stage::Nothing));
    SeasonStrength strength;
    strength.sigma = forecast.sigma;
    for (const predictor::DriverForecast& driver : forecast.drivers)
        strength.lineup.push_back(
            {driver.driver, predictor::lineageOf(driver.team), driver.mu, driver.pRetire});
    return strength;
}

// The field of the season's first race; while that is not known, the lineup of the race before it.
RaceFacts firstField(const RaceRecord& first, const std::optional<RaceFacts>& before, const QDateTime& now)
{
    const int year = first.race.year;
    if (const ResultRevision* result = resultKnownAt(first, now)) {
        const RaceFacts field =
            unknownRace(factsWithResult(first, *result), year, first.race.round, isInField);
        if (!field.entries.empty())
            return field;
    }
    return before ? unknownRace(*before, year, first.race.round, started) : RaceFacts();
}

} // namespace

season::Origin originOf(SeasonRound after, const SeasonStrength& strength, const season::Standings& drivers,
                        const season::Standings& teams)
{
    return {after.first,     after.second,           strength.sigma,
            strength.lineup, season::soFar(drivers), season::soFar(teams)};
}

double varianceScale(int year)
{
    return year >= WideFrom ? WideScale : 1;
}

Result<std::map<SeasonRound, SeasonStrength>> seasonStrengths(const std::vector<RaceRecord>& records,
                                                              int from, int to, const QDateTime& now,
                                                              const Progress& progress)
{
    std::map<SeasonRound, SeasonStrength> strengths;
    predictor::Model model;
    std::optional<RaceFacts> last;
    int begun = 0; // the newest of these years
    const auto keep = [&](SeasonRound after, const RaceFacts& next) {
        if (auto strength = expected(model, next))
            strengths.emplace(after, std::move(*strength));
    };
    for (const RaceRecord& record : records) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled, Sentence::tr("The simulation was stopped."));
        const int year = record.race.year;
        if (year > to)
            break;
        const bool ofYear = year >= from && record.race.status != RaceStatus::Cancelled;
        if (ofYear && std::exchange(begun, year) != year)
            keep({year, 0}, firstField(record, last, now));
        const ResultRevision* result = resultKnownAt(record, now);
        if (!result)
            continue;
        RaceFacts facts = factsWithResult(record, *result, resultKnownAt(record, now, Session::Sprint));
        model.advance(facts);
        model.seeSprint(facts);
        model.learn(facts);
        if (ofYear)
            keep({year, record.race.round}, unknownRace(facts, year, record.race.round + 1, started));
        last = std::move(facts);
    }
    return strengths;
}

} // namespace parcferme
