#pragma once

#include "domain/Race.h"
#include "store/FactRepository.h"

namespace parcferme {

// All stored facts, kept in memory between calls and read again only when somebody, this program or another,
// has changed them. Errors: Database, DamagedDatabase.
class StoredFacts
{
public:
    explicit StoredFacts(Database& database) : facts_(database) {}

    // In time order; valid until the next call.
    Result<const std::vector<RaceRecord>*> records();
    // Counts the changes of the facts that records() gave last.
    const QString& revision() const { return revision_; }

    // From when the newest stored fact is known: the present cannot be before it.
    std::optional<QDateTime> newest();

private:
    FactRepository facts_;
    std::vector<RaceRecord> records_;
    QString revision_; // of the facts in records_
};

// The record of a race among all. Errors: NotFound.
Result<const RaceRecord*> recordOf(const std::vector<RaceRecord>& records, RaceId race);

} // namespace parcferme
