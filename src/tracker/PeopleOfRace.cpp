#include "tracker/PeopleOfRace.h"

namespace parcferme {

People peopleOf(const RaceDetails& details, const QHash<QString, Driver>& drivers,
                const QHash<QString, Team>& teams)
{
    People people;
    const auto add = [&](const QString& driver, const QString& team, std::optional<int> number) {
        if (drivers.contains(driver))
            people.drivers.insert(driver, drivers.value(driver));
        if (teams.contains(team))
            people.teams.insert(team, teams.value(team));
        if (number)
            people.numbers.insert(driver, *number);
    };
    for (const QualifyingRow& row : details.qualifying)
        add(row.driver, row.team, row.number);
    for (const ResultRevision& revision : details.revisions)
        for (const ResultRow& row : revision.rows)
            add(row.driver, row.team, row.number);
    if (details.manualGrid)
        for (const ManualGrid::Slot& place : details.manualGrid->places)
            add(place.driver, QString(), std::nullopt);
    if (details.prediction)
        for (const PredictionEntry& entry : details.prediction->prediction.entries)
            add(entry.driver, entry.team, std::nullopt);
    return people;
}

void addEarlierField(People& people, const std::vector<RaceRecord>& records, RaceId race,
                     const QHash<QString, Driver>& drivers, const QHash<QString, Team>& teams)
{
    const ResultRevision* before = nullptr;
    for (const RaceRecord& record : records) {
        if (record.race.id == race)
            break;
        if (!record.revisions.empty())
            before = &record.revisions.back();
    }
    if (!before)
        return;
    for (const ResultRow& row : before->rows) {
        people.drivers.insert(row.driver, drivers.value(row.driver));
        people.teams.insert(row.team, teams.value(row.team));
        if (row.number && !people.numbers.contains(row.driver))
            people.numbers.insert(row.driver, *row.number);
    }
}

} // namespace parcferme
