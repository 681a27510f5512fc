#pragma once

#include "service/HttpLimits.h"

#include <QByteArray>
#include <QString>
#include <tl/expected.hpp>

#include <optional>

namespace parcferme {

// Why a request is not answered as asked: an HTTP status and a sentence for whoever asked.
struct Refusal
{
    int status = 400;
    QString why;
};

// Request line and framing of one request, as far as the connection needs them.
struct HttpHead
{
    qsizetype bytes = 0; // of the head itself, its empty line included
    QByteArray method;   // upper case
    QByteArray target;   // path and query as sent: visible ASCII that begins with "/"
    qint64 bodyBytes = 0;
    bool keepAlive = true;
};

// The head at the beginning of what was received; nothing while it is not complete. Stricter than
// QHttpServer, so that both always agree where a request ends: CRLF only, one Host, one Content-Length, no
// chunks, no folded lines. Refusals: 400, 411, 413, 414, 417, 431, 505.
tl::expected<std::optional<HttpHead>, Refusal> readHead(QByteArrayView received, const HttpLimits& limits);

} // namespace parcferme
