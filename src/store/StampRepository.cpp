#include "store/StampRepository.h"

#include "core/UtcTime.h"
#include "domain/Words.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

// hash, authority, stamped_at, place and place among the picks, then the token where it is asked for.
Result<LedgerStamp> readStamp(const Statement& row)
{
    const auto time = timeFromIso(row.text(2));
    if (!time)
        return tl::unexpected(time.error());
    return LedgerStamp{row.text(0).toLatin1(), row.text(1), *time, {}, row.integer(3), row.integer(4)};
}

Result<LedgerLine> readLine(const Statement& row)
{
    const auto kind = predictionKindFromString(row.text(2));
    const auto createdAt = timeFromIso(row.text(4));
    const auto session = sessionFromString(row.text(5));
    if (!kind || !createdAt || !session)
        return tl::unexpected(!kind ? kind.error() : !createdAt ? createdAt.error() : session.error());
    return LedgerLine{row.integer(0), row.integer(1), *kind, row.text(3).toLatin1(), *createdAt, *session};
}

} // namespace

Status StampRepository::add(const LedgerStamp& stamp)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto same = database_->run(QStringLiteral("SELECT 1 FROM ledger_stamps WHERE hash = ? AND authority = ?"),
                               {QString::fromLatin1(stamp.hash), toSql(stamp.authority)});
    if (!same)
        return tl::unexpected(same.error());
    if (same->next())
        return {};
    if (Status status = same->status(); !status)
        return status;
    auto done = database_->run(
        QStringLiteral("INSERT INTO ledger_stamps (hash, authority, stamped_at, token) VALUES (?, ?, ?, ?)"),
        {QString::fromLatin1(stamp.hash), toSql(stamp.authority), toIso(stamp.stampedAt), stamp.token});
    if (!done)
        return tl::unexpected(done.error());
    return transaction->commit();
}

Result<std::vector<LedgerStamp>> StampRepository::all() const
{
    auto rows = database_->run(QStringLiteral(
        "SELECT s.hash, s.authority, s.stamped_at, coalesce(p.id, 0), coalesce(k.id, 0), s.token "
        "FROM ledger_stamps s LEFT JOIN predictions p ON p.hash = s.hash LEFT JOIN picks k ON k.hash = "
        "s.hash "
        "ORDER BY s.stamped_at, s.hash, s.authority"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<LedgerStamp> stamps;
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto stamp = readStamp(row);
        if (!stamp)
            return tl::unexpected(stamp.error());
        stamp->token = row.value(5).toByteArray();
        stamps.push_back(std::move(*stamp));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return stamps;
}

Result<std::optional<LedgerStamp>> StampRepository::firstOver(PredictionId prediction) const
{
    return first(QStringLiteral("SELECT s.hash, s.authority, s.stamped_at, p.id, 0 FROM ledger_stamps s "
                                "JOIN predictions p ON p.hash = s.hash WHERE p.id >= ? "
                                "ORDER BY s.stamped_at, s.hash, s.authority LIMIT 1"),
                 prediction);
}

Result<std::optional<LedgerStamp>> StampRepository::firstOverPick(PickId pick) const
{
    return first(QStringLiteral("SELECT s.hash, s.authority, s.stamped_at, 0, k.id FROM ledger_stamps s "
                                "JOIN picks k ON k.hash = s.hash WHERE k.id >= ? "
                                "ORDER BY s.stamped_at, s.hash, s.authority LIMIT 1"),
                 pick);
}

Result<std::optional<LedgerStamp>> StampRepository::first(const QString& query, qint64 id) const
{
    auto row = database_->run(query, {id});
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return readStamp(*row).map([](LedgerStamp&& stamp) { return std::optional(std::move(stamp)); });
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return std::nullopt;
}

Result<bool> StampRepository::has(const QByteArray& hash) const
{
    auto row = database_->run(QStringLiteral("SELECT 1 FROM ledger_stamps WHERE hash = ?"),
                              {QString::fromLatin1(hash)});
    if (!row)
        return tl::unexpected(row.error());
    const bool found = row->next();
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return found;
}

Result<std::vector<LedgerLine>> StampRepository::ledger() const
{
    auto rows = database_->run(
        QStringLiteral("SELECT id, race_id, kind, hash, created_at, session FROM predictions ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<LedgerLine> lines;
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto line = readLine(row);
        if (!line)
            return tl::unexpected(line.error());
        lines.push_back(std::move(*line));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return lines;
}

Result<std::vector<PickLine>> StampRepository::picks() const
{
    auto rows = database_->run(
        QStringLiteral("SELECT id, race_id, session, player, kind, hash, created_at FROM picks ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<PickLine> lines;
    const Status read = rows->each([&](const Statement& row) -> Status {
        const auto session = sessionFromString(row.text(2));
        const auto kind = pickKindFromString(row.text(4));
        const auto createdAt = timeFromIso(row.text(6));
        if (!session || !kind || !createdAt)
            return tl::unexpected(!session ? session.error() : !kind ? kind.error() : createdAt.error());
        lines.push_back({row.integer(0), row.integer(1), *session, row.text(3), *kind, row.text(5).toLatin1(),
                         *createdAt});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return lines;
}

} // namespace parcferme
