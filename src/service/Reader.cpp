#include "service/Reader.h"

#include "tracker/Assembly.h"

namespace parcferme {

namespace {

constexpr qsizetype MostKept = 512; // some 10 kB each

} // namespace

Reader::Reader(Settings settings, const Clock& clock) : settings_(std::move(settings)), clock_(clock)
{
    settings_.offline = true; // a read never waits for the network
}

Reader::~Reader() = default;

Result<Answer> Reader::read(const Route& route, const Call& call, const QByteArray& target)
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    auto answer = readOpened(route, call, target);
    if (!answer &&
        (answer.error().code == ErrorCode::Database || answer.error().code == ErrorCode::DatabaseAway))
        tracker_.reset(); // the next call connects anew
    return answer;
}

Status Reader::open()
{
    if (tracker_)
        return {};
    answers_.clear();
    auto assembled = assemble(settings_, clock_);
    if (!assembled)
        return tl::unexpected(assembled.error());
    tracker_ = std::move(assembled->tracker);
    return {};
}

Result<Answer> Reader::readOpened(const Route& route, const Call& call, const QByteArray& target)
{
    const auto read = std::get<Route::Read>(route.handler);
    if (!route.ofRows)
        return read(*tracker_, call).map(tagged);
    // Asked for before reading: what changes while it is read makes the answer one of an older state.
    const auto state = tracker_->storedState();
    if (!state)
        return tl::unexpected(state.error());
    if (*state != state_ || answers_.size() >= MostKept) {
        answers_.clear();
        state_ = *state;
    }
    if (const auto kept = answers_.constFind(target); kept != answers_.constEnd())
        return *kept;
    auto answer = read(*tracker_, call).map(tagged);
    if (answer)
        answers_.insert(target, *answer);
    return answer;
}

} // namespace parcferme
