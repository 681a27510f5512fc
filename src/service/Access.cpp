#include "service/Access.h"

#include <QCryptographicHash>

namespace parcferme {

namespace {

QByteArray digest(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

bool sameInConstantTime(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    volatile unsigned char different = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        different = static_cast<unsigned char>(different | (a[i] ^ b[i]));
    return different == 0;
}

QString withoutPort(const QByteArray& host)
{
    const qsizetype colon = host.lastIndexOf(':');
    const QByteArray name = colon > host.lastIndexOf(']') ? host.first(colon) : host;
    return QString::fromLatin1(name.startsWith('[') && name.endsWith(']') ? name.sliced(1).chopped(1) : name);
}

bool isThisMachine(const QByteArray& host)
{
    const QString name = withoutPort(host).toLower();
    return name.isEmpty() || name == QLatin1StringView("localhost") || QHostAddress(name).isLoopback();
}

} // namespace

Access::Access(const ServiceOptions& options) : origins_(options.origins)
{
    if (!options.token.isEmpty())
        expected_ = digest("Bearer " + options.token);
}

bool Access::allows(const QByteArray& origin) const
{
    return origins_.contains("*") || origins_.contains(origin.toLower());
}

std::optional<Refusal> Access::refusesPage(const Headers& headers, bool changes) const
{
    if (!headers.origin.isEmpty() && !allows(headers.origin))
        return Refusal{
            403, QStringLiteral("Pages of this origin may not ask; ALLOWED_ORIGINS lists those that may.")};
    if (changes && headers.origin.isEmpty() && headers.site.toLower() == "cross-site")
        return Refusal{403, QStringLiteral("A page elsewhere may not change anything here.")};
    if (expected_.isEmpty() && !isThisMachine(headers.host))
        return Refusal{
            403, QStringLiteral("Without API_TOKEN this service is asked as localhost or 127.0.0.1 only.")};
    return std::nullopt;
}

std::optional<Refusal> Access::refusesToken(const Headers& headers) const
{
    if (expected_.isEmpty() || sameInConstantTime(digest(headers.authorization), expected_))
        return std::nullopt;
    return Refusal{401, QStringLiteral("Send the token as \"Authorization: Bearer TOKEN\".")};
}

QByteArray Access::allowedOrigin(const QByteArray& origin) const
{
    if (origin.isEmpty() || !allows(origin))
        return {};
    return origins_.contains("*") ? QByteArrayLiteral("*") : origin;
}

} // namespace parcferme
