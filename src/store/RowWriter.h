#pragma once

#include "store/Database.h"

namespace parcferme {

// Inserts many rows, many by one statement: a server may be far away. Inside a transaction of the caller's;
// nothing is there for sure before finish(). Errors: Database.
class RowWriter
{
public:
    // Names come from the program itself, never from outside.
    RowWriter(Database& database, QString table, QStringList columns);

    Status add(const QVariantList& row);
    Status finish();

private:
    Status write(Statement& statement);
    Result<Statement> prepare(qsizetype rows);

    Database& database_;
    QString table_;
    QStringList columns_;
    qsizetype rowsAtOnce_;
    std::optional<Statement> many_; // inserts rowsAtOnce_ rows
    QVariantList waiting_;
};

} // namespace parcferme
