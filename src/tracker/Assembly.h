#pragma once

#include "tracker/Tracker.h"

namespace parcferme {

// A tracker as the programs use it: the database opened, the bundled history merged, Jolpica behind
// it, and the further sources that are switched on.
struct Assembled
{
    std::unique_ptr<Tracker> tracker;
    bool firstStart = false; // the history was merged just now
    QStringList notices;     // what the user should know: the bundled history is missing or damaged
};

// Belongs to the calling thread. Errors: Database, NewerDatabase, DamagedDatabase.
Result<Assembled> assemble(const Settings& settings, const Clock& clock);

} // namespace parcferme
