#include "tracker/Verification.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "store/EvaluationRepository.h"
#include "store/FactRepository.h"
#include "store/LedgerCheck.h"
#include "store/LedgerJson.h"
#include "store/PickRepository.h"
#include "store/PickScoreRepository.h"
#include "store/PredictionRepository.h"
#include "tracker/EvaluationJson.h"
#include "tracker/FactSelection.h"
#include "tracker/Forecaster.h"
#include "tracker/Judging.h"
#include "tracker/PickJudging.h"
#include "tracker/Replay.h"
#include "tracker/Snapshot.h"
#include "tracker/StoredFacts.h"
#include "tracker/StoredJudgement.h"

#include <cmath>

namespace parcferme {

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a));
}

// Whether the drivers of two evaluations are the same; those of 1.0.0 hold none.
bool sameDrivers(const QByteArray& stored, const QByteArray& again)
{
    if (stored.isEmpty())
        return true;
    const auto a = driversFromJson(stored), b = driversFromJson(again);
    return a && b && std::ranges::equal(storedPositions(stored), storedPositions(again), near) &&
           std::ranges::equal(
               *a, *b, [](evaluation::JudgedDriver one, const evaluation::JudgedDriver& other) {
                   const bool chances = near(one.pWin, other.pWin) && near(one.pPodium, other.pPodium) &&
                                        near(one.pPoints, other.pPoints) &&
                                        std::ranges::equal(one.ahead, other.ahead, near);
                   one.pWin = other.pWin;
                   one.pPodium = other.pPodium;
                   one.pPoints = other.pPoints;
                   one.ahead = other.ahead;
                   return chances && one == other;
               });
}

// Name of the first column in which two evaluations differ; null when they are the same. The baselines rest
// on older races, which may have been corrected since: they are shown, not verified.
template <typename Row>
const char* difference(std::span<const Column<Row>> columns, const Row& a, const Row& b)
{
    for (const Column<Row>& column : columns) {
        if (column.type == ColumnType::Json)
            continue;
        const QVariant one = column.value(a), other = column.value(b);
        const bool same = column.type == ColumnType::Number && one.isValid() && other.isValid()
                              ? near(one.toDouble(), other.toDouble())
                              : one == other;
        if (!same)
            return column.name;
    }
    return sameDrivers(a.drivers, b.drivers) ? nullptr : "drivers";
}

bool isOfThisModel(const Prediction& prediction)
{
    return prediction.modelVersion == modelVersion();
}

// Version 1.0.0 judged what it forecast again; since then it is what the record holds.
bool wasJudgedByReplay(const Evaluation& evaluation, const Prediction& prediction)
{
    return prediction.format < 2 && evaluation.drivers.isEmpty();
}

// Judging takes from the model how chances close up when somebody did not start.
bool canBeJudgedAgain(const Evaluation& evaluation, const Prediction& prediction)
{
    return isOfThisModel(prediction) || (!wasJudgedByReplay(evaluation, prediction) &&
                                         evaluation.starters == static_cast<int>(prediction.entries.size()));
}

Result<predictor::Forecast> judgedForecast(const Evaluation& evaluation, const Prediction& prediction)
{
    if (wasJudgedByReplay(evaluation, prediction))
        return replay(prediction);
    return viewOf(prediction).map([](ForecastView&& view) { return std::move(view.forecast); });
}

// Why a stored evaluation does not come out again; empty when it does.
QString evaluationProblem(const Evaluation& stored, const Prediction& prediction, const RaceRecord* record)
{
    const QString name = Sentence::tr("Evaluation %1").arg(stored.id);
    const ResultRevision* revision =
        record ? revisionOf(*record, prediction.session, stored.resultRevision) : nullptr;
    if (!revision)
        return Sentence::tr("%1: its result revision %2 is not stored.").arg(name).arg(stored.resultRevision);
    const auto forecast = judgedForecast(stored, prediction);
    if (!forecast)
        return QStringLiteral("%1: %2").arg(name, forecast.error().message);
    const auto judged = evaluation::judge(*forecast, factsWithResult(*record, *revision), {});
    if (!judged)
        return Sentence::tr("%1: fewer than three predicted drivers started.").arg(name);
    const Eigen::MatrixXd positions =
        storedPositions(stored.drivers).empty() ? Eigen::MatrixXd() : positionsOf(*judged, *forecast);
    const auto again = toEvaluation(*judged, positions, prediction, stored.resultRevision, stored.createdAt);
    if (!again)
        return QStringLiteral("%1: %2").arg(name, again.error().message);
    const char* what = difference(evaluationColumns(), stored, *again);
    return what ? Sentence::tr("%1: %2 comes out different when it is computed again.")
                      .arg(name, QLatin1StringView(what))
                : QString();
}

Status verifyEvaluations(Database& database, const Progress& progress, LedgerReport& report)
{
    const auto evaluations = EvaluationRepository(database).all();
    const auto predictions = PredictionRepository(database).all();
    const auto records = FactRepository(database).load();
    if (!evaluations || !predictions || !records)
        return tl::unexpected(!evaluations   ? evaluations.error()
                              : !predictions ? predictions.error()
                                             : records.error());
    const int total = static_cast<int>(evaluations->size());
    for (int i = 0; i < total && report.problems.isEmpty(); ++i) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled, Sentence::tr("The check was stopped."));
        progress.report(i, total, Sentence::tr("Evaluations"));
        const Evaluation& stored = (*evaluations)[static_cast<std::size_t>(i)];
        const auto prediction = std::find_if(predictions->begin(), predictions->end(),
                                             [&](const Prediction& p) { return p.id == stored.prediction; });
        if (prediction == predictions->end()) {
            report.problems.append(Sentence::tr("Evaluation %1: its prediction is missing.").arg(stored.id));
            continue;
        }
        if (!canBeJudgedAgain(stored, *prediction))
            continue;
        const auto record = std::find_if(records->begin(), records->end(),
                                         [&](const RaceRecord& r) { return r.race.id == stored.race; });
        const QString problem =
            evaluationProblem(stored, *prediction, record == records->end() ? nullptr : &*record);
        if (!problem.isEmpty())
            report.problems.append(problem);
    }
    return {};
}

// Why stored scores of a pick do not come out again; empty when they do.
QString pickScoresProblem(Judging& judging, const PickScores& stored, const std::vector<Pick>& picks,
                          const std::vector<RaceRecord>& records)
{
    const QString name = Sentence::tr("Scores %1 of pick %2").arg(stored.id).arg(stored.pick);
    const auto pick = std::ranges::find(picks, stored.pick, &Pick::id);
    if (pick == picks.end())
        return Sentence::tr("%1: the pick is missing.").arg(name);
    const auto record = recordOf(records, stored.race);
    const ResultRevision* revision =
        record ? revisionOf(**record, pick->session, stored.resultRevision) : nullptr;
    if (!revision)
        return Sentence::tr("%1: its result revision %2 is not stored.").arg(name).arg(stored.resultRevision);
    const auto again = judgePick(judging, **record, *revision, *pick, stored.createdAt);
    if (!again)
        return QStringLiteral("%1: %2").arg(name, again.error().message);
    const char* what = difference(pickScoreColumns(), stored, *again);
    return what ? Sentence::tr("%1: %2 comes out different when it is computed again.")
                      .arg(name, QLatin1StringView(what))
                : QString();
}

Status verifyPickScores(Database& database, const Progress& progress, LedgerReport& report)
{
    const auto all = PickScoreRepository(database).all();
    const auto picks = PickRepository(database).all();
    const auto records = FactRepository(database).load();
    if (!all || !picks || !records)
        return tl::unexpected(!all ? all.error() : !picks ? picks.error() : records.error());
    Judging judging(*records);
    for (const PickScores& stored : *all) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled, Sentence::tr("The check was stopped."));
        if (!report.problems.isEmpty())
            break;
        if (const QString problem = pickScoresProblem(judging, stored, *picks, *records); !problem.isEmpty())
            report.problems.append(problem);
    }
    return {};
}

} // namespace

Result<LedgerReport> verifyLedger(Database& database, const Progress& progress)
{
    LedgerReport report;
    const auto checked = LedgerCheck(database).run([&](const Prediction& prediction) -> Status {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled, Sentence::tr("The check was stopped."));
        progress.report(report.replayed + report.notReplayed, 0, Sentence::tr("Predictions"));
        if (auto status = recordFits(prediction); !status)
            return status;
        if (!isOfThisModel(prediction)) {
            ++report.notReplayed;
            return {};
        }
        ++report.replayed;
        return replayFits(prediction);
    });
    if (checked) {
        report.length = checked->predictions;
        report.head = checked->head;
        report.picks = checked->picks;
        report.picksHead = checked->picksHead;
    } else if (checked.error().code == ErrorCode::Verification) {
        report.problems.append(checked.error().message);
        return report;
    } else {
        return tl::unexpected(checked.error());
    }
    if (auto status = verifyEvaluations(database, progress, report); !status)
        return tl::unexpected(status.error());
    if (auto status = verifyPickScores(database, progress, report); !status)
        return tl::unexpected(status.error());
    return report;
}

namespace {

// The hash of the record up to which a proof goes, as it is now. Errors: Verification when it is not there.
template <typename Repository>
Result<QByteArray> hashAt(const Repository& ledger, int length, const QString& proof)
{
    const auto head = ledger.head();
    if (!head)
        return tl::unexpected(head.error());
    if (head->id < length)
        return fail(ErrorCode::Verification,
                    Sentence::tr("%1: the ledger holds only %2 now.").arg(proof).arg(head->id));
    if (length == 0)
        return zeroHash();
    return ledger.byId(length).map([](const auto& record) { return record.hash; });
}

} // namespace

Status proofFits(Database& database, const LedgerProof& proof)
{
    const QString of = Sentence::tr("The proof of %1 (%2 predictions) does not fit")
                           .arg(toIso(proof.time))
                           .arg(proof.length);
    const auto hash = hashAt(PredictionRepository(database), proof.length, of);
    if (!hash)
        return tl::unexpected(hash.error());
    if (*hash != proof.head)
        return fail(ErrorCode::Verification,
                    Sentence::tr("%1: prediction %2 has another hash now, so it or one before it was "
                                 "replaced.")
                        .arg(of)
                        .arg(proof.length));
    if (!proof.picks)
        return {};
    const QString ofPicks =
        Sentence::tr("The proof of %1 (%2 picks) does not fit").arg(toIso(proof.time)).arg(*proof.picks);
    const auto pick = hashAt(PickRepository(database), *proof.picks, ofPicks);
    if (!pick)
        return tl::unexpected(pick.error());
    if (*pick != proof.picksHead)
        return fail(ErrorCode::Verification,
                    Sentence::tr("%1: pick %2 has another hash now, so it or one before it was replaced.")
                        .arg(ofPicks)
                        .arg(*proof.picks));
    return {};
}

} // namespace parcferme
