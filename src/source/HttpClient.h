#pragma once

#include "source/HostQueue.h"

#include <QNetworkAccessManager>

#include <map>
#include <memory>

namespace parcferme {

// The program's one way to the web, shared by its sources: a cache, and for each host a queue with a budget.
// A source asks through an HttpCaller of its own. Belongs to the thread that made it.
class HttpClient
{
public:
    // clock must outlive the client; ages are measured by it. It may differ from the machine's.
    HttpClient(HttpOptions options, const Clock& clock);

    // How often the host of an address may be asked. A host of which nothing was said (a redirect led there)
    // gets one request a second and a hundred an hour.
    void setLimits(const QUrl& url, const RequestLimits& limits);

    const HttpOptions& options() const { return options_; }
    const Clock& clock() const { return clock_; }
    HttpCache& cache() { return cache_; }
    HostQueue& queueOf(const QUrl& url);
    QNetworkAccessManager& network();

private:
    HttpOptions options_;
    const Clock& clock_;
    SystemClock machineClock_;
    HttpCache cache_;
    std::map<QString, std::unique_ptr<HostQueue>> queues_; // by "host" or "host:port"
    // Made with the first request: offline use never needs it.
    std::unique_ptr<QNetworkAccessManager> network_;
};

} // namespace parcferme
