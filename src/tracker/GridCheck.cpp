#include "tracker/GridCheck.h"

#include "core/Sentence.h"

#include <QSet>

namespace parcferme {

Status checkGrid(const Race& race, const std::vector<QualifyingRow>& qualifying,
                 const std::vector<ManualGrid::Slot>& places, const QDateTime& now)
{
    const QString name = QStringLiteral("%1 %2").arg(race.name).arg(race.year);
    if (now >= race.startOrDate())
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 has started: its grid is no longer entered by hand.").arg(name));
    QSet<QString> entered;
    for (const QualifyingRow& row : qualifying)
        entered.insert(row.driver);
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
