#pragma once

#include "core/Clock.h"
#include "source/DataSource.h"
#include "store/PredictionRepository.h"
#include "store/StateRepository.h"
#include "tracker/FreezeRules.h"
#include "tracker/StoredFacts.h"

namespace parcferme {

// What is known of the source from asking it: whether it can be reached, how old its data is, and its clock,
// which bounds the machine's.
class SourceContact
{
public:
    SourceContact(Database& database, const DataSource& source, StoredFacts& facts, const Clock& clock,
                  const Settings& settings);

    // After every answer, and after every question without one.
    template <typename T>
    void noteAnswer(const Fetched<T>& fetched)
    {
        noteAnswer(fetched.serverDate, fetched.serverDateAt, fetched.fetchedAt, fetched.noAnswer);
    }
    void noteFailure(const Error& error);

    SourceStatus status() const;
    Present present() const;

private:
    void noteAnswer(const std::optional<QDateTime>& serverDate, const std::optional<QDateTime>& at,
                    const QDateTime& fetchedAt, const std::optional<NoAnswer>& noAnswer);

    const DataSource& source_;
    StoredFacts& facts_;
    const Clock& clock_;
    PredictionRepository predictions_;
    StateRepository state_;
    SourceStatus status_;
    std::optional<qint64> serverAheadSeconds_; // server minus machine, as of this session's last contact
};

} // namespace parcferme
