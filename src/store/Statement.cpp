#include "store/Statement.h"

#include "store/Database.h"

#include <QSqlError>
#include <QSqlRecord>

namespace parcferme {

Statement::Statement(Database& database)
    : database_(&database),
      query_(new QSqlQuery(database.handle_), [&database](QSqlQuery* query) { database.retire(query); })
{
    query_->setForwardOnly(database.dialect_->readsForward()); // else Qt keeps every row that was read
}

Status Statement::run(const QVariantList& values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query_->bindValue(static_cast<int>(i), values[i]);
    for (int attempt = 1; !query_->exec(); ++attempt) {
        // Inside a transaction a retry would work on a state that is out of date.
        const bool again = database_->transactions_ == 0 && attempt < database_->dialect_->lockAttempts();
        if (!again || !database_->dialect_->isLocked(query_->lastError()))
            return tl::unexpected(database_->failed(query_->lastError()));
    }
    return {};
}

bool Statement::next()
{
    return query_->next();
}

Status Statement::status() const
{
    if (const QSqlError error = query_->lastError(); error.isValid())
        return tl::unexpected(database_->dialect_->toError(error));
    return {};
}

bool Statement::isNull(int column) const
{
    return query_->isNull(column);
}

QVariant Statement::value(int column) const
{
    return query_->value(column);
}

QString Statement::text(int column) const
{
    return query_->value(column).toString();
}

qint64 Statement::integer(int column) const
{
    return query_->value(column).toLongLong();
}

double Statement::real(int column) const
{
    return query_->value(column).toDouble();
}

std::optional<int> Statement::optionalInt(int column) const
{
    const QVariant value = query_->value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

std::optional<double> Statement::optionalReal(int column) const
{
    const QVariant value = query_->value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

QStringList Statement::columns() const
{
    QStringList names;
    const QSqlRecord record = query_->record();
    for (int column = 0; column < record.count(); ++column)
        names.append(record.fieldName(column));
    return names;
}

int Statement::changedRows() const
{
    return query_->numRowsAffected();
}

qint64 Statement::insertedId() const
{
    return query_->lastInsertId().toLongLong();
}

QVariant toSql(const std::optional<int>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant toSql(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant toSql(const std::optional<bool>& value)
{
    return value ? QVariant(*value ? 1 : 0) : QVariant();
}

QVariant toSql(const QString& value)
{
    // A null QString would be bound as NULL.
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}

} // namespace parcferme
