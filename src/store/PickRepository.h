#pragma once

#include "store/LedgerChain.h"

namespace parcferme {

// The ledger of picks: see LedgerChain. Errors: Database, DamagedDatabase; others where said.
class PickRepository
{
public:
    explicit PickRepository(Database& database) : database_(&database), chain_(database) {}

    // Locks a pick and answers it as stored. When the player already has one of that kind for the session,
    // that one is answered and nothing is written. Errors: PolicyRefused where the server knows who is who,
    // and this is somebody else's; those of LedgerChain::append().
    Result<Pick> append(const Pick& draft);

    Result<std::optional<Pick>> find(const SessionKey& of, const QString& player, PickKind kind) const;
    Result<std::vector<Pick>> ofSession(const SessionKey& of) const; // in order of the chain
    Result<std::vector<Pick>> ofRace(RaceId race) const;             // both sessions, the same
    Result<std::vector<Pick>> all() const;                           // the same
    Result<QStringList> players() const;                             // who has locked anything, by name
    Result<LedgerHead> head() const { return chain_.head(); }
    Result<Pick> byId(PickId id) const { return chain_.byId(id); } // NotFound

private:
    Database* database_;
    LedgerChain<Pick> chain_;
};

} // namespace parcferme
