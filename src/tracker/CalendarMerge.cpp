#include "tracker/CalendarMerge.h"

#include "core/Sentence.h"
#include "domain/RaceMatch.h"

#include <QSet>

#include <algorithm>

namespace parcferme {

namespace {

QString when(const Race& race)
{
    return race.start ? race.start->toString(QStringLiteral("d MMM yyyy HH:mm 'UTC'"))
                      : race.eventDate.toString(QStringLiteral("d MMM yyyy"));
}

template <typename T>
bool enrich(std::optional<T>& known, const std::optional<T>& said)
{
    if (!said || known == said)
        return false;
    known = said;
    return true;
}

// Brings the stored race up to what the source says; true when anything changed.
bool update(Race& race, const Race& said, QStringList& notices)
{
    const Race before = race;
    const bool moved =
        race.eventDate != said.eventDate || (race.start && said.start && *race.start != *said.start);
    bool changed = race.eventDate != said.eventDate || race.round != said.round;
    if (race.eventDate != said.eventDate)
        race.start = race.qualifyingStart = race.sprintStart =
            std::nullopt; // times of the old date say nothing
    race.eventDate = said.eventDate;
    race.round = said.round;
    changed = enrich(race.start, said.start) || changed;
    changed = enrich(race.qualifyingStart, said.qualifyingStart) || changed;
    changed = enrich(race.sprintStart, said.sprintStart) || changed;
    changed = enrich(race.sprintDate, said.sprintDate) || changed;
    if (!said.name.isEmpty() && race.name != said.name) {
        race.name = said.name;
        changed = true;
    }
    if (race.status == RaceStatus::Cancelled) {
        race.status = RaceStatus::Scheduled;
        changed = true;
        notices.append(
            Sentence::tr("%1 %2 is back in the calendar: %3.").arg(race.name).arg(race.year).arg(when(race)));
    } else if (moved) {
        notices.append(Sentence::tr("%1 %2 moved from %3 to %4.")
                           .arg(race.name)
                           .arg(race.year)
                           .arg(when(before), when(race)));
    }
    if (before.round != race.round)
        notices.append(Sentence::tr("%1 %2 is now round %3, before it was %4.")
                           .arg(race.name)
                           .arg(race.year)
                           .arg(race.round)
                           .arg(before.round));
    return changed;
}

QString nameByPlace(const Circuit& circuit)
{
    return circuit.name.isEmpty() ? circuit.id : circuit.name;
}

} // namespace

CalendarChange mergeCalendar(const std::vector<Race>& stored, const DataSource::Calendar& fetched,
                             bool saysAll)
{
    CalendarChange change;
    if (fetched.empty())
        return change;
    std::vector<Race> said;
    for (const CalendarRace& race : fetched)
        said.push_back(race.race);
    const auto matches = matchRaces(said, stored);
    QSet<RaceId> kept;
    for (std::size_t f = 0; f < fetched.size(); ++f) {
        if (!matches[f]) {
            change.added.push_back(fetched[f]);
            if (said[f].name.isEmpty()) // the source did not say it this time
                said[f].name = change.added.back().race.name = nameByPlace(fetched[f].circuit);
            if (!stored.empty())
                change.notices.append(Sentence::tr("%1 %2 is new in the calendar: %3.")
                                          .arg(said[f].name)
                                          .arg(said[f].year)
                                          .arg(when(said[f])));
            continue;
        }
        kept.insert(*matches[f]);
        Race race =
            *std::find_if(stored.begin(), stored.end(), [&](const Race& r) { return r.id == *matches[f]; });
        if (update(race, said[f], change.notices))
            change.updated.push_back(race);
    }
    for (Race race : stored) {
        if (!saysAll || kept.contains(race.id) || race.status != RaceStatus::Scheduled)
            continue;
        race.status = RaceStatus::Cancelled;
        change.cancelled.push_back(race);
        change.notices.append(
            Sentence::tr("%1 %2 is no longer in the calendar: cancelled. A prediction of it is "
                         "kept and not judged.")
                .arg(race.name)
                .arg(race.year));
    }
    return change;
}

const Race* raceOfSession(const std::vector<Race>& stored, int season, const QString& circuit,
                          const QDate& date)
{
    Race incoming;
    incoming.year = season;
    incoming.circuit = circuit;
    incoming.eventDate = date;
    const std::optional<RaceId> match = matchRaces({incoming}, stored).front();
    const auto race =
        std::find_if(stored.begin(), stored.end(), [&](const Race& r) { return match == r.id; });
    return race == stored.end() ? nullptr : &*race;
}

} // namespace parcferme
