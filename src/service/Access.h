#pragma once

#include "service/Refusal.h"
#include "service/ServiceOptions.h"

#include <optional>

namespace parcferme {

// Who may ask. A browser on this machine could be made to ask by any page that it shows, so that loopback
// alone protects nothing: pages of other origins are refused, and without a token also other names than this
// machine's (a page can give its own name the address 127.0.0.1).
class Access
{
public:
    struct Headers
    {
        QByteArray host;
        QByteArray origin;        // empty: not a browser, or a page of this very service
        QByteArray authorization; // "Bearer TOKEN"
        QByteArray site; // Sec-Fetch-Site: where the page is from, as the browser says; empty for none
    };

    explicit Access(const ServiceOptions& options);

    // Refuses with 403. changes: the call writes. A page elsewhere can send one without an Origin (a form, a
    // link); browsers say then that it is from elsewhere.
    std::optional<Refusal> refusesPage(const Headers& headers, bool changes) const;
    // Refuses with 401. The time it takes does not depend on how much of a wrong token is right.
    std::optional<Refusal> refusesToken(const Headers& headers) const;

    // The value of Access-Control-Allow-Origin for an origin that was not refused; empty for none.
    QByteArray allowedOrigin(const QByteArray& origin) const;

private:
    bool allows(const QByteArray& origin) const;

    QList<QByteArray> origins_;
    QByteArray expected_; // SHA-256 of the header that is right; empty when no token is asked for
};

} // namespace parcferme
