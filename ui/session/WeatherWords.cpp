#include "ui/session/WeatherWords.h"

#include "tables/Format.h"
#include "ui/session/RaceWords.h"

#include <QLocale>

namespace parcferme {

namespace {

constexpr qint64 OldAfter = 6LL * 3600; // seconds: then a forecast's age is a warning
constexpr int DaysAhead = 14;           // as far as it is said what the weather will be

// The hour that the start is in; null where the weather has none.
const WeatherHour* hourOf(const Weather& weather, const QDateTime& start)
{
    for (const WeatherHour& hour : weather.hours)
        if (hour.hour <= start && start < hour.hour.addSecs(3600))
            return &hour;
    return nullptr;
}

bool isMeasured(const Weather& weather)
{
    return weather.source == QLatin1StringView(OpenF1Name);
}

QString sourceName(const Weather& weather)
{
    return isMeasured(weather) ? QStringLiteral("OpenF1") : QStringLiteral("Open-Meteo");
}

} // namespace

std::optional<HeaderFact> WeatherWords::fact(const RaceDetails& raceView, const QDateTime& start,
                                             const QDateTime& now)
{
    if (!raceView.weather)
        return stillUnknown(raceView, start, now);
    const Weather& weather = *raceView.weather;
    const WeatherHour* hour = hourOf(weather, start);
    HeaderFact fact;
    fact.label = tr("Weather at the start");
    fact.key = QStringLiteral("weather");
    QStringList words;
    if (isMeasured(weather)) {
        double wettest = 0;
        for (const WeatherHour& one : weather.hours)
            if (one.hour.addSecs(3600) > start)
                wettest = std::max(wettest, one.rainShare.value_or(0));
        words << (wettest > 0 ? tr("was wet") : tr("was dry"));
    } else if (hour && hour->rainChance) {
        words << tr("Rain %1 %").arg(format::number(*hour->rainChance, 0));
    }
    if (hour && hour->temperature)
        words << tr("%1 °C").arg(format::number(*hour->temperature, 0));
    fact.value = words.isEmpty() ? format::missing() : words.join(tr(", "));
    const qint64 age = std::max<qint64>(0, weather.fetchedAt.secsTo(now));
    if (!isMeasured(weather) && start <= now) {
        // How it was, nobody has said; a forecast of then does not grow old any more.
        const QString then = RaceWords::shortMoment(weather.fetchedAt);
        fact.level = tr("%1, forecast of %2").arg(sourceName(weather), then);
        fact.shortLevel = tr("forecast of %1").arg(then);
        fact.givesWay = 2;
    } else if (!isMeasured(weather)) {
        fact.level = tr("%1, %2 old").arg(sourceName(weather), format::timeLeft(age));
        fact.shortLevel = tr("%1 old").arg(format::timeLeft(age));
        fact.levelWarns = age > OldAfter;
        fact.givesWay = 2;
    }
    fact.tooltip = hourByHour(weather);
    return fact;
}

// Before the start only, and where forecasts are wanted.
std::optional<HeaderFact> WeatherWords::stillUnknown(const RaceDetails& raceView, const QDateTime& start,
                                                     const QDateTime& now)
{
    if (!raceView.forecastsWeather || start <= now || raceView.overview.state == RaceState::Cancelled)
        return std::nullopt;
    HeaderFact fact;
    fact.key = QStringLiteral("weather");
    fact.label = tr("Weather at the start");
    const QDateTime from = start.addDays(-DaysAhead);
    fact.value = from > now ? tr("from %1 on").arg(QLocale().toString(from.toLocalTime().date(), tr("d MMM")))
                            : format::missing();
    fact.tooltip =
        from > now ? tr("It is forecast for two weeks ahead.") : tr("No forecast was fetched yet.");
    return fact;
}

QString WeatherWords::hourByHour(const Weather& weather)
{
    QStringList lines;
    for (const WeatherHour& hour : weather.hours) {
        QStringList parts;
        if (hour.rainChance)
            parts << tr("rain %1 %").arg(format::number(*hour.rainChance, 0));
        if (hour.rain)
            parts << tr("%1 mm").arg(format::number(*hour.rain, 1));
        if (hour.rainShare)
            parts << (*hour.rainShare > 0
                          ? tr("rain in %1 % of the time").arg(format::number(*hour.rainShare * 100, 0))
                          : tr("dry"));
        if (hour.temperature)
            parts << tr("%1 °C").arg(format::number(*hour.temperature, 0));
        if (hour.wind)
            parts << tr("wind %1 km/h").arg(format::number(*hour.wind * 3.6, 0));
        lines << QLocale().toString(hour.hour.toLocalTime(), QStringLiteral("HH:mm")) + QStringLiteral("  ") +
                     parts.join(tr(", "));
    }
    lines << (isMeasured(weather)
                  ? tr("Measured, by OpenF1.")
                  : tr("Forecast by Open-Meteo.com, CC BY 4.0. Shown only: no input of the prediction."));
    return lines.join(u'\n');
}

} // namespace parcferme
