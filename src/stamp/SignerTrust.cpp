#include "stamp/SignerTrust.h"

#include "core/Sentence.h"
#include "stamp/Asn1.h"
#include "stamp/OpenSslPointer.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>

namespace parcferme {

namespace {

using Kind = StampFault::Kind;

QString namePart(const X509_NAME* name, int part)
{
    const int at = X509_NAME_get_index_by_NID(name, part, -1);
    return at < 0 ? QString() : plainText(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
}

// "Timestamp Responder 1 (DigiCert, Inc.)"
QString nameOf(const X509* certificate)
{
    const X509_NAME* name = X509_get_subject_name(certificate);
    const QString own = namePart(name, NID_commonName);
    const QString organization = namePart(name, NID_organizationName);
    if (own.isEmpty() || organization.isEmpty())
        return own + organization;
    return QStringLiteral("%1 (%2)").arg(own, organization);
}

bool isValidAt(const X509* certificate, time_t time)
{
    return X509_cmp_time(X509_get0_notBefore(certificate), &time) < 0 &&
           X509_cmp_time(X509_get0_notAfter(certificate), &time) > 0;
}

// Whether the certificate that the token names as the signer's was valid then; true when it carries none.
bool signerValidAt(PKCS7* token, time_t time)
{
    STACK_OF(X509)* signers = PKCS7_get0_signers(token, nullptr, 0);
    const bool valid = sk_X509_num(signers) < 1 || isValidAt(sk_X509_value(signers, 0), time);
    sk_X509_free(signers);
    return valid;
}

// Why a signature was not accepted: OpenSSL says it on its list of errors, the first of which is the cause.
StampFault faultFromErrors()
{
    const char* data = nullptr;
    int flags = 0;
    const unsigned long error = ERR_peek_error_data(&data, &flags);
    const bool untrusted =
        ERR_GET_LIB(error) == ERR_LIB_TS && ERR_GET_REASON(error) == TS_R_CERTIFICATE_VERIFY_ERROR;
    QString detail = untrusted && (flags & ERR_TXT_STRING) != 0 ? QString::fromUtf8(data) : QString();
    detail.remove(QStringLiteral("Verify error:"));
    ERR_clear_error();
    return {untrusted ? Kind::ForeignSigner : Kind::WrongSignature, detail};
}

} // namespace

SignerTrust::SignerTrust(x509_store_st* store) : store_(store, X509_STORE_free) {}

Result<SignerTrust> SignerTrust::load(const QString& certificateFile)
{
    SignerTrust trust(X509_STORE_new());
    const bool loaded =
        certificateFile.isEmpty()
            ? X509_STORE_set_default_paths(trust.store_.get()) == 1
            : X509_STORE_load_file(trust.store_.get(), QFile::encodeName(certificateFile).constData()) == 1;
    ERR_clear_error();
    if (loaded)
        return trust;
    if (certificateFile.isEmpty())
        return fail(ErrorCode::Io, Sentence::tr("The machine's certificates cannot be read."));
    return fail(ErrorCode::Io,
                Sentence::tr("\"%1\" cannot be read as a file of certificates (PEM).").arg(certificateFile));
}

tl::expected<QString, StampFault> SignerTrust::signerOf(PKCS7* token, const QDateTime& time) const
{
    // A certificate that has expired since was good when it signed.
    const auto then = static_cast<time_t>(time.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store_.get()), then);
    ERR_clear_error();
    X509* found = nullptr;
    const bool good = TS_RESP_verify_signature(token, nullptr, store_.get(), &found) == 1;
    const OpenSslPointer<X509, X509_free> signer(found);
    if (good)
        return nameOf(signer.get());
    StampFault fault = faultFromErrors();
    if (fault.kind == Kind::ForeignSigner && !signerValidAt(token, then))
        fault.kind = Kind::ExpiredSigner;
    return tl::unexpected(std::move(fault));
}

} // namespace parcferme
