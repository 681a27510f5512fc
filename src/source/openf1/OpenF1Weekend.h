#pragma once

#include "source/DataSource.h"
#include "source/openf1/OpenF1Parser.h"

namespace parcferme::openf1 {

// The session of the race or sprint itself; null when the list does not have it. A weekend is known by its
// race's day, since names and countries are given twice and keys do not sort. What is called off is no
// session.
const SessionEntry* sessionOf(const std::vector<SessionEntry>& sessions,
                              const DataSource::SessionQuery& query);

// The session whose key the starting grid has: qualifying, or the sprint's. Null when there is none.
const SessionEntry* gridSessionOf(const std::vector<SessionEntry>& sessions,
                                  const DataSource::SessionQuery& query);

// The API answers nobody from half an hour before any session to half an hour after it. Until when that
// lasts; nothing when it is open at this moment.
std::optional<QDateTime> closedUntil(const std::vector<SessionEntry>& sessions, const QDateTime& now);

// The same by what our own calendar says of one weekend, for while the list is not known.
std::optional<QDateTime> closedUntil(const Race& race, const QDateTime& now);

// A grid counts when it is whole: places 1 to n each once, everybody of it known by his car's number in this
// race and confirmed by his acronym (where we have none, by his name). Where two have one number here, one
// of the two is outdated: the acronym says which. `session`: whose key the grid has. Rows of other sessions
// are left out.
GridState wholeGrid(const Rows<GridRow>& grid, const Rows<DriverRow>& drivers, int session,
                    const std::vector<Starter>& field);

// Readings of one session, put together by the hour.
DataSource::WeatherHours byHour(const std::vector<WeatherReading>& readings, int session);

} // namespace parcferme::openf1
