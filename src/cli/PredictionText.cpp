#include "cli/PredictionText.h"

#include "core/UtcTime.h"
#include "domain/Words.h"
#include "export/PredictionOutput.h"
#include "tables/PredictionModel.h"
#include "tables/TableExport.h"

#include <algorithm>

namespace parcferme {

namespace {

QString kindText(const Prediction& prediction)
{
    switch (prediction.kind) {
    case PredictionKind::Live:
        return QStringLiteral("FROZEN, live");
    case PredictionKind::Void:
        return QStringLiteral("VOID, frozen after the start: it counts nowhere");
    case PredictionKind::Retrospective:
        return QStringLiteral("FROZEN, retrospective: computed after the race");
    case PredictionKind::Preview:
        return QStringLiteral("PREVIEW, not stored");
    }
    return {};
}

QString nameOf(const People& people, const QString& driver)
{
    const auto known = people.drivers.constFind(driver);
    return known == people.drivers.constEnd() ? driver : known->fullName();
}

} // namespace

void showForecast(const Console& console, const ForecastView& view, const People& people,
                  const std::optional<Weather>& weather, const QString& title)
{
    const Prediction& prediction = view.prediction;
    PredictionModel model;
    model.setForecast(view, people);
    console.answer(QStringLiteral("%1 - %2").arg(title, kindText(prediction)),
                   withNames(predictionTable(view), people), exportTable(model),
                   predictionJson(view, weather));
    const auto favourite = std::ranges::max_element(prediction.entries, {}, &PredictionEntry::pWin);
    if (favourite != prediction.entries.end())
        console.say(QStringLiteral("%1 %2 % to win - %3 of 100 pairs expected in the right order")
                        .arg(nameOf(people, favourite->driver))
                        .arg(favourite->pWin * 100, 0, 'f', 0)
                        .arg(prediction.confidenceScore * 100, 0, 'f', 0));
    console.say(QStringLiteral("inputs observed %1 % - %2 imputed - stage %3")
                    .arg(prediction.featureCoverage * 100, 0, 'f', 0)
                    .arg(prediction.numImputed)
                    .arg(QString::fromLatin1(predictor::toString(view.forecast.stage).data())));
    if (prediction.id > 0)
        console.say(QStringLiteral("prediction %1, stored %2 from what was known at %3 - %4 - hash %5")
                        .arg(prediction.id)
                        .arg(toIso(prediction.createdAt), toIso(prediction.snapshotTs),
                             prediction.fastf1Version, QString::fromLatin1(prediction.hash)));
    if (view.voucher)
        console.say(voucherText(*view.voucher));
    for (const QString& warning : englishSentences(view.warnings))
        console.notice(QStringLiteral("Warning: ") + warning);
}

} // namespace parcferme
