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

template <typename T, typename Take>
Status SourceFetch::take(const Result<Fetched<T>>& answer, Take intoStore)
{
    if (!answer) {
        parts_.notHeard(answer.error());
        if (answer.error().code == ErrorCode::Cancelled)
            return tl::unexpected(answer.error());
        error_ = answer.error();
        return {};
    }
    parts_.heard(*answer);
    requests_ += answer->requests;
    reached_ = reached_ || !answer->stale;
    if (answer->stale)
        stale_.append(Sentence::tr("The source did not answer; its answer of %1 serves.")
                          .arg(answer->fetchedAt.toString(QStringLiteral("d MMM yyyy HH:mm 'UTC'"))));
    const Result<SourceIntake::Taken> taken = intoStore(*answer);
    if (!taken)
        return tl::unexpected(taken.error());
    taken_.newRaces += taken->newRaces;
    taken_.newRevisions += taken->newRevisions;
    taken_.newQualifyings += taken->newQualifyings;
    taken_.changed.unite(taken->changed);
    taken_.notices += taken->notices;
    return {};
}

bool SourceFetch::gives(DataSource::Kind kind) const
{
    return parts_.source->gives().testFlag(kind);
}

QCoro::Task<Status> SourceFetch::calendar(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Calendar))
        co_return Status();
    const auto answer = co_await parts_.source->calendar(query, progress_);
    co_return take(answer,
                   [&](const auto& fetched) { return parts_.intake.takeCalendar(query.season, fetched); });
}

QCoro::Task<Status> SourceFetch::qualifying(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Qualifying))
        co_return Status();
    const auto answer = co_await parts_.source->qualifying(query, progress_);
    co_return take(answer,
                   [&](const auto& fetched) { return parts_.intake.takeQualifying(query.season, fetched); });
}

QCoro::Task<Status> SourceFetch::sprints(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Sprints))
        co_return Status();
    const auto answer = co_await parts_.source->sprints(query, progress_);
    co_return take(answer,
                   [&](const auto& fetched) { return parts_.intake.takeSprints(query.season, fetched); });
}

QCoro::Task<Status> SourceFetch::results(DataSource::Query query)
{
    if (failed() || !gives(DataSource::Kind::Results))
        co_return Status();
    const auto answer = co_await parts_.source->results(query, progress_);
    co_return take(answer,
                   [&](const auto& fetched) { return parts_.intake.takeResults(query.season, fetched); });
}

QStringList SourceFetch::notices() const
{
    QStringList notices = stale_;
    notices.removeDuplicates();
    notices += taken_.notices;
    if (error_)
        notices.append(outOfReach(*error_));
    return notices;
}

} // namespace parcferme
