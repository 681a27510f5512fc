#include "source/openmeteo/OpenMeteoParser.h"

#include "core/Sentence.h"
#include "source/JsonText.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostHours = 16 * 24 + 24; // it forecasts 16 days

struct Quantity
{
    QLatin1StringView key;
    std::optional<double> WeatherHour::* into;
    double lowest, highest;
};
const Quantity Quantities[] = {
    {"precipitation_probability"_L1, &WeatherHour::rainChance, 0, 100},
    {"precipitation"_L1, &WeatherHour::rain, 0, 500},
    {"temperature_2m"_L1, &WeatherHour::temperature, -60, 70},
    {"wind_speed_10m"_L1, &WeatherHour::wind, 0, 150},
};

tl::unexpected<Error> broken(QLatin1StringView key, const QString& why)
{
    return fail(ErrorCode::Data, Sentence::tr("The forecast's field %1 %2.").arg(key, why),
                Sentence::tr("Nothing of it was used."));
}

std::optional<double> figure(const QJsonValue& value, const Quantity& quantity)
{
    const double number = value.toDouble(quantity.lowest - 1);
    return number >= quantity.lowest && number <= quantity.highest ? std::optional(number) : std::nullopt;
}

// "2026-08-23T13:00", without a zone.
std::optional<QDateTime> hourOf(const QJsonValue& value)
{
    const QDateTime written = QDateTime::fromString(value.toString(), u"yyyy-MM-dd'T'HH:mm"_s);
    if (!written.isValid() || written.time().minute() != 0)
        return std::nullopt;
    return QDateTime(written.date(), written.time(), QTimeZone::utc());
}

} // namespace

Result<std::vector<WeatherHour>> parseForecast(const QByteArray& answer)
{
    const auto document = readJson(answer);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isObject())
        return fail(ErrorCode::Data, Sentence::tr("The source's answer is a list, and no object."));
    const QJsonObject root = document->object();
    if (root.value("utc_offset_seconds"_L1).toInt(0) != 0)
        return broken("utc_offset_seconds"_L1, Sentence::tr("is not 0: the times are not in UTC"));
    const QJsonObject hourly = root.value("hourly"_L1).toObject();
    const QJsonArray times = hourly.value("time"_L1).toArray();
    if (!hourly.value("time"_L1).isArray())
        return broken("hourly.time"_L1, Sentence::tr("is no list"));
    if (times.size() > MostHours)
        return broken("hourly.time"_L1, Sentence::tr("has %1 hours").arg(times.size()));
    std::vector<WeatherHour> hours(static_cast<std::size_t>(times.size()));
    for (const Quantity& quantity : Quantities) {
        const QJsonValue list = hourly.value(quantity.key);
        if (list.isUndefined() || list.isNull())
            continue;
        const QJsonArray figures = list.toArray();
        if (figures.size() != times.size())
            return broken(quantity.key,
                          Sentence::tr("has %1 values for %2 hours").arg(figures.size()).arg(times.size()));
        for (qsizetype i = 0; i < figures.size(); ++i)
            hours[static_cast<std::size_t>(i)].*quantity.into = figure(figures.at(i), quantity);
    }
    for (qsizetype i = 0; i < times.size(); ++i)
        hours[static_cast<std::size_t>(i)].hour = hourOf(times.at(i)).value_or(QDateTime());
    std::erase_if(hours, [](const WeatherHour& hour) { return !hour.hour.isValid(); });
    std::ranges::stable_sort(hours, {}, &WeatherHour::hour);
    const auto twice = std::ranges::unique(hours, {}, &WeatherHour::hour);
    hours.erase(twice.begin(), twice.end());
    return hours;
}

} // namespace parcferme
