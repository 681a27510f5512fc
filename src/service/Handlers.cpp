#include "service/Handlers.h"

#include "core/Version.h"
#include "export/MetricsOutput.h"
#include "export/PairsOutput.h"
#include "export/PickOutput.h"
#include "export/PredictionOutput.h"
#include "export/RaceOutput.h"
#include "export/ScoreTables.h"
#include "export/SeasonOutput.h"
#include "service/Routes.h"

namespace parcferme {

namespace {

// Why a race has nothing of a kind: it is not there at all, or lacks `what`.
tl::unexpected<Error> missing(const Tracker& tracker, const SessionKey& of, const char* what)
{
    const auto race = tracker.race(of.race);
    if (!race)
        return tl::unexpected(race.error());
    return fail(ErrorCode::NotFound,
                QStringLiteral("%1 %2%3 has %4.")
                    .arg(race->name)
                    .arg(race->year)
                    .arg(of.session == Session::Sprint ? QStringLiteral(", sprint,") : QString(),
                         QLatin1StringView(what)));
}

// "?year=Y&race=R" of the parameters that are not in the path.
QString queryOf(const Route& route)
{
    QStringList names;
    for (const Parameter& parameter : route.parameters)
        if (!isInPath(route, parameter))
            names.append(QStringLiteral("%1={%1}").arg(parameter.name));
    return names.isEmpty() ? QString() : QLatin1Char('?') + names.join(QLatin1Char('&'));
}

Result<Answer> scoreAnswer(const Tracker& tracker, const Call& call, ScoreTable table)
{
    const auto rows = recordScoreTable(table, {}, [&](std::optional<Stage> stage) {
        return tracker.record({{}, {}, stage, call.sessionOf(0).session});
    });
    if (!rows)
        return tl::unexpected(rows.error());
    return answerOf(rowsJson(*rows));
}

} // namespace

Answer callList()
{
    QString text;
    for (const Route& route : routes())
        text += QStringLiteral("%1 %2  %3\n")
                    .arg(QString::fromLatin1(route.method), -4)
                    .arg(route.path + queryOf(route), -32)
                    .arg(route.summary);
    return {200, text.toUtf8(), "text/plain; charset=utf-8"};
}

Result<Answer> readHealth(const Tracker& tracker, const Call&)
{
    if (const auto seasons = tracker.seasons(); !seasons)
        return tl::unexpected(seasons.error());
    return answerOf(QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                                {QStringLiteral("version"), QStringLiteral(PARCFERME_VERSION)}});
}

Result<Answer> readRaces(const Tracker& tracker, const Call& call)
{
    const auto races = tracker.races(call.year());
    if (!races)
        return tl::unexpected(races.error());
    return answerOf(racesJson(*races));
}

Result<Answer> readSeason(const Tracker& tracker, const Call& call)
{
    const auto after = call.has(QStringLiteral("after"))
                           ? std::optional(static_cast<int>(call.number("after")))
                           : std::nullopt;
    const auto season = tracker.season(call.year(), after, Progress());
    if (!season)
        return tl::unexpected(season.error());
    return answerOf(seasonViewJson(*season));
}

Result<Answer> readPrediction(const Tracker& tracker, const Call& call)
{
    const auto prediction = tracker.prediction(call.session());
    if (!prediction)
        return tl::unexpected(prediction.error());
    if (!*prediction)
        return missing(tracker, call.session(), "no prediction");
    const auto weather = tracker.weather(call.session());
    if (!weather)
        return tl::unexpected(weather.error());
    return answerOf(predictionJson(**prediction, *weather));
}

Result<Answer> readResults(const Tracker& tracker, const Call& call)
{
    const auto newest = tracker.newestResult(call.session());
    if (!newest)
        return tl::unexpected(newest.error());
    if (!*newest)
        return missing(tracker, call.session(), "no official result yet");
    return answerOf(resultsJson(**newest));
}

Result<Answer> readPairs(const Tracker& tracker, const Call& call)
{
    const auto prediction = tracker.prediction(call.session());
    if (!prediction)
        return tl::unexpected(prediction.error());
    if (!*prediction)
        return missing(tracker, call.session(), "no prediction");
    const auto pairs = pairsOf(**prediction);
    if (pairs.empty())
        return missing(tracker, call.session(), "a prediction of version 1.0, which stored no strengths");
    return answerOf(pairsJson(**prediction, pairs));
}

Result<Answer> readPicks(const Tracker& tracker, const Call& call)
{
    const auto picks = tracker.picks(call.session());
    if (!picks)
        return tl::unexpected(picks.error());
    return answerOf(picksJson(*picks));
}

Result<Answer> readLeague(const Tracker& tracker, const Call& call)
{
    const auto season = [&](const char* name) {
        return call.has(QString::fromLatin1(name)) ? std::optional(static_cast<int>(call.number(name)))
                                                   : std::nullopt;
    };
    const auto league = tracker.league({season("from"), season("to"), call.sessionOf(0).session});
    if (!league)
        return tl::unexpected(league.error());
    return answerOf(leagueJson(*league));
}

Result<Answer> readMetrics(const Tracker& tracker, const Call& call)
{
    const auto evaluations = tracker.evaluations(call.session());
    if (!evaluations)
        return tl::unexpected(evaluations.error());
    if (evaluations->empty())
        return missing(tracker, call.session(), "no prediction that was judged yet");
    return answerOf(metricsJson(*evaluations));
}

Result<Answer> readRaceScores(const Tracker& tracker, const Call& call)
{
    return scoreAnswer(tracker, call, ScoreTable::Races);
}

Result<Answer> readCalibration(const Tracker& tracker, const Call& call)
{
    return scoreAnswer(tracker, call, ScoreTable::Calibration);
}

Result<Answer> readStages(const Tracker& tracker, const Call& call)
{
    return scoreAnswer(tracker, call, ScoreTable::Stages);
}

QCoro::Task<Result<Answer>> predictRace(Tracker& tracker, Call call, Progress progress)
{
    const auto race = tracker.findRace(call.year(), call.text("race"));
    if (!race)
        co_return tl::unexpected(race.error());
    const auto outcome = co_await tracker.predict(call.sessionOf(race->id), {}, progress);
    if (!outcome)
        co_return tl::unexpected(outcome.error());
    const auto weather = tracker.weather(call.sessionOf(race->id));
    if (!weather)
        co_return tl::unexpected(weather.error());
    co_return answerOf(predictionJson(outcome->view, *weather));
}

QCoro::Task<Result<Answer>> syncRace(Tracker& tracker, Call call, Progress progress)
{
    const auto race = tracker.findRace(call.year(), call.text("race"));
    if (!race)
        co_return tl::unexpected(race.error());
    const auto outcome = co_await tracker.syncRace(call.sessionOf(race->id), progress);
    if (!outcome)
        co_return tl::unexpected(outcome.error());
    co_return answerOf(syncJson(*outcome));
}

} // namespace parcferme
