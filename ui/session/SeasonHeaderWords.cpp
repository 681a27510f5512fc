// What stands above the season's tables.
#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/session/SeasonWords.h"

#include <QLocale>

#include <algorithm>

namespace parcferme {

namespace {

using Kind = SeasonHeaderState::Kind;
using Side = season::Contestants;

QString date(const Race& race)
{
    return QLocale().toString(race.eventDate, SeasonWords::tr("d MMM yyyy"));
}

QString grouped(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

bool hasPoints(const season::Standings& table)
{
    return std::ranges::any_of(table.lines, [](const season::Standing& line) { return line.points > 0; });
}

int races(const SeasonView& view)
{
    return int(view.calendar.size());
}

int sprints(const SeasonView& view)
{
    return int(std::ranges::count_if(view.calendar, [](const Race& race) { return race.hasSprint(); }));
}

QString events(int races, int sprints)
{
    const QString racesText = SeasonWords::tr("%n races", nullptr, races);
    return sprints > 0
               ? SeasonWords::tr("%1 and %2").arg(racesText, SeasonWords::tr("%n sprints", nullptr, sprints))
               : racesText;
}

} // namespace

QString SeasonWords::badge(const SeasonView& view, Kind kind)
{
    switch (kind) {
    case Kind::Live:
        return view.after == 0         ? tr("Live, before round 1")
               : view.endsWithSprint() ? tr("Live, after the sprint of round %1").arg(view.after)
                                       : tr("Live, after round %1").arg(view.after);
    case Kind::Retrospect:
        return view.after == 0 ? tr("In retrospect, before round 1")
                               : tr("In retrospect, as of round %1").arg(view.after);
    case Kind::Final:
        return tr("Final");
    case Kind::Missing:
        break;
    }
    const int count = int(view.missing.size());
    const bool onlyRaces =
        std::ranges::all_of(view.missing, [](const SessionKey& key) { return key.session == Session::Race; });
    const QString missing =
        onlyRaces ? tr("%n races missing", nullptr, count) : tr("%n results missing", nullptr, count);
    return view.after == 0 ? tr("Before round 1, %1").arg(missing)
                           : tr("After round %1, %2").arg(QString::number(view.after), missing);
}

QString SeasonWords::left(const SeasonView& view, Side side, Kind kind, bool narrow)
{
    if (kind == Kind::Final)
        return tr("%1, all run").arg(events(races(view), sprints(view)));
    const season::PointsLeft& left = view.drivers.left;
    QString words = tr("%1 to go").arg(events(left.races, left.sprints));
    if (view.after == 0)
        return words;
    const QString dot = QStringLiteral("  ·  ");
    words += dot + (side == Side::Drivers ? tr("%n points left", nullptr, left.driver)
                                          : tr("%n points left for a team", nullptr, left.team));
    const season::Standings& table = standings::tableOf(view, side);
    if (narrow || table.decided)
        return words;
    const int open =
        int(std::ranges::count_if(table.lines, [](const auto& line) { return line.contest.canWin; }));
    return words + dot +
           (side == Side::Drivers ? tr("%n drivers can still win", nullptr, open)
                                  : tr("%n teams can still win", nullptr, open));
}

QString SeasonWords::provenance(const SeasonView& view, Kind kind, bool narrow)
{
    if (kind == Kind::Final)
        return narrow ? tr("Odds by round were computed in retrospect.")
                      : tr("Title odds by round were computed in retrospect, 10,000 simulations for each "
                           "round.");
    if (!view.forecast)
        return tr("No odds: the model learns from 2006 on, and forecasts from 2008 on.");
    const QString times = grouped(view.forecast->outlook.simulations);
    const Race* newest = view.race(view.after);
    QString words;
    if (!newest)
        words = tr("Simulated %1 times from all results of the seasons before.").arg(times);
    else if (view.endsWithSprint())
        words = (narrow ? tr("Simulated %1 times, all results to the sprint of %2.")
                        : tr("Simulated %1 times from all results to the sprint of %2."))
                    .arg(times, shortRaceName(*newest));
    else
        words = (narrow ? tr("Simulated %1 times, all results to %2, %3.")
                        : tr("Simulated %1 times from all results to %2, %3."))
                    .arg(times, shortRaceName(*newest), date(*newest));
    if (narrow)
        return words;
    words +=
        u' ' + (view.forecast->scale == 1
                    ? tr("No grid is known yet: each race is forecast before qualifying.")
                    : tr("No grid is known yet: each race is forecast before qualifying, variances × %1.")
                          .arg(format::number(view.forecast->scale, 1)));
    return words;
}

QString SeasonWords::possessive(const QString& name)
{
    return name.endsWith(u's') ? tr("%1’", "possessive of a name in s").arg(name)
                               : tr("%1’s", "possessive").arg(name);
}

void SeasonWords::addLargeFact(SeasonHeaderState& state, const SeasonView& view, Side side)
{
    const season::Standings& table = standings::tableOf(view, side);
    if (table.lines.empty() || !hasPoints(table)) {
        state.large = tr("No points yet");
        if (!view.calendar.empty())
            state.caption =
                tr("%1, %2").arg(shortRaceName(view.calendar.front()), date(view.calendar.front()));
        return;
    }
    const auto name = [&](const season::Standing& line) {
        return standings::shortName(view.people, side, line);
    };
    const season::Standing& first = table.lines.front();
    const double lead = table.lines.size() > 1 ? first.points - table.lines[1].points : 0;
    const auto points = [](double value) {
        return value == 1 ? tr("1 point") : tr("%1 points").arg(standings::points(value));
    };
    if (state.kind == Kind::Final) {
        state.large = points(first.points);
        state.caption = lead > 0 ? tr("%1, champion by %2").arg(name(first), standings::points(lead))
                                 : tr("%1, champion by more wins").arg(name(first));
        return;
    }
    if (table.decided) {
        state.large = tr("Decided");
        state.caption =
            tr("%1, %2 before the end").arg(name(first), tr("%n races", nullptr, table.left.races));
        return;
    }
    if (lead <= 0) {
        state.large = tr("Level");
        state.caption =
            table.lines.size() > 1 ? tr("%1 and %2").arg(name(first), name(table.lines[1])) : name(first);
        return;
    }
    state.large = points(lead);
    state.caption =
        state.kind == Kind::Missing
            ? tr("%1 lead after round %2").arg(possessive(name(first)), QString::number(view.after))
            : tr("%1 lead over %2").arg(possessive(name(first)), name(table.lines[1]));
}

SeasonHeaderState SeasonWords::header(const SeasonView& view, Side side, bool narrow)
{
    SeasonHeaderState state;
    state.title = tr("Season %1").arg(view.year);
    state.kind = kindOf(view);
    state.badge = badge(view, state.kind);
    state.left = state.kind == Kind::Missing ? tr("The standings are older than the season")
                                             : left(view, side, state.kind, narrow);
    state.provenance = provenance(view, state.kind, narrow);
    addLargeFact(state, view, side);
    return state;
}

} // namespace parcferme
