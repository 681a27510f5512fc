#include "stamp/StampRequest.h"

#include "core/Sentence.h"
#include "stamp/OpenSslPointer.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <openssl/ts.h>

#include <array>

namespace parcferme {

namespace {

// 64 bits. The first is 0 and the second 1, so that the number is positive and keeps its length.
QByteArray randomNonce()
{
    std::array<quint32, 2> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    bits[0] = (bits[0] & 0x7fffffffU) | 0x40000000U;
    QByteArray nonce;
    for (const quint32 word : bits)
        for (int shift = 24; shift >= 0; shift -= 8)
            nonce.append(static_cast<char>((word >> shift) & 0xffU));
    return nonce;
}

bool fill(TS_REQ* request, QByteArray digest, const QByteArray& nonce)
{
    const OpenSslPointer<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
    const OpenSslPointer<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(TS_MSG_IMPRINT_new());
    const OpenSslPointer<BIGNUM, BN_free> number(BN_bin2bn(
        reinterpret_cast<const unsigned char*>(nonce.constData()), static_cast<int>(nonce.size()), nullptr));
    const OpenSslPointer<ASN1_INTEGER, ASN1_INTEGER_free> integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return request && algorithm && imprint && integer && TS_REQ_set_version(request, 1) &&
           X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) &&
           TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) &&
           TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(digest.data()),
                                  static_cast<int>(digest.size())) &&
           TS_REQ_set_msg_imprint(request, imprint.get()) && TS_REQ_set_nonce(request, integer.get()) &&
           TS_REQ_set_cert_req(request, 1); // with the signer's certificate in the answer
}

} // namespace

Result<StampRequest> makeStampRequest(const QByteArray& hash)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    if (!form.match(QString::fromLatin1(hash)).hasMatch())
        return fail(ErrorCode::Data,
                    Sentence::tr("\"%1\" is no hash of the ledger.").arg(QString::fromLatin1(hash)));
    StampRequest request{hash, randomNonce(), {}};
    const OpenSslPointer<TS_REQ, TS_REQ_free> asked(TS_REQ_new());
    if (!fill(asked.get(), QByteArray::fromHex(hash), request.nonce))
        qFatal("OpenSSL cannot make a time-stamp request."); // only without memory
    request.der.resize(i2d_TS_REQ(asked.get(), nullptr));
    auto* end = reinterpret_cast<unsigned char*>(request.der.data());
    i2d_TS_REQ(asked.get(), &end);
    return request;
}

} // namespace parcferme
