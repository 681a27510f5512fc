#include "tracker/RecordReading.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "evaluation/Backtest.h"
#include "store/Transaction.h"
#include "tracker/FactSelection.h"
#include "tracker/Snapshot.h"
#include "tracker/StoredJudgement.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace parcferme {

namespace {

bool covers(const RecordScope& scope, const Race& race)
{
    return race.year >= scope.from.value_or(0) && race.year <= scope.to.value_or(9999);
}

// The newest evaluation of each prediction, by race and prediction.
using NewestEvaluations = std::map<RaceId, std::map<PredictionId, Evaluation>>;

Result<NewestEvaluations> newestEvaluations(const EvaluationRepository& repository)
{
    auto all = repository.all();
    if (!all)
        return tl::unexpected(all.error());
    NewestEvaluations newest;
    for (Evaluation& evaluation : *all)
        newest[evaluation.race].insert_or_assign(evaluation.prediction, std::move(evaluation));
    return newest;
}

// Adds what was judged of one race. Errors: Data, Database.
Status addRace(const PredictionRepository& predictions, const RaceRecord& record,
               const std::map<PredictionId, Evaluation>& evaluations, const RecordScope& scope,
               std::map<PredictionKind, std::vector<evaluation::JudgedRace>>& judged)
{
    for (const auto& [id, evaluation] : evaluations) {
        const auto prediction = predictions.byId(id);
        if (!prediction)
            return tl::unexpected(prediction.error());
        if (prediction->session != scope.session)
            continue;
        if (scope.stage) {
            const auto view = viewOf(*prediction);
            if (!view)
                return tl::unexpected(view.error());
            if (view->forecast.stage != toPredictorStage(*scope.stage))
                continue;
        }
        auto race = storedJudgement(record, *prediction, evaluation);
        if (!race)
            return tl::unexpected(race.error());
        judged[kindByNow(*prediction, record.race)].push_back(std::move(*race));
    }
    return {};
}

} // namespace

RecordReading::RecordReading(Database& database, StoredFacts& facts, const Clock& clock)
    : database_(database), facts_(facts), clock_(clock), predictions_(database), evaluations_(database)
{
}

Result<TrackRecord> RecordReading::record(const RecordScope& scope) const
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = facts_.records();
    const auto evaluations = newestEvaluations(evaluations_);
    if (!records || !evaluations)
        return tl::unexpected(!records ? records.error() : evaluations.error());
    std::map<PredictionKind, std::vector<evaluation::JudgedRace>> judged;
    for (const RaceRecord& record : **records) {
        const auto ofRace = evaluations->find(record.race.id);
        if (ofRace == evaluations->end() || !covers(scope, record.race) || scope.hidden.hides(record.race))
            continue;
        if (auto status = addRace(predictions_, record, ofRace->second, scope, judged); !status)
            return tl::unexpected(status.error());
    }
    return TrackRecord{evaluation::summarise(std::move(judged[PredictionKind::Live])),
                       evaluation::summarise(std::move(judged[PredictionKind::Retrospective]))};
}

Result<int> RecordReading::judgedRaces() const
{
    const auto evaluations = evaluations_.all();
    const auto records = facts_.records();
    if (!evaluations || !records)
        return tl::unexpected(!evaluations ? evaluations.error() : records.error());
    std::map<RaceId, std::set<PredictionId>> judged;
    for (const Evaluation& evaluation : *evaluations)
        judged[evaluation.race].insert(evaluation.prediction);
    int races = 0;
    for (const RaceRecord& record : **records) {
        const auto ofRace = judged.find(record.race.id);
        if (ofRace == judged.end())
            continue;
        for (const Session session : {Session::Sprint, Session::Race}) {
            const auto live = predictions_.reference({record.race.id, session}, PredictionKind::Live);
            if (!live)
                return tl::unexpected(live.error());
            if (*live && kindByNow(PredictionKind::Live, session, (*live)->createdAt, record.race) ==
                             PredictionKind::Void)
                ofRace->second.erase((*live)->id);
        }
        races += ofRace->second.empty() ? 0 : 1;
    }
    return races;
}

Result<evaluation::Report> RecordReading::backtest(int from, int to, Stage stage, Session session,
                                                   Progress progress) const
{
    if (from > to)
        return fail(ErrorCode::Usage, Sentence::tr("The span from %1 to %2 is empty.").arg(from).arg(to));
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = clock_.now();
    std::vector<predictor::RaceFacts> races, sprints;
    for (const RaceRecord& record : **records) {
        const ResultRevision* result = record.race.year <= to ? resultKnownAt(record, now) : nullptr;
        if (!result)
            continue;
        const ResultRevision* sprint = resultKnownAt(record, now, Session::Sprint);
        races.push_back(factsWithResult(record, *result, sprint));
        if (sprint)
            sprints.push_back(factsWithResult(record, *sprint));
    }
    const evaluation::BacktestSpan span{from, to, toPredictorStage(stage)};
    const auto tell = [&](int done, int total) {
        progress.report(done, total, Sentence::tr("Backtest"));
        return !progress.cancelled();
    };
    auto report = session == Session::Sprint ? evaluation::backtestSprints(races, sprints, span, tell)
                                             : evaluation::backtest(races, span, tell);
    if (!report)
        return fail(ErrorCode::Cancelled, Sentence::tr("The backtest was stopped."));
    if (report->races.empty() && session == Session::Sprint)
        return fail(
            ErrorCode::Usage,
            Sentence::tr("No sprint from %1 to %2 has a result; the first was in 2021.").arg(from).arg(to));
    if (report->races.empty())
        return fail(ErrorCode::Usage,
                    Sentence::tr("No race from %1 to %2 can be forecast: forecasts begin in 2008 and "
                                 "need a result.")
                        .arg(from)
                        .arg(to));
    return std::move(*report);
}

Result<evaluation::Report> RecordReading::leftOut(const evaluation::Report& report,
                                                  const HiddenRaces& hidden) const
{
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    std::set<std::pair<int, int>> rounds;
    for (const RaceRecord& record : **records)
        if (hidden.hides(record.race))
            rounds.emplace(record.race.year, record.race.round);
    std::vector<evaluation::JudgedRace> races;
    std::ranges::copy_if(report.races, std::back_inserter(races), [&](const evaluation::JudgedRace& judged) {
        return !rounds.contains({judged.season, judged.round});
    });
    return races.size() == report.races.size() ? report : evaluation::summarise(std::move(races));
}

} // namespace parcferme
