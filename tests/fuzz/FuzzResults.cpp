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
    for (const auto& race : results.races) {
        int place = 0;
        bool othersFollow = false;
        for (const ResultRow& row : race.rows) {
            const bool timed = row.time && (!row.classified() || *row.time <= 0);
            const bool behindOthers = othersFollow && row.classified();
            othersFollow = othersFollow || !row.classified();
            if (row.position != ++place || row.driver.isEmpty() || row.points < 0 || timed || behindOthers)
                __builtin_trap();
        }
    }
    return 0;
}
