#include "store/EvaluationRepository.h"

#include "core/UtcTime.h"
#include "store/Rows.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

QString columns()
{
    return QStringLiteral(
        "race_id, prediction_id, result_revision, created_at, starters, position_mae, "
        "position_mae_classified, time_mae_seconds, gap_mae_seconds, winner_correct, "
        "podium_accuracy, podium_exact_order, points_overlap, spearman, kendall, win_brier, "
        "podium_brier, points_brier, winner_log_loss, rps, coverage_50, coverage_80, coverage_90, "
        "confidence_score, calibration_error, baselines, drivers");
}

QVariantList values(const Evaluation& e)
{
    return {e.race,
            e.prediction,
            e.resultRevision,
            toIso(e.createdAt),
            e.starters,
            e.positionMae,
            toSql(e.positionMaeClassified),
            toSql(e.timeMaeSeconds),
            toSql(e.gapMaeSeconds),
            e.winnerCorrect ? 1 : 0,
            e.podiumAccuracy,
            e.podiumExactOrder,
            e.pointsOverlap,
            toSql(e.spearman),
            toSql(e.kendall),
            toSql(e.winBrier),
            toSql(e.podiumBrier),
            toSql(e.pointsBrier),
            toSql(e.winnerLogLoss),
            toSql(e.rps),
            toSql(e.coverage50),
            toSql(e.coverage80),
            toSql(e.coverage90),
            e.confidenceScore,
            e.calibrationError,
            QString::fromUtf8(e.baselines),
            e.drivers.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(e.drivers))};
}

Result<Evaluation> read(const Statement& row)
{
    auto createdAt = timeFromIso(row.text(3));
    if (!createdAt)
        return tl::unexpected(createdAt.error());
    Evaluation e;
    e.race = row.integer(0);
    e.prediction = row.integer(1);
    e.resultRevision = static_cast<int>(row.integer(2));
    e.createdAt = *createdAt;
    e.starters = static_cast<int>(row.integer(4));
    e.positionMae = row.real(5);
    e.positionMaeClassified = row.optionalReal(6);
    e.timeMaeSeconds = row.optionalReal(7);
    e.gapMaeSeconds = row.optionalReal(8);
    e.winnerCorrect = row.integer(9) != 0;
    e.podiumAccuracy = row.real(10);
    e.podiumExactOrder = row.real(11);
    e.pointsOverlap = row.real(12);
    e.spearman = row.optionalReal(13);
    e.kendall = row.optionalReal(14);
    e.winBrier = row.optionalReal(15);
    e.podiumBrier = row.optionalReal(16);
    e.pointsBrier = row.optionalReal(17);
    e.winnerLogLoss = row.optionalReal(18);
    e.rps = row.optionalReal(19);
    e.coverage50 = row.optionalReal(20);
    e.coverage80 = row.optionalReal(21);
    e.coverage90 = row.optionalReal(22);
    e.confidenceScore = row.real(23);
    e.calibrationError = row.real(24);
    e.baselines = row.text(25).toUtf8();
    e.drivers = row.text(26).toUtf8();
    e.id = row.integer(27);
    e.superseded = row.integer(28) != 0;
    return e;
}

Result<std::vector<Evaluation>> select(Database& database, const QString& whereAndOrder,
                                       const QVariantList& bound)
{
    auto rows =
        database.run(QStringLiteral("SELECT %1, id, EXISTS (SELECT 1 FROM evaluation_metrics AS newer "
                                    "WHERE newer.prediction_id = evaluation_metrics.prediction_id "
                                    "AND newer.result_revision > evaluation_metrics.result_revision) "
                                    "FROM evaluation_metrics %2")
                         .arg(columns(), whereAndOrder),
                     bound);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Evaluation> evaluations;
    const Status status = rows->each([&](const Statement& row) -> Status {
        auto evaluation = read(row);
        if (!evaluation)
            return tl::unexpected(evaluation.error());
        evaluations.push_back(std::move(*evaluation));
        return {};
    });
    if (!status)
        return tl::unexpected(status.error());
    return evaluations;
}

} // namespace

Result<Evaluation> EvaluationRepository::add(const Evaluation& evaluation)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto stored = [&] {
        return select(*database_, QStringLiteral("WHERE prediction_id = ? AND result_revision = ?"),
                      {evaluation.prediction, evaluation.resultRevision});
    };
    auto first = stored();
    if (!first)
        return tl::unexpected(first.error());
    if (!first->empty())
        return first->front();
    const QVariantList bound = values(evaluation);
    QString places = QStringLiteral("?");
    for (qsizetype i = 1; i < bound.size(); ++i)
        places += QStringLiteral(", ?");
    auto done = database_->run(
        QStringLiteral("INSERT INTO evaluation_metrics (%1) VALUES (%2)").arg(columns(), places), bound);
    if (!done)
        return tl::unexpected(done.error());
    auto added = stored();
    if (!added)
        return tl::unexpected(added.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return added->front();
}

Result<std::vector<Evaluation>> EvaluationRepository::ofRace(RaceId race) const
{
    return select(*database_, QStringLiteral("WHERE race_id = ? ORDER BY id DESC"), {race});
}

Result<std::vector<Evaluation>> EvaluationRepository::ofPrediction(PredictionId prediction) const
{
    return select(*database_, QStringLiteral("WHERE prediction_id = ? ORDER BY id DESC"), {prediction});
}

Result<std::vector<Evaluation>> EvaluationRepository::all() const
{
    return select(*database_, QStringLiteral("ORDER BY id"), {});
}

} // namespace parcferme
