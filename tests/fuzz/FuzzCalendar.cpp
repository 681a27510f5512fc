#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageMerge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace parcferme;
    auto page = parseCalendar(
        QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!page)
        return 0;
    const auto twice = mergeCalendarPages({*page, *page});
    const auto once = mergeCalendarPages({std::move(*page)});
    if (once.odd.whole() && (!twice.odd.whole() || twice.races.size() != once.races.size()))
        __builtin_trap(); // a page that comes twice must change nothing
    return 0;
}
