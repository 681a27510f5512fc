#pragma once

#include "core/Error.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <memory>
#include <optional>

namespace parcferme {

class Database;

// One prepared SQL statement: values are always bound, never pasted. Rows are read forward, once; columns are
// numbered from 0 in the order of the SELECT. Errors: Database, DamagedDatabase.
class Statement
{
public:
    // Runs with these values; a null QVariant is NULL. May be called again with others.
    Status run(const QVariantList& values = {});

    // Steps to the next row. False at the end, and on an error: see status().
    bool next();
    Status status() const;

    // Reads every row with `read(*this)`, which answers a Status; stops at the first error.
    template <typename Read>
    Status each(Read read)
    {
        while (next())
            if (Status status = read(*this); !status)
                return status;
        return status();
    }

    bool isNull(int column) const;
    QVariant value(int column) const;
    QString text(int column) const; // empty for NULL
    qint64 integer(int column) const;
    double real(int column) const;
    std::optional<int> optionalInt(int column) const;
    std::optional<double> optionalReal(int column) const;

    int changedRows() const;
    QStringList columns() const; // names, of a SELECT
    qint64 insertedId() const;   // key of the row that an INSERT made

private:
    friend class Database;
    explicit Statement(Database& database);

    Database* database_;
    std::shared_ptr<QSqlQuery> query_; // goes by way of the database
};

// Values for binding: nothing is NULL, and text is stored as it is, never as NULL.
QVariant toSql(const std::optional<int>& value);
QVariant toSql(const std::optional<double>& value);
QVariant toSql(const std::optional<bool>& value);
QVariant toSql(const QString& value);

} // namespace parcferme
