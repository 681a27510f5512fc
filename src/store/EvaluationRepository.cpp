#include "store/EvaluationRepository.h"

#include "domain/Columns.h"
#include "domain/Words.h"
#include "store/ColumnSql.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

Result<Evaluation> read(const Statement& row)
{
    Evaluation e;
    e.id = row.integer(0);
    e.superseded = row.integer(1) != 0;
    if (Status status = readColumns(evaluationColumns(), row, 2, e); !status)
        return tl::unexpected(status.error());
    return e;
}

Result<std::vector<Evaluation>> select(Database& database, const QString& whereAndOrder,
                                       const QVariantList& bound)
{
    auto rows =
        database.run(QStringLiteral("SELECT id, EXISTS (SELECT 1 FROM evaluation_metrics AS newer "
                                    "WHERE newer.prediction_id = evaluation_metrics.prediction_id "
                                    "AND newer.result_revision > evaluation_metrics.result_revision), %1 "
                                    "FROM evaluation_metrics %2")
                         .arg(readNames(evaluationColumns()).join(QStringLiteral(", ")), whereAndOrder),
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
    auto done = database_->run(insertInto("evaluation_metrics", columnNames(evaluationColumns())),
                               columnValues(evaluationColumns(), evaluation));
    if (!done)
        return tl::unexpected(done.error());
    auto added = stored();
    if (!added)
        return tl::unexpected(added.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return added->front();
}

Result<std::vector<Evaluation>> EvaluationRepository::ofSession(const SessionKey& of) const
{
    return select(
        *database_,
        QStringLiteral("WHERE race_id = ? AND prediction_id IN "
                       "(SELECT id FROM predictions WHERE race_id = ? AND session = ?) ORDER BY id DESC"),
        {of.race, of.race, toString(of.session)});
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
