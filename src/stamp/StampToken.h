#pragma once

#include "stamp/SignerTrust.h"
#include "stamp/StampRequest.h"

#include <QDateTime>

namespace parcferme {

// A hash that an authority vouches for: it existed at `time`.
struct StampToken
{
    QByteArray hash;   // SHA-256 in lower-case hex
    QString authority; // name on the signer's certificate
    QDateTime time;    // UTC, whole seconds: the latest moment that the authority's accuracy allows
    QByteArray der;    // as it was received; what `openssl ts -verify -token_in` reads
};

// Reads the answer to a request, and checks all of it: that it is granted, of this hash and nonce, signed by
// somebody trusted, and at the present, `now`, give or take two minutes.
tl::expected<StampToken, StampFault> tokenFromAnswer(const QByteArray& answer, const StampRequest& request,
                                                     const SignerTrust& trust, const QDateTime& now);

// Checks a token again that was stored: of this hash, and signed by somebody trusted at its own time.
tl::expected<StampToken, StampFault> readToken(const QByteArray& der, const QByteArray& hash,
                                               const SignerTrust& trust);

} // namespace parcferme
