#pragma once

#include "store/Database.h"

namespace parcferme {

// Small facts that the program keeps about itself, by key. Errors: Database, DamagedDatabase.
class StateRepository
{
public:
    explicit StateRepository(Database& database) : database_(&database) {}

    Result<std::optional<QString>> value(const QString& key) const;
    Status set(const QString& key, const QString& value);
    Status remove(const QString& key);

private:
    Database* database_;
};

} // namespace parcferme
