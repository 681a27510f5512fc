#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "source/HttpHeaders.h"
#include "source/HttpTransfer.h"
#include "source/RetryPolicy.h"

#include <QUrl>

namespace parcferme {

// What is asked, with the validators of what is known already.
struct HttpRequest
{
    QUrl url;
    QByteArray etag; // empty: none
    QByteArray lastModified;
    Progress progress; // only its wish to stop is looked at
};

// A good answer: 200, or 304 when the validators still hold.
struct HttpAnswer
{
    bool unchanged = false; // 304; no body
    QByteArray body;
    QByteArray etag;
    QByteArray lastModified;
    CacheControl cacheControl;
    std::chrono::seconds age{0};   // that it lay in a cache on the way
    std::optional<QDateTime> date; // the server's, UTC
};

struct HttpOutcome
{
    Result<HttpAnswer> answer; // Errors: Network, Cancelled
    int requests = 0;          // sent, redirects and retries included
};

struct QueueOptions
{
    HttpTransfer::Limits limits; // of one attempt with its redirects
    RetryPolicy retry;
    int redirects = 3;
    std::chrono::milliseconds longestTurn{60000}; // to wait for the budget before giving up
    std::chrono::seconds downFor{60}; // after a request failed for good, others are not repeated for so long
};

} // namespace parcferme
