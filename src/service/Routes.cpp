#include "service/Routes.h"

#include "domain/Words.h"
#include "service/Handlers.h"
#include "service/OpenApi.h"

#include <algorithm>

namespace parcferme {

namespace {

using Kind = Parameter::Kind;

QString segmentOf(const Parameter& parameter)
{
    return QLatin1Char('{') + parameter.name + QLatin1Char('}');
}

const Parameter* parameterAt(const Route& route, const QString& segment)
{
    for (const Parameter& parameter : route.parameters)
        if (segmentOf(parameter) == segment)
            return &parameter;
    return nullptr;
}

bool fits(const Route& route, const QStringList& segments)
{
    const QStringList pattern = route.path.sliced(1).split(QLatin1Char('/'));
    if (pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool free = parameterAt(route, pattern[i]) && !segments[i].isEmpty();
        if (!free && pattern[i] != segments[i])
            return false;
    }
    return true;
}

Refusal unprocessable(const Parameter& parameter, const QString& what)
{
    return {422, QStringLiteral("%1 %2").arg(parameter.name, what)};
}

bool isWhole(const QString& value, qsizetype least, qsizetype most)
{
    return value.size() >= least && value.size() <= most &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<Refusal> wrongValue(const Parameter& parameter, const QString& value)
{
    switch (parameter.kind) {
    case Kind::Year:
        if (!isWhole(value, 4, 4))
            return unprocessable(parameter, QStringLiteral("must be a season of four digits, like 2025."));
        break;
    case Kind::Id:
        if (!isWhole(value, 1, 15))
            return unprocessable(parameter, QStringLiteral("must be a whole number of at most 15 digits."));
        break;
    case Kind::Round:
        if (!isWhole(value, 1, 2))
            return unprocessable(parameter, QStringLiteral("must be a round; 0 is before the first."));
        break;
    case Kind::Race:
        if (value.trimmed().isEmpty())
            return unprocessable(parameter, QStringLiteral("must be a round or a name."));
        break;
    case Kind::Session:
        if (!sessionFromString(value))
            return unprocessable(parameter, QStringLiteral("must be race or sprint."));
        break;
    }
    return std::nullopt;
}

std::optional<Refusal> takeQuery(const Target& target, const Route& route, Call& call)
{
    for (const auto& [name, value] : target.query) {
        const auto parameter = std::find_if(route.parameters.begin(), route.parameters.end(),
                                            [&name = name](const Parameter& p) { return p.name == name; });
        if (parameter == route.parameters.end() || isInPath(route, *parameter))
            continue;
        if (call.has(name))
            return unprocessable(*parameter, QStringLiteral("is given twice."));
        call.set(name, value);
    }
    return std::nullopt;
}

tl::expected<Call, Refusal> callOf(const Target& target, const Route& route)
{
    Call call;
    const QStringList pattern = route.path.sliced(1).split(QLatin1Char('/'));
    for (qsizetype i = 0; i < pattern.size(); ++i)
        if (const Parameter* parameter = parameterAt(route, pattern[i]))
            call.set(parameter->name, target.segments[i]);
    if (const auto refusal = takeQuery(target, route, call))
        return tl::unexpected(*refusal);
    for (const Parameter& parameter : route.parameters) {
        if (!call.has(parameter.name) && !parameter.required)
            continue;
        if (!call.has(parameter.name))
            return tl::unexpected(unprocessable(parameter, QStringLiteral("is missing.")));
        if (const auto refusal = wrongValue(parameter, call.text(parameter.name.toLatin1().constData())))
            return tl::unexpected(*refusal);
    }
    return call;
}

} // namespace

const std::vector<Route>& routes()
{
    static const Parameter year{QStringLiteral("year"), Kind::Year};
    static const Parameter race{QStringLiteral("race"), Kind::Race};
    static const Parameter raceId{QStringLiteral("race_id"), Kind::Id};
    static const Parameter after{QStringLiteral("after"), Kind::Round, false};
    static const Parameter from{QStringLiteral("from"), Kind::Year, false};
    static const Parameter to{QStringLiteral("to"), Kind::Year, false};
    static const Parameter session{QStringLiteral("session"), Kind::Session, false};
    static const std::vector<Route> table = {
        {"GET", QStringLiteral("/"), QStringLiteral("this list"), {}, false, {}, {}, callList},
        {"GET",
         QStringLiteral("/health"),
         QStringLiteral("whether the service can read its database"),
         QStringLiteral("Health"),
         false,
         {},
         {},
         readHealth,
         true},
        {"GET",
         QStringLiteral("/openapi.json"),
         QStringLiteral("this API in the words of OpenAPI"),
         QStringLiteral("object"),
         false,
         {},
         {},
         openApi},
        {"GET",
         QStringLiteral("/races"),
         QStringLiteral("the races of a season, in order of their dates"),
         QStringLiteral("Race"),
         true,
         {year},
         {},
         readRaces},
        {"GET",
         QStringLiteral("/season/{year}"),
         QStringLiteral("standings after a round (default: the newest), and what is expected at the end"),
         QStringLiteral("Season"),
         false,
         {year, after},
         {},
         readSeason},
        {"POST",
         QStringLiteral("/predict"),
         QStringLiteral("freezes the prediction of a race, or answers the one that is frozen"),
         QStringLiteral("Prediction"),
         false,
         {year, race, session},
         {404, 409},
         predictRace},
        {"GET",
         QStringLiteral("/predictions/{race_id}"),
         QStringLiteral("the frozen prediction with its entries"),
         QStringLiteral("Prediction"),
         false,
         {raceId, session},
         {404},
         readPrediction,
         false,
         true},
        {"GET",
         QStringLiteral("/results/{race_id}"),
         QStringLiteral("the newest official result, by position"),
         QStringLiteral("Result"),
         true,
         {raceId, session},
         {404},
         readResults,
         false,
         true},
        {"POST",
         QStringLiteral("/results/sync/{year}/{race}"),
         QStringLiteral("fetches the official result and judges the prediction against it"),
         QStringLiteral("Sync"),
         false,
         {year, race, session},
         {404},
         syncRace},
        {"GET",
         QStringLiteral("/pairs/{race_id}"),
         QStringLiteral("the chance of each driver of the frozen prediction to end ahead of each other"),
         QStringLiteral("Pairs"),
         false,
         {raceId, session},
         {404},
         readPairs,
         false,
         true},
        {"GET",
         QStringLiteral("/picks/{race_id}"),
         QStringLiteral("the picks for a race; orders of other players once it has started"),
         QStringLiteral("Picks"),
         false,
         {raceId, session},
         {404},
         readPicks},
        {"GET",
         QStringLiteral("/league"),
         QStringLiteral("the players of this database, ranked; model and grid order are two of them"),
         QStringLiteral("League"),
         false,
         {from, to, session},
         {},
         readLeague,
         false,
         true},
        {"GET",
         QStringLiteral("/metrics/{race_id}"),
         QStringLiteral("how good the prediction was, one evaluation per revision, newest first"),
         QStringLiteral("Metrics"),
         true,
         {raceId, session},
         {404},
         readMetrics,
         false,
         true},
        {"GET",
         QStringLiteral("/record/races"),
         QStringLiteral("every score of every judged race, of the model and of the baselines"),
         QStringLiteral("RaceScores"),
         true,
         {session},
         {},
         readRaceScores},
        {"GET",
         QStringLiteral("/record/calibration"),
         QStringLiteral("how often what was given a chance has happened, by event and bin of chances"),
         QStringLiteral("CalibrationBin"),
         true,
         {session},
         {},
         readCalibration},
        {"GET",
         QStringLiteral("/record/stages"),
         QStringLiteral("the scores by what was known of the start: nothing, qualifying or grid"),
         QStringLiteral("StageScores"),
         true,
         {session},
         {},
         readStages},
    };
    return table;
}

bool isInPath(const Route& route, const Parameter& parameter)
{
    return route.path.sliced(1).split(QLatin1Char('/')).contains(segmentOf(parameter));
}

tl::expected<Match, Refusal> match(const QByteArray& method, const Target& target)
{
    Match found;
    for (const Route& route : routes()) {
        if (!fits(route, target.segments))
            continue;
        found.methods.append(route.method);
        if (route.method == "GET")
            found.methods.append("HEAD");
        if (route.method == (method == "HEAD" ? QByteArray("GET") : method))
            found.route = &route;
    }
    if (found.methods.isEmpty())
        return tl::unexpected<Refusal>(
            {404, QStringLiteral("There is nothing at this path; GET / lists the calls.")});
    found.methods.append("OPTIONS");
    if (!found.route)
        return found;
    auto call = callOf(target, *found.route);
    if (!call)
        return tl::unexpected(call.error());
    found.call = *call;
    return found;
}

} // namespace parcferme
