#include "source/openmeteo/OpenMeteoParser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace parcferme;
    const auto hours = parseForecast(
        QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!hours)
        return 0;
    const WeatherHour* before = nullptr;
    for (const WeatherHour& hour : *hours) {
        const bool outOfRange = (hour.rainChance && !(*hour.rainChance >= 0 && *hour.rainChance <= 100)) ||
                                (hour.rain && !(*hour.rain >= 0)) || (hour.wind && !(*hour.wind >= 0)) ||
                                (hour.temperature && !(*hour.temperature > -100 && *hour.temperature < 100));
        if (outOfRange || !hour.hour.isValid() || (before && before->hour >= hour.hour))
            __builtin_trap();
        before = &hour;
    }
    return 0;
}
