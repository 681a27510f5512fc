#include "source/HttpHeaders.h"
#include "source/RequestBudget.h"
#include "source/jolpica/TimeText.h"

#include <QTimeZone>

// What a server's header lines, its time texts and the file of the request budget may hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace parcferme;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'780'000'000, QTimeZone::utc());
    const auto wait = retryAfterFromHeader(bytes, now);
    const auto control = CacheControl::fromHeader(bytes);
    const auto millis = millisecondsFromText(QString::fromUtf8(bytes));
    const bool negative = (wait && wait->count() < 0) || (control.maxAge && control.maxAge->count() < 0) ||
                          (millis && *millis < 0);
    const RequestBudget::Times times = RequestBudget::fromFile(bytes);
    if (negative || RequestBudget::fromFile(RequestBudget::toFile(times)) != times)
        __builtin_trap();
    return 0;
}
