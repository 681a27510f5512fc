#pragma once

#include "core/Error.h"

#include <QUrl>

namespace parcferme {

// Only https, but for this machine itself. Errors: Network, naming the address.
Status checkUrl(const QUrl& url);

// Where a redirect may lead: as above, and never from https to http. `to` is absolute.
Status checkRedirect(const QUrl& from, const QUrl& to);

} // namespace parcferme
