#include "store/FactRepository.h"

#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "store/ColumnSql.h"
#include "store/Rows.h"
#include "store/StateRepository.h"
#include "store/Transaction.h"

#include <QHash>

namespace parcferme {

namespace {

constexpr auto RevisionKey = "facts_version";

// Reads a few big tables in their own order and merges them in memory: one SELECT per race would take longer.
class Loader
{
public:
    explicit Loader(Database& database) : database_(database) {}

    Result<std::vector<RaceRecord>> load()
    {
        for (const auto part :
             {&Loader::races, &Loader::qualifying, &Loader::results, &Loader::sprints, &Loader::grids})
            if (Status status = (this->*part)(); !status)
                return tl::unexpected(status.error());
        for (RaceRecord& record : records_) {
            rows::sortByPosition(record.qualifying);
            for (auto* revisions : {&record.revisions, &record.sprintRevisions})
                for (ResultRevision& revision : *revisions)
                    rows::sortByPosition(revision.rows);
        }
        return std::move(records_);
    }

private:
    Status races()
    {
        auto rows = database_.run(rows::selectRaces() + rows::inTime());
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->each([&](const Statement& row) -> Status {
            auto race = rows::readRace(row);
            if (!race)
                return tl::unexpected(race.error());
            index_.insert(race->id, records_.size());
            records_.push_back({std::move(*race), {}, {}, {}, {}});
            return {};
        });
    }

    // What to read of a table: the row's own columns, then race_id and fetched_at, then `more`.
    struct Source
    {
        const char* table;
        const char* columns;
        int raceColumn;
        const char* more;
        const char* order;
    };

    // Hands every row on with the record of its race.
    template <typename Read>
    Status read(const Source& source, Read read)
    {
        auto rows = database_.run(QStringLiteral("SELECT %1, race_id, fetched_at%2 FROM %3 ORDER BY %4")
                                      .arg(QLatin1StringView(source.columns), QLatin1StringView(source.more),
                                           QLatin1StringView(source.table), QLatin1StringView(source.order)));
        if (!rows)
            return tl::unexpected(rows.error());
        RaceId current = 0;
        RaceRecord* record = nullptr;
        return rows->each([&](const Statement& row) -> Status {
            if (const RaceId race = row.integer(source.raceColumn); race != current || !record) {
                current = race;
                record = &records_[index_.value(race)];
            }
            return read(*record, row);
        });
    }

    Status qualifying()
    {
        return read({"qualifying_results", rows::QualifyingColumns, 7, "", "race_id"},
                    [](RaceRecord& record, const Statement& row) -> Status {
                        record.qualifying.push_back(rows::readQualifying(row));
                        return fetchedAt(record.qualifyingFetchedAt, row, 8);
                    });
    }

    Status grids()
    {
        return read({"starting_grids", "driver, position", 2, ", session, source",
                     "race_id, fetched_at, session, position = 0, position, driver"},
                    [](RaceRecord& record, const Statement& row) -> Status {
                        const auto time = timeFromIso(row.text(3));
                        const auto session = sessionFromString(row.text(4));
                        if (!time || !session)
                            return tl::unexpected(!time ? time.error() : session.error());
                        const SessionKey of(record.race.id, *session);
                        auto& grids = record.grids;
                        if (grids.empty() || grids.back().of != of || grids.back().fetchedAt != *time)
                            grids.push_back({of, *time, row.text(5), {}});
                        grids.back().places.push_back({row.text(0), static_cast<int>(row.integer(1))});
                        return {};
                    });
    }

    Status results() { return resultsOf(Session::Race, "race_results", &RaceRecord::revisions); }
    Status sprints() { return resultsOf(Session::Sprint, "sprint_results", &RaceRecord::sprintRevisions); }

    Status resultsOf(Session session, const char* table, std::vector<ResultRevision> RaceRecord::* target)
    {
        // A session's revisions are written one after the other, so the order of keys is that of revisions.
        const QByteArray names = readNames(resultColumns()).join(QStringLiteral(", ")).toLatin1();
        const int after = static_cast<int>(readNames(resultColumns()).size());
        return read({table, names.constData(), after, ", revision, source", "id"},
                    [=](RaceRecord& record, const Statement& row) -> Status {
                        auto& revisions = record.*target;
                        const auto revision = static_cast<int>(row.integer(after + 2));
                        if (revisions.empty() || revisions.back().revision != revision) {
                            auto time = timeFromIso(row.text(after + 1));
                            if (!time)
                                return tl::unexpected(time.error());
                            revisions.push_back(
                                {{record.race.id, session}, revision, *time, row.text(after + 3), {}});
                        }
                        return readColumns(resultColumns(), row, 0, revisions.back().rows.emplace_back());
                    });
    }

    static Status fetchedAt(std::optional<QDateTime>& target, const Statement& row, int column)
    {
        if (target || row.isNull(column))
            return {};
        auto time = timeFromIso(row.text(column));
        if (!time)
            return tl::unexpected(time.error());
        target = *time;
        return {};
    }

    Database& database_;
    std::vector<RaceRecord> records_;
    QHash<RaceId, std::size_t> index_;
};

} // namespace

Result<std::vector<RaceRecord>> FactRepository::load() const
{
    auto transaction = Transaction::begin(*database_, Transaction::Mode::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto records = Loader(*database_).load();
    if (!records)
        return records;
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return records;
}

Result<QString> FactRepository::revision() const
{
    return StateRepository(*database_).value(QLatin1StringView(RevisionKey)).map([](const auto& revision) {
        return revision.value_or(QStringLiteral("0"));
    });
}

Status FactRepository::countChange()
{
    const auto old = revision();
    if (!old)
        return tl::unexpected(old.error());
    return StateRepository(*database_)
        .set(QLatin1StringView(RevisionKey), QString::number(old->toLongLong() + 1));
}

} // namespace parcferme
