#include "export/PairsOutput.h"

#include "domain/Words.h"
#include "predictor/Lineage.h"
#include "predictor/Pairs.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace parcferme {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PairsOutput", text);
}

} // namespace

std::vector<DriverPair> pairsOf(const ForecastView& view)
{
    std::vector<DriverPair> pairs;
    const auto& entries = view.prediction.entries;
    for (const PredictionEntry& one : entries)
        for (const PredictionEntry& other : entries) {
            const auto chance =
                predictor::chanceAhead(view.forecast, one.driver.toStdString(), other.driver.toStdString());
            if (chance)
                pairs.push_back({one.driver, other.driver, *chance,
                                 predictor::lineageOf(one.team.toStdString()) ==
                                     predictor::lineageOf(other.team.toStdString())});
        }
    return pairs;
}

QJsonObject pairsJson(const ForecastView& view, const std::vector<DriverPair>& pairs)
{
    QJsonArray array;
    for (const DriverPair& pair : pairs)
        array.append(QJsonObject{{QStringLiteral("driver"), pair.driver},
                                 {QStringLiteral("other"), pair.other},
                                 {QStringLiteral("p_ahead"), pair.chance},
                                 {QStringLiteral("teammates"), pair.teammates}});
    const std::string_view stage = predictor::toString(view.forecast.stage);
    return {{QStringLiteral("race_id"), view.prediction.race},
            {QStringLiteral("session"), toString(view.prediction.session)},
            {QStringLiteral("kind"), toString(view.prediction.kind)},
            {QStringLiteral("stage"), QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()))},
            {QStringLiteral("pairs"), array}};
}

Table pairsTable(const std::vector<DriverPair>& pairs)
{
    Table table;
    table.columns = {{QStringLiteral("driver"), tr("Driver")},
                     {QStringLiteral("other"), tr("Other")},
                     {QStringLiteral("p_ahead"), tr("Ahead %"), Show::Percent, true},
                     {QStringLiteral("teammates"), tr("Teammates")}};
    for (const DriverPair& pair : pairs)
        table.rows.push_back({pair.driver, pair.other, pair.chance, pair.teammates});
    return table;
}

Table withPairNames(Table table, const People& people)
{
    for (QVariantList& row : table.rows)
        for (const qsizetype column : {0, 1})
            if (const auto driver = people.drivers.constFind(row[column].toString());
                driver != people.drivers.constEnd())
                row[column] = driver->fullName();
    return table;
}

} // namespace parcferme
