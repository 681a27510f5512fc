#include "tracker/Stamping.h"

#include "stamp/StampToken.h"
#include "store/PredictionRepository.h"
#include "store/StampRepository.h"

namespace parcferme {

Stamping::Stamping(Database& database, std::unique_ptr<TimestampAuthority> authority, QString certificates)
    : database_(database), authority_(std::move(authority)), certificates_(std::move(certificates))
{
}

Result<bool> Stamping::isDue() const
{
    if (!isOn())
        return false;
    const auto head = PredictionRepository(database_).head();
    if (!head)
        return tl::unexpected(head.error());
    if (head->id == 0)
        return false;
    return StampRepository(database_).has(head->hash).map([](bool stamped) { return !stamped; });
}

QCoro::Task<Result<std::optional<LedgerStamp>>> Stamping::stampHead(Present present, Progress progress)
{
    const auto due = isDue();
    if (!due)
        co_return tl::unexpected(due.error());
    if (!*due || asking_)
        co_return std::optional<LedgerStamp>();
    const auto head = PredictionRepository(database_).head();
    if (!head)
        co_return tl::unexpected(head.error());
    asking_ = true;
    auto stamped = co_await stamp(head->hash, std::move(present), std::move(progress));
    asking_ = false;
    trouble_ = stamped ? QString() : stamped.error().text();
    co_return stamped;
}

QCoro::Task<Result<std::optional<LedgerStamp>>> Stamping::stamp(QByteArray hash, Present present,
                                                                Progress progress)
{
    // First, so that nobody is asked for what could not be checked.
    const auto trust = SignerTrust::load(certificates_);
    const auto request = makeStampRequest(hash);
    if (!trust || !request)
        co_return tl::unexpected(!trust ? trust.error() : request.error());
    const auto answer = co_await authority_->ask(request->der, std::move(progress));
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto token = tokenFromAnswer(*answer, *request, *trust, present());
    if (!token)
        co_return fail(ErrorCode::Data, token.error().text());
    LedgerStamp stamp{hash, token->authority, token->time, token->der, 0};
    if (auto stored = StampRepository(database_).add(stamp); !stored)
        co_return tl::unexpected(stored.error());
    co_return std::optional(std::move(stamp));
}

} // namespace parcferme
