#pragma once

#include "core/Error.h"
#include "stamp/StampFault.h"

#include <QDateTime>

#include <memory>

// OpenSSL's own names, so that nobody who only checks stamps needs its headers.
struct pkcs7_st;
struct x509_store_st;

namespace parcferme {

// Whose signatures count: of a signer for time stamps who is vouched for, over as many steps as it takes, by
// a certificate that is trusted.
class SignerTrust
{
public:
    // By the machine's certificates (SSL_CERT_FILE and SSL_CERT_DIR win, as everywhere with OpenSSL), or by
    // those of a file (PEM) alone. Errors: Io.
    static Result<SignerTrust> load(const QString& certificateFile);

    // Checks the signature of a token, and the certificates as of `time`. Answers the name on the signer's
    // certificate. Faults: WrongSignature, ForeignSigner, ExpiredSigner.
    tl::expected<QString, StampFault> signerOf(pkcs7_st* token, const QDateTime& time) const;

private:
    explicit SignerTrust(x509_store_st* store);

    std::shared_ptr<x509_store_st> store_;
};

} // namespace parcferme
