#include "source/FailureWords.h"

#include "core/Sentence.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestReason = 160;

// What the source says in {"detail"} or as plain text; a web page says nothing that fits a sentence.
QString reasonIn(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QString reason = object.value("detail"_L1).toString();
    if (reason.isEmpty() && object.isEmpty() && body.size() <= LongestReason && !body.contains('<'))
        reason = QString::fromUtf8(body);
    for (QChar& c : reason)
        if (!c.isPrint())
            c = QLatin1Char(' ');
    return reason.simplified().left(LongestReason);
}

QString nameOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Sentence::tr("refuses to answer");
    case 404:
        return Sentence::tr("does not know this address");
    case 429:
        return Sentence::tr("asks to send fewer requests");
    default:
        return status >= 500 ? Sentence::tr("has a fault of its own")
                             : Sentence::tr("gave an answer that is no data");
    }
}

} // namespace

QString describe(const TransferFailure& failure, const QString& host, const HttpTransfer::Limits& limits)
{
    using Kind = TransferFailure::Kind;
    switch (failure.kind) {
    case Kind::NoNetwork:
        return Sentence::tr("There is no network, or no way to %1 (%2).").arg(host, failure.detail);
    case Kind::Refused:
        return Sentence::tr("%1 takes no connections.").arg(host);
    case Kind::Interrupted:
        return Sentence::tr("%1 closed the connection before the answer was complete.").arg(host);
    case Kind::TimedOut:
        return Sentence::tr("%1 did not answer completely within %2 seconds.")
            .arg(host)
            .arg(static_cast<double>(limits.deadline.count()) / 1000);
    case Kind::Tls:
        return Sentence::tr("The connection to %1 is not secure (%2).").arg(host, failure.detail);
    case Kind::TooLarge:
        return Sentence::tr("The answer of %1 is larger than %2 MB and was not read on.")
            .arg(host)
            .arg(static_cast<double>(limits.bytes) / (1024 * 1024));
    case Kind::Damaged:
        return Sentence::tr("The answer of %1 came damaged and could not be unpacked.").arg(host);
    case Kind::NoTls:
        return Sentence::tr("There is no way to %1: OpenSSL, or Qt's plugin for it, is not to be found on "
                            "this system.")
            .arg(host);
    case Kind::NoAuthority:
        return Sentence::tr("Who answers as %1 cannot be checked: this system has no list of trusted "
                            "certificates (/etc/ssl/certs; Debian's package is ca-certificates).")
            .arg(host);
    }
    return {};
}

QString describe(const HttpReply& reply, const QString& host)
{
    const QString reason = reasonIn(reply.body);
    const QString words = QStringLiteral("%1 %2 (HTTP %3)").arg(host, nameOf(reply.status)).arg(reply.status);
    return reason.isEmpty() ? words + QLatin1Char('.') : words + QStringLiteral(": ") + reason;
}

} // namespace parcferme
