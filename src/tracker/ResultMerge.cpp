#include "tracker/ResultMerge.h"

#include <QHash>

#include <cmath>

namespace parcferme {

namespace {

constexpr double SameTime = 0.0015; // seconds: sources round to a millisecond

// What a classification means for the result. The source tells "retired" and "too few laps" apart less well
// than the history does, and so it does with the ways of not starting.
enum class Meaning { Classified, Out, Disqualified, NoStarter };

Meaning meaning(Classification classification)
{
    switch (classification) {
    case Classification::Classified:
        return Meaning::Classified;
    case Classification::Retired:
    case Classification::NotClassified:
        return Meaning::Out;
    case Classification::Disqualified:
        return Meaning::Disqualified;
    case Classification::DidNotStart:
    case Classification::DidNotQualify:
    case Classification::Excluded:
        return Meaning::NoStarter;
    }
    return Meaning::NoStarter;
}

bool sameTime(const std::optional<double>& a, const std::optional<double>& b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < SameTime);
}

// Of another source's row, laps that are not stored are one more thing to know, and no correction.
bool sameLaps(const ResultRow& stored, const ResultRow& fetched, bool sameSource)
{
    return stored.laps.value_or(0) == fetched.laps.value_or(0) || (!stored.laps && !sameSource);
}

bool sameRow(const ResultRow& a, const ResultRow& b, bool sameSource)
{
    if (meaning(a.classification) != meaning(b.classification) || a.team != b.team)
        return false;
    // The places of those who did not start are an order of listing, no result.
    if (meaning(a.classification) == Meaning::NoStarter)
        return true;
    return a.position == b.position && sameLaps(a, b, sameSource) && sameTime(a.time, b.time) &&
           std::abs(a.points - b.points) < 1e-9;
}

// What a source says of a row beside the result itself; what it leaves out says nothing.
bool sameDetails(const ResultRow& stored, const ResultRow& fetched)
{
    return (!fetched.grid || stored.grid == fetched.grid) &&
           (!fetched.number || stored.number == fetched.number) &&
           (fetched.status.isEmpty() || stored.status == fetched.status);
}

bool isBareReason(const QString& status)
{
    return status.isEmpty() || status == QLatin1StringView("Retired") ||
           status == QLatin1StringView("Lapped") || status == QLatin1StringView("Not classified");
}

QHash<QString, const ResultRow*> byDriver(const std::vector<ResultRow>& rows)
{
    QHash<QString, const ResultRow*> index;
    for (const ResultRow& row : rows)
        index.insert(row.driver, &row);
    return index;
}

} // namespace

bool isNewResult(const std::vector<ResultRow>& stored, const std::vector<ResultRow>& fetched, bool sameSource)
{
    const auto known = byDriver(stored);
    std::size_t starters = 0;
    for (const ResultRow& row : fetched) {
        const ResultRow* before = known.value(row.driver);
        if (!before && row.starter())
            return true;
        if (before && (!sameRow(*before, row, sameSource) || (sameSource && !sameDetails(*before, row))))
            return true;
        starters += row.starter() ? 1U : 0U;
    }
    std::size_t storedStarters = 0;
    for (const ResultRow& row : stored)
        storedStarters += row.starter() ? 1U : 0U;
    return starters != storedStarters;
}

std::vector<ResultRow> withStoredFacts(const std::vector<ResultRow>& stored, std::vector<ResultRow> fetched,
                                       const QStringList& withoutPoints)
{
    const auto known = byDriver(stored);
    for (ResultRow& row : fetched) {
        const ResultRow* before = known.value(row.driver);
        if (!before || before->position != row.position ||
            meaning(before->classification) != meaning(row.classification))
            continue;
        if (!row.laps)
            row.laps = before->laps;
        if (!row.time && row.laps == before->laps)
            row.time = before->time;
        if (withoutPoints.contains(row.driver))
            row.points = before->points;
    }
    return fetched;
}

std::vector<ResultRow> withRicherReasons(const std::vector<ResultRow>& stored, std::vector<ResultRow> fetched)
{
    const auto known = byDriver(stored);
    for (ResultRow& row : fetched) {
        const ResultRow* before = known.value(row.driver);
        if (!before || meaning(before->classification) != meaning(row.classification))
            continue;
        if (isBareReason(row.status) && !before->status.isEmpty()) {
            row.status = before->status;
            row.classification = before->classification;
        }
        if (!row.grid)
            row.grid = before->grid;
    }
    return fetched;
}

} // namespace parcferme
