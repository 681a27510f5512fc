#include "tracker/DriverIdentity.h"

#include "store/RaceRepository.h"
#include "store/SessionRepository.h"

#include <algorithm>

namespace parcferme {

namespace {

// "Sergio Pérez" and "SERGIO PEREZ" are one name.
QString folded(const Driver& driver)
{
    QString name;
    for (const QChar letter : driver.fullName().normalized(QString::NormalizationForm_D))
        if (letter.isLetter())
            name.append(letter.toCaseFolded());
    return name;
}

// The one run before this race, or none.
const Race* raceBefore(const std::vector<Race>& races, const Race& race)
{
    const Race* before = nullptr;
    for (const Race& other : races)
        if (other.id != race.id && other.status == RaceStatus::Completed && other.eventDate < race.eventDate)
            before = &other;
    return before;
}

} // namespace

Result<DriverIdentity> DriverIdentity::of(Database& database, std::vector<Race> season)
{
    const auto people = RaceRepository(database).drivers();
    if (!people)
        return tl::unexpected(people.error());
    DriverIdentity identity(database, std::move(season));
    for (const Driver& driver : *people)
        identity.names_.insert(driver.id, folded(driver));
    return identity;
}

Result<QHash<QString, QString>> DriverIdentity::teams(const Race& race) const
{
    const SessionRepository sessions(*database_);
    std::vector<SessionKey> results = {{race.id, Session::Sprint}, {race.id, Session::Race}};
    if (const Race* before = raceBefore(season_, race))
        results.insert(results.begin(), before->id);
    QHash<QString, QString> teams;
    for (const SessionKey& of : results) {
        const auto result = sessions.newestRevision(of);
        if (!result)
            return tl::unexpected(result.error());
        if (*result)
            for (const ResultRow& row : (*result)->rows)
                teams.insert(row.driver, row.team);
    }
    const auto qualifying = sessions.qualifying(race.id);
    if (!qualifying)
        return tl::unexpected(qualifying.error());
    for (const QualifyingRow& row : qualifying->rows)
        teams.insert(row.driver, row.team);
    // Somebody new whom a grid by hand names has the id that was made of his name, and no team yet.
    for (const Session session : {Session::Sprint, Session::Race}) {
        const auto byHand = sessions.manualGrid({race.id, session});
        if (!byHand)
            return tl::unexpected(byHand.error());
        if (*byHand)
            for (const ManualGrid::Slot& place : (*byHand)->places)
                if (!teams.contains(place.driver))
                    teams.insert(place.driver, QString());
    }
    return teams;
}

Result<QHash<QString, QString>>
DriverIdentity::knownIds(const Race& race, const std::vector<std::pair<QString, QString>>& entries) const
{
    const auto teams = this->teams(race);
    if (!teams)
        return teams;
    QHash<QString, QString> known;
    const auto isListed = [&](const QString& id) {
        return std::ranges::any_of(entries, [&](const auto& entry) { return entry.first == id; });
    };
    for (const auto& [driver, team] : entries) {
        const QString name = names_.value(driver);
        if (teams->contains(driver) || name.isEmpty())
            continue;
        for (auto other = teams->cbegin(); other != teams->cend(); ++other)
            if ((other.value() == team || other.value().isEmpty()) && names_.value(other.key()) == name &&
                !isListed(other.key()))
                known.insert(driver, other.key());
    }
    return known;
}

} // namespace parcferme
