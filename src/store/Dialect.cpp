#include "store/Dialect.h"

#include "store/PostgresDialect.h"
#include "store/SqliteDialect.h"

namespace parcferme {

std::unique_ptr<Dialect> Dialect::of(const DatabaseLocation& location)
{
    if (location.isSqlite())
        return std::make_unique<SqliteDialect>(location);
    return std::make_unique<PostgresDialect>(location);
}

} // namespace parcferme
