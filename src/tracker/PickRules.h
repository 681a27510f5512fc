#pragma once

#include "domain/Pick.h"
#include "tracker/FreezeRules.h"

namespace parcferme {

// Who is to be ordered in a pick.
struct PickField
{
    std::vector<PickEntry> drivers; // by qualifying place (of a sprint, grid) where it is known
    bool provisional = false;       // not known yet: the field of the race before
};

// Of a Grand Prix those of its qualifying, of a sprint those of its grid, until then those of the race
// before. records: all races in time order; manual: the grid typed in, where there is one.
PickField pickField(const std::vector<RaceRecord>& records, const SessionKey& of,
                    const std::optional<ManualGrid>& manual);

// Drivers by their place on the grid: as it was typed in, else as it was published; pit lane last. Empty: it
// is not known.
QStringList startingGrid(const RaceRecord& record, Session session, const std::optional<ManualGrid>& manual);

// Whether a draft may be saved. Errors: Usage, naming the driver who is not in the field or stands twice, or
// the chance that is none.
Status checkDraft(const PickDraft& draft, const PickField& field, const QString& race);

// In words, what a draft lacks to be locked: empty places, or drivers of the field. Empty: nothing.
QString lackOf(const PickDraft& draft, const PickField& field);

// Whether a pick that is locked now counts. Errors: PolicyRefused, with the words when the window opens.
Result<PickKind> kindOfPick(const Race& race, Session session, const FreezeWindow& window,
                            const Present& present);

} // namespace parcferme
