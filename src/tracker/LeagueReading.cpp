#include "tracker/LeagueReading.h"

#include "domain/Knowledge.h"
#include "store/Transaction.h"
#include "tracker/EvaluationJson.h"
#include "tracker/PickJudging.h"
#include "tracker/StoredJudgement.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using evaluation::Scores;

constexpr auto GridKey = "grid";
constexpr int RacesForRank = 3;
constexpr int BootstrapDraws = 1000;

// Somebody's scores in one race, and the grid order's over the same drivers.
struct Score
{
    Scores own;
    std::optional<Scores> grid;
};

// Who a row is of: people by name behind model and grid.
using Player = std::pair<PlayerKind, QString>;

std::optional<Scores> gridOf(const std::map<std::string, Scores>& baselines)
{
    const auto grid = baselines.find(GridKey);
    return grid == baselines.end() ? std::nullopt : std::optional(grid->second);
}

LeagueRace raceOf(const Score& score, PlayerKind kind)
{
    LeagueRace race;
    race.points = leaguePoints(score.own);
    race.positionMae = score.own.positionMae;
    if (kind != PlayerKind::Grid && score.grid)
        race.aheadOfGrid = score.own.positionMae < score.grid->positionMae;
    return race;
}

int streakOf(const std::vector<LeagueRace>& races)
{
    int streak = 0;
    for (auto race = races.rbegin(); race != races.rend() && race->aheadOfGrid.value_or(false); ++race)
        ++streak;
    return streak;
}

// scores: one per race of the league, nothing where the player has none.
LeagueRow rowOf(const Player& player, const std::vector<std::optional<Score>>& scores)
{
    LeagueRow row;
    row.kind = player.first;
    row.player = player.second;
    std::vector<double> differences;
    double errors = 0;
    for (const std::optional<Score>& score : scores) {
        row.byRace.push_back(score ? raceOf(*score, row.kind) : LeagueRace());
        if (!score)
            continue;
        ++row.races;
        row.points += *row.byRace.back().points;
        errors += score->own.positionMae;
        row.winners += score->own.winnerCorrect > 0 ? 1 : 0;
        row.podiums += static_cast<int>(std::lround(3 * score->own.podiumAccuracy));
        if (score->grid)
            differences.push_back(score->own.positionMae - score->grid->positionMae);
    }
    row.meanError = row.races > 0 ? errors / row.races : 0;
    row.streak = streakOf(row.byRace);
    if (row.kind != PlayerKind::Grid && differences.size() >= RacesForRank)
        row.againstGrid = evaluation::Bootstrap(differences.size(), BootstrapDraws).mean(differences);
    return row;
}

// By points, then lower mean error; those without a rank last, then by name.
void rank(std::vector<LeagueRow>& rows)
{
    const auto ranked = [](const LeagueRow& row) { return row.races >= RacesForRank; };
    std::ranges::sort(rows, [&](const LeagueRow& a, const LeagueRow& b) {
        return std::tuple(!ranked(a), -a.points, a.races > 0 ? a.meanError : 1e9, a.kind, a.player) <
               std::tuple(!ranked(b), -b.points, b.races > 0 ? b.meanError : 1e9, b.kind, b.player);
    });
    for (std::size_t k = 0; k < rows.size() && ranked(rows[k]); ++k) {
        const bool level =
            k > 0 && rows[k].points == rows[k - 1].points && rows[k].meanError == rows[k - 1].meanError;
        rows[k].rank = level ? *rows[k - 1].rank : static_cast<int>(k) + 1;
    }
}

} // namespace

// What everybody made of one race.
struct LeagueReading::Round
{
    std::map<Player, Score> scores;
};

LeagueReading::LeagueReading(Database& database, StoredFacts& facts)
    : database_(database), facts_(facts), predictions_(database), evaluations_(database), picks_(database),
      scores_(database)
{
}

// Nothing where nobody's pick counts and was judged.
Result<std::optional<LeagueReading::Round>>
LeagueReading::roundOf(const RaceRecord& record, Session session,
                       const std::map<PickId, PickScores>& newest) const
{
    const SessionKey of(record.race.id, session);
    const auto picks = picks_.ofSession(of);
    if (!picks)
        return tl::unexpected(picks.error());
    Round round;
    std::optional<Scores> grid;
    for (const Pick& pick : *picks) {
        const auto stored = newest.find(pick.id);
        if (kindByNow(pick, record.race) != PickKind::Live || stored == newest.end())
            continue;
        const auto view = viewOf(stored->second);
        if (!view)
            return tl::unexpected(view.error());
        grid = gridOf(view->baselines);
        round.scores.emplace(Player(PlayerKind::Person, pick.player), Score{view->scores, grid});
    }
    if (round.scores.empty())
        return std::nullopt;
    const auto live = predictions_.reference(of, PredictionKind::Live);
    if (!live)
        return tl::unexpected(live.error());
    if (*live &&
        kindByNow(PredictionKind::Live, session, (*live)->createdAt, record.race) == PredictionKind::Live) {
        const auto evaluations = evaluations_.ofPrediction((*live)->id);
        if (!evaluations)
            return tl::unexpected(evaluations.error());
        if (!evaluations->empty()) {
            const auto baselines = baselinesFromJson(evaluations->front().baselines);
            if (!baselines)
                return tl::unexpected(baselines.error());
            grid = gridOf(*baselines);
            round.scores.emplace(Player(PlayerKind::Model, QString()),
                                 Score{scoresOf(evaluations->front()), grid});
        }
    }
    if (grid)
        round.scores.emplace(Player(PlayerKind::Grid, QString()), Score{*grid, grid});
    return round;
}

Result<League> LeagueReading::league(const LeagueScope& scope) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = facts_.records();
    auto all = scores_.all();
    const auto players = picks_.players();
    if (!records || !all || !players)
        return tl::unexpected(!records ? records.error() : !all ? all.error() : players.error());
    std::map<PickId, PickScores> newest;
    for (PickScores& scores : *all)
        newest.insert_or_assign(scores.pick, std::move(scores));
    League league;
    league.scope = scope;
    std::vector<Round> rounds;
    for (const RaceRecord& record : **records) {
        if (record.race.year < scope.from.value_or(0) || record.race.year > scope.to.value_or(9999) ||
            scope.hidden.hides(record.race))
            continue;
        auto round = roundOf(record, scope.session, newest);
        if (!round)
            return tl::unexpected(round.error());
        if (!*round)
            continue;
        league.races.push_back(record.race);
        rounds.push_back(std::move(**round));
    }
    std::vector<Player> rowsOf = {{PlayerKind::Model, QString()}, {PlayerKind::Grid, QString()}};
    for (const QString& player : *players)
        rowsOf.emplace_back(PlayerKind::Person, player);
    for (const Player& player : rowsOf) {
        std::vector<std::optional<Score>> scores;
        for (const Round& round : rounds) {
            const auto found = round.scores.find(player);
            scores.push_back(found == round.scores.end() ? std::nullopt : std::optional(found->second));
        }
        league.rows.push_back(rowOf(player, scores));
    }
    rank(league.rows);
    return league;
}

} // namespace parcferme
