#pragma once

#include "service/HttpLimits.h"
#include "service/Refusal.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace parcferme {

// One request as it came. Its body was counted and dropped: no call has one.
struct IncomingRequest
{
    QByteArray method;
    QByteArray target;                     // path and query as sent
    QByteArray version;                    // "HTTP/1.1"
    QHash<QByteArray, QByteArray> headers; // names in lower case; of one that stands twice the last
    QString peer;                          // address of whoever asks

    QByteArray header(const char* lowerCaseName) const { return headers.value(lowerCaseName); }
    QByteArray path() const { return target.split('?').first(); }
};

// Looks at a head while it is collected, for what the HTTP library lets pass and this service does not: two
// readers of such a request could differ in where it ends or whom it is for.
class HttpHeadCheck
{
public:
    explicit HttpHeadCheck(const HttpLimits& limits) : limits_(limits) {}

    void add(const QByteArray& lowerCaseName, const QByteArray& value);
    // Refusals: 400, 411, 413, 414, 431, 505.
    std::optional<Refusal> refuses(const IncomingRequest& request) const;

private:
    HttpLimits limits_;
    qsizetype bytes_ = 0;
    qsizetype headers_ = 0;
    bool twice_ = false; // a header that decides stands twice
    QHash<QByteArray, int> seen_;
};

} // namespace parcferme
