#include "store/WeatherRepository.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

Result<WeatherHour> readHour(const Statement& row)
{
    const auto hour = timeFromIso(row.text(0));
    if (!hour)
        return tl::unexpected(hour.error());
    return WeatherHour{*hour,
                       row.optionalReal(1),
                       row.optionalReal(2),
                       row.optionalReal(3),
                       row.optionalReal(4),
                       row.optionalReal(5)};
}

} // namespace

Result<std::optional<Weather>> WeatherRepository::newest(const SessionKey& of, const QString& source) const
{
    const QVariantList key = {of.race, toString(of.session), toSql(source)};
    auto rows = database_->run(
        QStringLiteral("SELECT hour, rain_chance, rain, rain_share, temperature, wind, fetched_at "
                       "FROM weather WHERE race_id = ? AND session = ? AND source = ? AND fetched_at = "
                       "(SELECT max(fetched_at) FROM weather "
                       "WHERE race_id = ? AND session = ? AND source = ?) ORDER BY hour"),
        key + key);
    if (!rows)
        return tl::unexpected(rows.error());
    Weather weather{of, {}, source, {}};
    const Status read = rows->each([&](const Statement& row) -> Status {
        const auto hour = readHour(row);
        const auto fetchedAt = timeFromIso(row.text(6));
        if (!hour || !fetchedAt)
            return tl::unexpected(!hour ? hour.error() : fetchedAt.error());
        weather.fetchedAt = *fetchedAt;
        weather.hours.push_back(*hour);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return weather.hours.empty() ? std::nullopt : std::optional(std::move(weather));
}

Result<bool> WeatherRepository::add(const Weather& weather, bool evenIfSame)
{
    if (weather.hours.empty())
        return fail(ErrorCode::Data, Sentence::tr("Weather without a single hour is none."));
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto before = newest(weather.of, weather.source);
    if (!before)
        return tl::unexpected(before.error());
    if (*before &&
        ((*before)->fetchedAt >= weather.fetchedAt || (!evenIfSame && (*before)->hours == weather.hours)))
        return false;
    auto insert = database_->prepare(
        QStringLiteral("INSERT INTO weather (race_id, session, hour, rain_chance, rain, rain_share, "
                       "temperature, wind, source, fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const WeatherHour& hour : weather.hours)
        if (Status status = insert->run({weather.of.race, toString(weather.of.session), toIso(hour.hour),
                                         toSql(hour.rainChance), toSql(hour.rain), toSql(hour.rainShare),
                                         toSql(hour.temperature), toSql(hour.wind), toSql(weather.source),
                                         toIso(weather.fetchedAt)});
            !status)
            return tl::unexpected(status.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return true;
}

} // namespace parcferme
