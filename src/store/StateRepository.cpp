#include "store/StateRepository.h"

namespace parcferme {

Result<std::optional<QString>> StateRepository::value(const QString& key) const
{
    auto row = database_->run(QStringLiteral("SELECT value FROM program_state WHERE key = ?"), {toSql(key)});
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->text(0);
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return std::nullopt;
}

Status StateRepository::set(const QString& key, const QString& value)
{
    auto done = database_->run(QStringLiteral("INSERT INTO program_state (key, value) VALUES (?, ?) "
                                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                               {toSql(key), toSql(value)});
    return done ? Status() : tl::unexpected(done.error());
}

Status StateRepository::remove(const QString& key)
{
    auto done = database_->run(QStringLiteral("DELETE FROM program_state WHERE key = ?"), {toSql(key)});
    return done ? Status() : tl::unexpected(done.error());
}

Result<QMap<QString, QString>> StateRepository::withPrefix(const QString& prefix) const
{
    auto rows = database_->run(
        QStringLiteral("SELECT key, value FROM program_state WHERE substr(key, 1, length(?)) = ?"),
        {toSql(prefix), toSql(prefix)});
    if (!rows)
        return tl::unexpected(rows.error());
    QMap<QString, QString> values;
    const Status read = rows->each([&](const Statement& row) -> Status {
        values.insert(row.text(0), row.text(1));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return values;
}

} // namespace parcferme
