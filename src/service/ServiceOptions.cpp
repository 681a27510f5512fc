#include "service/ServiceOptions.h"

#include "core/Environment.h"

#include <QUrl>

#include <algorithm>

namespace parcferme {

namespace {

constexpr qsizetype ShortestToken = 16;

tl::unexpected<Error> wrong(const QString& name, const QString& value, const QString& right)
{
    return fail(ErrorCode::Usage, QStringLiteral("%1 is \"%2\"; it must be %3.").arg(name, value, right));
}

Result<QHostAddress> hostFrom(const QString& text)
{
    if (text.isEmpty() || text.toLower() == QLatin1StringView("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    QHostAddress host(text);
    if (host.isNull())
        return wrong(QStringLiteral("--host"), text,
                     QStringLiteral("localhost or an IP address of this machine, like 127.0.0.1 or 0.0.0.0"));
    return host;
}

Result<quint16> portFrom(const QString& text)
{
    if (text.isEmpty())
        return ServiceOptions().port;
    bool ok = false;
    const quint16 port = text.toUShort(&ok);
    if (!ok)
        return wrong(QStringLiteral("--port"), text,
                     QStringLiteral("a number from 0 (any free one) to 65535"));
    return port;
}

// An origin is what a browser sends: scheme, host and port, nothing behind them.
bool isOrigin(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    return url.isValid() && web && !url.host().isEmpty() &&
           url.toString(QUrl::FullyEncoded) ==
               url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                            QUrl::RemoveFragment);
}

Result<QList<QByteArray>> originsFrom(const QString& text)
{
    QList<QByteArray> origins;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString origin = part.trimmed().toLower();
        if (origin != QLatin1StringView("*") && !isOrigin(origin))
            return wrong(
                QString::fromLatin1(variable::AllowedOrigins), text,
                QStringLiteral("a list like https://one.example,http://localhost:3000 (scheme, host and "
                               "port only), or *"));
        origins.append(origin.toLatin1());
    }
    return origins;
}

Result<QByteArray> tokenFrom(const QString& text)
{
    const bool sendable =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    if (!text.isEmpty() && (!sendable || text.size() < ShortestToken))
        return fail(
            ErrorCode::Usage,
            QStringLiteral("%1 has %2 characters (its value is not shown); it must be at least %3 visible "
                           "ASCII characters without spaces, like those of: openssl rand -hex 32")
                .arg(QString::fromLatin1(variable::ApiToken))
                .arg(text.size())
                .arg(ShortestToken));
    return text.toLatin1();
}

} // namespace

Result<ServiceOptions> ServiceOptions::resolve(const QProcessEnvironment& environment, const QString& host,
                                               const QString& port)
{
    const auto address = hostFrom(host);
    const auto number = portFrom(port);
    const auto origins = originsFrom(environmentValue(environment, variable::AllowedOrigins));
    const auto token = tokenFrom(environmentValue(environment, variable::ApiToken));
    for (const Error* error : {address ? nullptr : &address.error(), number ? nullptr : &number.error(),
                               origins ? nullptr : &origins.error(), token ? nullptr : &token.error()})
        if (error)
            return tl::unexpected(*error);
    if (!address->isLoopback() && token->isEmpty())
        return fail(
            ErrorCode::Usage,
            QStringLiteral("--host %1 can be reached from other machines, and %2 is not set; set it to a "
                           "secret that callers send as \"Authorization: Bearer ...\".")
                .arg(address->toString(), QString::fromLatin1(variable::ApiToken)));
    return ServiceOptions{*address, *number, *origins, *token, {}};
}

} // namespace parcferme
