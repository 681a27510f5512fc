#pragma once

#include "core/Progress.h"
#include "tracker/ChangeSet.h"
#include "tracker/SourceContact.h"
#include "tracker/SourceIntake.h"

namespace parcferme {

// One round of questions to the source. Each answer goes into the store at once, so that what arrived is
// kept. When the source cannot be reached, the questions after it are not asked: the stored facts serve, and
// `error` says why. An answer that was read and refused, in whole or of one race, stops no other question.
// What the source does not give is not asked of it.
class SourceFetch
{
public:
    SourceFetch(DataSource& source, SourceContact& contact, Database& database, Progress progress)
        : source_(source), contact_(contact), intake_(database), progress_(std::move(progress))
    {
    }

    // Errors: Cancelled, and those of the store.
    QCoro::Task<Status> calendar(DataSource::Query query);
    QCoro::Task<Status> qualifying(DataSource::Query query);
    QCoro::Task<Status> sprints(DataSource::Query query);
    QCoro::Task<Status> results(DataSource::Query query);

    bool failed() const { return error_.has_value(); }
    const Error& error() const { return *error_; }
    // Why something of a round was refused: what was said of it, else what may be about it. Nothing when it
    // was not.
    std::optional<Error> refusedOf(int round) const;
    // Why not everything that was asked for is in the store: out of reach or refused (an older answer may
    // have served). Nothing when it is.
    std::optional<Error> undone() const;
    bool reached() const { return reached_ && !failed(); }
    int requests() const { return requests_; }
    const SourceIntake::Report& intakes() const { return intakes_; }
    void addChanges(ChangeSet& changes) const;
    // What the user should be told: oddities, refusals and the failure included.
    QStringList notices() const;

private:
    template <typename T, typename Store>
    Status store(const Result<Fetched<T>>& answer, Store intoStore);
    bool gives(DataSource::Kind kind) const;

    DataSource& source_;
    SourceContact& contact_;
    SourceIntake intake_;
    Progress progress_;
    SourceIntake::Report intakes_;     // of all answers
    std::vector<Error> stale_;         // why older answers served
    QStringList notes_;                // oddities of which the rest was used
    std::vector<RefusedRace> refused_; // season 0: a whole answer
    std::optional<Error> error_;
    bool reached_ = false;
    int requests_ = 0;
};

} // namespace parcferme
