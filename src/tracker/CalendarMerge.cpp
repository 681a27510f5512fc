#include "tracker/CalendarMerge.h"

#include "core/Sentence.h"
#include "domain/RaceMatch.h"
#include "tracker/UtcText.h"

#include <QSet>

#include <algorithm>

namespace parcferme {

namespace {

QString when(const Race& race)
{
    return race.start ? utcText(*race.start) : race.eventDate.toString(QStringLiteral("d MMM yyyy"));
}

template <typename T>
bool enrich(std::optional<T>& known, const std::optional<T>& sent)
{
    if (!sent || known == sent)
        return false;
    known = sent;
    return true;
}

// Brings the stored race up to what the source sent; true when anything changed.
bool update(Race& race, const Race& sent, QStringList& notices)
{
    const Race before = race;
    const bool moved =
        race.eventDate != sent.eventDate || (race.start && sent.start && *race.start != *sent.start);
    bool changed = race.eventDate != sent.eventDate || race.round != sent.round;
    if (race.eventDate != sent.eventDate)
        race.start = race.qualifyingStart = race.sprintStart =
            std::nullopt; // times of the old date say nothing
    race.eventDate = sent.eventDate;
    race.round = sent.round;
    changed = enrich(race.start, sent.start) || changed;
    changed = enrich(race.qualifyingStart, sent.qualifyingStart) || changed;
    changed = enrich(race.sprintStart, sent.sprintStart) || changed;
    changed = enrich(race.sprintDate, sent.sprintDate) || changed;
    if (!sent.name.isEmpty() && race.name != sent.name) {
        race.name = sent.name;
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

// A race before its own qualifying, or more than a weekend after it, is a mistake of one of the dates: the
// sessions before it decide, and no start is known, so that nothing is frozen by it.
Race believable(Race sent, QStringList& notices)
{
    constexpr qint64 LongestWeekendDays = 3;
    if (!sent.start || !sent.qualifyingStart)
        return sent;
    const qint64 days = sent.qualifyingStart->date().daysTo(sent.start->date());
    if (*sent.start > *sent.qualifyingStart && days <= LongestWeekendDays)
        return sent;
    notices.append(
        Sentence::tr("The source's calendar contradicts itself: %1 %2 starts at %3 and qualifies at %4. "
                     "The start is not believed.")
            .arg(sent.name)
            .arg(sent.year)
            .arg(when(sent), utcText(*sent.qualifyingStart)));
    sent.start.reset();
    sent.eventDate = sent.qualifyingStart->date().addDays(1);
    return sent;
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
    std::vector<Race> sent;
    std::vector<QStringList> contradictions(fetched.size());
    for (std::size_t f = 0; f < fetched.size(); ++f)
        sent.push_back(believable(fetched[f].race, contradictions[f]));
    const auto matches = matchRaces(sent, stored);
    QSet<RaceId> kept;
    for (std::size_t f = 0; f < fetched.size(); ++f) {
        if (!matches[f]) {
            change.notices += contradictions[f];
            change.added.push_back({sent[f], fetched[f].circuit});
            if (sent[f].name.isEmpty()) // the source did not say it this time
                sent[f].name = change.added.back().race.name = nameByPlace(fetched[f].circuit);
            if (!stored.empty())
                change.notices.append(Sentence::tr("%1 %2 is new in the calendar: %3.")
                                          .arg(sent[f].name)
                                          .arg(sent[f].year)
                                          .arg(when(sent[f])));
            continue;
        }
        kept.insert(*matches[f]);
        Race race =
            *std::find_if(stored.begin(), stored.end(), [&](const Race& r) { return r.id == *matches[f]; });
        if (race.status != RaceStatus::Completed) // of a race that is over it is no news
            change.notices += contradictions[f];
        if (update(race, sent[f], change.notices))
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
