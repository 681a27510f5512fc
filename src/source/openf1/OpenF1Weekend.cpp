#include "source/openf1/OpenF1Weekend.h"

#include "core/Sentence.h"

#include <QTimeZone>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace parcferme::openf1 {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 3600;
// A race's start as we know it and as OpenF1 does may differ while one of them moves; the next weekend is
// days away.
constexpr qint64 SameWeekend = 36 * Hour;
constexpr qint64 ClosedAround = 30 * Minute;

bool isNamed(const SessionEntry& session, std::initializer_list<const char*> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char* name) {
        return session.name.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
}

const SessionEntry* raceOf(const std::vector<SessionEntry>& sessions, const Race& race)
{
    const SessionEntry* nearest = nullptr;
    // Where only the day is known, noon of it is the best guess.
    const QDateTime start = race.start.value_or(race.startOrDate().addSecs(12 * Hour));
    const auto away = [&](const SessionEntry& session) { return std::llabs(session.start.secsTo(start)); };
    for (const SessionEntry& session : sessions)
        if (!session.cancelled && isNamed(session, {"Race"}) && away(session) <= SameWeekend &&
            (!nearest || away(session) < away(*nearest)))
            nearest = &session;
    return nearest;
}

// The last one of the race's weekend that has one of these names.
const SessionEntry* ofWeekend(const std::vector<SessionEntry>& sessions, const Race& race,
                              std::initializer_list<const char*> names)
{
    const SessionEntry* of = raceOf(sessions, race);
    const SessionEntry* last = nullptr;
    if (!of)
        return nullptr;
    for (const SessionEntry& session : sessions)
        if (!session.cancelled && session.meeting == of->meeting && isNamed(session, names) &&
            (!last || last->start < session.start))
            last = &session;
    return last;
}

std::optional<QDateTime> closedBy(const QDateTime& start, const QDateTime& end, const QDateTime& now)
{
    const QDateTime until = end.addSecs(ClosedAround);
    return now >= start.addSecs(-ClosedAround) && now < until ? std::optional(until) : std::nullopt;
}

const DriverRow* driverOf(const std::vector<DriverRow>& drivers, int number, int session)
{
    const DriverRow* found = nullptr;
    for (const DriverRow& driver : drivers)
        if (driver.number == number && (!found || driver.session == session))
            found = &driver;
    return found;
}

QString inList(const std::vector<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(QStringLiteral(", "));
}

bool isConfirmed(const Starter& starter, const DriverRow& driver)
{
    if (!starter.code.isEmpty() && !driver.acronym.isEmpty())
        return starter.code.compare(driver.acronym, Qt::CaseInsensitive) == 0;
    return starter.code.isEmpty() && !starter.familyName.isEmpty() &&
           starter.familyName.compare(driver.lastName, Qt::CaseInsensitive) == 0;
}

// Who has this number here. Nobody: it is the new one of somebody whose number here is another's by now.
std::vector<const Starter*> whoMayDrive(int number, const std::vector<Starter>& field)
{
    std::vector<const Starter*> having;
    std::vector<const Starter*> outdated;
    for (const Starter& starter : field) {
        if (starter.number == number)
            having.push_back(&starter);
        if (std::ranges::count(field, starter.number, &Starter::number) > 1)
            outdated.push_back(&starter);
    }
    return having.empty() ? outdated : having;
}

// Who drives a car; or why that is not sure.
Result<QString> whoDrives(int number, const DriverRow* named, const std::vector<Starter>& field)
{
    const std::vector<const Starter*> candidates = whoMayDrive(number, field);
    const bool hasNumber = !candidates.empty() && candidates.front()->number == number;
    if (hasNumber && (!named || (named->acronym.isEmpty() && named->lastName.isEmpty())))
        return fail(ErrorCode::Data, Sentence::tr("it does not say who has car %1").arg(number));
    std::vector<const Starter*> confirmed;
    std::ranges::copy_if(candidates, std::back_inserter(confirmed),
                         [named](const Starter* starter) { return named && isConfirmed(*starter, *named); });
    if (confirmed.size() == 1)
        return confirmed.front()->driver;
    if (!hasNumber)
        return fail(ErrorCode::Data, Sentence::tr("nobody in this race is known to have car %1").arg(number));
    if (candidates.size() > 1)
        return fail(ErrorCode::Data, Sentence::tr("more than one in this race have car %1").arg(number));
    const Starter& starter = *candidates.front();
    return fail(ErrorCode::Data, Sentence::tr("car %1 is %2's there, and %3's here")
                                     .arg(number)
                                     .arg(named->acronym.isEmpty() ? named->lastName : named->acronym,
                                          starter.code.isEmpty() ? starter.driver : starter.code));
}

// Why rows make no grid; empty when their places are 1 to n, each once.
QString wrongPlaces(const std::vector<GridRow>& rows)
{
    std::map<int, int> cars; // by place
    std::vector<int> numbers;
    for (const GridRow& row : rows) {
        if (std::find(numbers.begin(), numbers.end(), row.number) != numbers.end())
            return Sentence::tr("car %1 stands twice").arg(row.number);
        numbers.push_back(row.number);
        if (!row.position)
            return Sentence::tr("car %1 has no place").arg(row.number);
        if (const auto [at, fresh] = cars.emplace(*row.position, row.number); !fresh)
            return Sentence::tr("cars %1 and %2 have place %3")
                .arg(at->second)
                .arg(row.number)
                .arg(*row.position);
    }
    for (int place = 1; place <= static_cast<int>(rows.size()); ++place)
        if (!cars.contains(place))
            return Sentence::tr("place %1 is missing").arg(place);
    return {};
}

GridState refused(const QString& why)
{
    return {{}, Sentence::tr("OpenF1's starting grid is not used: %1.").arg(why), {}};
}

// The mean of what is known.
class Mean
{
public:
    void add(const std::optional<double>& value)
    {
        sum_ += value.value_or(0);
        count_ += value ? 1 : 0;
    }
    std::optional<double> value() const { return count_ > 0 ? std::optional(sum_ / count_) : std::nullopt; }

private:
    double sum_ = 0;
    int count_ = 0;
};

struct HourMeans
{
    Mean rain, temperature, wind;
};

} // namespace

const SessionEntry* sessionOf(const std::vector<SessionEntry>& sessions,
                              const DataSource::SessionQuery& query)
{
    return query.session == Session::Sprint ? ofWeekend(sessions, query.race, {"Sprint"})
                                            : raceOf(sessions, query.race);
}

const SessionEntry* gridSessionOf(const std::vector<SessionEntry>& sessions,
                                  const DataSource::SessionQuery& query)
{
    return query.session == Session::Sprint
               ? ofWeekend(sessions, query.race, {"Sprint Qualifying", "Sprint Shootout"})
               : ofWeekend(sessions, query.race, {"Qualifying"});
}

std::optional<QDateTime> closedUntil(const std::vector<SessionEntry>& sessions, const QDateTime& now)
{
    std::optional<QDateTime> latest;
    for (const SessionEntry& session : sessions)
        if (const auto until = closedBy(session.start, session.end, now);
            until && !session.cancelled && (!latest || *latest < *until))
            latest = until;
    return latest;
}

std::optional<QDateTime> closedUntil(const Race& race, const QDateTime& now)
{
    std::optional<QDateTime> latest;
    const auto see = [&](const std::optional<QDateTime>& start, qint64 lasts) {
        const auto until = start ? closedBy(*start, start->addSecs(lasts), now) : std::nullopt;
        if (until && (!latest || *latest < *until))
            latest = until;
    };
    see(race.qualifyingStart, Hour);
    see(race.sprintStart, Hour);
    see(race.start, 2 * Hour);
    return latest;
}

GridState wholeGrid(const Rows<GridRow>& grid, const Rows<DriverRow>& drivers, int session,
                    const std::vector<Starter>& field)
{
    if (!grid.odd.empty())
        return refused(grid.odd.front().chopped(1));
    std::vector<GridRow> rows;
    std::copy_if(grid.rows.begin(), grid.rows.end(), std::back_inserter(rows),
                 [&](const GridRow& row) { return row.session == session; });
    if (const QString wrong = wrongPlaces(rows); !wrong.isEmpty())
        return refused(wrong);
    GridState state;
    for (const GridRow& row : rows) {
        const auto driver = whoDrives(row.number, driverOf(drivers.rows, row.number, session), field);
        if (!driver)
            return refused(driver.error().message);
        if (std::ranges::find(state.places, *driver, &GridPlace::driver) != state.places.end())
            return refused(Sentence::tr("more than one in this race have car %1").arg(row.number));
        state.places.push_back({*driver, *row.position});
    }
    std::ranges::sort(state.places, {}, &GridPlace::position);
    std::vector<int> absent;
    for (const DriverRow& driver : drivers.rows)
        if (driver.session == session &&
            std::ranges::find(rows, driver.number, &GridRow::number) == rows.end() &&
            std::ranges::find(absent, driver.number) == absent.end())
            absent.push_back(driver.number);
    // One car is withdrawn after qualifying now and then; more are a list that was cut.
    if (absent.size() > 1)
        return refused(Sentence::tr("cars %1 were in qualifying and are missing").arg(inList(absent)));
    if (!absent.empty() && !state.places.empty())
        state.note =
            Sentence::tr("Car %1 was in qualifying and is not on the starting grid.").arg(absent.front());
    return state;
}

DataSource::WeatherHours byHour(const std::vector<WeatherReading>& readings, int session)
{
    std::map<qint64, HourMeans> hours; // by hours since 1970
    for (const WeatherReading& reading : readings) {
        if (reading.session != session)
            continue;
        HourMeans& means = hours[reading.time.toSecsSinceEpoch() / Hour];
        means.rain.add(reading.rain ? std::optional(*reading.rain ? 1.0 : 0.0) : std::nullopt);
        means.temperature.add(reading.temperature);
        means.wind.add(reading.wind);
    }
    DataSource::WeatherHours weather;
    for (const auto& [hour, means] : hours) {
        WeatherHour& one = weather.emplace_back();
        one.hour = QDateTime::fromSecsSinceEpoch(hour * Hour, QTimeZone::utc());
        one.rainShare = means.rain.value();
        one.temperature = means.temperature.value();
        one.wind = means.wind.value();
    }
    return weather;
}

} // namespace parcferme::openf1
