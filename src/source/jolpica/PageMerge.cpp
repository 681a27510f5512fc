#include "source/jolpica/PageMerge.h"

#include "core/Sentence.h"
#include "source/jolpica/ResultOrder.h"
#include "source/jolpica/SessionOrder.h"

#include <algorithm>

namespace parcferme {

namespace {

template <typename Item>
void refuse(Item& item, const QString& why)
{
    if (item.refused.isEmpty())
        item.refused = why;
}

QString missingRows(const PageHeader& header)
{
    return Sentence::tr("The source's answer is incomplete: %1 of %2 rows came.")
        .arg(header.rows)
        .arg(std::min(header.limit, header.total - header.offset));
}

// Where rows are missing, or a race does not say which one it is, a neighbour across the cut between two
// pages may be the race that they are of.
template <typename Row>
void doubtNeighbours(std::vector<JolpicaPage<SessionPart<Row>>>& pages)
{
    const auto isNameless = [](const SessionPart<Row>& part) { return part.season == 0; };
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto& items = pages[i].items;
        const bool isShort = pages[i].header.isShort();
        if (isShort)
            for (SessionPart<Row>& part : items)
                refuse(part, missingRows(pages[i].header));
        const QString why =
            isShort ? missingRows(pages[i].header)
                    : Sentence::tr("It may go on in rows that do not say which race they are of.");
        const bool doubtBefore = isShort || (!items.empty() && isNameless(items.front()));
        const bool doubtAfter = isShort || (!items.empty() && isNameless(items.back()));
        if (doubtBefore && i > 0 && !pages[i - 1].items.empty())
            refuse(pages[i - 1].items.back(), why);
        if (doubtAfter && i + 1 < pages.size() && !pages[i + 1].items.empty())
            refuse(pages[i + 1].items.front(), why);
    }
}

template <typename Row>
std::vector<SessionPart<Row>> joinParts(std::vector<JolpicaPage<SessionPart<Row>>> pages)
{
    doubtNeighbours(pages);
    std::vector<SessionPart<Row>> joined;
    for (auto& page : pages)
        for (SessionPart<Row>& part : page.items) {
            const auto whole = std::find_if(joined.begin(), joined.end(), [&](const SessionPart<Row>& other) {
                return part.season != 0 && other.season == part.season && other.round == part.round;
            });
            if (whole == joined.end()) {
                joined.push_back(std::move(part));
                continue;
            }
            if (!part.refused.isEmpty())
                refuse(*whole, part.refused);
            if (whole->circuit != part.circuit || whole->date != part.date)
                refuse(*whole, Sentence::tr("The source names two different races as %1.")
                                   .arg(raceName(part.season, part.round)));
            whole->rows.insert(whole->rows.end(), part.rows.begin(), part.rows.end());
        }
    return joined;
}

template <typename Row>
QStringList notesOf(const std::vector<JolpicaPage<Row>>& pages)
{
    QStringList notes;
    for (const auto& page : pages)
        notes += page.notes;
    return notes;
}

} // namespace

Merged<std::vector<CalendarRace>> mergeCalendarPages(std::vector<CalendarPage> pages)
{
    Merged<std::vector<CalendarRace>> merged;
    merged.odd.notes = notesOf(pages);
    const auto refused = [&merged](const Race& race, const QString& why) {
        merged.odd.refused.push_back({race.year, race.round, why});
    };
    for (CalendarPage& page : pages) {
        if (page.header.isShort())
            refused({}, missingRows(page.header));
        for (CalendarPart& part : page.items) {
            const auto same =
                std::find_if(merged.races.begin(), merged.races.end(), [&](const CalendarRace& other) {
                    return other.race.year == part.race.year && other.race.round == part.race.round;
                });
            if (!part.refused.isEmpty())
                refused(part.race, part.refused);
            else if (same == merged.races.end())
                merged.races.push_back(std::move(part));
            else if (same->race.circuit != part.race.circuit || same->race.eventDate != part.race.eventDate)
                refused(part.race, Sentence::tr("The source names two different races as %1.")
                                       .arg(raceName(part.race.year, part.race.round)));
        }
    }
    // Of two that claim one round neither is believed.
    std::erase_if(merged.races, [&](const CalendarRace& race) {
        return std::any_of(merged.odd.refused.begin(), merged.odd.refused.end(),
                           [&](const RefusedRace& other) {
                               return other.season == race.race.year && other.round == race.race.round;
                           });
    });
    return merged;
}

Merged<std::vector<SessionRows<QualifyingRow>>> mergeQualifyingPages(std::vector<QualifyingPage> pages)
{
    Merged<std::vector<SessionRows<QualifyingRow>>> merged;
    merged.odd.notes = notesOf(pages);
    for (SessionPart<QualifyingRow>& session : joinParts(std::move(pages))) {
        if (!session.refused.isEmpty()) {
            merged.odd.refused.push_back({session.season, session.round, session.refused});
            continue;
        }
        putInOrder(session, merged.odd.notes);
        merged.races.push_back(std::move(session));
    }
    return merged;
}

Merged<std::vector<SessionRows<ResultRow>>> mergeResultPages(std::vector<ResultPage> pages)
{
    Merged<std::vector<SessionRows<ResultRow>>> merged;
    merged.odd.notes = notesOf(pages);
    for (SessionPart<ResultLine>& session : joinParts(std::move(pages))) {
        const RefusedRace race{session.season, session.round, session.refused};
        auto result = race.why.isEmpty() ? finishResult(std::move(session), merged.odd.notes)
                                         : fail(ErrorCode::Data, race.why);
        if (result)
            merged.races.push_back(std::move(*result));
        else
            merged.odd.refused.push_back({race.season, race.round, result.error().message});
    }
    return merged;
}

} // namespace parcferme
