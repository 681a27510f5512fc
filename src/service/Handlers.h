#pragma once

#include "core/Progress.h"
#include "service/Answer.h"
#include "service/Call.h"
#include "tracker/Tracker.h"

#include <QCoroTask>

namespace parcferme {

// What the calls of the API do; routes() says which is whose.
Answer callList(); // plain text
Result<Answer> readHealth(const Tracker& tracker, const Call& call);
Result<Answer> readRaces(const Tracker& tracker, const Call& call);
Result<Answer> readSeason(const Tracker& tracker, const Call& call);
Result<Answer> readPrediction(const Tracker& tracker, const Call& call);
Result<Answer> readResults(const Tracker& tracker, const Call& call);
Result<Answer> readPairs(const Tracker& tracker, const Call& call); // 404 where no strengths are stored
Result<Answer> readPicks(const Tracker& tracker, const Call& call);
Result<Answer> readLeague(const Tracker& tracker, const Call& call);
Result<Answer> readMetrics(const Tracker& tracker, const Call& call);
// The track record behind its figures, live and retrospective apart; see ScoreTables.h.
Result<Answer> readRaceScores(const Tracker& tracker, const Call& call);
Result<Answer> readCalibration(const Tracker& tracker, const Call& call);
Result<Answer> readStages(const Tracker& tracker, const Call& call);
QCoro::Task<Result<Answer>> predictRace(Tracker& tracker, Call call, Progress progress);
QCoro::Task<Result<Answer>> syncRace(Tracker& tracker, Call call, Progress progress);

} // namespace parcferme
