#pragma once

#include "domain/Prediction.h"

namespace parcferme {

// An authority's signature over a hash of the ledger: that record, and every one before it in the chain,
// existed by then.
struct LedgerStamp
{
    QByteArray hash;   // lower-case hex
    QString authority; // name on the signer's certificate
    QDateTime stampedAt;
    QByteArray token;       // DER, as received
    PredictionId place = 0; // of the record with this hash; 0: the ledger has none
};

// A record of the ledger in short.
struct LedgerLine
{
    PredictionId id = 0;
    RaceId race = 0;
    PredictionKind kind = PredictionKind::Live;
    QByteArray hash;
    QDateTime createdAt;
    Session session = Session::Race;
};

} // namespace parcferme
