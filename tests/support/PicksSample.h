#pragma once

#include "support/ForecastSample.h"
#include "tracker/PickViews.h"

#include <QTimeZone>

// Picks and a league, made up.
namespace parcferme::sample {

inline QStringList order(int drivers)
{
    QStringList order;
    for (int i = 0; i < drivers; ++i)
        order << driverId(i);
    return order;
}

// Of these drivers, none of them picked.
inline PicksView picks(int drivers)
{
    PicksView view;
    view.of = SessionKey(24);
    view.player = QStringLiteral("robin");
    view.start = QDateTime(QDate(2025, 12, 7), QTime(13, 0), QTimeZone::utc());
    for (int i = 0; i < drivers; ++i)
        view.field.push_back({driverId(i), QStringLiteral("team_%1").arg(i / 2), i + 1});
    return view;
}

inline PicksView lockedPicks(int drivers)
{
    PicksView view = picks(drivers);
    view.state = PickState::Locked;
    PickView mine;
    mine.pick.id = 3;
    mine.pick.player = view.player;
    mine.pick.createdAt = view.start.addSecs(-480);
    mine.pick.winnerChance = 0.45;
    mine.pick.hash = "90ac14f72d08b1";
    mine.pick.entries = view.field;
    view.mine = mine;
    return view;
}

inline evaluation::Scores scores(double mae)
{
    evaluation::Scores scores;
    scores.starters = 20;
    scores.positionMae = mae;
    scores.winnerCorrect = 1;
    scores.podiumAccuracy = 1.0 / 3;
    scores.pointsOverlap = 0.8;
    scores.concordance = 0.81;
    return scores;
}

// Two people, the model and the grid over three races; the second one had no pick in the second race.
inline League league()
{
    League league;
    for (int i = 0; i < 3; ++i) {
        Race race;
        race.id = 10 + i;
        race.year = 2026;
        race.round = 6 + i;
        race.name = QStringList{QStringLiteral("Monaco Grand Prix"), QStringLiteral("Belgian Grand Prix"),
                                QStringLiteral("Hungarian Grand Prix")}[i];
        race.country =
            QStringList{QStringLiteral("Monaco"), QStringLiteral("Belgium"), QStringLiteral("Hungary")}[i];
        league.races.push_back(race);
    }
    const auto row = [](PlayerKind kind, const char* player, std::optional<int> rank,
                        std::vector<std::optional<int>> points, int streak) {
        LeagueRow row;
        row.kind = kind;
        row.player = QString::fromLatin1(player);
        row.rank = rank;
        row.streak = streak;
        row.meanError = 3;
        for (const auto& p : points) {
            LeagueRace race{p, {}, {}};
            if (p) {
                ++row.races;
                row.points += *p;
                race.positionMae = 3;
                if (kind != PlayerKind::Grid)
                    race.aheadOfGrid = *p > 15;
            }
            row.byRace.push_back(race);
        }
        row.winners = 2;
        row.podiums = 5;
        if (rank && kind != PlayerKind::Grid)
            row.againstGrid = evaluation::Interval{-0.14, -0.26, -0.01, 3};
        return row;
    };
    league.rows = {row(PlayerKind::Person, "robin", 1, {20, 18, 16}, 3),
                   row(PlayerKind::Model, "", 2, {15, 14, 17}, 1),
                   row(PlayerKind::Grid, "", 3, {15, 15, 15}, 0),
                   row(PlayerKind::Person, "mei", {}, {10, std::nullopt, 19}, 1)};
    return league;
}

} // namespace parcferme::sample
