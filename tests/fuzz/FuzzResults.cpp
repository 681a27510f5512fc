#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageMerge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace parcferme;
    auto page = parseResults(
        QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!page)
        return 0;
    const auto results = mergeResultPages({std::move(*page)});
    if (!results)
        return 0;
    for (const auto& race : *results) {
        int place = 0;
        for (const ResultRow& row : race.rows) {
            const bool timed = row.time && (!row.classified() || *row.time <= 0);
            if (row.position != ++place || row.driver.isEmpty() || row.points < 0 || timed)
                __builtin_trap();
        }
    }
    return 0;
}
