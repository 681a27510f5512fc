#pragma once

#include "tracker/FreezeSchedule.h"
#include "tracker/Tracker.h"

#include <QTimer>

namespace parcferme {

// Watches the freeze windows while the program is open: notes that it was there, tells a missed one, and,
// where the settings say so, freezes by itself: under post_qualifying when the classification arrives, under
// t-minus at the minute. Locks the player's complete drafts when a session starts, whatever the settings say.
// Looks for official grids and the weather of the sessions to come. Only ever live: what is too late stays
// missed. Lives on its tracker's thread.
class AutoFreeze : public QObject
{
    Q_OBJECT
public:
    // tracker must outlive this.
    explicit AutoFreeze(Tracker& tracker);
    ~AutoFreeze() override;

    // Looks now, and every half minute from then on; after a sleep of the machine at once.
    void start();

    // One look. While one is under way another sees to the drafts only, which wait for no network.
    QCoro::Task<> look();

Q_SIGNALS:
    void autoFroze(parcferme::SessionKey of);
    void windowMissed(parcferme::SessionKey of);
    void pickLocked(parcferme::SessionKey of);     // by itself, at the start
    void pickIncomplete(parcferme::SessionKey of); // an hour before

private:
    void tick();
    void watchPicks();
    QCoro::Task<> freeze(RaceOverview race, QDateTime now);
    void tellMissed(const RaceOverview& session);

    Tracker& tracker_;
    FreezeSchedule schedule_;
    QTimer timer_;
    QDateTime lastLook_;
    Progress progress_; // cancelled with this
    bool looking_ = false;
    bool scouting_ = false; // looking for grids and the weather
};

} // namespace parcferme
