#include "source/UrlRules.h"

#include "core/Sentence.h"
#include "core/WebAddress.h"

namespace parcferme {

using namespace Qt::StringLiterals;

Status checkUrl(const QUrl& url, Protection protection)
{
    const bool isSigned = protection == Protection::Signature;
    if (isSigned ? mayBeAskedForSigned(url) : mayBeAsked(url))
        return {};
    if (isSigned)
        return fail(
            ErrorCode::Network,
            Sentence::tr("%1 is not asked: it is no http or https address.").arg(url.toDisplayString()));
    return fail(ErrorCode::Network,
                Sentence::tr("%1 is not asked: only https is, and http on this machine itself.")
                    .arg(url.toDisplayString()));
}

Status checkRedirect(const QUrl& from, const QUrl& to, Protection protection)
{
    if (from.scheme() == "https"_L1 && to.scheme() != "https"_L1)
        return fail(ErrorCode::Network,
                    Sentence::tr("The source redirects from https to %1; that is not followed.")
                        .arg(to.toDisplayString()));
    return checkUrl(to, protection);
}

} // namespace parcferme
