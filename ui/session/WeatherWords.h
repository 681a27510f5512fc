#pragma once

#include "tracker/Views.h"
#include "ui/session/HeaderState.h"

namespace parcferme {

// What the header says of the weather at the start of a session.
class WeatherWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::WeatherWords)
public:
    // Nothing when none is known and none is to come. start: of the session; now: for the age of a forecast.
    static std::optional<HeaderFact> fact(const RaceDetails& raceView, const QDateTime& start,
                                          const QDateTime& now);

private:
    static std::optional<HeaderFact> stillUnknown(const RaceDetails& raceView, const QDateTime& start,
                                                  const QDateTime& now);
    static QString hourByHour(const Weather& weather);
};

} // namespace parcferme
