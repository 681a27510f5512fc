#include "season/Standings.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace parcferme::season {

namespace {

// One of the two tables of a season, after any of its rounds.
class Table
{
public:
    Table(const SeasonFacts& facts, Contestants contestants, std::span<const TeamDecision> decisions)
        : facts_(facts), contestants_(contestants), decisions_(decisions), rows_(facts.rows)
    {
        std::ranges::stable_sort(rows_, {}, [](const ResultRow& r) { return std::pair(r.round, r.session); });
    }

    Standings after(int round) const
    {
        Standings table;
        table.round = round;
        table.lines = ranked(round);
        const std::vector<Event> left = eventsLeft(facts_, round);
        table.left = pointsLeft(facts_.season, left);
        setMoves(table.lines, round);
        setContests(table.lines, left);
        table.decided = !table.lines.empty() && table.lines.front().contest.champion;
        if (table.decided)
            table.lines.front().contest.since = decidedSince(table.lines.front().id, round);
        return table;
    }

private:
    std::string lineageOf(const std::string& team) const
    {
        return facts_.lineage ? facts_.lineage(team) : team;
    }

    Standing& lineOf(std::map<std::string, Standing>& lines, const std::string& driver,
                     const std::string& team) const
    {
        Standing& line = lines[contestants_ == Contestants::Drivers ? driver : lineageOf(team)];
        if (std::ranges::find(line.teams, team) == line.teams.end())
            line.teams.push_back(team);
        return line;
    }

    // Points and places of everybody, by id.
    std::map<std::string, Standing> tally(int round) const
    {
        std::map<std::string, Standing> lines;
        for (const ResultRow& row : rows_) {
            if (row.round > round)
                break;
            Standing& line = lineOf(lines, row.driver, row.team);
            line.team = row.team;
            line.points += row.points;
            if (row.session == Session::Race)
                line.places.add(row.position, row.classified);
        }
        for (const Entrant& entrant : facts_.entrants) {
            Standing& line = lineOf(lines, entrant.driver, entrant.team);
            if (line.team.empty())
                line.team = entrant.team;
        }
        for (auto& [id, line] : lines) {
            line.id = id;
            line.wins = line.places.at(1);
            line.podiums = line.places.upTo(3);
        }
        return lines;
    }

    void applyDecisions(std::map<std::string, Standing>& lines, int round) const
    {
        if (contestants_ == Contestants::Drivers)
            return;
        for (const TeamDecision& decision : decisions_) {
            const auto found = lines.find(lineageOf(std::string(decision.team)));
            if (decision.season != facts_.season || round < decision.round || found == lines.end())
                continue;
            Standing& line = found->second;
            line.shutOut = !decision.deducted;
            line.points = line.shutOut ? 0 : std::max(0.0, line.points - *decision.deducted);
        }
    }

    std::vector<Standing> ranked(int round) const
    {
        std::map<std::string, Standing> byId = tally(round);
        applyDecisions(byId, round);
        std::vector<Standing> lines;
        for (auto& [id, line] : byId)
            lines.push_back(std::move(line));
        const auto ahead = [](const Standing& a, const Standing& b) {
            return std::tie(b.shutOut, a.points, a.places) > std::tie(a.shutOut, b.points, b.places);
        };
        std::ranges::stable_sort(lines, ahead);
        if (rows_.empty() || rows_.front().round > round)
            return lines;
        for (std::size_t k = 0; k < lines.size() && !lines[k].shutOut; ++k) {
            const bool level = k > 0 && !ahead(lines[k - 1], lines[k]);
            lines[k].position = level ? lines[k - 1].position : static_cast<int>(k) + 1;
        }
        return lines;
    }

    // The last Grand Prix before the newest round that has rows; 0 = none.
    int roundBefore(int round) const
    {
        const auto upTo = [](int last) { return [last](const ResultRow& row) { return row.round <= last; }; };
        const auto newest = std::find_if(rows_.rbegin(), rows_.rend(), upTo(round));
        if (newest == rows_.rend())
            return 0;
        const auto before = std::find_if(newest, rows_.rend(), [&](const ResultRow& row) {
            return row.round < newest->round && row.session == Session::Race;
        });
        return before == rows_.rend() ? 0 : before->round;
    }

    void setMoves(std::vector<Standing>& lines, int round) const
    {
        const int before = roundBefore(round);
        if (before == 0)
            return;
        std::map<std::string, int> positions;
        for (const Standing& line : ranked(before))
            positions.emplace(line.id, line.position);
        for (Standing& line : lines) {
            const auto found = positions.find(line.id);
            if (found != positions.end() && found->second > 0 && line.position > 0)
                line.moved = found->second - line.position;
        }
    }

    void setContests(std::vector<Standing>& lines, std::span<const Event> left) const
    {
        if (lines.empty())
            return;
        const auto scoreOf = [](const Standing& line) { return Score{line.points, line.places}; };
        Standing& first = lines.front();
        bool open = false;
        for (std::size_t k = 1; k < lines.size(); ++k) {
            Contest& contest = lines[k].contest;
            const Score rival = scoreOf(lines[k]);
            contest.canWin =
                !lines[k].shutOut && canOvertake(facts_.season, rival, scoreOf(first), left, contestants_);
            open = open || contest.canWin;
            if (contest.canWin && first.position > 0)
                contest.needs =
                    Needs{pointsNeeded(facts_.season, rival, scoreOf(first), left, contestants_), first.id};
        }
        first.contest.canWin = !first.shutOut;
        first.contest.champion = !open && first.position > 0;
        if (first.position > 0 && lines.size() > 1 && lines[1].position != 1)
            first.contest.leadsBy = first.points - lines[1].points;
    }

    bool isDecided(const std::string& champion, int round) const
    {
        std::vector<Standing> lines = ranked(round);
        setContests(lines, eventsLeft(facts_, round));
        return !lines.empty() && lines.front().id == champion && lines.front().contest.champion;
    }

    // The first of the rounds run, back from this one, after each of which he was certain to be champion.
    int decidedSince(const std::string& champion, int round) const
    {
        int since = 0;
        for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
            if (row->round > round || row->round == since)
                continue;
            if (!isDecided(champion, row->round))
                break;
            since = row->round;
        }
        return since;
    }

    const SeasonFacts& facts_;
    Contestants contestants_;
    std::span<const TeamDecision> decisions_;
    std::vector<ResultRow> rows_; // by round, sprint first
};

} // namespace

Standings driverStandings(const SeasonFacts& facts, int afterRound)
{
    return Table(facts, Contestants::Drivers, {}).after(afterRound);
}

Standings teamStandings(const SeasonFacts& facts, int afterRound, std::span<const TeamDecision> decisions)
{
    return Table(facts, Contestants::Teams, decisions).after(afterRound);
}

} // namespace parcferme::season
