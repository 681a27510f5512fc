#pragma once

#include "domain/Pick.h"
#include "store/Database.h"

namespace parcferme {

// Orders that are not locked yet: one per session and player, replaced at every move. Errors: Database,
// DamagedDatabase; PolicyRefused where the server knows who is who, and this is somebody else's.
class PickDraftRepository
{
public:
    explicit PickDraftRepository(Database& database) : database_(&database) {}

    Status save(const PickDraft& draft);
    Status remove(const SessionKey& of, const QString& player);
    Result<std::optional<PickDraft>> find(const SessionKey& of, const QString& player) const;
    // Of everybody whose drafts may be seen; by player.
    Result<std::vector<PickDraft>> ofSession(const SessionKey& of) const;
    Result<std::vector<PickDraft>> ofPlayer(const QString& player) const;

private:
    Database* database_;
};

} // namespace parcferme
