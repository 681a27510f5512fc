#pragma once

#include "domain/Pick.h"
#include "store/Database.h"

namespace parcferme {

// The newest record of a ledger.
struct LedgerHead
{
    qint64 id = 0;       // 0: the ledger is empty. Ids count from 1 without a gap
    QByteArray hash;     // 64 zeros when the ledger is empty
    QDateTime createdAt; // invalid when the ledger is empty
};

// A ledger of predictions or of picks: records are appended and never changed. Each one's hash covers its
// snapshot, its entries and the hash before it. Errors: Database, DamagedDatabase; others where said.
template <typename Record>
class LedgerChain
{
public:
    explicit LedgerChain(Database& database) : database_(&database) {}

    // Adds a draft, whose id and hashes are not looked at, and answers it as stored. Where this condition
    // (SQL, of the table's columns) finds a record already, that one is answered and nothing is written. Two
    // programs at once get the same one. Whole or not at all. Errors: Data, for no entries, a number that is
    // not finite, or a snapshot that is not canonical JSON or is not that of the draft.
    Result<Record> append(const Record& draft, const QString& same, const QVariantList& values);

    // In order of the chain; an empty condition: all.
    Result<std::vector<Record>> read(const QString& where = {}, const QVariantList& values = {}) const;
    Result<Record> byId(qint64 id) const; // NotFound
    Result<LedgerHead> head() const;

private:
    Database* database_;
};

extern template class LedgerChain<Prediction>;
extern template class LedgerChain<Pick>;

} // namespace parcferme
