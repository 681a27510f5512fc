#include "source/jolpica/TimeText.h"

#include <QList>

namespace parcferme {

namespace {

constexpr int Day = 24 * 3600 * 1000;

// Digits only, at most `most` of them; -1 otherwise.
int digits(QStringView text, qsizetype most)
{
    if (text.isEmpty() || text.size() > most)
        return -1;
    int value = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return -1;
        value = value * 10 + (c.unicode() - '0');
    }
    return value;
}

} // namespace

std::optional<int> millisecondsFromText(QStringView text)
{
    if (text.startsWith(QLatin1Char('+')))
        text = text.mid(1);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    if (point < 0)
        return std::nullopt;
    const QStringView fraction = text.mid(point + 1);
    int millis = digits(fraction, 3);
    if (millis < 0)
        return std::nullopt;
    for (qsizetype i = fraction.size(); i < 3; ++i)
        millis *= 10;
    const QList<QStringView> parts = text.left(point).split(QLatin1Char(':'));
    if (parts.size() > 3)
        return std::nullopt;
    int seconds = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const int part = digits(parts[i], i == 0 ? 4 : 2);
        if (part < 0 || (i > 0 && part > 59))
            return std::nullopt;
        seconds = seconds * 60 + part;
        if (seconds >= Day / 1000)
            return std::nullopt;
    }
    return seconds * 1000 + millis;
}

} // namespace parcferme
