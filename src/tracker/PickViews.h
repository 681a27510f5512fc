#pragma once

#include "domain/Pick.h"
#include "evaluation/Report.h"
#include "tracker/Views.h"

// What the window, the command line and the API see of picks and of the league: plain values.
namespace parcferme {

// How far the picks of one player for one session are.
enum class PickState {
    None,
    Draft,
    Locked, // before the start
    Late,   // locked, or still a draft, after it: shown, never counted
};

// What an order can begin with.
enum class PickStart { Model, Qualifying, Grid, LastOrder, Empty };

// Scores of a pick with the baselines on the same race, of which "model" is the live prediction's, where
// there is one.
struct PickScoreView
{
    PickScores stored;
    evaluation::Scores scores; // the same, those that an order has none of empty
    std::map<std::string, evaluation::Scores> baselines;
    std::vector<evaluation::JudgedDriver> drivers; // places among the starters, by driver id
};

// A pick of the ledger as it may be shown.
struct PickView
{
    Pick pick;                         // its entries, chance and snapshot are empty until the order is shown
    PickKind kind = PickKind::Live;    // by the start as it is known now
    std::vector<PickScoreView> scores; // newest first
    std::optional<Voucher> voucher;

    bool counts() const { return kind == PickKind::Live; }
};

// Who is how far with one session; the model is one of them.
struct PickStanding
{
    QString player; // empty for the model
    PickState state = PickState::None;
    int filled = 0;                    // places of a draft, where it may be seen
    std::optional<QDateTime> lockedAt; // of the model: frozen
    QByteArray hash;
};

// All that is known of the picks for one session.
struct PicksView
{
    SessionKey of;
    QString player; // whose "mine" is
    PickState state = PickState::None;
    FreezeWindow window;
    QDateTime start;
    // The drivers to be ordered, by qualifying place where it is known, with their teams.
    std::vector<PickEntry> field;
    bool provisionalField = false;  // before qualifying: the field of the race before
    std::optional<PickDraft> draft; // mine, as it was saved last; none once it is locked
    QString lacks;                  // in words, why the draft cannot be locked; empty: it is complete
    std::optional<PickView> mine;
    std::vector<PickView> others; // by player
    bool ordersShown = false;     // the session has started: all orders are shown
    // Of everybody in the league, for who has locked: the model first, then players by name.
    std::vector<PickStanding> standings;
};

struct PickOutcome
{
    PickView pick;
    bool created = false; // false: it had been locked before
    QStringList notices;
};

// Which races the league is of; nothing said: all.
struct LeagueScope
{
    std::optional<int> from, to; // seasons, both included
    Session session = Session::Race;
    HiddenRaces hidden = {}; // left out
};

enum class PlayerKind { Person, Model, Grid };

// What somebody made of one race of the league.
struct LeagueRace
{
    std::optional<int> points;         // nothing: no pick that counts
    std::optional<double> positionMae; // the same
    std::optional<bool> aheadOfGrid;   // lower error than the grid order; nothing for the grid itself too
};

struct LeagueRow
{
    PlayerKind kind = PlayerKind::Person;
    QString player;          // empty for model and grid
    std::optional<int> rank; // nothing with fewer than three races
    int points = 0;
    int races = 0;
    double meanError = 0;
    // Own mean error minus the grid's over the same races; nothing for the grid, and under three races.
    std::optional<evaluation::Interval> againstGrid;
    int winners = 0; // of races
    int podiums = 0; // drivers, of three times the races
    int streak = 0;  // races in a row up to the last one that were ahead of the grid; no pick ends it
    std::vector<LeagueRace> byRace; // as League::races
};

// The players of one database. Model and grid are two of them.
struct League
{
    LeagueScope scope;
    std::vector<Race> races;     // in which a person's pick counts and was judged, in time order
    std::vector<LeagueRow> rows; // ranked by points, then lower mean error; without a rank last
};

} // namespace parcferme
