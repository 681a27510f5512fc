#pragma once

#include "source/HttpCaller.h"
#include "source/timestamp/TimestampAuthority.h"

namespace parcferme {

// An authority behind an address: a POST of the request, at most 20 seconds and 64 KiB of answer. Plain http
// is allowed: the answer is signed.
class HttpTimestampAuthority final : public TimestampAuthority
{
public:
    HttpTimestampAuthority(const QUrl& url, std::shared_ptr<HttpClient> client);

    QCoro::Task<Result<QByteArray>> ask(QByteArray request, Progress progress) override;

private:
    QUrl url_;
    HttpCaller http_; // last: its end is the end of all coroutines
};

} // namespace parcferme
