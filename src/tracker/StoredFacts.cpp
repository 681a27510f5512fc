#include "tracker/StoredFacts.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"

namespace parcferme {

Result<const std::vector<RaceRecord>*> StoredFacts::records()
{
    const auto revision = facts_.revision();
    if (!revision)
        return tl::unexpected(revision.error());
    if (records_.empty() || *revision != revision_) {
        auto loaded = facts_.load();
        if (!loaded)
            return tl::unexpected(loaded.error());
        records_ = std::move(*loaded);
        revision_ = *revision;
    }
    return &records_;
}

std::optional<QDateTime> StoredFacts::newest()
{
    const auto all = records();
    if (!all)
        return std::nullopt;
    std::optional<QDateTime> newest;
    const auto see = [&newest](const QDateTime& moment) {
        if (!newest || moment > *newest)
            newest = moment;
    };
    for (const RaceRecord& record : **all) {
        if (!record.qualifying.empty())
            see(qualifyingKnownFrom(record.race, record.qualifyingFetchedAt));
        for (const Session session : {Session::Race, Session::Sprint})
            for (const ResultRevision& revision : record.revisionsOf(session))
                see(resultKnownFrom(record.race, revision));
    }
    return newest;
}

Result<const RaceRecord*> recordOf(const std::vector<RaceRecord>& records, RaceId race)
{
    for (const RaceRecord& record : records)
        if (record.race.id == race)
            return &record;
    return fail(ErrorCode::NotFound, Sentence::tr("There is no race with the key %1.").arg(race));
}

} // namespace parcferme
