#pragma once

#include "predictor/Features.h"
#include "predictor/GapModel.h"
#include "predictor/Inputs.h"
#include "predictor/Rating.h"
#include "predictor/Retirement.h"
#include "predictor/Strength.h"
#include "predictor/WinnerTime.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parcferme::predictor {

// True when at least three cars of the field started and have a result; nothing else is ever learnt.
bool hasResult(const RaceFacts& race);

// What was learnt from the races so far. Feed the races in time order: for each, advance, then seeSprint once
// the result of the weekend's sprint is known, then inputs (as often as wanted), then learn once its own
// result is. Copyable: a race without a result advances a copy.
class Model
{
public:
    // Moves the ratings to this race; once per race, before its inputs. A field of fewer than three is
    // ignored.
    void advance(const RaceFacts& race);

    // Takes the result of the weekend's sprint for an observation of the order rating; at most once per race,
    // after advance. It stays learnt. Without at least three sprint positions nothing happens.
    void seeSprint(const RaceFacts& race);

    // Whether enough was learnt to forecast the race advanced to: from 2008 on, after 20 races since 2006.
    bool canForecast() const;

    // The inputs of a forecast of the race advanced to; reads nothing that the stage cannot know, and never a
    // result. The field is decided before the start: everyone with a qualifying position or a grid value; who
    // has neither only while no grid is published. Of a driver entered twice one entry counts.
    ForecastInputs inputs(const RaceFacts& race, Stage stage) const;

    // The same of the weekend's sprint, asked after advance of the race and before seeSprint. sprint: its
    // entries with their slots on its own grid (0 = last); who has none is not in it. While nobody has one,
    // everybody is, and the stage is Nothing whatever was asked for, as it is for Stage::Qualifying: times of
    // its qualifying are not used.
    ForecastInputs sprintInputs(const RaceFacts& sprint, Stage stage) const;

    // Learns the result of the race advanced to; without a result nothing happens.
    void learn(const RaceFacts& race);

    int racesLearnt() const { return learnt_; }

private:
    std::vector<DriverInputs> driverInputs(const std::vector<EntryFacts>& field, Stage stage) const;
    void learnGaps(const RaceFacts& race, const std::vector<EntryFacts>& field, const Features& known);
    void learnWinnerTime(const RaceFacts& race, const std::vector<EntryFacts>& field);

    int learnt_ = 0;
    int season_ = 0;
    int fitRaces_ = 0; // races learnt that the strength is fitted to
    Rating qualifying_{QualifyingRating};
    Rating order_{OrderRating};
    std::optional<Rating> orderBeforeSprint_; // of the race advanced to, once its sprint was seen
    Rating pace_{PaceRating};
    Strength strength_;
    Retirement retirement_;
    WinnerTime winnerTime_;
    GapModel gap_;
    std::map<std::string, int> racesStarted_;
};

} // namespace parcferme::predictor
