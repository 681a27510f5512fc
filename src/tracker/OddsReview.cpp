#include "tracker/OddsReview.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "season/Simulation.h"
#include "tracker/SeasonFacts.h"
#include "tracker/SeasonStrengths.h"

#include <algorithm>
#include <map>
#include <set>

namespace parcferme {

namespace {

constexpr int First = 2010;      // season; the points of today begin
constexpr int ChosenUpTo = 2021; // the model's constants were chosen on seasons up to this one
constexpr std::array Rounds = {1, 5, 10, 15};
constexpr int Simulations = 2000;
constexpr std::size_t Recent = 10; // weekends
constexpr int Draws = 2000;

// Points of each weekend of a driver, in time order.
struct WeekendPoints
{
    int year = 0;
    int round = 0;
    double points = 0;
};
using PastOf = std::map<std::string, std::vector<WeekendPoints>>;

// The facts of every season that has a race, each put together once.
using Seasons = std::map<int, season::SeasonFacts>;

Seasons seasonsOf(const std::vector<RaceRecord>& records, const QDateTime& now)
{
    Seasons seasons;
    for (const RaceRecord& record : records)
        if (const int year = record.race.year; !seasons.contains(year))
            seasons.emplace(year, seasonFacts(weekendsOf(records, year), year, now));
    return seasons;
}

PastOf weekendPoints(const Seasons& seasons)
{
    PastOf past;
    for (const auto& [year, facts] : seasons) {
        std::map<std::pair<int, std::string>, double> points; // by round and driver
        for (const season::ResultRow& row : facts.rows)
            points[{row.round, row.driver}] += row.points;
        for (const auto& [of, sum] : points)
            past[of.second].push_back({year, of.first, sum});
    }
    return past;
}

// Of this season up to the round, else of the weekend before it; or the last ten.
std::vector<double> rateOf(const std::vector<WeekendPoints>& past, int year, int after, bool lastTen)
{
    std::vector<double> known, ofYear;
    for (const WeekendPoints& weekend : past) {
        if (std::pair(weekend.year, weekend.round) > std::pair(year, after))
            break;
        known.push_back(weekend.points);
        if (weekend.year == year)
            ofYear.push_back(weekend.points);
    }
    const std::size_t wanted = lastTen ? Recent : ofYear.empty() ? 1 : ofYear.size();
    return {known.end() - static_cast<std::ptrdiff_t>(std::min(wanted, known.size())), known.end()};
}

std::size_t weekendsIn(const std::vector<season::Event>& events)
{
    std::set<int> rounds;
    for (const season::Event& event : events)
        rounds.insert(event.round);
    return rounds.size();
}

// A season that is over.
class PastSeason
{
public:
    PastSeason(const season::SeasonFacts& facts, const PastOf& past)
        : facts_(facts), past_(past), table_(season::driverStandings(facts, lastRound()))
    {
        for (const season::Standing& line : table_.lines)
            points_.emplace(line.id, line.points);
        for (const season::ResultRow& row : facts.rows)
            if (row.round == lastRound() && row.session == season::Session::Race)
                drove_.insert(row.driver);
    }

    // Nothing where it ends with that round.
    Result<std::optional<OddsCase>> caseOf(int after, const SeasonStrength& strength,
                                           const Progress& progress) const
    {
        const std::vector<season::Event> left = season::eventsLeft(facts_, after);
        const season::Origin origin =
            originOf({facts_.season, after}, strength, season::driverStandings(facts_, after),
                     season::teamStandings(facts_, after));
        season::SimulationSettings settings;
        settings.count = Simulations;
        settings.scale = varianceScale(facts_.season);
        if (left.empty() || !season::breaches(origin, left, settings).empty())
            return std::optional<OddsCase>();
        const auto outcomes = season::simulate(origin, left, settings, progress.stopToken());
        if (!outcomes)
            return fail(ErrorCode::Cancelled, Sentence::tr("The review of the title odds was stopped."));
        const season::ActualEnd actual = endOf(*outcomes);
        OddsCase judged{facts_.season, after, {}};
        judged.of[std::size_t(LooksAhead::Model)] = season::scoresOf(season::saidEnd(*outcomes), actual);
        const std::size_t weekends = weekendsIn(left);
        for (const LooksAhead by : {LooksAhead::SeasonRate, LooksAhead::LastTen}) {
            std::vector<std::vector<double>> rates;
            for (const season::SoFar& driver : outcomes->drivers())
                rates.push_back(rate(driver.id, after, by == LooksAhead::LastTen));
            judged.of[std::size_t(by)] =
                season::scoresOf(season::keptRate(actual.now, rates, weekends, Simulations), actual);
        }
        return std::optional(judged);
    }

private:
    int lastRound() const { return facts_.calendar.back().round; }

    std::vector<double> rate(const std::string& driver, int after, bool lastTen) const
    {
        const auto past = past_.find(driver);
        return past == past_.end() ? std::vector<double>()
                                   : rateOf(past->second, facts_.season, after, lastTen);
    }

    season::ActualEnd endOf(const season::Outcomes& outcomes) const
    {
        season::ActualEnd end;
        for (const season::SoFar& driver : outcomes.drivers()) {
            if (!table_.lines.empty() && table_.lines.front().id == driver.id)
                end.champion = end.points.size();
            end.now.push_back(driver.points);
            const auto found = points_.find(driver.id);
            end.points.push_back(found == points_.end() ? 0 : found->second);
            end.drove.push_back(drove_.contains(driver.id));
        }
        return end;
    }

    const season::SeasonFacts& facts_;
    const PastOf& past_;
    season::Standings table_;              // at the end
    std::map<std::string, double> points_; // in it
    std::set<std::string> drove_;          // in the last race
};

bool isOver(const season::SeasonFacts& facts)
{
    return !facts.calendar.empty() && season::eventsLeft(facts, facts.calendar.back().round).empty();
}

std::set<int> yearsWithHidden(const std::vector<RaceRecord>& records, const HiddenRaces& hidden)
{
    std::set<int> years;
    for (const RaceRecord& record : records)
        if (record.race.status != RaceStatus::Cancelled && hidden.hides(record.race))
            years.insert(record.race.year);
    return years;
}

OddsSummary summary(const std::vector<OddsCase>& cases)
{
    OddsSummary sum;
    sum.cases = int(cases.size());
    sum.from = cases.front().year;
    sum.to = cases.back().year;
    const auto n = static_cast<double>(cases.size());
    std::map<int, std::array<double, 3>> bySeason; // differences, and how many
    for (const OddsCase& one : cases) {
        for (std::size_t by = 0; by < LooksAheadCount; ++by) {
            sum.of[by].titleLogLoss += one.of[by].titleLogLoss / n;
            sum.of[by].crps += one.of[by].crps / n;
            sum.of[by].ranges += one.of[by].ranges;
            sum.of[by].held += one.of[by].held;
        }
        const auto& model = one.of[std::size_t(LooksAhead::Model)];
        const auto& lastTen = one.of[std::size_t(LooksAhead::LastTen)];
        auto& season = bySeason[one.year];
        season[0] += model.titleLogLoss - lastTen.titleLogLoss;
        season[1] += model.crps - lastTen.crps;
        season[2] += 1;
    }
    sum.seasons = int(bySeason.size());
    if (bySeason.size() < 2)
        return sum;
    std::vector<double> title, crps;
    for (const auto& [year, of] : bySeason) {
        title.push_back(of[0] / of[2]);
        crps.push_back(of[1] / of[2]);
    }
    const evaluation::Bootstrap bootstrap(bySeason.size(), Draws);
    sum.titleDifference = bootstrap.mean(title);
    sum.crpsDifference = bootstrap.mean(crps);
    return sum;
}

} // namespace

Result<OddsReview> reviewOdds(const std::vector<RaceRecord>& records, const QDateTime& now,
                              const HiddenRaces& hidden, const Progress& progress)
{
    OddsReview review;
    if (records.empty())
        return review;
    const int last = records.back().race.year;
    const auto strengths = seasonStrengths(records, First, last, now, progress);
    if (!strengths)
        return tl::unexpected(strengths.error());
    const Seasons seasons = seasonsOf(records, now);
    const PastOf past = weekendPoints(seasons);
    const std::set<int> hiddenYears = yearsWithHidden(records, hidden);
    for (const auto& [year, facts] : seasons) {
        if (year < First || !isOver(facts) || hiddenYears.contains(year))
            continue;
        progress.report(year - First, last - First + 1, Sentence::tr("Title odds"));
        const PastSeason season(facts, past);
        for (const int after : Rounds) {
            const auto strength = strengths->find({year, after});
            if (strength == strengths->end())
                continue;
            auto judged = season.caseOf(after, strength->second, progress);
            if (!judged)
                return tl::unexpected(judged.error());
            if (*judged)
                review.cases.push_back(std::move(**judged));
        }
    }
    return review;
}

std::vector<OddsSummary> summaries(const OddsReview& review)
{
    std::vector<OddsSummary> all;
    for (const bool since : {false, true}) {
        const auto add = [&](std::optional<int> after) {
            std::vector<OddsCase> cases;
            std::ranges::copy_if(review.cases, std::back_inserter(cases), [&](const OddsCase& one) {
                return (one.year > ChosenUpTo) == since && (!after || one.after == *after);
            });
            if (cases.empty())
                return;
            all.push_back(summary(cases));
            all.back().after = after;
        };
        add(std::nullopt);
        for (const int after : Rounds)
            add(after);
    }
    return all;
}

} // namespace parcferme
