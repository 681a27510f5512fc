#include "source/UrlRules.h"

#include "core/Sentence.h"
#include "core/WebAddress.h"

namespace parcferme {

using namespace Qt::StringLiterals;

Status checkUrl(const QUrl& url)
{
    if (mayBeAsked(url))
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
