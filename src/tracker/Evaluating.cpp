#include "tracker/Evaluating.h"

#include "domain/Knowledge.h"
#include "tracker/Judging.h"
#include "tracker/PickJudging.h"
#include "tracker/Snapshot.h"

namespace parcferme {

Evaluating::Evaluating(Database& database, StoredFacts& facts, const Clock& clock)
    : facts_(facts), clock_(clock), predictions_(database), evaluations_(database), picks_(database),
      pickScores_(database)
{
}

Result<int> Evaluating::evaluate(const QSet<RaceId>& races, ChangeSet& changes)
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    Judging judging(**records);
    int added = 0;
    for (const RaceRecord& record : **records) {
        if (!races.contains(record.race.id) || record.race.status == RaceStatus::Cancelled)
            continue;
        for (const Session session : {Session::Sprint, Session::Race}) {
            const auto more = evaluate(judging, record, session);
            if (!more)
                return tl::unexpected(more.error());
            added += *more;
            if (*more > 0)
                changes.races.insert(record.race.id);
        }
        const auto picks = evaluatePicks(judging, record);
        if (!picks)
            return tl::unexpected(picks.error());
        if (*picks > 0)
            changes.picks.insert(record.race.id);
    }
    return added;
}

Result<int> Evaluating::evaluate(Judging& judging, const RaceRecord& record, Session session)
{
    if (record.revisionsOf(session).empty())
        return 0;
    int added = 0;
    for (const PredictionKind kind : {PredictionKind::Live, PredictionKind::Retrospective}) {
        const auto prediction = predictions_.find({record.race.id, session}, kind);
        if (!prediction)
            return tl::unexpected(prediction.error());
        if (!*prediction)
            continue;
        const auto evaluated = evaluate(judging, record, **prediction);
        if (!evaluated)
            return tl::unexpected(evaluated.error());
        added += *evaluated ? 1 : 0;
    }
    return added;
}

Result<int> Evaluating::evaluatePicks(Judging& judging, const RaceRecord& record)
{
    const auto picks = picks_.ofRace(record.race.id);
    if (!picks)
        return tl::unexpected(picks.error());
    int added = 0;
    for (const Pick& pick : *picks) {
        const std::vector<ResultRevision>& revisions = record.revisionsOf(pick.session);
        if (revisions.empty() || kindByNow(pick, record.race) != PickKind::Live)
            continue;
        const auto before = pickScores_.ofPick(pick.id);
        if (!before)
            return tl::unexpected(before.error());
        if (!before->empty() && before->front().resultRevision == revisions.back().revision)
            continue;
        const auto scores = judgePick(judging, record, revisions.back(), pick, clock_.now());
        if (!scores)
            return tl::unexpected(scores.error());
        if (const auto stored = pickScores_.add(*scores); !stored)
            return tl::unexpected(stored.error());
        ++added;
    }
    return added;
}

Result<bool> Evaluating::evaluate(Judging& judging, const RaceRecord& record, const Prediction& prediction)
{
    const ResultRevision& newest = record.revisionsOf(prediction.session).back();
    const auto before = evaluations_.ofPrediction(prediction.id);
    if (!before)
        return tl::unexpected(before.error());
    if (!before->empty() && before->front().resultRevision == newest.revision)
        return false;
    const auto view = viewOf(prediction);
    if (!view)
        return tl::unexpected(view.error());
    const auto judged = judging.judge(record, newest, view->forecast);
    if (!judged)
        return tl::unexpected(judged.error());
    const auto evaluation = toEvaluation(*judged, positionsOf(*judged, view->forecast), prediction,
                                         newest.revision, clock_.now());
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    if (const auto stored = evaluations_.add(*evaluation); !stored)
        return tl::unexpected(stored.error());
    return true;
}

} // namespace parcferme
