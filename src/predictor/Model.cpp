#include "predictor/Model.h"

#include "predictor/Features.h"
#include "predictor/Field.h"
#include "predictor/Lineage.h"
#include "predictor/Observed.h"

#include <algorithm>

namespace parcferme::predictor {

namespace {

constexpr int FirstFitSeason = 2006;
constexpr int FirstForecastSeason = 2008;
constexpr int FitRacesNeeded = 20;
// Of the sprint as an observation of the order rating: that of a race.
constexpr double SprintNoise = .5;

using Field = std::vector<EntryFacts>;

std::vector<Entrant> entrantsOf(const Field& field)
{
    std::vector<Entrant> entrants;
    for (const EntryFacts& entry : field)
        entrants.push_back({entry.driver, lineageOf(entry.team)});
    return entrants;
}

bool hasResultIn(const Field& field)
{
    return std::ranges::count_if(field, started) >= static_cast<std::ptrdiff_t>(SmallestField);
}

void learnStrength(Strength& strength, const std::vector<InputVector>& inputs, const Observations& scores)
{
    std::vector<InputVector> rows;
    std::vector<double> targets;
    for (std::size_t k = 0; k < scores.size(); ++k) {
        if (!scores[k])
            continue;
        rows.push_back(inputs[k]);
        targets.push_back(*scores[k]);
    }
    strength.learn(rows, targets);
}

} // namespace

bool hasResult(const RaceFacts& race)
{
    return hasResultIn(fieldOf(race));
}

void Model::advance(const RaceFacts& race)
{
    const std::vector<Entrant> field = entrantsOf(fieldOf(race));
    if (field.empty())
        return;
    season_ = race.season;
    orderBeforeSprint_.reset();
    for (Rating* rating : {&qualifying_, &order_, &pace_})
        rating->advance(race.season, field);
}

void Model::seeSprint(const RaceFacts& race)
{
    const std::vector<EntryFacts> field = fieldOf(race);
    const Observations sprint = observedSprint(field);
    const auto seen = std::ranges::count_if(sprint, [](const auto& score) { return score.has_value(); });
    if (seen < static_cast<std::ptrdiff_t>(SmallestField))
        return;
    orderBeforeSprint_ = order_;
    order_.update(entrantsOf(field), sprint, SprintNoise);
}

bool Model::canForecast() const
{
    return season_ >= FirstForecastSeason && fitRaces_ >= FitRacesNeeded;
}

std::vector<DriverInputs> Model::driverInputs(const std::vector<EntryFacts>& field, Stage stage) const
{
    const std::vector<Entrant> entrants = entrantsOf(field);
    const std::vector<double> qualifying = qualifying_.strengths(entrants);
    const std::vector<double> order = order_.strengths(entrants);
    const std::vector<double> pace = pace_.strengths(entrants);
    const std::vector<double> beforeSprint =
        orderBeforeSprint_ ? orderBeforeSprint_->strengths(entrants) : std::vector<double>();
    std::vector<DriverInputs> drivers(field.size());
    for (std::size_t k = 0; k < field.size(); ++k) {
        const EntryFacts& entry = field[k];
        DriverInputs& driver = drivers[k];
        driver.driver = entry.driver;
        driver.team = entry.team;
        driver.lineage = entrants[k].lineage;
        if (stage == Stage::Grid)
            driver.grid = entry.grid;
        if (stage != Stage::Nothing) {
            driver.qualifyingPosition = entry.qualifyingPosition;
            driver.qualifyingMs = entry.qualifyingMs;
        }
        driver.ratingQualifying = qualifying[k];
        driver.ratingOrder = order[k];
        driver.ratingPace = pace[k];
        if (!beforeSprint.empty())
            driver.ratingOrderBeforeSprint = beforeSprint[k];
        // Who is first seen in this weekend's sprint counts as observed from the next race on.
        for (const Rating* rating :
             {&qualifying_, orderBeforeSprint_ ? &*orderBeforeSprint_ : &order_, &pace_})
            driver.unseenRatings += rating->isUnseen(entrants[k]) ? 1 : 0;
        const auto starts = racesStarted_.find(entry.driver);
        driver.racesStarted = starts == racesStarted_.end() ? 0 : starts->second;
        driver.teamMechanical = retirement_.teamMechanical(driver.lineage);
        driver.driverAccidents = retirement_.driverAccidents(driver.driver);
    }
    return drivers;
}

ForecastInputs Model::inputs(const RaceFacts& race, Stage stage) const
{
    const std::vector<EntryFacts> field = fieldOf(race);
    ForecastInputs inputs;
    inputs.season = race.season;
    inputs.round = race.round;
    inputs.circuit = race.circuit;
    inputs.stage = stage;
    inputs.lapsPlanned = race.lapsPlanned;
    inputs.courseKm = race.courseKm;
    inputs.drivers = driverInputs(field, stage);
    inputs.strength = strength_.fit(stage);
    inputs.retirement = retirement_.fit(race.circuit);
    inputs.winnerTime = winnerTime_.parameters(courseOf(race.circuit, race.lapsPlanned, race.courseKm, {}));
    inputs.gap = gap_.fit(learnt_);
    return inputs;
}

ForecastInputs Model::sprintInputs(const RaceFacts& sprint, Stage stage) const
{
    RaceFacts bare = sprint;
    for (EntryFacts& entry : bare.entries) {
        entry.qualifyingPosition.reset();
        entry.qualifyingMs = {};
    }
    const std::vector<EntryFacts> field = fieldOf(bare);
    const bool published = std::ranges::any_of(field, [](const EntryFacts& e) { return e.grid.has_value(); });
    ForecastInputs inputs;
    inputs.session = Session::Sprint;
    inputs.season = sprint.season;
    inputs.round = sprint.round;
    inputs.circuit = sprint.circuit;
    inputs.stage = published && stage == Stage::Grid ? Stage::Grid : Stage::Nothing;
    inputs.lapsPlanned = sprint.lapsPlanned;
    inputs.courseKm = sprint.courseKm;
    inputs.drivers = driverInputs(field, inputs.stage);
    inputs.strength = strength_.fit(inputs.stage);
    inputs.retirement = retirement_.fit(sprint.circuit);
    return inputs;
}

void Model::learn(const RaceFacts& race)
{
    const std::vector<EntryFacts> field = fieldOf(race);
    if (!hasResultIn(field))
        return;
    const std::vector<DriverInputs> drivers = driverInputs(field, Stage::Grid);
    const Features known = features(drivers, Stage::Grid);
    if (canForecast())
        learnGaps(race, field, known);
    const Observations order = observedOrder(field);
    if (race.season >= FirstFitSeason) {
        learnStrength(strength_, known.inputs, order);
        ++fitRaces_;
    }
    const std::vector<Entrant> entrants = entrantsOf(field);
    qualifying_.update(entrants, observedQualifying(field));
    order_.update(entrants, order);
    pace_.update(entrants, observedPace(field));
    retirement_.learn(race, field, drivers, known);
    learnWinnerTime(race, field);
    for (const EntryFacts& entry : field) {
        if (started(entry))
            ++racesStarted_[entry.driver];
    }
    orderBeforeSprint_.reset();
    ++learnt_;
}

void Model::learnGaps(const RaceFacts& race, const std::vector<EntryFacts>& field, const Features& known)
{
    const CourseFacts course = courseOf(race.circuit, race.lapsPlanned, race.courseKm, lapsOf(field));
    const auto winner = winnerTime(winnerTime_.parameters(course), course);
    if (!winner)
        return;
    const std::vector<double> mu = strengthsOf(strength_.weights(Stage::Grid), known.inputs);
    gap_.learn(learnt_, mu, orderByStrength(mu, known.start),
               observedGaps(field, lapAtTheEnd(winner->seconds, *course.laps)));
}

void Model::learnWinnerTime(const RaceFacts& race, const std::vector<EntryFacts>& field)
{
    const EntryResult& winner = *field[*winnerOf(field)].result;
    if (!winner.time)
        return;
    winnerTime_.learn(courseOf(race.circuit, race.lapsPlanned, race.courseKm, lapsOf(field)), *winner.time,
                      winner.laps);
}

} // namespace parcferme::predictor
