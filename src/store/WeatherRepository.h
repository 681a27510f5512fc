#pragma once

#include "domain/Weather.h"
#include "store/Database.h"

namespace parcferme {

// The weather as the sources told it: every state that was seen, none of them changed. Errors: Database,
// DamagedDatabase.
class WeatherRepository
{
public:
    explicit WeatherRepository(Database& database) : database_(&database) {}

    Result<std::optional<Weather>> newest(const SessionKey& of, const QString& source) const;

    // Stores a state, unless it is older than the newest of its source; answers whether it did. One that says
    // the same again at a later time is stored too where it is a forecast, whose age counts: `evenIfSame`.
    // Weather without hours is an error (Data).
    Result<bool> add(const Weather& weather, bool evenIfSame);

private:
    Database* database_;
};

} // namespace parcferme
