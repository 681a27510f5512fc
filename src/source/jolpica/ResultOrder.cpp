#include "source/jolpica/ResultOrder.h"

#include "source/jolpica/SessionOrder.h"

#include <iterator>

namespace parcferme {

namespace {

using Lines = std::vector<ResultLine>;

bool isDisqualified(const ResultLine& line)
{
    return line.row.classification == Classification::Disqualified ||
           line.row.classification == Classification::Excluded;
}

// Every place up to the last, some of them perhaps twice: then the later ones may not have moved down.
Status checkPlaces(const Lines& lines, const QString& race)
{
    int expected = 1;
    for (const ResultLine& line : lines) {
        if (!placeOf(line))
            return fail(
                ErrorCode::Data,
                Sentence::tr("The source's result of %1 says no place for %2.").arg(race, line.row.driver));
        if (*placeOf(line) > expected)
            return fail(
                ErrorCode::Data,
                Sentence::tr("The source's result of %1 has nobody at place %2.").arg(race).arg(expected));
        ++expected;
    }
    return {};
}

void noteSharedPlaces(const Lines& lines, const QString& race, QStringList& notes)
{
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (placeOf(lines[i]) == placeOf(lines[i - 1]))
            notes.append(sharedPlace(race, lines[i - 1].row.driver, lines[i].row.driver, *placeOf(lines[i])));
}

// Winner, podium and points come from the classified: whoever is not, and stands before one who is, goes
// behind them; the disqualified behind everybody.
void putClassifiedFirst(Lines& lines, const QString& race, QStringList& notes)
{
    const auto isClassified = [](const ResultLine& line) { return line.row.classified(); };
    const auto last = std::find_if(lines.rbegin(), lines.rend(), isClassified);
    Lines classified;
    Lines others;
    Lines disqualified;
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        const bool before = line < last.base();
        if (isClassified(*line)) {
            classified.push_back(*line);
        } else if (before && isDisqualified(*line)) {
            notes.append(Sentence::tr("%1: the source has %2 disqualified and still at place %3; put last.")
                             .arg(race, line->row.driver)
                             .arg(line->row.position));
            disqualified.push_back(*line);
        } else {
            if (before)
                notes.append(
                    Sentence::tr(
                        "%1: the source has %2 at place %3, but not classified; put behind those who are.")
                        .arg(race, line->row.driver)
                        .arg(line->row.position));
            others.push_back(*line);
        }
    }
    noteSharedPlaces(classified, race, notes);
    noteSharedPlaces(others, race, notes);
    lines = std::move(classified);
    std::ranges::move(others, std::back_inserter(lines));
    std::ranges::move(disqualified, std::back_inserter(lines));
}

// The time to which gaps count: of whoever led, a car that was disqualified since perhaps.
std::optional<int> leadersTotal(const Lines& lines)
{
    const ResultLine& winner = lines.front();
    if (winner.total && *winner.total > winner.gap.value_or(0))
        return *winner.total - winner.gap.value_or(0);
    for (const ResultLine& line : lines)
        if (line.total && line.gap && *line.total > *line.gap)
            return *line.total - *line.gap;
    const auto led = std::find_if(lines.begin(), lines.end(), [](const ResultLine& line) {
        return isDisqualified(line) && line.total && !line.gap;
    });
    return led == lines.end() ? std::nullopt : led->total;
}

// Total times in seconds of the cars on the winner's lap.
void keepLeadLapTimes(Lines& lines, const QString& race, QStringList& notes)
{
    if (lines.empty() || !lines.front().row.classified())
        return;
    const auto leader = leadersTotal(lines);
    const auto totalOf = [&](const ResultLine& line) {
        return line.total || !leader || !line.gap ? line.total : std::optional(*leader + *line.gap);
    };
    const auto winnersTotal = totalOf(lines.front());
    std::optional<int> leadLaps = lines.front().row.laps;
    for (const ResultLine& line : lines)
        if (!lines.front().row.laps && line.row.classified())
            leadLaps = std::max(leadLaps, line.row.laps);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ResultRow& row = lines[i].row;
        const auto total = totalOf(lines[i]);
        const bool leadLap = row.classified() && (i == 0 || (row.laps && row.laps == leadLaps));
        if (!leadLap || !total)
            continue;
        if (winnersTotal && *total < *winnersTotal)
            notes.append(Sentence::tr("%1: the source has %2 faster than the winner; that time was left out.")
                             .arg(race, row.driver));
        else
            row.time = *total / 1000.0;
    }
}

void keepPoints(const ResultLine& line, SessionRows<ResultRow>& result, const QString& race,
                QStringList& notes)
{
    ResultRow& row = result.rows.back();
    if (isDisqualified(line) && row.points > 0) {
        notes.append(Sentence::tr("%1: the source gives points to %2, who is disqualified; left out.")
                         .arg(race, row.driver));
        row.points = 0;
    }
    if (line.pointsSaid)
        return;
    result.withoutPoints.append(row.driver);
    if (row.classified())
        notes.append(Sentence::tr("%1: the source says no points for %2.").arg(race, row.driver));
}

} // namespace

Result<SessionRows<ResultRow>> finishResult(SessionRows<ResultLine>&& lines, QStringList& notes)
{
    const QString race = raceName(lines.season, lines.round);
    QStringList mended;
    keepOncePerDriver(lines, mended);
    tellMissingPlaces(lines, true, mended);
    sortByPlace(lines.rows);
    if (Status status = checkPlaces(lines.rows, race); !status)
        return tl::unexpected(status.error());
    putClassifiedFirst(lines.rows, race, mended);
    keepLeadLapTimes(lines.rows, race, mended);
    SessionRows<ResultRow> result{lines.season, lines.round, lines.circuit, lines.date, {}};
    for (const ResultLine& line : lines.rows) {
        result.rows.push_back(line.row);
        result.rows.back().position = static_cast<int>(result.rows.size());
        keepPoints(line, result, race, mended);
    }
    notes += mended;
    return result;
}

} // namespace parcferme
