#pragma once

#include "domain/Prediction.h"
#include "store/Database.h"

namespace parcferme {

// The ledger: predictions are appended and never changed. Each one's hash covers its snapshot, its entries
// and the hash before it. Errors: Database, DamagedDatabase; others where said.
class PredictionRepository
{
public:
    struct Head
    {
        PredictionId id = 0; // 0: the ledger is empty. Ids count from 1 without a gap
        QByteArray hash;     // 64 zeros when the ledger is empty
        QDateTime createdAt; // invalid when the ledger is empty
    };

    struct Reference
    {
        PredictionId id = 0;
        QDateTime createdAt;
    };

    explicit PredictionRepository(Database& database) : database_(&database) {}

    // Freezes a draft, whose id and hashes are not looked at, and answers it as stored. When the session
    // already has a prediction of that kind, that one is answered and nothing is written: its createdAt and
    // snapshot tell. Two programs at once get the same one. Whole or not at all. Errors: Data, for a preview,
    // no entries, a number that is not finite, or a snapshot that is not canonical JSON or whose "prediction"
    // is not columnsJson(draft).
    Result<Prediction> append(const Prediction& draft);

    Result<std::optional<Prediction>> find(const SessionKey& of, PredictionKind kind) const;
    // Whether there is one, without reading all that it holds.
    Result<std::optional<Reference>> reference(const SessionKey& of, PredictionKind kind) const;
    Result<Prediction> byId(PredictionId id) const; // NotFound
    Result<std::vector<Prediction>> all() const;    // in order of the chain
    Result<Head> head() const;

private:
    Database* database_;
};

} // namespace parcferme
