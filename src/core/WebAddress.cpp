#include "core/WebAddress.h"

#include <QRegularExpression>

namespace parcferme {

using namespace Qt::StringLiterals;

bool isLoopback(const QUrl& url)
{
    static const QRegularExpression number(QStringLiteral("^127(\\.\\d{1,3}){3}$"));
    const QString host = url.host();
    return host == "localhost"_L1 || host == "::1"_L1 || number.match(host).hasMatch();
}

bool mayBeAsked(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
}

bool mayBeAskedForSigned(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace parcferme
