#include "tracker/StartingField.h"

#include <algorithm>

namespace parcferme {

namespace {

constexpr int CarsOfATeam = 2;

// The newest result before a race; null when there is none.
const ResultRevision* resultBefore(const std::vector<RaceRecord>& records, RaceId race)
{
    const ResultRevision* newest = nullptr;
    for (const RaceRecord& record : records) {
        if (record.race.id == race)
            return newest;
        if (!record.revisions.empty())
            newest = &record.revisions.back();
    }
    return nullptr;
}

} // namespace

std::vector<Starter> startingField(const std::vector<RaceRecord>& records, RaceId race,
                                   const QHash<QString, Driver>& drivers)
{
    std::vector<Starter> field;
    const auto add = [&](const QString& id, const std::optional<int>& number) {
        const Driver driver = drivers.value(id);
        if (number)
            field.push_back({id, *number, driver.code, driver.familyName});
    };
    const auto record = std::ranges::find(records, race, [](const RaceRecord& one) { return one.race.id; });
    if (record == records.end())
        return field;
    for (const QualifyingRow& row : record->qualifying)
        add(row.driver, row.number);
    const ResultRevision* before = resultBefore(records, race);
    if (!before)
        return field;
    const std::vector<Starter> qualified = field;
    const auto carIsTaken = [&](const ResultRow& row) {
        return std::ranges::count(record->qualifying, row.team, &QualifyingRow::team) >= CarsOfATeam;
    };
    for (const ResultRow& row : before->rows) {
        const bool isThere = std::ranges::any_of(qualified, [&](const Starter& starter) {
            return starter.driver == row.driver || starter.number == row.number;
        });
        if (!isThere && !carIsTaken(row))
            add(row.driver, row.number);
    }
    return field;
}

} // namespace parcferme
