#pragma once

#include "core/Error.h"

#include <QUrl>

namespace parcferme {

// What keeps others on the way from changing an answer.
enum class Protection {
    Connection, // https does; plain http on this machine itself only
    Signature,  // the answer is signed, and checked by whoever reads it: plain http will do
};

// The rules of core/WebAddress.h, as an error for people. Errors: Network, naming the address.
Status checkUrl(const QUrl& url, Protection protection = Protection::Connection);

// Where a redirect may lead: as above, and never from https to http. `to` is absolute.
Status checkRedirect(const QUrl& from, const QUrl& to, Protection protection = Protection::Connection);

} // namespace parcferme
