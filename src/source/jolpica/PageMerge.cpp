#include "source/jolpica/PageMerge.h"

#include "core/Sentence.h"

#include <algorithm>
#include <set>

namespace parcferme {

namespace {

QString raceName(int season, int round)
{
    return Sentence::tr("round %1 of %2").arg(round).arg(season);
}

tl::unexpected<Error> contradiction(const QString& what)
{
    return fail(ErrorCode::Data, what, Sentence::tr("Nothing of it was used; try again later."));
}

template <typename Page>
Status checkComplete(const std::vector<Page>& pages)
{
    int rows = 0;
    int total = 0;
    for (const Page& page : pages) {
        rows += page.header.rows;
        total = page.header.total;
    }
    if (rows >= total)
        return {};
    return contradiction(
        Sentence::tr("The source's answer is incomplete: %1 of %2 rows came.").arg(rows).arg(total));
}

const QString& driverOf(const QualifyingRow& row)
{
    return row.driver;
}
const QString& driverOf(const ResultLine& line)
{
    return line.row.driver;
}
std::optional<int> positionOf(const QualifyingRow& row)
{
    return row.position;
}
std::optional<int> positionOf(const ResultLine& line)
{
    return line.row.position;
}

// Rows by place, unplaced ones last, one per driver.
template <typename Row>
Status putInOrder(SessionRows<Row>& session)
{
    std::set<QString> drivers;
    std::erase_if(session.rows, [&](const Row& row) { return !drivers.insert(driverOf(row)).second; });
    const auto place = [](const Row& row) { return positionOf(row).value_or(1000); };
    std::stable_sort(session.rows.begin(), session.rows.end(),
                     [&](const Row& a, const Row& b) { return place(a) < place(b); });
    for (std::size_t i = 1; i < session.rows.size(); ++i)
        if (const auto position = positionOf(session.rows[i]);
            position && position == positionOf(session.rows[i - 1]))
            return contradiction(Sentence::tr("The source has two drivers at place %1 of %2.")
                                     .arg(*position)
                                     .arg(raceName(session.season, session.round)));
    return {};
}

template <typename Row>
Result<std::vector<SessionRows<Row>>> mergeSessions(std::vector<JolpicaPage<SessionRows<Row>>> pages)
{
    if (auto complete = checkComplete(pages); !complete)
        return tl::unexpected(complete.error());
    std::vector<SessionRows<Row>> merged;
    for (auto& page : pages)
        for (SessionRows<Row>& part : page.items) {
            const auto whole = std::find_if(merged.begin(), merged.end(), [&](const SessionRows<Row>& other) {
                return other.season == part.season && other.round == part.round;
            });
            if (whole == merged.end()) {
                merged.push_back(std::move(part));
                continue;
            }
            if (whole->circuit != part.circuit || whole->date != part.date)
                return contradiction(Sentence::tr("The source names two different races as %1.")
                                         .arg(raceName(part.season, part.round)));
            whole->rows.insert(whole->rows.end(), part.rows.begin(), part.rows.end());
        }
    for (SessionRows<Row>& session : merged)
        if (auto ordered = putInOrder(session); !ordered)
            return tl::unexpected(ordered.error());
    return merged;
}

// Total times in seconds of the cars on the winner's lap.
void keepLeadLapTimes(std::vector<ResultLine>& lines)
{
    if (lines.empty() || !lines.front().row.classified() || !lines.front().total)
        return;
    const ResultLine winner = lines.front();
    for (ResultLine& line : lines) {
        const bool isWinner = line.row.driver == winner.row.driver;
        const bool sameLap = line.row.laps && line.row.laps == winner.row.laps;
        const bool leadLap = line.row.classified() && (isWinner || sameLap);
        std::optional<int> total = line.total;
        if (!total && line.gap)
            total = *winner.total + *line.gap;
        if (leadLap && total && *total >= *winner.total)
            line.row.time = *total / 1000.0;
    }
}

Result<SessionRows<ResultRow>> finishResult(SessionRows<ResultLine>&& lines)
{
    SessionRows<ResultRow> result{lines.season, lines.round, lines.circuit, lines.date, {}};
    keepLeadLapTimes(lines.rows);
    int expected = 1;
    for (ResultLine& line : lines.rows) {
        if (line.row.position != expected)
            return contradiction(Sentence::tr("The source's result of %1 has nobody at place %2.")
                                     .arg(raceName(lines.season, lines.round))
                                     .arg(expected));
        ++expected;
        result.rows.push_back(std::move(line.row));
    }
    return result;
}

} // namespace

Result<std::vector<CalendarRace>> mergeCalendarPages(std::vector<CalendarPage> pages)
{
    if (auto complete = checkComplete(pages); !complete)
        return tl::unexpected(complete.error());
    std::vector<CalendarRace> merged;
    for (CalendarPage& page : pages)
        for (CalendarRace& race : page.items) {
            const auto same = std::find_if(merged.begin(), merged.end(), [&](const CalendarRace& other) {
                return other.race.year == race.race.year && other.race.round == race.race.round;
            });
            if (same == merged.end())
                merged.push_back(std::move(race));
            else if (same->race.circuit != race.race.circuit || same->race.eventDate != race.race.eventDate)
                return contradiction(Sentence::tr("The source names two different races as %1.")
                                         .arg(raceName(race.race.year, race.race.round)));
        }
    return merged;
}

Result<std::vector<SessionRows<QualifyingRow>>> mergeQualifyingPages(std::vector<QualifyingPage> pages)
{
    return mergeSessions(std::move(pages));
}

Result<std::vector<SessionRows<ResultRow>>> mergeResultPages(std::vector<ResultPage> pages)
{
    auto races = mergeSessions(std::move(pages));
    if (!races)
        return tl::unexpected(races.error());
    std::vector<SessionRows<ResultRow>> results;
    for (SessionRows<ResultLine>& race : *races) {
        auto result = finishResult(std::move(race));
        if (!result)
            return tl::unexpected(result.error());
        results.push_back(std::move(*result));
    }
    return results;
}

} // namespace parcferme
