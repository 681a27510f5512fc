#include "history/HistoryTables.h"

namespace parcferme::history {

namespace {

using Kind = Column::Kind;

Table entriesTable()
{
    return {"entries",
            {{"season", Kind::Integer, true},
             {"round", Kind::Integer, true},
             {"driver_id", Kind::Id, true},
             {"team_id", Kind::Id, true},
             {"number", Kind::Integer, true},
             {"qualifying_position", Kind::Integer, false},
             {"q1_ms", Kind::Integer, false},
             {"q2_ms", Kind::Integer, false},
             {"q3_ms", Kind::Integer, false},
             {"grid", Kind::Integer, false},
             {"sprint_position", Kind::Integer, false},
             {"finish_position", Kind::Integer, false},
             {"classification", Kind::Classification, false},
             {"status", Kind::Text, false},
             {"laps", Kind::Integer, false},
             {"race_time_ms", Kind::Integer, false},
             {"points", Kind::Real, false}},
            {{QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("driver_id")},
             {QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("qualifying_position")},
             {QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("sprint_position")},
             {QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("finish_position")}},
            {{{QStringLiteral("season"), QStringLiteral("round")},
              "races",
              {QStringLiteral("season"), QStringLiteral("round")}},
             {{QStringLiteral("driver_id")}, "drivers", {QStringLiteral("driver_id")}},
             {{QStringLiteral("team_id")}, "teams", {QStringLiteral("team_id")}}},
            {QStringLiteral("finish_position"), QStringLiteral("classification"), QStringLiteral("points")}};
}

Table sprintsTable()
{
    return {"sprints",
            {{"season", Kind::Integer, true},
             {"round", Kind::Integer, true},
             {"driver_id", Kind::Id, true},
             {"sprint_qualifying_position", Kind::Integer, false},
             {"grid", Kind::Integer, false},
             {"finish_position", Kind::Integer, true},
             {"classification", Kind::Classification, true},
             {"laps", Kind::Integer, false},
             {"race_time_ms", Kind::Integer, false},
             {"points", Kind::Real, true},
             {"scheduled_laps", Kind::Integer, false}},
            {{QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("driver_id")},
             {QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("finish_position")}},
            // The team is the one of the weekend's entry.
            {{{QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("driver_id")},
              "entries",
              {QStringLiteral("season"), QStringLiteral("round"), QStringLiteral("driver_id")}}},
            {}};
}

Table racesTable()
{
    return {"races",
            {{"season", Kind::Integer, true},
             {"round", Kind::Integer, true},
             {"name", Kind::Text, true},
             {"circuit_id", Kind::Id, true},
             {"race_start_utc", Kind::DateOrTime, true},
             {"qualifying_start_utc", Kind::Time, false},
             {"sprint_date", Kind::Date, false},
             {"scheduled_laps", Kind::Integer, false},
             {"course_km", Kind::Real, false},
             {"street_circuit", Kind::Flag, false}},
            {{QStringLiteral("season"), QStringLiteral("round")},
             {QStringLiteral("circuit_id"), QStringLiteral("race_start_utc")}},
            {{{QStringLiteral("circuit_id")}, "circuits", {QStringLiteral("circuit_id")}}},
            {}};
}

} // namespace

const std::vector<Table>& tables()
{
    static const std::vector<Table> all = {
        {"circuits",
         {{"circuit_id", Kind::Id, true},
          {"name", Kind::Text, true},
          {"locality", Kind::Text, true},
          {"country", Kind::Text, true},
          {"latitude", Kind::Real, false},
          {"longitude", Kind::Real, false},
          {"timezone", Kind::Text, false}},
         {{QStringLiteral("circuit_id")}},
         {},
         {}},
        {"drivers",
         {{"driver_id", Kind::Id, true},
          {"code", Kind::Text, false},
          {"given_name", Kind::Text, true},
          {"family_name", Kind::Text, true},
          {"born", Kind::Date, false},
          {"nationality", Kind::Text, false}},
         {{QStringLiteral("driver_id")}},
         {},
         {}},
        {"teams",
         {{"team_id", Kind::Id, true},
          {"name", Kind::Text, true},
          {"nationality", Kind::Text, false},
          {"colour", Kind::Colour, false}},
         {{QStringLiteral("team_id")}},
         {},
         {}},
        racesTable(),
        entriesTable(),
        sprintsTable(),
    };
    return all;
}

} // namespace parcferme::history
