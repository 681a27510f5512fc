#pragma once

#include "source/HttpClient.h"
#include "source/Resumption.h"

#include <QCoroTask>

#include <vector>

namespace parcferme {

class HttpExchange;

// One source's way to the shared client. When it goes, whatever is under way finishes at once with Cancelled:
// so it is the last member of its source, whose coroutines then run for the last time.
class HttpCaller final : public QObject
{
    Q_OBJECT
public:
    explicit HttpCaller(std::shared_ptr<HttpClient> client);
    ~HttpCaller() override;

    // The cached answer while it is fresh, else the host's, else an older one from the cache. An answer that
    // `read` refuses is not kept, and one that is empty never replaces rows. Each call finishes exactly once,
    // and lets the event loop run before it does. Errors: Network, Offline, Cancelled, and those of `read`.
    QCoro::Task<Result<HttpServed>> get(HttpQuestion question);

    // Past the cache. Finishes exactly once.
    QCoro::Task<HttpOutcome> send(HttpRequest request);

    HttpClient& client() const { return *client_; }

private:
    std::optional<HttpServed> fromCache(const HttpQuestion& question, bool freshOnly);
    Result<HttpServed> keep(const HttpQuestion& question, const HttpAnswer& answer,
                            const std::optional<CacheEntry>& before);
    void stopUnwanted();

    std::shared_ptr<HttpClient> client_;
    Resumption resumption_;
    std::vector<HttpExchange*> running_;
    QTimer watch_;
    bool closing_ = false;
};

} // namespace parcferme
