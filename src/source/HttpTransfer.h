#pragma once

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

class QNetworkAccessManager;

namespace parcferme {

// What came back from one request, whatever its status.
struct HttpReply
{
    int status = 0;
    QByteArray body; // unpacked
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(const char* name) const; // empty when it was not sent
};

// Why nothing usable came back.
struct TransferFailure
{
    enum class Kind {
        NoNetwork,   // no such host, no route: this machine is offline
        Refused,     // nobody listens there
        Interrupted, // closed or reset on the way
        TimedOut,    // the total deadline is over
        Tls,         // no trust in the other side
        TooLarge,    // over the size limit
        Damaged,     // what came cannot be unpacked, or is no HTTP
        NoTls,       // this machine has no OpenSSL that Qt can load
        NoAuthority, // this machine has no list of trusted certificates
    };
    Kind kind = Kind::NoNetwork;
    QString detail; // in the words of the network layer
};

// Why an https request failed, where it is not the other side: without TLS, or without certificates to check
// with, every one fails, and the words of the network layer do not say so.
TransferFailure::Kind secureKind(TransferFailure::Kind failed, bool hasTls, bool hasCertificates);

// One GET, or a POST with its body, over the network, sent once: no redirect is followed and nothing is
// repeated. Finishes exactly once; deleting it before that aborts.
class HttpTransfer final : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        std::chrono::milliseconds deadline{30000}; // for the whole answer
        qint64 bytes = 16 * 1024 * 1024;           // unpacked, while it streams in
    };
    using Outcome = tl::expected<HttpReply, TransferFailure>;

    // post: the body of a POST; nothing for a GET.
    HttpTransfer(QNetworkAccessManager& manager, const QNetworkRequest& request,
                 const std::optional<QByteArray>& post, Limits limits);
    ~HttpTransfer() override;

    Outcome takeOutcome() { return std::move(outcome_); } // once it is finished

Q_SIGNALS:
    void finished();

private:
    void read();
    void conclude();
    void stop(TransferFailure failure);

    QPointer<QNetworkReply> reply_; // belongs to the manager
    QTimer deadline_;
    Limits limits_;
    QByteArray body_;
    Outcome outcome_;
    bool done_ = false;
};

} // namespace parcferme
