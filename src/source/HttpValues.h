#pragma once

#include "core/Progress.h"
#include "source/CachePolicy.h"
#include "source/HttpCache.h"
#include "source/HttpHeaders.h"
#include "source/HttpTransfer.h"
#include "source/NoAnswer.h"
#include "source/RetryPolicy.h"

#include <QDeadlineTimer>
#include <QUrl>

#include <functional>

// What goes into an HttpClient and comes out of it.
namespace parcferme {

struct HttpOptions
{
    QString cacheFolder; // also of the files that count requests
    qint64 cacheLimit = HttpCache::DefaultLimit;
    bool offline = false;                         // never touch the network
    HttpTransfer::Limits limits;                  // of one attempt with its redirects
    RetryPolicy retry;                            // between attempts
    int redirects = 3;                            // that an attempt follows
    std::chrono::milliseconds longestTurn{60000}; // to wait for the budget before giving up
    std::chrono::seconds downFor{60}; // after a request failed for good, others are not repeated for so long
};

// What an answer that is neither 200, 304 nor a redirect says.
enum class StatusMeaning {
    Fault,  // the host cannot or will not answer; 429 and 5xx may pass
    NotYet, // what was asked for is not published yet: an answer like an empty list
    Closed, // the host answers nobody at the moment; asking again soon brings nothing
};
using StatusRule = StatusMeaning (*)(int status);

// What a POST carries.
struct HttpPost
{
    QByteArray body;
    QByteArray type;       // of the body: "application/timestamp-query"
    QByteArray answerType; // that is wanted
};

// One question to a host, with the validators of what is known already.
struct HttpRequest
{
    QUrl url;
    QByteArray etag; // empty: none
    QByteArray lastModified;
    QDeadlineTimer deadline{QDeadlineTimer::Forever}; // for all of it: turns, attempts and the pauses between
    Progress progress;                                // only its wish to stop is looked at
    StatusRule statusRule = nullptr;                  // null: every such status is a fault
    std::optional<HttpPost> post = std::nullopt;      // nothing: a GET, of JSON
    // Whoever reads the answer checks a signature over it and over what was asked: it may come over plain
    // http, where anybody on the way can hold it back but not forge it.
    bool answerIsSigned = false;
    std::optional<qint64> largestAnswer = std::nullopt; // bytes; nothing: as the client's limits say
};

// A good answer: 200; 304 when the validators still hold; or a status that means "not yet".
struct HttpAnswer
{
    bool unchanged = false; // 304; no body
    bool notYet = false;    // no body
    QByteArray body;
    QByteArray etag;
    QByteArray lastModified;
    CacheControl cacheControl;
    std::chrono::seconds age{0};   // that it lay in a cache on the way
    std::optional<QDateTime> date; // the server's, UTC
};

struct HttpOutcome
{
    tl::expected<HttpAnswer, NoAnswer> answer;
    int requests = 0; // sent, redirects and retries included
};

// A host's clock, with the machine's time when it was read. Both UTC.
struct ServerTime
{
    QDateTime date;
    QDateTime at;
};

// What a source reads: a body, or the word that there is none yet.
struct HttpBody
{
    QByteArray bytes;
    bool notYet = false;
};

// One question to the cache first, and to the host where the cache does not serve.
struct HttpQuestion
{
    QUrl url;
    QString title;                                    // "Results of 2024", for people
    bool again = false;                               // ask the host, however fresh the cached answer is
    QDeadlineTimer deadline{QDeadlineTimer::Forever}; // as HttpRequest's
    Progress progress;
    StatusRule statusRule = nullptr;
    std::optional<NoAnswer> cacheOnly; // why the host is not to be asked
    // Reads an answer and says what it is about, which decides how long it keeps. Error: Data, where the
    // bytes are no data at all or break a rule; then an older answer serves.
    std::function<Result<CacheSubject>(const HttpBody&)> read;
};

// How the last answer that was read had come.
struct HttpServed
{
    QDateTime fetchedAt; // UTC: when the host sent it
    // UTC: when the host will be asked again, unless somebody demands it earlier. Where a demand was refused
    // because the budget is spent, when it may be sent again.
    QDateTime askAgainFrom;
    bool fromCache = false;
    std::optional<NoAnswer> noAnswer; // why an answer serves that the cache would have replaced
    int requests = 0;                 // sent for this
};

} // namespace parcferme
