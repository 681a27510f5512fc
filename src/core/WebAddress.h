#pragma once

#include <QUrl>

namespace parcferme {

// Whether an address is this machine itself: localhost, ::1 or 127.x.x.x in figures ("127.example.org" is
// somebody else's machine).
bool isLoopback(const QUrl& url);

// Whether data may be asked of an address: only https, and http on this machine itself.
bool mayBeAsked(const QUrl& url);

// Whether an address may be asked for what is signed and checked against its signature: http will do.
bool mayBeAskedForSigned(const QUrl& url);

} // namespace parcferme
