#pragma once

#include "domain/Prediction.h"
#include "store/LedgerChain.h"

namespace parcferme {

// The ledger of predictions: see LedgerChain. Errors: Database, DamagedDatabase; others where said.
class PredictionRepository
{
public:
    using Head = LedgerHead;

    struct Reference
    {
        PredictionId id = 0;
        QDateTime createdAt;
    };

    explicit PredictionRepository(Database& database) : database_(&database), chain_(database) {}

    // Freezes a draft and answers it as stored. When the session already has a prediction of that kind, that
    // one is answered and nothing is written: its createdAt and snapshot tell. Errors: Data, for a preview;
    // those of LedgerChain::append().
    Result<Prediction> append(const Prediction& draft);

    Result<std::optional<Prediction>> find(const SessionKey& of, PredictionKind kind) const;
    // Whether there is one, without reading all that it holds.
    Result<std::optional<Reference>> reference(const SessionKey& of, PredictionKind kind) const;
    Result<Prediction> byId(PredictionId id) const; // NotFound
    Result<std::vector<Prediction>> all() const;    // in order of the chain
    Result<Head> head() const;

private:
    Database* database_;
    LedgerChain<Prediction> chain_;
};

} // namespace parcferme
