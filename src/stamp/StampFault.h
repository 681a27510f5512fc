#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace parcferme {

// Why what an authority sent is no stamp.
struct StampFault
{
    enum class Kind {
        NoAnswer,       // not an answer of RFC 3161 at all
        Refused,        // the authority says that it does not sign this; detail: its reason
        WrongHash,      // it signed something else
        WrongNonce,     // it is the answer to another request
        WrongSignature, // the signature does not fit what is signed, or is not there
        ForeignSigner,  // signed by somebody whose certificate nobody trusted vouches for; detail: why
        ExpiredSigner,  // the signer's certificate was not valid at that time
        WrongTime,      // its time is not the present; detail: the time
    };

    Kind kind = Kind::NoAnswer;
    QString detail; // in the words of others, safe to show; may be empty

    QString text() const; // a sentence for people
};

} // namespace parcferme
