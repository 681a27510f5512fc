#include "source/HttpHeaders.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace parcferme {

namespace {

constexpr int MostSeconds = 10 * 366 * 24 * 3600;

QByteArray unquoted(const QByteArray& text)
{
    const bool quoted = text.size() >= 2 && text.startsWith('"') && text.endsWith('"');
    return quoted ? text.mid(1, text.size() - 2) : text;
}

} // namespace

std::optional<QDateTime> timeFromHttpDate(const QByteArray& text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!time.isValid() || time.date().year() < 1970 || time.date().year() > 9999)
        return std::nullopt;
    time.setTimeZone(QTimeZone::utc());
    return time;
}

std::optional<std::chrono::seconds> secondsFromHeader(const QByteArray& text)
{
    const QByteArray digits = text.trimmed();
    const bool plain = !digits.isEmpty() && digits.size() < 10 &&
                       std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!plain)
        return std::nullopt;
    return std::chrono::seconds(std::min(digits.toInt(), MostSeconds));
}

std::optional<std::chrono::seconds> retryAfterFromHeader(const QByteArray& text, const QDateTime& now)
{
    if (const auto seconds = secondsFromHeader(text))
        return seconds;
    const auto time = timeFromHttpDate(text);
    if (!time)
        return std::nullopt;
    return std::chrono::seconds(std::clamp<qint64>(now.secsTo(*time), 0, MostSeconds));
}

CacheControl CacheControl::fromHeader(const QByteArray& text)
{
    CacheControl control;
    for (const QByteArray& part : text.toLower().split(',')) {
        const QByteArray directive = part.trimmed();
        if (directive == "no-store")
            control.noStore = true;
        else if (directive == "no-cache")
            control.noCache = true;
        else if (directive.startsWith("max-age="))
            control.maxAge = secondsFromHeader(unquoted(directive.mid(8)));
    }
    return control;
}

} // namespace parcferme
