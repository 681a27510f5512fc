#include "predictor/Retirement.h"

#include "predictor/Field.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace parcferme::predictor {

namespace {

constexpr int FirstSeason = 2008;
constexpr std::size_t RacesNeeded = 20;
constexpr std::size_t Window = 200;
constexpr double HalfLife = 60.0;
constexpr RetirementVector Prior = {0, .5, .5, .5, -.2, .2};
constexpr RetirementVector Precision = {1, 4, 4, 4, 4, 4};

// How much of the common rate is mixed into a record, in starts.
constexpr double TeamShrink = 15;
constexpr double DriverShrink = 20;
constexpr double CircuitShrink = 40;

constexpr double SportDecay = .97;
constexpr double TeamDecay = .97;
constexpr double DriverDecay = .98;
constexpr double CircuitDecay = .8;
constexpr double SmallestAccidentRate = .02;

constexpr std::array<std::string_view, 9> AccidentWords = {
    "collision", "accident", "spun", "spin", "damage", "disq", "injur", "illness", "puncture"};
constexpr std::array<std::string_view, 3> UnknownReasons = {"", "retired", "not classified"};

using Vector = Eigen::Matrix<double, 6, 1>;
using Matrix = Eigen::Matrix<double, 6, 6>;

void remember(DecayedCount& count, double factor, double hits, double total)
{
    count.hits = count.hits * factor + hits;
    count.total = count.total * factor + total;
}

DecayedCount find(const std::unordered_map<std::string, DecayedCount>& counts, const std::string& id)
{
    const auto found = counts.find(id);
    return found == counts.end() ? DecayedCount{} : found->second;
}

// Log of a record to the common rate, shrunk towards it.
double logRatio(const DecayedCount& count, double shrink, double rate)
{
    return std::log((count.hits + shrink * rate) / (count.total + shrink) / rate);
}

double logit(double p)
{
    return std::log(p / (1 - p));
}

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

double dot(const RetirementVector& a, const RetirementVector& b)
{
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k)
        sum += a[k] * b[k];
    return sum;
}

} // namespace

double mechanicalShare(std::string_view reason)
{
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    std::string text(reason);
    text.erase(text.begin(), std::ranges::find_if_not(text, blank));
    while (!text.empty() && blank(text.back()))
        text.pop_back();
    std::ranges::transform(text, text.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    if (std::ranges::find(UnknownReasons, text) != UnknownReasons.end())
        return 0.5;
    const bool accident = std::ranges::any_of(
        AccidentWords, [&](std::string_view word) { return text.find(word) != std::string::npos; });
    return accident ? 0.0 : 1.0;
}

RetirementVector retirementInputs(const RetirementParameters& parameters, const DriverInputs& driver,
                                  const InputVector& inputs)
{
    const double accidents = std::max(parameters.rate - parameters.mechanical, SmallestAccidentRate);
    return {1.0,
            logRatio(driver.teamMechanical, TeamShrink, parameters.mechanical),
            logRatio(driver.driverAccidents, DriverShrink, accidents),
            logRatio(parameters.circuit, CircuitShrink, parameters.rate),
            inputs.front(),
            inputs.back()};
}

double retirementChance(const RetirementParameters& parameters, const RetirementVector& x)
{
    return logistic(logit(parameters.rate) + dot(parameters.beta, x));
}

DecayedCount Retirement::teamMechanical(const std::string& lineage) const
{
    return find(teams_, lineage);
}

DecayedCount Retirement::driverAccidents(const std::string& driver) const
{
    return find(drivers_, driver);
}

RetirementParameters Retirement::records(const std::string& circuit) const
{
    return {.rate = all_.hits / all_.total,
            .mechanical = mechanical_.hits / mechanical_.total,
            .circuit = find(circuits_, circuit),
            .beta = Prior};
}

RetirementParameters Retirement::fit(const std::string& circuit) const
{
    RetirementParameters parameters = records(circuit);
    parameters.beta = coefficients();
    return parameters;
}

RetirementVector Retirement::coefficients() const
{
    RetirementVector result = Prior;
    if (races_.size() < RacesNeeded)
        return result;
    const Vector centre = Vector::Map(Prior.data());
    const Vector stiffness = Vector::Map(Precision.data());
    Vector::MapType beta = Vector::Map(result.data());
    for (int iteration = 0; iteration < 25; ++iteration) {
        Matrix curvature = stiffness.asDiagonal();
        Vector slope = -stiffness.cwiseProduct(beta - centre);
        double age = static_cast<double>(races_.size());
        for (const Race& race : races_) {
            const double weight = std::pow(0.5, age / HalfLife);
            for (std::size_t k = 0; k < race.x.size(); ++k) {
                const auto x = Vector::Map(race.x[k].data());
                const double p = logistic(race.offset + dot(race.x[k], result));
                curvature.noalias() += (weight * p * (1 - p)) * x * x.transpose();
                slope += weight * (race.out[k] - p) * x;
            }
            age -= 1;
        }
        const Vector step = curvature.llt().solve(slope);
        beta += step;
        if (step.cwiseAbs().maxCoeff() < 1e-10)
            break;
    }
    return result;
}

Retirement::Hits Retirement::count(const std::vector<EntryFacts>& field,
                                   const std::vector<DriverInputs>& drivers, const std::vector<int>& start)
{
    // A team's record decays with each of its cars, so their sequence counts: it is that of the grid.
    std::vector<std::size_t> sequence(field.size());
    for (std::size_t k = 0; k < field.size(); ++k)
        sequence[static_cast<std::size_t>(start[k] - 1)] = k;
    Hits hits;
    for (const std::size_t k : sequence) {
        if (!started(field[k]))
            continue;
        const EntryResult& result = *field[k].result;
        const bool out = result.classification == Classification::Retired ||
                         result.classification == Classification::NotClassified;
        const double retired = out ? 1 : 0;
        const double mechanical = out ? mechanicalShare(result.status) : 0;
        hits.starters += 1;
        hits.retired += retired;
        hits.mechanical += mechanical;
        remember(teams_[drivers[k].lineage], TeamDecay, mechanical, 1);
        remember(drivers_[drivers[k].driver], DriverDecay, retired - mechanical, 1);
    }
    return hits;
}

void Retirement::learn(const RaceFacts& race, const std::vector<EntryFacts>& field,
                       const std::vector<DriverInputs>& drivers, const Features& known)
{
    if (race.season >= FirstSeason) {
        const RetirementParameters before = records(race.circuit);
        Race row{.offset = logit(before.rate), .x = {}, .out = {}};
        for (std::size_t k = 0; k < field.size(); ++k) {
            if (!started(field[k]))
                continue;
            row.x.push_back(retirementInputs(before, drivers[k], known.inputs[k]));
            row.out.push_back(classified(field[k]) ? 0 : 1);
        }
        races_.push_back(std::move(row));
        if (races_.size() > Window)
            races_.pop_front();
    }
    const Hits hits = count(field, drivers, known.start);
    remember(all_, SportDecay, hits.retired, hits.starters);
    remember(mechanical_, SportDecay, hits.mechanical, hits.starters);
    remember(circuits_[race.circuit], CircuitDecay, hits.retired, hits.starters);
}

} // namespace parcferme::predictor
