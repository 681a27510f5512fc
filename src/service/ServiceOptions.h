#pragma once

#include "core/Error.h"
#include "service/HttpLimits.h"

#include <QHostAddress>
#include <QList>
#include <QProcessEnvironment>

namespace parcferme {

// Where the service listens and who may ask it.
struct ServiceOptions
{
    QHostAddress host{QHostAddress::LocalHost};
    quint16 port = 8000;       // 0: any that is free
    QList<QByteArray> origins; // whose pages a browser lets ask, lower case; "*" for all
    QByteArray token;          // empty: none is asked for
    HttpLimits limits;

    // host, port: as on the command line, empty for the default; origins and token are ALLOWED_ORIGINS and
    // API_TOKEN. Errors: Usage, naming the option or variable, its value and what would be right; of a token
    // never the value. Beyond loopback a token is needed.
    static Result<ServiceOptions> resolve(const QProcessEnvironment& environment, const QString& host,
                                          const QString& port);
};

} // namespace parcferme
