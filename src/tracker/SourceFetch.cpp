#include "tracker/SourceFetch.h"

#include "core/Sentence.h"

namespace parcferme {

namespace {

QString outOfReach(const Error& error)
{
    return error.code == ErrorCode::Offline
               ? Sentence::tr("Offline: the source was not asked; what is stored serves.")
               : Sentence::tr("The source could not be reached: %1 What is stored serves.")
                     .arg(error.message);
}

} // namespace

template <typename T, typename Store>
Status SourceFetch::store(const Result<Fetched<T>>& answer, Store intoStore)
{
    if (!answer) {
        contact_.noteFailure(answer.error());
        if (answer.error().code == ErrorCode::Cancelled)
            return tl::unexpected(answer.error());
        error_ = answer.error();
        return {};
    }
    contact_.noteAnswer(*answer);
    requests_ += answer->requests;
    reached_ = reached_ || !answer->stale;
    if (answer->stale)
        stale_.append(Sentence::tr("The source did not answer; its answer of %1 serves.")
                          .arg(answer->fetchedAt.toString(QStringLiteral("d MMM yyyy HH:mm 'UTC'"))));
    const Result<SourceIntake::Report> stored = intoStore(*answer);
    if (!stored)
        return tl::unexpected(stored.error());
    intakes_.newRaces += stored->newRaces;
    intakes_.newRevisions += stored->newRevisions;
    intakes_.newQualifyings += stored->newQualifyings;
    intakes_.changed.unite(stored->changed);
    intakes_.notices += stored->notices;
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

void SourceFetch::addChanges(int year, ChangeSet& changes) const
{
    changes.sourceStatus = true;
    if (intakes_.changed.isEmpty())
        return;
    changes.races.unite(intakes_.changed);
    changes.seasons.insert(year);
}

QStringList SourceFetch::notices() const
{
    QStringList notices = stale_;
    notices.removeDuplicates();
    notices += intakes_.notices;
    if (error_)
        notices.append(outOfReach(*error_));
    return notices;
}

} // namespace parcferme
