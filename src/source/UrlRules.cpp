#include "source/UrlRules.h"

#include "core/Sentence.h"

#include <QHostAddress>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QUrl& url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace

Status checkUrl(const QUrl& url)
{
    const bool secure = url.scheme() == "https"_L1;
    const bool local = url.scheme() == "http"_L1 && isLoopback(url);
    if (url.isValid() && !url.host().isEmpty() && (secure || local))
        return {};
    return fail(ErrorCode::Network,
                Sentence::tr("%1 is not asked: only https is, and http on this machine itself.")
                    .arg(url.toDisplayString()));
}

Status checkRedirect(const QUrl& from, const QUrl& to)
{
    if (from.scheme() == "https"_L1 && to.scheme() != "https"_L1)
        return fail(ErrorCode::Network,
                    Sentence::tr("The source redirects from https to %1; that is not followed.")
                        .arg(to.toDisplayString()));
    return checkUrl(to);
}

} // namespace parcferme
