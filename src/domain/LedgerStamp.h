#pragma once

#include "domain/Pick.h"

namespace parcferme {

// An authority's signature over a hash of one of the two ledgers: that record, and every one before it in its
// chain, existed by then.
struct LedgerStamp
{
    QByteArray hash;   // lower-case hex
    QString authority; // name on the signer's certificate
    QDateTime stampedAt;
    QByteArray token;       // DER, as received
    PredictionId place = 0; // of the prediction with this hash; 0: the ledger has none
    PickId pickPlace = 0;   // of the pick with this hash; 0: the ledger of picks has none
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

// The same of the ledger of picks.
struct PickLine
{
    PickId id = 0;
    RaceId race = 0;
    Session session = Session::Race;
    QString player;
    PickKind kind = PickKind::Live;
    QByteArray hash;
    QDateTime createdAt;
};

} // namespace parcferme
