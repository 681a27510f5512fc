#include "tables/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace parcferme::format {

namespace {

constexpr QChar Minus(0x2212);
constexpr QChar Dash(0x2013);

class Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QLocale locale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

// A locale may write the hyphen for minus.
QString realMinus(QString text)
{
    return text.replace(QLatin1Char('-'), Minus);
}

QString twoDigits(qint64 value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString missing()
{
    return Dash;
}

QString number(double value, int decimals)
{
    if (!std::isfinite(value))
        return missing();
    const QString text = locale().toString(value, 'f', decimals);
    const bool roundsToZero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    return roundsToZero ? locale().toString(0.0, 'f', decimals) : realMinus(text);
}

QString number(const std::optional<double>& value, int decimals)
{
    return value ? number(*value, decimals) : missing();
}

QString number(const std::optional<int>& value)
{
    return value ? realMinus(locale().toString(*value)) : missing();
}

QString signedNumber(double value, int decimals)
{
    const QString text = number(value, decimals);
    const bool plus = value > 0 && std::abs(value) >= 0.5 * std::pow(10.0, -decimals);
    return plus ? QLatin1Char('+') + text : text;
}

QString percent(double share)
{
    if (!std::isfinite(share))
        return missing();
    if (share * 100 < 0.05)
        return QLatin1Char('<') + locale().toString(0.1, 'f', 1);
    return number(share * 100, 1);
}

QString percent(const std::optional<double>& share)
{
    return share ? number(*share * 100, 1) : missing();
}

QString full(double value)
{
    return std::isfinite(value) ? realMinus(locale().toString(value, 'g', QLocale::FloatingPointShortest))
                                : missing();
}

QString raceTime(double seconds)
{
    if (!std::isfinite(seconds) || seconds <= 0)
        return missing();
    const qint64 whole = std::llround(seconds);
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(twoDigits(whole / 60 % 60), twoDigits(whole % 60));
}

QString officialTime(double seconds)
{
    if (!std::isfinite(seconds) || seconds <= 0)
        return missing();
    const qint64 ms = std::llround(seconds * 1000);
    return QStringLiteral("%1:%2:%3%4%5")
        .arg(ms / 3600000)
        .arg(twoDigits(ms / 60000 % 60), twoDigits(ms / 1000 % 60), locale().decimalPoint())
        .arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

QString gap(double seconds)
{
    return std::isfinite(seconds) ? QLatin1Char('+') + number(seconds, 1) : missing();
}

QString officialGap(double seconds)
{
    return std::isfinite(seconds) ? QLatin1Char('+') + number(seconds, 3) : missing();
}

QString laps(int behind)
{
    return behind == 1 ? Format::tr("+1 lap") : Format::tr("+%n laps", nullptr, behind);
}

QString places(double difference, int decimals)
{
    QString size = number(std::abs(difference), decimals);
    if (size == number(0, decimals))
        return size;
    return (difference > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + size;
}

QString range(int low, int high)
{
    return low == high ? locale().toString(low) : locale().toString(low) + Dash + locale().toString(high);
}

QString day(const QDate& date)
{
    return QLocale().toString(date, Format::tr("ddd d MMM yyyy"));
}

QString utcMoment(const QDateTime& moment)
{
    return QLocale().toString(moment.toUTC(), Format::tr("ddd d MMM yyyy, HH:mm 'UTC'"));
}

QString timeLeft(qint64 seconds)
{
    const qint64 minutes = std::max<qint64>(1, seconds / 60);
    const qint64 hours = minutes / 60;
    if (hours >= 48)
        return Format::tr("%1 d").arg(hours / 24);
    if (hours >= 24)
        return Format::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
    if (hours >= 1)
        return Format::tr("%1 h %2").arg(hours).arg(twoDigits(minutes % 60));
    return Format::tr("%1 min").arg(minutes);
}

} // namespace parcferme::format
