#include "tracker/TrackerParts.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Knowledge.h"

namespace parcferme {

namespace {

const QString FactsVersion = QStringLiteral("facts_version");
const QString LastServerTime = QStringLiteral("last_server_time");

// From when the newest stored fact is known: the present cannot be before it.
std::optional<QDateTime> newestFact(const std::vector<RaceRecord>& records)
{
    std::optional<QDateTime> newest;
    const auto see = [&newest](const QDateTime& moment) {
        if (!newest || moment > *newest)
            newest = moment;
    };
    for (const RaceRecord& record : records) {
        if (!record.qualifying.empty())
            see(qualifyingKnownFrom(record.race, record.qualifyingFetchedAt));
        for (const ResultRevision& revision : record.revisions)
            see(resultKnownFrom(record.race, revision));
    }
    return newest;
}

} // namespace

Result<const std::vector<RaceRecord>*> Tracker::Parts::records()
{
    const auto version = state.value(FactsVersion);
    if (!version)
        return tl::unexpected(version.error());
    const QString now = version->value_or(QStringLiteral("0"));
    if (records_.empty() || now != recordsVersion_) {
        auto loaded = facts.load();
        if (!loaded)
            return tl::unexpected(loaded.error());
        records_ = std::move(*loaded);
        recordsVersion_ = now;
    }
    return &records_;
}

Status Tracker::Parts::factsChanged()
{
    const auto version = state.value(FactsVersion);
    if (!version)
        return tl::unexpected(version.error());
    return state.set(FactsVersion, QString::number(version->value_or(QStringLiteral("0")).toLongLong() + 1));
}

Present Tracker::Parts::present()
{
    Present present;
    present.machine = clock.now();
    if (serverAheadSeconds)
        present.server = present.machine.addSecs(*serverAheadSeconds);
    if (const auto last = state.value(LastServerTime); last && *last)
        if (const auto time = timeFromIso(**last))
            present.lastServer = *time;
    if (const auto head = predictions.head(); head && head->id > 0)
        present.lastLedger = head->createdAt;
    if (const auto all = records())
        present.newestFact = newestFact(**all);
    return present;
}

void Tracker::Parts::heard(const std::optional<QDateTime>& serverDate, const std::optional<QDateTime>& at,
                           const QDateTime& fetchedAt, bool stale)
{
    status.reach = stale ? SourceStatus::Reach::OutOfReach : SourceStatus::Reach::Online;
    if (!status.dataFrom || *status.dataFrom < fetchedAt)
        status.dataFrom = fetchedAt;
    if (!serverDate || !at || stale)
        return;
    serverAheadSeconds = at->secsTo(*serverDate);
    constexpr qint64 Tolerated = 120;
    status.clockOffSeconds =
        std::llabs(*serverAheadSeconds) > Tolerated ? std::optional(-*serverAheadSeconds) : std::nullopt;
    const auto last = state.value(LastServerTime);
    if (last && last->value_or(QString()) < toIso(*serverDate))
        static_cast<void>(
            state.set(LastServerTime, toIso(*serverDate))); // a bound that is missing only bounds less
}

void Tracker::Parts::notHeard(const Error& error)
{
    if (error.code == ErrorCode::Network)
        status.reach = SourceStatus::Reach::OutOfReach;
    else if (error.code == ErrorCode::Offline)
        status.reach = SourceStatus::Reach::Offline;
    else if (error.code == ErrorCode::Data) // it answered, if nothing that could be used
        status.reach = SourceStatus::Reach::Online;
}

Result<const RaceRecord*> recordOf(const std::vector<RaceRecord>& records, RaceId race)
{
    for (const RaceRecord& record : records)
        if (record.race.id == race)
            return &record;
    return fail(ErrorCode::NotFound, Sentence::tr("There is no race with the key %1.").arg(race));
}

} // namespace parcferme
