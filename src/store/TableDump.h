#pragma once

#include "store/Database.h"

#include <QStringList>

namespace parcferme {

// The whole database as plain tables, for export. Errors: Database, DamagedDatabase.
class TableDump
{
public:
    struct Contents
    {
        QString name;
        QStringList columns;
        std::vector<QVariantList> rows; // by id, or in order of the table's key
    };

    explicit TableDump(Database& database) : database_(&database) {}

    // Every table, by name; all in the same state.
    Result<std::vector<Contents>> all() const;

private:
    Database* database_;
};

} // namespace parcferme
