#include "source/openf1/OpenF1Weekend.h"

// The first byte says which of the lists the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace parcferme;
    using namespace parcferme::openf1;
    if (size == 0)
        return 0;
    const auto bytes =
        QByteArray::fromRawData(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    if (data[0] == 's') {
        const auto sessions = parseSessions(bytes);
        DataSource::SessionQuery query;
        query.race.start = QDateTime::fromSecsSinceEpoch(1787490000).toUTC();
        query.race.eventDate = query.race.start->date();
        if (!sessions)
            return 0;
        const SessionEntry* race = sessionOf(sessions->rows, query);
        const SessionEntry* qualifying = gridSessionOf(sessions->rows, query);
        if (qualifying && (!race || race->meeting != qualifying->meeting || qualifying->cancelled))
            __builtin_trap();
        static_cast<void>(closedUntil(sessions->rows, *query.race.start));
    } else if (data[0] == 'w') {
        if (const auto readings = parseWeather(bytes))
            for (const WeatherHour& hour : byHour(readings->rows, 1))
                if (hour.rainShare && !(*hour.rainShare >= 0 && *hour.rainShare <= 1))
                    __builtin_trap();
    } else if (data[0] == 'd') {
        static_cast<void>(parseDrivers(bytes));
    } else if (const auto grid = parseGrid(bytes)) {
        Rows<DriverRow> drivers;
        std::vector<Starter> field;
        for (int number = 0; number < 30; ++number) {
            drivers.rows.push_back({1, number, QStringLiteral("A%1").arg(number), {}});
            field.push_back({QString::number(number), number, QStringLiteral("A%1").arg(number), {}});
        }
        const GridState state = wholeGrid(*grid, drivers, 1, field);
        int place = 0;
        for (const GridPlace& one : state.places)
            if (one.position != ++place || one.driver.isEmpty() || !state.refusal.isEmpty())
                __builtin_trap();
    }
    return 0;
}
