#pragma once

#include "core/Sentence.h"
#include "source/jolpica/JolpicaPage.h"

#include <algorithm>
#include <set>

// How the rows of one session get their order. What is done to them is noted as sentences.
namespace parcferme {

inline QString raceName(int season, int round)
{
    return Sentence::tr("round %1 of %2").arg(round).arg(season);
}

// Place and driver of a row, whatever kind it is.
inline const QString& driverOf(const QualifyingRow& row)
{
    return row.driver;
}
inline const QString& driverOf(const ResultLine& line)
{
    return line.row.driver;
}
inline std::optional<int> placeOf(const QualifyingRow& row)
{
    return row.position;
}
inline std::optional<int> placeOf(const ResultLine& line)
{
    return line.row.position > 0 ? std::optional(line.row.position) : std::nullopt;
}
inline void setPlace(QualifyingRow& row, int place)
{
    row.position = place;
}
inline void setPlace(ResultLine& line, int place)
{
    line.row.position = place;
}

// One row per driver: the first.
template <typename Row>
void keepOncePerDriver(SessionRows<Row>& session, QStringList& notes)
{
    std::set<QString> drivers;
    std::erase_if(session.rows, [&](const Row& row) {
        const bool again = !drivers.insert(driverOf(row)).second;
        if (again)
            notes.append(Sentence::tr("%1: the source has %2 twice; the first row counts.")
                             .arg(raceName(session.season, session.round), driverOf(row)));
        return again;
    });
}

// The source lists rows in the order of their places: rows without one, between two that leave just that
// room, stand at the places between them. Where everybody has one, those at the end have the last ones.
template <typename Row>
void tellMissingPlaces(SessionRows<Row>& session, bool everybodyHasOne, QStringList& notes)
{
    auto& rows = session.rows;
    for (std::size_t from = 0; from < rows.size(); ++from) {
        if (placeOf(rows[from]))
            continue;
        std::size_t to = from;
        while (to < rows.size() && !placeOf(rows[to]))
            ++to;
        const int before = from == 0 ? 0 : placeOf(rows[from - 1]).value_or(0);
        int room = 0;
        if (to < rows.size())
            room = placeOf(rows[to]).value_or(0) - before - 1;
        else if (everybodyHasOne && before == static_cast<int>(from))
            room = static_cast<int>(to - from);
        for (std::size_t i = from; room == static_cast<int>(to - from) && i < to; ++i) {
            setPlace(rows[i], before + 1 + static_cast<int>(i - from));
            notes.append(Sentence::tr("%1: the source says no place for %2, who is listed as number %3.")
                             .arg(raceName(session.season, session.round), driverOf(rows[i]))
                             .arg(*placeOf(rows[i])));
        }
        from = to;
    }
}

// By place, as the source lists them where two share one; those without a place last.
template <typename Row>
void sortByPlace(std::vector<Row>& rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return placeOf(a).value_or(1000) < placeOf(b).value_or(1000);
    });
}

inline QString sharedPlace(const QString& race, const QString& first, const QString& second, int place)
{
    return Sentence::tr(
               "%1: the source has %2 and %3 at place %4; they count in the order in which it lists them.")
        .arg(race, first, second)
        .arg(place);
}

// The order of a qualifying: where two share a place, the later ones move down until each place is there
// once.
inline void putInOrder(SessionRows<QualifyingRow>& session, QStringList& notes)
{
    keepOncePerDriver(session, notes);
    tellMissingPlaces(session, false, notes);
    sortByPlace(session.rows);
    std::optional<int> before; // of the row before, as the source has it
    int last = 0;
    for (std::size_t i = 0; i < session.rows.size() && session.rows[i].position; ++i) {
        QualifyingRow& row = session.rows[i];
        if (row.position == before)
            notes.append(sharedPlace(raceName(session.season, session.round), session.rows[i - 1].driver,
                                     row.driver, *before));
        before = row.position;
        last = std::max(*row.position, last + 1);
        row.position = last;
    }
}

} // namespace parcferme
