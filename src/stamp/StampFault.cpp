#include "stamp/StampFault.h"

#include "core/Sentence.h"

namespace parcferme {

namespace {

QString sentence(StampFault::Kind kind)
{
    switch (kind) {
    case StampFault::Kind::NoAnswer:
        return Sentence::tr("What came is no answer of a time-stamping authority.");
    case StampFault::Kind::Refused:
        return Sentence::tr("The time-stamping authority refuses to sign.");
    case StampFault::Kind::WrongHash:
        return Sentence::tr("The stamp is of another hash.");
    case StampFault::Kind::WrongNonce:
        return Sentence::tr("The stamp answers another request.");
    case StampFault::Kind::WrongSignature:
        return Sentence::tr("The signature of the stamp does not fit what is signed.");
    case StampFault::Kind::ForeignSigner:
        return Sentence::tr("The stamp is signed by somebody whom no trusted certificate vouches for.");
    case StampFault::Kind::ExpiredSigner:
        return Sentence::tr("The certificate of the stamp's signer was not valid at that time.");
    case StampFault::Kind::WrongTime:
        return Sentence::tr("The time of the stamp is not the present: the authority's clock or this "
                            "machine's is wrong.");
    }
    return {};
}

} // namespace

QString StampFault::text() const
{
    return detail.isEmpty() ? sentence(kind) : QStringLiteral("%1 (%2)").arg(sentence(kind), detail);
}

} // namespace parcferme
