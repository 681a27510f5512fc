#include "support/StampAuthority.h"

#include <QFile>
#include <QProcess>

namespace parcferme {

namespace {

const char* const Configuration = R"(
[ tsa ]
serial = %1/serial
crypto_device = builtin
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1, millisecs:500
tsa_name = no
ess_cert_id_chain = no

[ ca ]
database = %1/index
new_certs_dir = %1
rand_serial = yes
default_md = sha256
policy = anything
unique_subject = no

[ anything ]
commonName = supplied
organizationName = optional

[ signer ]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping

[ root ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign

[ req ]
distinguished_name = none
[ none ]
)";

bool finishes(const QString& folder, const QStringList& words)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(QStringLiteral("openssl"), words);
    return openssl.waitForFinished(60'000) && openssl.exitStatus() == QProcess::NormalExit &&
           openssl.exitCode() == 0;
}

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

StampAuthority::StampAuthority()
{
    write("openssl.cnf", QString::fromLatin1(Configuration).arg(folder_.path()).toUtf8());
    write("index", {});
    write("serial", "01\n");
    makeRoot("root", QStringLiteral("/CN=Test Root"));
    makeRoot("stranger-root", QStringLiteral("/CN=Somebody"));
    const QStringList valid = words("-startdate 20200101000000Z -enddate 21000101000000Z");
    const QString subject = QStringLiteral("/O=Stewards of Tests/CN=Test Responder");
    makeSigner("trusted", "root", subject, valid);
    makeSigner("stranger", "stranger-root", subject, valid);
    makeSigner("expired", "root", subject, words("-startdate 20200101000000Z -enddate 20210101000000Z"));
}

void StampAuthority::write(const char* name, const QByteArray& bytes) const
{
    QFile file(this->file(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written.", name);
}

void StampAuthority::run(const QStringList& words) const
{
    if (!finishes(folder_.path(), words))
        qFatal("openssl %s fails.", qPrintable(words.join(u' ')));
}

void StampAuthority::makeRoot(const char* name, const QString& subject) const
{
    const QString own = QString::fromLatin1(name);
    run(words("req -config openssl.cnf -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
              "-days 36500 -extensions root -subj") +
        QStringList{subject, QStringLiteral("-keyout"), own + QStringLiteral(".key"), QStringLiteral("-out"),
                    own + QStringLiteral(".pem")});
}

void StampAuthority::makeSigner(const char* name, const char* root, const QString& subject,
                                const QStringList& span) const
{
    const QString own = QString::fromLatin1(name), issuer = QString::fromLatin1(root);
    run(words("req -config openssl.cnf -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj") +
        QStringList{subject, QStringLiteral("-keyout"), own + QStringLiteral(".key"), QStringLiteral("-out"),
                    own + QStringLiteral(".csr")});
    run(words("ca -config openssl.cnf -name ca -batch -notext -extensions signer") + span +
        QStringList{QStringLiteral("-cert"), issuer + QStringLiteral(".pem"), QStringLiteral("-keyfile"),
                    issuer + QStringLiteral(".key"), QStringLiteral("-in"), own + QStringLiteral(".csr"),
                    QStringLiteral("-out"), own + QStringLiteral(".pem")});
}

QByteArray StampAuthority::answer(const QByteArray& request, Signer signer) const
{
    const QString name = signer == Signer::Trusted   ? QStringLiteral("trusted")
                         : signer == Signer::Expired ? QStringLiteral("expired")
                                                     : QStringLiteral("stranger");
    write("request", request);
    run(words("ts -reply -config openssl.cnf -section tsa -queryfile request -out answer -signer") +
        QStringList{name + QStringLiteral(".pem"), QStringLiteral("-inkey"), name + QStringLiteral(".key")});
    QFile answer(file("answer"));
    return answer.open(QIODevice::ReadOnly) ? answer.readAll() : QByteArray();
}

QByteArray StampAuthority::foreignRequest(const QByteArray& hash) const
{
    run(words("ts -query -sha256 -cert -out foreign -digest") + QStringList{QString::fromLatin1(hash)});
    QFile request(file("foreign"));
    return request.open(QIODevice::ReadOnly) ? request.readAll() : QByteArray();
}

bool StampAuthority::accepts(const QByteArray& token, const QByteArray& hash) const
{
    write("token", token);
    return finishes(folder_.path(), words("ts -verify -token_in -in token -CAfile root.pem -digest") +
                                        QStringList{QString::fromLatin1(hash)});
}

} // namespace parcferme
