#include "tracker/PickRules.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

namespace parcferme {

namespace {

std::vector<PickEntry> entriesOf(const std::vector<ResultRow>& rows)
{
    std::vector<PickEntry> entries;
    for (const ResultRow& row : rows)
        entries.push_back({row.driver, row.team, 0});
    return entries;
}

QHash<QString, QString> teamsOf(const std::vector<PickEntry>& before, const RaceRecord& record)
{
    QHash<QString, QString> teams;
    for (const PickEntry& entry : before)
        teams.insert(entry.driver, entry.team);
    for (const QualifyingRow& row : record.qualifying)
        teams.insert(row.driver, row.team);
    return teams;
}

PickField placed(std::vector<PickEntry> drivers, bool provisional)
{
    for (std::size_t k = 0; k < drivers.size(); ++k)
        drivers[k].position = static_cast<int>(k) + 1;
    return {std::move(drivers), provisional};
}

} // namespace

QStringList startingGrid(const RaceRecord& record, Session session, const std::optional<ManualGrid>& manual)
{
    std::vector<GridPlace> places;
    if (manual)
        for (const ManualGrid::Slot& slot : manual->places)
            places.push_back({slot.driver, slot.grid});
    for (const OfficialGrid& grid : record.grids)
        if (!manual && grid.of.session == session)
            places = grid.places; // the newest is the last
    std::ranges::stable_sort(places, {}, [](const GridPlace& place) {
        return place.position > 0 ? place.position : std::numeric_limits<int>::max();
    });
    QStringList drivers;
    for (const GridPlace& place : places)
        drivers.append(place.driver);
    return drivers;
}

PickField pickField(const std::vector<RaceRecord>& records, const SessionKey& of,
                    const std::optional<ManualGrid>& manual)
{
    std::vector<PickEntry> before;
    for (const RaceRecord& record : records) {
        if (record.race.id != of.race) {
            if (!record.revisions.empty())
                before = entriesOf(record.revisions.back().rows);
            continue;
        }
        std::vector<PickEntry> known;
        if (of.session == Session::Race) {
            for (const QualifyingRow& row : record.qualifying)
                known.push_back({row.driver, row.team, 0});
        } else {
            const QHash<QString, QString> teams = teamsOf(before, record);
            for (const QString& driver : startingGrid(record, Session::Sprint, manual))
                known.push_back({driver, teams.value(driver), 0});
        }
        // Of a sprint that was run nobody has to have seen the grid.
        if (known.empty() && !record.revisionsOf(of.session).empty())
            known = entriesOf(record.revisionsOf(of.session).back().rows);
        const bool provisional = known.empty();
        return placed(provisional ? std::move(before) : std::move(known), provisional);
    }
    return {};
}

Status checkDraft(const PickDraft& draft, const PickField& field, const QString& race)
{
    if (draft.winnerChance && !(*draft.winnerChance >= 0 && *draft.winnerChance <= 1))
        return fail(ErrorCode::Usage, Sentence::tr("The chance of the winner is from 0 to 100 %."));
    if (draft.places.size() > static_cast<qsizetype>(field.drivers.size()))
        return fail(ErrorCode::Usage, Sentence::tr("%1 has %2 drivers; %3 places are too many.")
                                          .arg(race)
                                          .arg(field.drivers.size())
                                          .arg(draft.places.size()));
    QSet<QString> named;
    for (const QString& driver : draft.places) {
        if (driver.isEmpty())
            continue;
        if (std::ranges::find(field.drivers, driver, &PickEntry::driver) == field.drivers.end())
            return fail(ErrorCode::Usage, Sentence::tr("\"%1\" is not entered in %2.").arg(driver, race));
        if (named.contains(driver))
            return fail(ErrorCode::Usage, Sentence::tr("%1 stands twice in the order.").arg(driver));
        named.insert(driver);
    }
    return {};
}

QString lackOf(const PickDraft& draft, const PickField& field)
{
    QStringList missing, gone;
    for (const PickEntry& entry : field.drivers)
        if (!draft.places.contains(entry.driver))
            missing.append(entry.driver);
    for (const QString& driver : draft.places)
        if (!driver.isEmpty() &&
            std::ranges::find(field.drivers, driver, &PickEntry::driver) == field.drivers.end())
            gone.append(driver);
    if (!gone.isEmpty())
        return Sentence::tr("not entered any more: %1").arg(gone.join(QStringLiteral(", ")));
    if (field.drivers.empty())
        return Sentence::tr("nobody is known to be entered");
    if (!missing.isEmpty())
        return Sentence::tr("without a place: %1").arg(missing.join(QStringLiteral(", ")));
    return {};
}

Result<PickKind> kindOfPick(const Race& race, Session session, const FreezeWindow& window,
                            const Present& present)
{
    const QString name = nameOf(race, session);
    if (race.status == RaceStatus::Cancelled)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 was cancelled: there is nothing to pick.").arg(name));
    if (present.latest() >= race.startOrDate(session))
        return PickKind::Late;
    if (present.clockForbidsLive())
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("The machine's clock says %1, but something is already known from %2: no "
                                 "pick is locked with a clock that is behind.")
                        .arg(toIso(present.machine), toIso(present.latest())),
                    Sentence::tr("Set the clock; the draft is kept."));
    if (window.open)
        return PickKind::Live;
    return fail(ErrorCode::PolicyRefused,
                Sentence::tr("The picks for %1 cannot be locked yet: the window opens %2.")
                    .arg(name, opensInWords(window, session, present.latest())),
                Sentence::tr("Until then the draft is kept."));
}

} // namespace parcferme
