// What is said of a line of the standings, in words and figures.
#include "tables/Format.h"
#include "tables/Names.h"
#include "tables/StandingsModel.h"

#include <algorithm>
#include <cmath>

namespace parcferme::standings {

namespace {

using season::Contestants;

} // namespace

const season::Standings& tableOf(const SeasonView& view, Contestants side)
{
    return side == Contestants::Drivers ? view.drivers : view.teams;
}

const season::Expectation* expectationOf(const season::SeasonOutlook& outlook, Contestants side,
                                         const std::string& id)
{
    const auto& expected = side == Contestants::Drivers ? outlook.drivers : outlook.teams;
    const auto found = std::ranges::find(expected, id, &season::Expectation::id);
    return found == expected.end() ? nullptr : &*found;
}

const season::Expectation* expectationOf(const SeasonView& view, Contestants side, const std::string& id)
{
    return view.forecast ? expectationOf(view.forecast->outlook, side, id) : nullptr;
}

std::optional<double> titleChance(const SeasonView& view, Contestants side, const season::Standing& line)
{
    if (tableOf(view, side).decided)
        return line.contest.champion ? 1 : 0;
    const season::Expectation* expected = expectationOf(view, side, line.id);
    return expected ? std::optional(expected->pTitle) : std::nullopt;
}

std::optional<double> titleChance(const SeasonView& view, Contestants side, const std::string& id)
{
    const auto& lines = tableOf(view, side).lines;
    const auto found = std::ranges::find(lines, id, &season::Standing::id);
    if (found != lines.end())
        return titleChance(view, side, *found);
    return view.forecast || tableOf(view, side).decided ? std::optional(0.0) : std::nullopt;
}

QString fullName(const People& people, Contestants side, const season::Standing& line)
{
    return side == Contestants::Drivers ? driverName(people, QString::fromStdString(line.id))
                                        : teamName(people, QString::fromStdString(line.team));
}

QString shortName(const People& people, Contestants side, const season::Standing& line)
{
    const Driver driver = people.drivers.value(QString::fromStdString(line.id));
    if (side == Contestants::Drivers && !driver.familyName.isEmpty())
        return driver.familyName;
    return fullName(people, side, line);
}

QString code(const People& people, Contestants side, const season::Standing& line)
{
    return side == Contestants::Drivers ? driverCode(people, QString::fromStdString(line.id))
                                        : fullName(people, side, line);
}

QString colour(const People& people, const season::Standing& line)
{
    return teamColour(people, QString::fromStdString(line.team));
}

QString titlePercent(double share, const season::Contest& contest)
{
    if (!contest.canWin)
        return format::missing();
    if (contest.champion)
        return format::number(100, 0);
    if (share * 100 >= 99.95)
        return QLatin1Char('>') + format::number(99.9, 1);
    return format::percent(share);
}

QString points(double points)
{
    return format::number(points, points == std::floor(points) ? 0 : 1);
}

QString toBeChampion(const SeasonView& view, Contestants side, const season::Standing& line, bool codes)
{
    const auto& lines = tableOf(view, side).lines;
    const season::Contest& contest = line.contest;
    if (view.after == 0 || std::ranges::all_of(lines, [](const auto& l) { return l.position == 0; }))
        return StandingsModel::tr("all are level");
    if (contest.champion && contest.since)
        return StandingsModel::tr("champion since round %1").arg(*contest.since);
    if (!contest.canWin)
        return StandingsModel::tr("cannot win any more");
    if (contest.leadsBy)
        return *contest.leadsBy > 0 ? StandingsModel::tr("leads by %1").arg(points(*contest.leadsBy))
                                    : StandingsModel::tr("leads by more wins");
    if (!contest.needs)
        return {};
    if (side == Contestants::Teams) // whose name would not fit
        return StandingsModel::tr("%1 more").arg(points(contest.needs->points));
    const auto rival = std::ranges::find(lines, contest.needs->than, &season::Standing::id);
    const QString than = rival == lines.end() ? QString()
                         : codes              ? code(view.people, side, *rival)
                                              : shortName(view.people, side, *rival);
    return StandingsModel::tr("%1 more than %2").arg(points(contest.needs->points), than);
}

QString raceName(const SeasonView& view, int round)
{
    const Race* race = view.race(round);
    return race ? shortRaceName(*race) : StandingsModel::tr("round %1").arg(round);
}

QString raceCode(const SeasonView& view, int round)
{
    QString letters;
    for (const QChar letter : raceName(view, round))
        if (letter.isLetter())
            letters += letter.toUpper();
    return letters.left(3);
}

} // namespace parcferme::standings
