#include "tracker/SourceContact.h"

#include "core/UtcTime.h"
#include "domain/Knowledge.h"

namespace parcferme {

namespace {

constexpr auto LastServerTime = "last_server_time";

void keepNewest(std::optional<QDateTime>& newest, const std::optional<QDateTime>& time)
{
    if (time && (!newest || *newest < *time))
        newest = time;
}

} // namespace

SourceContact::SourceContact(Database& database, const DataSource& source, StoredFacts& facts,
                             const Clock& clock, const Settings& settings)
    : source_(source), facts_(facts), clock_(clock), predictions_(database), state_(database)
{
    status_.database = database.location().display();
    if (settings.offline)
        status_.reach = SourceStatus::Reach::Offline;
}

SourceStatus SourceContact::status() const
{
    SourceStatus status = status_;
    if (const auto requests = source_.requestsLeft()) {
        status.requestsLeft = requests->left;
        status.requestsPerHour = requests->perHour;
    }
    const auto records = facts_.records();
    if (!records)
        return status;
    // What earlier sessions fetched has an age too.
    for (const RaceRecord& record : **records) {
        keepNewest(status.dataFrom, record.qualifyingFetchedAt);
        for (const ResultRevision& revision : record.revisions)
            if (revision.source == QLatin1StringView(HistorySource))
                keepNewest(status.historyUntil, record.race.startOrDate());
            else
                keepNewest(status.dataFrom, revision.fetchedAt);
    }
    return status;
}

Present SourceContact::present() const
{
    Present present;
    present.machine = clock_.now();
    if (serverAheadSeconds_)
        present.server = present.machine.addSecs(*serverAheadSeconds_);
    if (const auto last = state_.value(QLatin1StringView(LastServerTime)); last && *last)
        if (const auto time = timeFromIso(**last))
            present.lastServer = *time;
    if (const auto head = predictions_.head(); head && head->id > 0)
        present.lastLedger = head->createdAt;
    present.newestFact = facts_.newest();
    return present;
}

void SourceContact::noteAnswer(const std::optional<QDateTime>& serverDate, const std::optional<QDateTime>& at,
                               const QDateTime& fetchedAt, const std::optional<NoAnswer>& noAnswer)
{
    const bool heard = !noAnswer || noAnswer->why == NoAnswer::Why::Refused;
    status_.reach = heard ? SourceStatus::Reach::Online : SourceStatus::Reach::OutOfReach;
    keepNewest(status_.dataFrom, fetchedAt);
    if (!serverDate || !at || noAnswer)
        return;
    serverAheadSeconds_ = at->secsTo(*serverDate);
    status_.clockOffSeconds = std::llabs(*serverAheadSeconds_) > ToleratedClockSeconds
                                  ? std::optional(-*serverAheadSeconds_)
                                  : std::nullopt;
    const auto last = state_.value(QLatin1StringView(LastServerTime));
    if (last && last->value_or(QString()) < toIso(*serverDate)) // a bound that is missing only bounds less
        static_cast<void>(state_.set(QLatin1StringView(LastServerTime), toIso(*serverDate)));
}

void SourceContact::noteFailure(const Error& error)
{
    if (error.code == ErrorCode::Network)
        status_.reach = SourceStatus::Reach::OutOfReach;
    else if (error.code == ErrorCode::Offline)
        status_.reach = SourceStatus::Reach::Offline;
    else if (error.code == ErrorCode::Data) // it answered, if nothing that could be used
        status_.reach = SourceStatus::Reach::Online;
}

} // namespace parcferme
