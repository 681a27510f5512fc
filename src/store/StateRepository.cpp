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

} // namespace parcferme
