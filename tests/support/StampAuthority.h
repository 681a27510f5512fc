#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace parcferme {

// A time-stamping authority of a test's own, made with the openssl command in a folder that goes with it: a
// root, a signer that it vouches for, one whose certificate has expired, and one of a stranger.
class StampAuthority
{
public:
    enum class Signer { Trusted, Expired, Stranger };

    StampAuthority();

    // What the authority answers to a request (DER). A request that is none is refused, as RFC 3161 has it.
    QByteArray answer(const QByteArray& request, Signer signer = Signer::Trusted) const;

    // A request for this hash (hex) with a nonce of openssl's, as another program would make it.
    QByteArray foreignRequest(const QByteArray& hash) const;

    QString rootFile() const { return file("root.pem"); }
    static QString name() { return QStringLiteral("Test Responder (Stewards of Tests)"); }

    // Whether openssl itself accepts a token (DER) for a hash, with this root.
    bool accepts(const QByteArray& token, const QByteArray& hash) const;

private:
    QString file(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const;
    void run(const QStringList& words) const; // fatal when it fails
    void makeRoot(const char* name, const QString& subject) const;
    void makeSigner(const char* name, const char* root, const QString& subject,
                    const QStringList& span) const;

    QTemporaryDir folder_;
};

} // namespace parcferme
