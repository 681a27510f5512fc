#include "tracker/SourceFetch.h"

#include "core/Sentence.h"
#include "tracker/UtcText.h"

namespace parcferme {

namespace {

QString outOfReach(const Error& error)
{
    return error.code == ErrorCode::Offline
               ? Sentence::tr("Offline: the source was not asked; what is stored serves.")
               : Sentence::tr("The source could not be reached: %1 What is stored serves.")
                     .arg(error.message);
}

// Of an answer from the cache, where a new one was wanted: why it serves.
template <typename T>
Error staleness(const Fetched<T>& answer)
{
    const QString time = utcText(answer.fetchedAt);
    if (answer.noAnswer && answer.noAnswer->why == NoAnswer::Why::BudgetSpent)
        return {ErrorCode::Network,
                Sentence::tr("The source's answer of %1 serves: it may be asked again from %2.")
                    .arg(time, utcText(answer.askAgainFrom)),
                {}};
    if (answer.noAnswer && answer.noAnswer->why == NoAnswer::Why::Refused)
        return {ErrorCode::Data,
                Sentence::tr("The source's answer was not used: %1 Its answer of %2 serves.")
                    .arg(answer.noAnswer->error.message, time),
                {}};
    return {ErrorCode::Network,
            Sentence::tr("The source did not answer; its answer of %1 serves.").arg(time),
            {}};
}

// What the source sent, and what was done.
QString refusal(const RefusedRace& refused)
{
    if (refused.season == 0)
        return Sentence::tr("The source's answer was not used: %1 What is stored serves.").arg(refused.why);
    if (refused.round == 0)
        return Sentence::tr("%1 A race of %2 was refused; what is stored of it stays.")
            .arg(refused.why)
            .arg(refused.season);
    return Sentence::tr("%1 Round %2 of %3 was refused; what is stored of it stays.")
        .arg(refused.why)
        .arg(refused.round)
        .arg(refused.season);
}

} // namespace

template <typename T, typename Store>
Status SourceFetch::store(const Result<Fetched<T>>& answer, Store intoStore)
{
    if (!answer) {
        contact_.noteFailure(answer.error());
        if (answer.error().code == ErrorCode::Cancelled)
            return tl::unexpected(answer.error());
        if (answer.error().code == ErrorCode::Data) {
            reached_ = true;
            refused_.push_back({0, 0, answer.error().message});
        } else {
            error_ = answer.error();
        }
        return {};
    }
    contact_.noteAnswer(*answer);
    requests_ += answer->requests;
    const bool refused = answer->noAnswer && answer->noAnswer->why == NoAnswer::Why::Refused;
    reached_ = reached_ || !answer->stale || refused;
    if (answer->stale)
        stale_.push_back(staleness(*answer));
    const Result<SourceIntake::Report> stored = intoStore(*answer);
    if (!stored)
        return tl::unexpected(stored.error());
    intakes_.newRaces += stored->newRaces;
    intakes_.newRevisions += stored->newRevisions;
    intakes_.newQualifyings += stored->newQualifyings;
    intakes_.changed.unite(stored->changed);
    intakes_.seasons.unite(stored->seasons);
    intakes_.notices += stored->notices;
    notes_ += answer->odd.notes;
    refused_.insert(refused_.end(), answer->odd.refused.begin(), answer->odd.refused.end());
    return {};
}

bool SourceFetch::gives(DataSource::Kind kind) const
{
    return source_.gives().testFlag(kind);
}

QCoro::Task<Status> SourceFetch::calendar(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Calendar))
        co_return Status();
    const auto answer = co_await source_.calendar(query, progress_);
    co_return store(answer,
                    [&](const auto& fetched) { return intake_.storeCalendar(query.season, fetched); });
}

QCoro::Task<Status> SourceFetch::qualifying(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Qualifying))
        co_return Status();
    const auto answer = co_await source_.qualifying(query, progress_);
    co_return store(answer,
                    [&](const auto& fetched) { return intake_.storeQualifying(query.season, fetched); });
}

QCoro::Task<Status> SourceFetch::sprints(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Sprints))
        co_return Status();
    const auto answer = co_await source_.sprints(query, progress_);
    co_return store(answer, [&](const auto& fetched) {
        return intake_.storeResults(Session::Sprint, query.season, fetched);
    });
}

QCoro::Task<Status> SourceFetch::results(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Results))
        co_return Status();
    const auto answer = co_await source_.results(query, progress_);
    co_return store(answer, [&](const auto& fetched) {
        return intake_.storeResults(Session::Race, query.season, fetched);
    });
}

void SourceFetch::addChanges(ChangeSet& changes) const
{
    changes.sourceStatus = true;
    changes.races.unite(intakes_.changed);
    changes.seasons.unite(intakes_.seasons);
}

std::optional<Error> SourceFetch::refusedOf(int round) const
{
    QStringList words;
    for (const RefusedRace& refused : refused_)
        if (refused.round == round)
            words.append(refusal(refused));
    for (const RefusedRace& refused : refused_)
        if (words.isEmpty() && refused.round == 0) // it may be this one
            words.append(refusal(refused));
    return words.isEmpty() ? std::nullopt
                           : std::optional(Error{ErrorCode::Data, words.join(QLatin1Char(' ')), {}});
}

std::optional<Error> SourceFetch::undone() const
{
    if (error_)
        return error_;
    if (!stale_.empty())
        return stale_.front();
    if (refused_.empty())
        return std::nullopt;
    return Error{ErrorCode::Data, refusal(refused_.front()), {}};
}

QStringList SourceFetch::notices() const
{
    QStringList notices;
    for (const Error& why : stale_)
        notices.append(why.message);
    notices.removeDuplicates();
    notices += notes_ + intakes_.notices;
    for (const RefusedRace& refused : refused_)
        notices.append(refusal(refused));
    if (error_)
        notices.append(outOfReach(*error_));
    return notices;
}

} // namespace parcferme
