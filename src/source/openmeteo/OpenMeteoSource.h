#pragma once

#include "source/DataSource.h"
#include "source/HttpCaller.h"

namespace parcferme {

// Open-Meteo: the weather forecast, hour by hour, at a circuit's coordinates.
class OpenMeteoSource final : public DataSource
{
public:
    static constexpr int DaysAhead = 15; // whole days that it forecasts beside today

    // apiUrl: "https://api.open-meteo.com/v1/forecast". limits: how often its host may be asked.
    OpenMeteoSource(const QUrl& apiUrl, std::shared_ptr<HttpClient> client,
                    const RequestLimits& limits = requestLimits());

    static const RequestLimits& requestLimits();

    Kinds gives() const override;
    // From two hours before the start to four after it. Empty where the start is past or too far ahead to be
    // forecast, its time is not known, or the circuit's place is not.
    Answer<WeatherHours> weather(SessionQuery query, Progress progress) override;

    QString client() const override;
    QString cachePath() const override;
    std::optional<RequestsLeft> requestsLeft() const override;

private:
    QUrl apiUrl_;
    HttpCaller http_; // last: its end is the end of all coroutines
};

} // namespace parcferme
