#include "tracker/Stamping.h"

#include "stamp/StampToken.h"
#include "store/PickRepository.h"
#include "store/PredictionRepository.h"
#include "store/StampRepository.h"

namespace parcferme {

Stamping::Stamping(Database& database, std::unique_ptr<TimestampAuthority> authority, QString certificates)
    : database_(database), authority_(std::move(authority)), certificates_(std::move(certificates))
{
}

Result<QByteArray> Stamping::dueHash() const
{
    if (!isOn())
        return QByteArray();
    const auto prediction = PredictionRepository(database_).head();
    const auto pick = PickRepository(database_).head();
    if (!prediction || !pick)
        return tl::unexpected(!prediction ? prediction.error() : pick.error());
    for (const LedgerHead& head : {*prediction, *pick}) {
        if (head.id == 0)
            continue;
        const auto stamped = StampRepository(database_).has(head.hash);
        if (!stamped)
            return tl::unexpected(stamped.error());
        if (!*stamped)
            return head.hash;
    }
    return QByteArray();
}

Result<bool> Stamping::isDue() const
{
    return dueHash().map([](const QByteArray& hash) { return !hash.isEmpty(); });
}

QCoro::Task<Result<std::optional<LedgerStamp>>> Stamping::stampHead(Present present, Progress progress)
{
    const auto due = dueHash();
    if (!due)
        co_return tl::unexpected(due.error());
    if (due->isEmpty() || asking_)
        co_return std::optional<LedgerStamp>();
    asking_ = true;
    auto stamped = co_await stamp(*due, std::move(present), std::move(progress));
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
    LedgerStamp stamp{hash, token->authority, token->time, token->der};
    if (auto stored = StampRepository(database_).add(stamp); !stored)
        co_return tl::unexpected(stored.error());
    co_return std::optional(std::move(stamp));
}

} // namespace parcferme
