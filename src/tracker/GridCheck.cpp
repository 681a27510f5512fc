#include "tracker/GridCheck.h"

#include "core/Sentence.h"
#include "tracker/FreezeRules.h"

namespace parcferme {

QSet<QString> entrantsOf(const std::vector<RaceRecord>& records, const SessionKey& of)
{
    QSet<QString> entered, before;
    for (const RaceRecord& record : records) {
        if (record.race.id == of.race) {
            for (const QualifyingRow& row : record.qualifying)
                entered.insert(row.driver);
            break;
        }
        if (record.revisions.empty())
            continue;
        before.clear();
        for (const ResultRow& row : record.revisions.back().rows)
            before.insert(row.driver);
    }
    return entered.isEmpty() && of.session == Session::Sprint ? before : entered;
}

Status checkGrid(const Race& race, Session session, const QSet<QString>& entered,
                 const std::vector<ManualGrid::Slot>& places, const QDateTime& now)
{
    const QString name = nameOf(race, session);
    if (now >= race.startOrDate(session))
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 has started: its grid is no longer entered by hand.").arg(name));
    if (entered.isEmpty())
        return fail(ErrorCode::NotYet,
                    Sentence::tr("%1 has no qualifying classification yet, so its grid cannot be "
                                 "entered.")
                        .arg(name));
    QSet<QString> named;
    QSet<int> taken;
    for (const ManualGrid::Slot& place : places) {
        if (!entered.contains(place.driver))
            return fail(ErrorCode::Usage,
                        Sentence::tr("\"%1\" is not entered in %2.").arg(place.driver, name));
        if (named.contains(place.driver) || (place.grid > 0 && taken.contains(place.grid)))
            return fail(ErrorCode::Usage,
                        Sentence::tr("%1 or his place stands twice in the grid.").arg(place.driver));
        named.insert(place.driver);
        taken.insert(place.grid);
    }
    return {};
}

} // namespace parcferme
