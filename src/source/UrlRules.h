#pragma once

#include "core/Error.h"

#include <QUrl>

namespace parcferme {

// The rule of core/WebAddress.h, as an error for people. Errors: Network, naming the address.
Status checkUrl(const QUrl& url);

// Where a redirect may lead: as above, and never from https to http. `to` is absolute.
Status checkRedirect(const QUrl& from, const QUrl& to);

} // namespace parcferme
