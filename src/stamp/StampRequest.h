#pragma once

#include "core/Error.h"

#include <QByteArray>

namespace parcferme {

// What a time-stamping authority is asked (RFC 3161): to sign a hash together with the time.
struct StampRequest
{
    QByteArray hash;  // SHA-256 in lower-case hex, as the ledger has it
    QByteArray nonce; // random; the answer repeats it, so that it cannot be an older one
    QByteArray der;   // what is sent, as application/timestamp-query
};

// A new request for this hash. Errors: Data, when it is none.
Result<StampRequest> makeStampRequest(const QByteArray& hash);

} // namespace parcferme
