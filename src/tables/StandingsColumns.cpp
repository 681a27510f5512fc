#include "tables/StandingsColumns.h"

#include "tables/Glossary.h"

namespace parcferme {

namespace {

using season::Contestants;
using Column = TableModel::Column;

Column figure(const char* key, const QString& title, int width, const QString& toolTip = {},
              CellStyle style = CellStyle::Text)
{
    return {QString::fromLatin1(key), title, width, style, true, true, false, toolTip, {}};
}

} // namespace

std::vector<Column> standingsColumns(const StandingsModel::Shown& how, const QString& trendTitle)
{
    using Form = StandingsModel::Form;
    const bool drivers = how.side == Contestants::Drivers;
    std::vector<Column> columns = {
        figure("position", StandingsModel::tr("Pos"), 40),
    };
    if (how.form == Form::Usual)
        columns.push_back(figure("moved", StandingsModel::tr("Moved"), 52,
                                 StandingsModel::tr("Places won or lost since the race before")));
    columns.push_back({drivers ? QStringLiteral("driver") : QStringLiteral("team"),
                       drivers ? StandingsModel::tr("Driver") : StandingsModel::tr("Team"),
                       150,
                       CellStyle::Driver,
                       false,
                       true,
                       true,
                       {},
                       {}});
    columns.push_back(figure("points", StandingsModel::tr("Points"), 56));
    if (how.form == Form::Usual || how.form == Form::Final) {
        columns.push_back(figure("wins", StandingsModel::tr("Wins"), 46,
                                 StandingsModel::tr("Grands Prix won; sprints do not count")));
        columns.push_back(figure("podiums", StandingsModel::tr("Podiums"), 64,
                                 StandingsModel::tr("Of Grands Prix; sprints do not count")));
    }
    if (how.form == Form::Final) {
        Column best{QStringLiteral("best_chance"),
                    StandingsModel::tr("Best chance before the end"),
                    190,
                    CellStyle::Text,
                    true,
                    true,
                    false,
                    StandingsModel::tr("The highest title chance that was computed after any round"),
                    {QStringLiteral("best_chance"), QStringLiteral("best_chance_after")}};
        columns.push_back(best);
        columns.push_back(figure("behind", StandingsModel::tr("Behind"), 64,
                                 StandingsModel::tr("Points behind the champion")));
        return columns;
    }
    columns.push_back(
        figure("expected_points", StandingsModel::tr("Expected"), 72, wordMeaning(Word::ExpectedPoints)));
    if (how.form == Form::WhatIf) {
        columns.push_back(figure("expected_points_if", StandingsModel::tr("if so"), 56));
        columns.push_back(figure("expected_points_change", StandingsModel::tr("Change"), 60));
        columns.push_back(
            figure("p_title", StandingsModel::tr("Title % now"), 76, wordMeaning(Word::TitleChance)));
        columns.push_back(figure("p_title_if", StandingsModel::tr("if so"), 66, {}, CellStyle::Bar));
        columns.push_back(figure("p_title_change", StandingsModel::tr("Change"), 76));
        return columns;
    }
    if (how.form == Form::Usual) {
        Column range = figure("range", StandingsModel::tr("80 % range"), 84,
                              StandingsModel::tr("Four of five simulations end within it"));
        range.exportKeys = {QStringLiteral("points_low"), QStringLiteral("points_high")};
        columns.push_back(range);
    }
    columns.push_back(figure("p_title", StandingsModel::tr("Title %"), drivers ? 62 : 64,
                             wordMeaning(Word::TitleChance), CellStyle::Bar));
    if (!drivers && how.form == Form::Usual)
        columns.push_back(figure("p_top_three", StandingsModel::tr("Top 3 %"), 66,
                                 StandingsModel::tr("Share of simulations that end in the top 3"),
                                 CellStyle::Bar));
    if (how.form == Form::Trend)
        columns.push_back(figure("p_title_trend", trendTitle, 74,
                                 StandingsModel::tr("Change of the title chance, in percent points")));
    else
        columns.push_back({QStringLiteral("to_be_champion"),
                           StandingsModel::tr("To be champion"),
                           drivers ? 184 : 118,
                           CellStyle::Text,
                           false,
                           true,
                           false,
                           StandingsModel::tr("Points that are needed of those that are left"),
                           {QStringLiteral("needs")}});
    return columns;
}

} // namespace parcferme
