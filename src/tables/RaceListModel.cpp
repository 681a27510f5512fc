#include "tables/RaceListModel.h"

#include "export/RaceOutput.h"
#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Names.h"

#include <QLocale>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;
using Icon = RaceBadge::Icon;
using Tone = RaceBadge::Tone;

constexpr qint64 Hour = 3600;

// Within a month the time left, later the date. Minutes only when they are near: the name needs the room.
QString scheduledText(const RaceOverview& race, const QDateTime& now)
{
    constexpr qint64 Day = 24 * Hour;
    const QDateTime start = race.start();
    const qint64 seconds = now.secsTo(start);
    const qint64 days = now.date().daysTo(start.toUTC().date());
    if (seconds <= 0)
        return RaceListModel::tr("today");
    if (!race.race.startOf(race.session) && days <= 30) // at what hour of the day is not known
        return RaceListModel::tr("in %1 d").arg(days);
    if (days > 30)
        return QLocale().toString(start.toLocalTime().date(), RaceListModel::tr("d MMM"));
    if (days >= 1 && seconds >= Day)
        return RaceListModel::tr("in %1 d").arg(seconds / Day);
    if (seconds >= 10 * Hour)
        return RaceListModel::tr("in %1 h").arg(seconds / Hour);
    return RaceListModel::tr("in %1").arg(format::timeLeft(seconds));
}

QString openText(const FreezeWindow& window, const QDateTime& now)
{
    if (!window.closes)
        return RaceListModel::tr("Open");
    return RaceListModel::tr("Open, %1")
        .arg(format::timeLeft(std::max<qint64>(0, now.secsTo(*window.closes))));
}

bool showsResult(RaceState state)
{
    return state == RaceState::EvaluatedLive || state == RaceState::EvaluatedRetrospective;
}

} // namespace

RaceBadge raceBadge(const RaceOverview& race, const QDateTime& now, bool hidden)
{
    if (hidden && showsResult(race.state))
        return {RaceListModel::tr("Hidden"), Icon::Eye, Tone::Muted};
    const QString mae = format::number(race.positionMae, 2);
    switch (race.state) {
    case RaceState::Scheduled:
        return {scheduledText(race, now), Icon::None, Tone::Muted};
    case RaceState::WindowOpen:
        return {openText(race.window, now), Icon::Clock, Tone::Accent};
    case RaceState::Frozen:
        return {RaceListModel::tr("Frozen"), Icon::Lock, Tone::Accent, true};
    case RaceState::Void:
        return {RaceListModel::tr("Void"), Icon::Triangle, Tone::Warning};
    case RaceState::EvaluatedLive:
        return {mae, Icon::Lock, Tone::Text};
    case RaceState::EvaluatedRetrospective:
        return {mae, Icon::TurnedClock, Tone::Text};
    case RaceState::Retrospective:
        return {RaceListModel::tr("not judged"), Icon::TurnedClock, Tone::Muted};
    case RaceState::Missed:
        return {RaceListModel::tr("Missed"), Icon::Triangle, Tone::Warning};
    case RaceState::NotFetched:
        return {RaceListModel::tr("Not fetched"), Icon::Arrow, Tone::Muted};
    case RaceState::NotPredicted:
        return {format::missing(), Icon::None, Tone::Muted}; // words would cut the names in every second row
    case RaceState::Cancelled:
        return {RaceListModel::tr("Cancelled"), Icon::Struck, Tone::Muted, false, true};
    }
    return {};
}

// Beside the state of the Grand Prix: as short as it can be.
QString sprintLeft(const FreezeWindow& window, const QDateTime& now)
{
    if (!window.closes)
        return RaceListModel::tr("Open");
    const qint64 seconds = std::max<qint64>(0, now.secsTo(*window.closes));
    return seconds >= Hour && seconds < 48 * Hour ? RaceListModel::tr("%1 h").arg(seconds / Hour)
                                                  : format::timeLeft(seconds);
}

RaceBadge sprintBadge(const RaceOverview& race, const RaceOverview& sprint, const QDateTime& now, bool hidden)
{
    const bool words = race.state != RaceState::Scheduled && race.state != RaceState::NotPredicted &&
                       !showsResult(race.state);
    if (sprint.state == RaceState::Cancelled)
        return {{}, Icon::None, Tone::Muted, false, true};
    if (words || (hidden && showsResult(sprint.state)))
        return {};
    switch (sprint.state) {
    case RaceState::WindowOpen:
        return {sprintLeft(sprint.window, now), Icon::Clock, Tone::Accent};
    case RaceState::Frozen:
        return {RaceListModel::tr("Frozen"), Icon::Lock, Tone::Accent};
    case RaceState::EvaluatedLive:
    case RaceState::EvaluatedRetrospective:
        return {format::number(sprint.positionMae, 2), Icon::None, Tone::Muted};
    default:
        return {};
    }
}

QString stateSentence(const RaceOverview& race)
{
    switch (race.state) {
    case RaceState::Scheduled:
        return RaceListModel::tr("The freeze window is not open yet.");
    case RaceState::WindowOpen:
        return RaceListModel::tr("The freeze window is open.");
    case RaceState::Frozen:
        return RaceListModel::tr("A live prediction waits for the result.");
    case RaceState::Void:
        return RaceListModel::tr("Void: its live prediction was frozen after the start, as is known now.");
    case RaceState::EvaluatedLive:
        return RaceListModel::tr("Live prediction, judged: mean error in positions.");
    case RaceState::EvaluatedRetrospective:
        return RaceListModel::tr("Retrospective prediction, judged: mean error in positions.");
    case RaceState::Retrospective:
        return RaceListModel::tr("Retrospective prediction, not judged yet.");
    case RaceState::Missed:
        return RaceListModel::tr("The program could have frozen a prediction and did not.");
    case RaceState::NotFetched:
        return RaceListModel::tr("Started, and nothing stored of its result.");
    case RaceState::NotPredicted:
        return RaceListModel::tr("There is a result, and no prediction.");
    case RaceState::Cancelled:
        return RaceListModel::tr("Cancelled: a prediction is kept and not judged.");
    }
    return {};
}

RaceListModel::RaceListModel(QObject* parent) : TableModel(parent)
{
    setColumns({
        {QStringLiteral("round"), tr("Rd"), 32, CellStyle::Text, true, true, false, tr("Round"), {}},
        {QStringLiteral("name"), tr("Race"), 110, CellStyle::Text, false, true, true, {}, {}},
        {QStringLiteral("state"),
         tr("MAE or state"),
         96,
         CellStyle::Badge,
         true,
         true,
         false,
         tr("State of the race; once judged the mean error in positions"),
         {QStringLiteral("state"), QStringLiteral("position_mae")}},
    });
}

void RaceListModel::setRaces(std::vector<RaceOverview> races, const QDateTime& now)
{
    races_ = std::move(races);
    now_ = now;
    rebuild();
    Q_EMIT racesChanged();
}

void RaceListModel::setNow(const QDateTime& now)
{
    now_ = now;
    rebuild();
}

void RaceListModel::setHidden(const HiddenRaces& hidden)
{
    if (hidden_ == hidden)
        return;
    hidden_ = hidden;
    rebuild();
}

const RaceOverview* RaceListModel::race(int row) const
{
    return row >= 0 && row < rowCount() ? &races_[static_cast<std::size_t>(row)] : nullptr;
}

int RaceListModel::rowOf(RaceId race) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (races_[static_cast<std::size_t>(row)].race.id == race)
            return row;
    return -1;
}

void RaceListModel::rebuild()
{
    std::vector<Row> rows;
    for (const RaceOverview& overview : races_) {
        const Race& race = overview.race;
        const bool hidden = hidden_.hides(race);
        const RaceBadge badge = raceBadge(overview, now_, hidden);
        const bool figure = showsResult(overview.state) && !hidden;

        Cell name = cells::text(shortRaceName(race));
        name.exported = race.name;
        name.toolTip = placeLines(race);
        Cell state = cells::text(badge.text);
        state.value = figure && overview.positionMae ? QVariant(*overview.positionMae) : QVariant();
        state.exported = QVariantList{toString(overview.state), state.value};
        state.toolTip = stateSentence(overview);
        state.marks.insert(BadgeRole, QVariant::fromValue(badge));
        if (const auto sprint = overview.at(Session::Sprint)) {
            const RaceBadge own = raceBadge(*sprint, now_, hidden);
            state.toolTip =
                tr("Grand Prix: %1\nSprint: %2. %3").arg(state.toolTip, own.text, stateSentence(*sprint));
            state.marks.insert(SprintBadgeRole,
                               QVariant::fromValue(sprintBadge(overview, *sprint, now_, hidden)));
        }

        Row row{QString::number(race.id), {}, race.id, {}, {}};
        row.cells = {cells::count(race.round, Emphasis::Muted), name, state};
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace parcferme
