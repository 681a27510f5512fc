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

PastOf weekendPoints(const std::vector<RaceRecord>& records, const QDateTime& now)
{
    PastOf past;
    std::set<int> years;
    for (const RaceRecord& record : records)
        years.insert(record.race.year);
    for (const int year : years) {
        std::map<std::pair<int, std::string>, double> points; // by round and driver
        for (const season::ResultRow& row : seasonFacts(weekendsOf(records, year), year, now).rows)
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

class Reviewing
{
public:
    Reviewing(const std::vector<RaceRecord>& records, const QDateTime& now, const Progress& progress)
        : records_(records), past_(weekendPoints(records, now)), progress_(progress)
    {
    }

    // Nothing where the season is not over, or ends with that round.
    Result<std::optional<OddsCase>> caseOf(int year, int after, const SeasonStrength& strength,
                                           const QDateTime& now) const
    {
        const season::SeasonFacts facts = seasonFacts(weekendsOf(records_, year), year, now);
        const std::vector<season::Event> left = season::eventsLeft(facts, after);
        if (facts.calendar.empty() || left.empty())
            return std::optional<OddsCase>();
        season::Origin origin{year, after, strength.sigma, strength.lineup, {}, {}};
        origin.drivers = season::soFar(season::driverStandings(facts, after));
        origin.teams = season::soFar(season::teamStandings(facts, after));
        season::SimulationSettings settings;
        settings.count = Simulations;
        settings.scale = varianceScale(year);
        if (!season::breaches(origin, left, settings).empty())
            return std::optional<OddsCase>();
        const auto outcomes = season::simulate(origin, left, settings, progress_.stopToken());
        if (!outcomes)
            return fail(ErrorCode::Cancelled, Sentence::tr("The review of the title odds was stopped."));
        const season::ActualEnd actual = endOf(*outcomes, facts);
        OddsCase judged{year, after, {}};
        judged.of[std::size_t(LooksAhead::Model)] = season::scoresOf(season::saidEnd(*outcomes), actual);
        const std::size_t weekends = weekendsIn(left);
        for (const LooksAhead by : {LooksAhead::SeasonRate, LooksAhead::LastTen}) {
            std::vector<std::vector<double>> rates;
            for (const season::SoFar& driver : outcomes->drivers())
                rates.push_back(rate(driver.id, year, after, by == LooksAhead::LastTen));
            judged.of[std::size_t(by)] =
                season::scoresOf(season::keptRate(actual.now, rates, weekends, Simulations), actual);
        }
        return std::optional(judged);
    }

private:
    static std::size_t weekendsIn(const std::vector<season::Event>& events)
    {
        std::set<int> rounds;
        for (const season::Event& event : events)
            rounds.insert(event.round);
        return rounds.size();
    }

    std::vector<double> rate(const std::string& driver, int year, int after, bool lastTen) const
    {
        const auto past = past_.find(driver);
        return past == past_.end() ? std::vector<double>() : rateOf(past->second, year, after, lastTen);
    }

    static season::ActualEnd endOf(const season::Outcomes& outcomes, const season::SeasonFacts& facts)
    {
        const int last = facts.calendar.back().round;
        const season::Standings table = season::driverStandings(facts, last);
        std::map<std::string, double> points;
        for (const season::Standing& line : table.lines)
            points.emplace(line.id, line.points);
        std::set<std::string> drove;
        for (const season::ResultRow& row : facts.rows)
            if (row.round == last && row.session == season::Session::Race)
                drove.insert(row.driver);
        season::ActualEnd end;
        for (const season::SoFar& driver : outcomes.drivers()) {
            if (!table.lines.empty() && table.lines.front().id == driver.id)
                end.champion = end.points.size();
            end.now.push_back(driver.points);
            const auto found = points.find(driver.id);
            end.points.push_back(found == points.end() ? 0 : found->second);
            end.drove.push_back(drove.contains(driver.id));
        }
        return end;
    }

    const std::vector<RaceRecord>& records_;
    PastOf past_;
    const Progress& progress_;
};

bool canBeJudged(const std::vector<RaceRecord>& records, int year, const QDateTime& now,
                 const HiddenRaces& hidden)
{
    const std::vector<const RaceRecord*> weekends = weekendsOf(records, year);
    if (std::ranges::any_of(weekends, [&](const RaceRecord* record) { return hidden.hides(record->race); }))
        return false;
    const season::SeasonFacts facts = seasonFacts(weekends, year, now);
    return !facts.calendar.empty() && season::eventsLeft(facts, facts.calendar.back().round).empty();
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
    const Reviewing reviewing(records, now, progress);
    for (int year = First; year <= last; ++year) {
        progress.report(year - First, last - First + 1, Sentence::tr("Title odds"));
        if (!canBeJudged(records, year, now, hidden))
            continue;
        for (const int after : Rounds) {
            const auto strength = strengths->find({year, after});
            if (strength == strengths->end())
                continue;
            auto judged = reviewing.caseOf(year, after, strength->second, now);
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
