#include "export/MetricsOutput.h"

#include "domain/Columns.h"
#include "export/Json.h"
#include "export/ScoreFields.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace parcferme {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("MetricsOutput", text);
}

QVariant cell(const std::optional<double>& number)
{
    return number ? QVariant(*number) : QVariant();
}

} // namespace

QJsonObject metricsJson(const EvaluationView& view)
{
    const Evaluation& e = view.evaluation;
    QJsonObject object{{QStringLiteral("id"), e.id}, {QStringLiteral("superseded"), e.superseded}};
    for (const ScoreField& field : scoreFields(e))
        object.insert(field.key, json::value(field.value));
    for (const Column<Evaluation>& column : evaluationColumns())
        if (column.type != ColumnType::Json)
            object.insert(QLatin1StringView(column.name), columnJson(column, e));

    QJsonObject baselines;
    for (const auto& [name, scores] : view.baselines) {
        QJsonObject baseline;
        for (const ScoreField& field : scoreFields(scores))
            baseline.insert(field.key, json::value(field.value));
        baselines.insert(QString::fromStdString(name), baseline);
    }
    object.insert(QStringLiteral("baselines"), baselines);
    object.insert(QStringLiteral("not_forecast"), QJsonArray::fromStringList(view.notForecast));
    object.insert(QStringLiteral("not_started"), QJsonArray::fromStringList(view.notStarted));
    // None in evaluations of version 1.0.0.
    object.insert(QStringLiteral("drivers"), QJsonDocument::fromJson(e.drivers).array());
    return object;
}

QJsonArray metricsJson(const std::vector<EvaluationView>& views)
{
    QJsonArray array;
    for (const EvaluationView& view : views)
        array.append(metricsJson(view));
    return array;
}

Table metricsTable(const EvaluationView& view)
{
    Table table;
    table.columns = {{QStringLiteral("score"), tr("Score")},
                     {QStringLiteral("model"), tr("Model"), Show::Number4, true}};
    std::vector<std::vector<ScoreField>> baselines;
    for (const auto& [name, scores] : view.baselines) {
        const QString key = QString::fromStdString(name);
        table.columns.push_back({key, key, Show::Number4, true});
        baselines.push_back(scoreFields(scores));
    }
    const std::vector<ScoreField> model = scoreFields(view.evaluation);
    for (std::size_t i = 0; i < model.size(); ++i) {
        QVariantList row{model[i].key, cell(model[i].value)};
        for (const std::vector<ScoreField>& fields : baselines)
            row.append(cell(fields[i].value));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace parcferme
