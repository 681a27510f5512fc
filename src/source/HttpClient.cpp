#include "source/HttpClient.h"

namespace parcferme {

namespace {

using namespace std::chrono_literals;

QString hostOf(const QUrl& url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port());
}

} // namespace

HttpClient::HttpClient(HttpOptions options, const Clock& clock)
    : options_(std::move(options)), clock_(clock), cache_(options_.cacheFolder, clock, options_.cacheLimit)
{
}

void HttpClient::setLimits(const QUrl& url, const RequestLimits& limits)
{
    queueOf(url).budget().setLimits(limits);
}

HostQueue& HttpClient::queueOf(const QUrl& url)
{
    static const RequestLimits unknownHost{{{1, 1s}, {100, 1h}}};
    const QString host = hostOf(url);
    std::unique_ptr<HostQueue>& queue = queues_[host];
    if (!queue)
        queue = std::make_unique<HostQueue>(
            RequestBudget(options_.cacheFolder, host, machineClock_, unknownHost), clock_, options_);
    return *queue;
}

QNetworkAccessManager& HttpClient::network()
{
    if (!network_)
        network_ = std::make_unique<QNetworkAccessManager>();
    return *network_;
}

} // namespace parcferme
