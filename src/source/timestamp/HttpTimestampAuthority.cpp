#include "source/timestamp/HttpTimestampAuthority.h"

#include "core/Sentence.h"

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr auto LongestWait = 20s;
constexpr qint64 LargestAnswer = 64LL * 1024; // with all certificates of a signer it has less than 10

} // namespace

HttpTimestampAuthority::HttpTimestampAuthority(const QUrl& url, std::shared_ptr<HttpClient> client)
    : url_(url), http_(std::move(client))
{
}

QCoro::Task<Result<QByteArray>> HttpTimestampAuthority::ask(QByteArray request, Progress progress)
{
    if (http_.client().options().offline)
        co_return fail(ErrorCode::Offline,
                       Sentence::tr("%1 is not asked for a stamp (offline).").arg(url_.host()));
    HttpRequest post;
    post.url = url_;
    post.deadline = QDeadlineTimer(LongestWait);
    post.progress = progress;
    post.post = HttpPost{std::move(request), "application/timestamp-query", "application/timestamp-reply"};
    post.answerIsSigned = true;
    post.largestAnswer = LargestAnswer;
    HttpOutcome outcome = co_await http_.send(std::move(post));
    if (!outcome.answer)
        co_return tl::unexpected(std::move(outcome.answer.error().error));
    co_return std::move(outcome.answer->body);
}

} // namespace parcferme
