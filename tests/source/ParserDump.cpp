#include "ParserDump.h"

#include "core/UtcTime.h"
#include "domain/Words.h"

namespace parcferme {

namespace {

QString text(const QString& value)
{
    return value;
}
QString text(int value)
{
    return QString::number(value);
}
QString text(double value)
{
    return QString::number(value, 'g', 12);
}
QString text(const QDate& value)
{
    return value.toString(Qt::ISODate);
}
QString text(const QDateTime& value)
{
    return toIso(value);
}
template <typename T>
QString text(const std::optional<T>& value)
{
    return value ? text(*value) : QStringLiteral("-");
}

template <typename... T>
QByteArray line(const T&... values)
{
    QStringList fields;
    (fields.append(text(values)), ...);
    return fields.join(QStringLiteral(" | ")).toUtf8() + '\n';
}

template <typename Row>
QByteArray headOf(const SessionRows<Row>& session)
{
    return line(session.season, session.round, session.circuit, session.date);
}

} // namespace

QByteArray dump(const std::vector<CalendarRace>& calendar)
{
    QByteArray out;
    for (const auto& [race, circuit] : calendar) {
        out += line(race.year, race.round, race.name, race.circuit, race.eventDate, race.start);
        out += line(race.qualifyingStart, race.sprintStart, race.sprintDate, race.locality, race.country);
        out += line(circuit.id, circuit.name, circuit.locality, circuit.country, circuit.latitude,
                    circuit.longitude);
    }
    return out;
}

QByteArray dump(const std::vector<SessionRows<QualifyingRow>>& sessions)
{
    QByteArray out;
    for (const auto& session : sessions) {
        out += headOf(session);
        for (const QualifyingRow& row : session.rows)
            out += line(row.position, row.driver, row.team, row.number, row.q1, row.q2, row.q3);
    }
    return out;
}

QByteArray dump(const std::vector<SessionRows<ResultRow>>& sessions)
{
    QByteArray out;
    for (const auto& session : sessions) {
        out += headOf(session);
        for (const ResultRow& row : session.rows)
            out += line(row.position, row.driver, row.team, row.number, toString(row.classification),
                        row.status, row.laps, row.time, row.points, row.grid);
    }
    return out;
}

QByteArray dump(const DriversAndTeams& named)
{
    QByteArray out;
    for (const Driver& driver : named.drivers)
        out += line(driver.id, driver.code, driver.givenName, driver.familyName, driver.born,
                    driver.nationality);
    for (const Team& team : named.teams)
        out += line(team.id, team.name, team.nationality);
    return out;
}

QByteArray dump(const Oddities& odd)
{
    QByteArray out;
    for (const QString& note : odd.notes)
        out += line(QStringLiteral("note"), note);
    for (const RefusedRace& race : odd.refused)
        out += line(QStringLiteral("refused"), race.season, race.round, race.why);
    return out;
}

} // namespace parcferme
