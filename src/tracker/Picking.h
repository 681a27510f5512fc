#pragma once

#include "core/Progress.h"
#include "source/DataSource.h"
#include "store/PickDraftRepository.h"
#include "store/PickRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "tracker/ChangeSet.h"
#include "tracker/PickReading.h"
#include "tracker/PickRules.h"
#include "tracker/SourceContact.h"
#include "tracker/StoredFacts.h"

#include <set>

namespace parcferme {

// Saves and locks the picks of the settings' player.
class Picking
{
public:
    Picking(Database& database, DataSource& source, SourceContact& contact, StoredFacts& facts,
            const PickReading& reading, const Clock& clock, const Settings& settings);

    // An empty draft removes what is saved. Errors: PolicyRefused for a cancelled race or a locked pick, or
    // where the server does not know this player; those of checkDraft().
    Status saveDraft(const PickDraft& draft, ChangeSet& changes);

    // Reads the calendar first, since starts move. Errors: NotFound without a draft; PolicyRefused for an
    // incomplete one; those of kindOfPick().
    QCoro::Task<Result<PickOutcome>> lock(SessionKey of, Progress progress, ChangeSet& changes);

    Result<bool> hasDrafts() const;

    // So long before the start a complete draft is locked: longer than the pause between two looks.
    static constexpr int LockSeconds = 60;
    // So long before the start an incomplete one is told.
    static constexpr int TellSeconds = 3600;
    // A look at the drafts, from the store alone: locks those whose start has come, and tells the incomplete
    // ones. A draft that was slept over stays one.
    struct News
    {
        std::vector<SessionKey> locked, incomplete;
    };
    Result<News> look(ChangeSet& changes);

private:
    Result<PickOutcome> lockNow(const SessionKey& of, ChangeSet& changes);
    Result<PickField> fieldOf(const SessionKey& of) const;
    Result<FreezeWindow> windowOf(const Race& race, Session session, const QDateTime& now) const;

    Database& database_;
    DataSource& source_;
    SourceContact& contact_;
    StoredFacts& facts_;
    const PickReading& reading_;
    const Clock& clock_;
    const Settings& settings_;
    RaceRepository races_;
    SessionRepository sessions_;
    PickRepository picks_;
    PickDraftRepository drafts_;
    std::set<std::pair<SessionKey, QDateTime>> told_; // with the start that it was told of
};

} // namespace parcferme
