#include "evaluation/Report.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <type_traits>
#include <utility>

namespace parcferme::evaluation {

namespace {

constexpr int Draws = 4000;
constexpr int BandDraws = 1000;
constexpr std::size_t RacesBeforeBand = 8;
const std::string ClimatologyKey = "grid";

template <auto Member>
std::optional<double> scoreOf(const Scores& scores)
{
    return scores.*Member;
}

template <auto Member>
bool setScore(Scores& scores, std::optional<double> value)
{
    if constexpr (std::is_same_v<decltype(scores.*Member), double&>) {
        scores.*Member = value.value_or(0);
        return value.has_value();
    } else {
        scores.*Member = value;
        return true;
    }
}

template <auto Member>
constexpr ScoreColumn column(const char* name, std::optional<double> Summary::* mean)
{
    return {name, scoreOf<Member>, setScore<Member>, mean};
}

constexpr std::array Columns = {
    column<&Scores::positionMae>("position_mae", &Summary::positionMae),
    column<&Scores::positionMaeClassified>("position_mae_classified", &Summary::positionMaeClassified),
    column<&Scores::winnerCorrect>("winner_correct", &Summary::winnerCorrect),
    column<&Scores::podiumAccuracy>("podium_accuracy", &Summary::podiumAccuracy),
    column<&Scores::podiumExact>("podium_exact_order", &Summary::podiumExact),
    column<&Scores::pointsOverlap>("points_overlap", &Summary::pointsOverlap),
    column<&Scores::spearman>("spearman", &Summary::spearman),
    column<&Scores::kendall>("kendall", &Summary::kendall),
    column<&Scores::winnerLogLoss>("winner_log_loss", &Summary::winnerLogLoss),
    column<&Scores::winBrier>("win_brier", &Summary::winBrier),
    column<&Scores::podiumBrier>("podium_brier", &Summary::podiumBrier),
    column<&Scores::pointsBrier>("points_brier", &Summary::pointsBrier),
    column<&Scores::rps>("rps", &Summary::rps),
    column<&Scores::teammatesLogLoss>("teammates_log_loss", &Summary::teammatesLogLoss),
    column<&Scores::coverage50>("coverage_50", &Summary::coverage50),
    column<&Scores::coverage80>("coverage_80", &Summary::coverage80),
    column<&Scores::coverage90>("coverage_90", &Summary::coverage90),
    column<&Scores::timeMaeSeconds>("time_mae_seconds", &Summary::timeMaeSeconds),
    column<&Scores::timeMaeSecondsNotStopped>("time_mae_seconds_not_stopped",
                                              &Summary::timeMaeSecondsNotStopped),
    column<&Scores::gapMaeSeconds>("gap_mae_seconds", &Summary::gapMaeSeconds),
    column<&Scores::gapDistanceSeconds>("gap_distance_seconds", &Summary::gapDistanceSeconds),
    column<&Scores::gapCoverage80>("gap_coverage_80", &Summary::gapCoverage80),
    column<&Scores::lappedBrier>("lapped_brier", &Summary::lappedBrier),
    column<&Scores::concordance>("concordance", &Summary::concordance),
};

using Races = std::vector<const JudgedRace*>;

std::set<std::string> baselineNames(const Races& races)
{
    std::set<std::string> names;
    for (const JudgedRace* race : races) {
        for (const auto& [name, scores] : race->baselines)
            names.insert(name);
    }
    return names;
}

Summary summaryOf(const std::vector<const Scores*>& races)
{
    Summary summary;
    summary.races = static_cast<int>(races.size());
    for (const ScoreColumn& column : Columns) {
        double sum = 0;
        int count = 0;
        for (const Scores* scores : races) {
            if (const auto score = column.of(*scores)) {
                sum += *score;
                ++count;
            }
        }
        if (count > 0)
            summary.*column.mean = sum / count;
    }
    return summary;
}

// A bootstrap over all races of a period serves most of its figures; only scores missing in some need their
// own.
Interval meanOf(const Bootstrap& bootstrap, const std::vector<double>& values)
{
    return values.size() == bootstrap.races() ? bootstrap.mean(values)
                                              : Bootstrap(values.size(), Draws).mean(values);
}

Differences differencesTo(const std::string& baseline, const Races& races, const Bootstrap& bootstrap)
{
    Differences differences;
    for (const ScoreColumn& column : Columns) {
        std::vector<double> paired;
        for (const JudgedRace* race : races) {
            const auto other = race->baselines.find(baseline);
            if (other == race->baselines.end())
                continue;
            const auto own = column.of(race->model);
            const auto others = column.of(other->second);
            if (own && others)
                paired.push_back(*own - *others);
        }
        if (!paired.empty())
            differences.emplace(column.name, meanOf(bootstrap, paired));
    }
    return differences;
}

// RPS of model and grid climatology, of the races that have both.
struct PairedRps
{
    std::vector<double> model;
    std::vector<double> climatology;
};

PairedRps pairedRps(const Races& races)
{
    PairedRps paired;
    for (const JudgedRace* race : races) {
        const auto grid = race->baselines.find(ClimatologyKey);
        if (grid == race->baselines.end() || !grid->second.rps || !race->model.rps)
            continue;
        paired.model.push_back(*race->model.rps);
        paired.climatology.push_back(*grid->second.rps);
    }
    return paired;
}

Period periodOf(std::optional<int> season, const Races& races)
{
    Period period;
    period.season = season;
    std::vector<const Scores*> model;
    std::vector<double> calibration;
    for (const JudgedRace* race : races) {
        model.push_back(&race->model);
        calibration.push_back(race->calibrationError);
    }
    period.model = summaryOf(model);
    if (races.empty())
        return period;
    const Bootstrap bootstrap(races.size(), Draws);
    for (const std::string& name : baselineNames(races)) {
        std::vector<const Scores*> scores;
        for (const JudgedRace* race : races) {
            if (const auto found = race->baselines.find(name); found != race->baselines.end())
                scores.push_back(&found->second);
        }
        period.baselines[name] = summaryOf(scores);
        period.differences[name] = differencesTo(name, races, bootstrap);
    }
    period.calibrationError = bootstrap.mean(calibration);
    if (const PairedRps rps = pairedRps(races); !rps.model.empty())
        period.skill = Bootstrap(rps.model.size(), Draws).skill(rps.model, rps.climatology);
    return period;
}

template <auto Chance>
Reliability reliabilityOf(const Races& races, int lastPosition)
{
    std::vector<Outcome> outcomes;
    for (const JudgedRace* race : races) {
        for (const JudgedDriver& driver : race->drivers)
            outcomes.push_back({driver.*Chance, driver.official <= lastPosition});
    }
    return {.bins = reliabilityBins(outcomes), .ece = expectedCalibrationError(outcomes)};
}

Reliability reliabilityOfPairs(const Races& races)
{
    std::vector<Outcome> outcomes;
    for (const JudgedRace* race : races) {
        for (std::size_t k = 0; k < race->drivers.size(); ++k) {
            const JudgedDriver& one = race->drivers[k];
            for (std::size_t j = 0; j < one.ahead.size(); ++j) {
                const bool ahead = one.official < race->drivers[k + 1 + j].official;
                const bool favourite = one.ahead[j] >= .5;
                outcomes.push_back({favourite ? one.ahead[j] : 1 - one.ahead[j], ahead == favourite});
            }
        }
    }
    return {.bins = reliabilityBins(outcomes), .ece = expectedCalibrationError(outcomes)};
}

std::vector<SkillPoint> skillSeries(const Races& races)
{
    std::vector<SkillPoint> series;
    Races soFar;
    for (const JudgedRace* race : races) {
        soFar.push_back(race);
        const PairedRps rps = pairedRps(soFar);
        if (rps.model.size() <= RacesBeforeBand)
            continue;
        const Interval skill = Bootstrap(rps.model.size(), BandDraws).skill(rps.model, rps.climatology);
        series.push_back({.season = race->season,
                          .round = race->round,
                          .races = skill.races,
                          .skill = skill.mean,
                          .low = skill.low,
                          .high = skill.high});
    }
    return series;
}

std::vector<DriverBias> biases(const Races& races)
{
    std::map<std::string, DriverBias> byDriver;
    for (const JudgedRace* race : races) {
        for (const JudgedDriver& driver : race->drivers) {
            DriverBias& bias = byDriver[driver.driver];
            bias.driver = driver.driver;
            bias.team = driver.team;
            bias.races += 1;
            bias.bias += driver.predicted - driver.official;
        }
    }
    std::vector<DriverBias> result;
    for (auto& [driver, bias] : byDriver) {
        bias.bias /= bias.races;
        result.push_back(bias);
    }
    return result;
}

} // namespace

std::span<const ScoreColumn> scoreColumns()
{
    return Columns;
}

Report summarise(std::vector<JudgedRace> races)
{
    Report report;
    report.races = std::move(races);
    Races all;
    std::map<int, Races> seasons;
    for (const JudgedRace& race : report.races) {
        all.push_back(&race);
        seasons[race.season].push_back(&race);
    }
    report.all = periodOf(std::nullopt, all);
    for (const auto& [season, ofSeason] : seasons)
        report.seasons.push_back(periodOf(season, ofSeason));
    report.win = reliabilityOf<&JudgedDriver::pWin>(all, 1);
    report.podium = reliabilityOf<&JudgedDriver::pPodium>(all, 3);
    report.points = reliabilityOf<&JudgedDriver::pPoints>(all, 10);
    report.pairs = reliabilityOfPairs(all);
    report.skill = skillSeries(all);
    report.bias = biases(all);
    return report;
}

} // namespace parcferme::evaluation
