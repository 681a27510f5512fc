#pragma once

#include "core/Clock.h"
#include "store/RaceRepository.h"
#include "tracker/ChangeSet.h"
#include "tracker/WindowNotes.h"

namespace parcferme {

// Notes the freeze windows that are open while the program runs, so that it knows later that it was there.
class FreezeWatch
{
public:
    FreezeWatch(Database& database, const Clock& clock, const Settings& settings);

    Status noteOpenWindows();
    // That the window of a session was missed; answers whether this is news.
    Result<bool> noteMissed(const Race& race, Session session, ChangeSet& changes);

private:
    Status noteOpenWindow(const Race& race, Session session, const QDateTime& now);

    Database& database_;
    const Clock& clock_;
    const Settings& settings_;
    RaceRepository races_;
    WindowNotes notes_;
};

} // namespace parcferme
