#include "stamp/StampToken.h"

#include "core/Clock.h"
#include "core/UtcTime.h"
#include "stamp/Asn1.h"
#include "stamp/OpenSslPointer.h"

#include <openssl/err.h>
#include <openssl/ts.h>

namespace parcferme {

namespace {

using Kind = StampFault::Kind;
using Answer = OpenSslPointer<TS_RESP, TS_RESP_free>;
using Token = OpenSslPointer<PKCS7, PKCS7_free>;
using Info = OpenSslPointer<TS_TST_INFO, TS_TST_INFO_free>;

tl::unexpected<StampFault> fault(Kind kind, QString detail = {})
{
    ERR_clear_error();
    return tl::unexpected(StampFault{kind, std::move(detail)});
}

// Decodes all of the bytes, or nothing.
template <typename Decoded, typename Decode>
Decoded decode(const QByteArray& der, Decode decode)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* end = at + der.size();
    Decoded decoded(decode(nullptr, &at, static_cast<long>(der.size())));
    if (at != end)
        decoded.reset();
    return decoded;
}

QByteArray hashOf(TS_TST_INFO* info)
{
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OBJECT* algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    if (OBJ_obj2nid(algorithm) != NID_sha256)
        return {};
    const ASN1_OCTET_STRING* digest = TS_MSG_IMPRINT_get_msg(imprint);
    return QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(digest)),
                      ASN1_STRING_length(digest))
        .toHex();
}

QByteArray nonceOf(const TS_TST_INFO* info)
{
    const OpenSslPointer<BIGNUM, BN_free> number(ASN1_INTEGER_to_BN(TS_TST_INFO_get_nonce(info), nullptr));
    if (!number)
        return {};
    QByteArray nonce(BN_num_bytes(number.get()), Qt::Uninitialized);
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(nonce.data()));
    return nonce;
}

// By how much the authority says that its clock may be off.
qint64 accuracyMs(TS_TST_INFO* info)
{
    const TS_ACCURACY* accuracy = TS_TST_INFO_get_accuracy(info);
    if (!accuracy)
        return 0;
    const auto part = [](const ASN1_INTEGER* value) { return value ? ASN1_INTEGER_get(value) : 0; };
    return part(TS_ACCURACY_get_seconds(accuracy)) * 1000 + part(TS_ACCURACY_get_millis(accuracy)) +
           (part(TS_ACCURACY_get_micros(accuracy)) > 0 ? 1 : 0);
}

QDateTime wholeSecondAfter(const QDateTime& time)
{
    return time.addMSecs((1000 - time.time().msec()) % 1000);
}

// The reason of an authority that does not sign; empty for one that does.
std::optional<QString> refusalOf(TS_RESP* answer)
{
    constexpr long Granted = 0, GrantedWithChanges = 1;
    TS_STATUS_INFO* status = TS_RESP_get_status_info(answer);
    const long code = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status));
    if (code == Granted || code == GrantedWithChanges)
        return std::nullopt;
    const auto* texts = TS_STATUS_INFO_get0_text(status);
    return sk_ASN1_UTF8STRING_num(texts) < 1 ? QString() : plainText(sk_ASN1_UTF8STRING_value(texts, 0));
}

// A token that is read, its signature not looked at yet.
struct OpenToken
{
    Token token;
    Info info;
    QDateTime time; // as the authority writes it
};

tl::expected<OpenToken, StampFault> open(const QByteArray& der)
{
    OpenToken open;
    open.token = decode<Token>(der, d2i_PKCS7);
    if (!open.token)
        return fault(Kind::NoAnswer);
    open.info.reset(PKCS7_to_TS_TST_INFO(open.token.get()));
    const auto time = open.info ? timeOf(TS_TST_INFO_get_time(open.info.get())) : std::nullopt;
    if (!time)
        return fault(Kind::NoAnswer);
    open.time = *time;
    return open;
}

tl::expected<StampToken, StampFault> checkSigner(const OpenToken& open, const QByteArray& der,
                                                 const QByteArray& hash, const SignerTrust& trust)
{
    auto signer = trust.signerOf(open.token.get(), open.time);
    if (!signer)
        return tl::unexpected(std::move(signer.error()));
    const QDateTime latest = open.time.addMSecs(accuracyMs(open.info.get()));
    return StampToken{hash, std::move(*signer), wholeSecondAfter(latest), der};
}

} // namespace

tl::expected<StampToken, StampFault> tokenFromAnswer(const QByteArray& answer, const StampRequest& request,
                                                     const SignerTrust& trust, const QDateTime& now)
{
    const Answer read = decode<Answer>(answer, d2i_TS_RESP);
    if (!read)
        return fault(Kind::NoAnswer);
    if (const auto reason = refusalOf(read.get()))
        return fault(Kind::Refused, *reason);
    const auto der = secondElement(answer);
    if (!der)
        return fault(Kind::NoAnswer);
    const auto opened = open(*der);
    if (!opened)
        return tl::unexpected(opened.error());
    if (hashOf(opened->info.get()) != request.hash)
        return fault(Kind::WrongHash);
    if (nonceOf(opened->info.get()) != request.nonce)
        return fault(Kind::WrongNonce);
    auto token = checkSigner(*opened, *der, request.hash, trust);
    if (token && std::abs(opened->time.secsTo(now)) > ToleratedClockSeconds)
        return fault(Kind::WrongTime, toIso(opened->time));
    return token;
}

tl::expected<StampToken, StampFault> readToken(const QByteArray& der, const QByteArray& hash,
                                               const SignerTrust& trust)
{
    const auto opened = open(der);
    if (!opened)
        return tl::unexpected(opened.error());
    if (hashOf(opened->info.get()) != hash)
        return fault(Kind::WrongHash);
    return checkSigner(*opened, der, hash, trust);
}

} // namespace parcferme
