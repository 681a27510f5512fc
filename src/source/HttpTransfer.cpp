#include "source/HttpTransfer.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

namespace parcferme {

namespace {

using Kind = TransferFailure::Kind;

constexpr qint64 Buffer = 1024LL * 1024;

// Qt silently sends a request once more when the connection closes before the answer: past the budget and
// without a pause. It does not where a body would have to be sent again and cannot be: this one, empty for a
// GET, cannot be rewound.
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes) : left_(std::move(bytes)) { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return left_.isEmpty(); }
    qint64 bytesAvailable() const override { return left_.size(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, left_.size());
        if (size == 0)
            return -1;
        std::copy_n(left_.constData(), size, data);
        left_.remove(0, size);
        return size;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray left_;
};

// Whether the error only says that the status is no success: then the reply is whole all the same. Redirects
// that keep the method come with a complaint about the body that cannot be sent again.
bool isStatusError(QNetworkReply::NetworkError error, int status)
{
    if (status == 307 || status == 308)
        return error == QNetworkReply::ContentReSendError;
    return status >= 400 && error >= QNetworkReply::ContentAccessDenied &&
           error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure &&
           error != QNetworkReply::ProtocolUnknownError;
}

Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Kind::Refused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return Kind::Interrupted;
    case QNetworkReply::TimeoutError:
        return Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::Tls;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError:
        return Kind::Damaged;
    default:
        return Kind::NoNetwork;
    }
}

// Asks for the certificates only after a handshake has failed, as reading them takes a while.
Kind kindOf(const QNetworkReply& reply)
{
    const Kind failed = kindOf(reply.error());
    if (reply.url().scheme() != QLatin1String("https"))
        return failed;
    const bool hasCertificates = failed != Kind::Tls || !QSslConfiguration::systemCaCertificates().isEmpty();
    return secureKind(failed, QSslSocket::supportsSsl(), hasCertificates);
}

} // namespace

Kind secureKind(Kind failed, bool hasTls, bool hasCertificates)
{
    if (!hasTls)
        return Kind::NoTls;
    return failed == Kind::Tls && !hasCertificates ? Kind::NoAuthority : failed;
}

QByteArray HttpReply::header(const char* name) const
{
    for (const auto& [key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

HttpTransfer::HttpTransfer(QNetworkAccessManager& manager, const QNetworkRequest& request,
                           const std::optional<QByteArray>& post, Limits limits)
    : limits_(limits)
{
    QNetworkRequest once(request);
    once.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    once.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    once.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    once.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    once.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    const QByteArray body = post.value_or(QByteArray());
    once.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto* device = new OneWayBody(body);
    reply_ = manager.sendCustomRequest(once, post ? "POST" : "GET", device);
    device->setParent(reply_); // which may still begin to send it when this is gone
    reply_->setReadBufferSize(Buffer);
    connect(reply_, &QNetworkReply::readyRead, this, &HttpTransfer::read);
    connect(reply_, &QNetworkReply::finished, this, &HttpTransfer::conclude);
    deadline_.setSingleShot(true);
    deadline_.setTimerType(Qt::PreciseTimer);
    connect(&deadline_, &QTimer::timeout, this, [this] { stop({Kind::TimedOut, {}}); });
    deadline_.start(limits.deadline);
}

HttpTransfer::~HttpTransfer()
{
    if (!reply_)
        return;
    reply_->disconnect(this);
    reply_->abort();
    reply_->deleteLater();
}

void HttpTransfer::read()
{
    body_ += reply_->readAll();
    if (body_.size() > limits_.bytes)
        stop({Kind::TooLarge, {}});
}

void HttpTransfer::stop(TransferFailure failure)
{
    if (done_)
        return;
    done_ = true;
    deadline_.stop();
    reply_->disconnect(this);
    reply_->abort();
    outcome_ = tl::unexpected(std::move(failure));
    Q_EMIT finished();
}

void HttpTransfer::conclude()
{
    read();
    if (done_)
        return;
    const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply_->error();
    if (error != QNetworkReply::NoError && !isStatusError(error, status))
        return stop({kindOf(*reply_), reply_->errorString()});
    done_ = true;
    deadline_.stop();
    outcome_ = HttpReply{status, body_, reply_->rawHeaderPairs()};
    Q_EMIT finished();
}

} // namespace parcferme
