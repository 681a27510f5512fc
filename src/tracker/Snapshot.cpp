#include "tracker/Snapshot.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "predictor/Validation.h"
#include "store/PredictionJson.h"
#include "tracker/EntriesForecast.h"
#include "tracker/ForecastJson.h"
#include "tracker/InputsJson.h"
#include "tracker/JsonFields.h"

#include <QJsonDocument>

namespace parcferme {

namespace {

QJsonValue timeOrNull(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QJsonObject clockJson(const QDateTime& start, const Present& present)
{
    const auto off = present.clockOffSeconds();
    return {
        {QStringLiteral("race_start"), toIso(start)},
        {QStringLiteral("machine"), toIso(present.machine)},
        {QStringLiteral("server"), timeOrNull(present.server)},
        {QStringLiteral("machine_minus_server_seconds"), off ? QJsonValue(*off) : QJsonValue()},
        {QStringLiteral("last_server"), timeOrNull(present.lastServer)},
        {QStringLiteral("last_ledger"), timeOrNull(present.lastLedger)},
        {QStringLiteral("newest_fact"), timeOrNull(present.newestFact)},
    };
}

} // namespace

predictor::Stage toPredictorStage(Stage stage)
{
    switch (stage) {
    case Stage::Nothing:
        return predictor::Stage::Nothing;
    case Stage::Qualifying:
        return predictor::Stage::Qualifying;
    case Stage::Grid:
        return predictor::Stage::Grid;
    }
    return predictor::Stage::Nothing;
}

std::vector<PredictionEntry> entriesOf(const predictor::Forecast& forecast)
{
    std::vector<PredictionEntry> entries;
    for (const int index : predictor::predictedOrder(forecast)) {
        const predictor::DriverForecast& said = forecast.drivers[static_cast<std::size_t>(index)];
        PredictionEntry entry;
        entry.driver = QString::fromStdString(said.driver);
        entry.team = QString::fromStdString(said.team);
        entry.predictedPosition = said.predictedPosition;
        if (forecast.timesKnown()) {
            entry.predictedRaceTime = said.raceTime;
            entry.gap = said.gap;
            entry.uncertainty = said.uncertainty;
            entry.gapLow = said.gapLow;
            entry.gapHigh = said.gapHigh;
            entry.pLapped = said.pLapped;
        }
        entry.pWin = said.pWin;
        entry.pPodium = said.pPodium;
        entry.pPoints = said.pPoints;
        entry.pRetire = said.pRetire;
        entry.positionLow = said.low80;
        entry.positionHigh = said.high80;
        entries.push_back(entry);
    }
    return entries;
}

QStringList warningsOf(const MadeForecast& made, const FactSelection& selection)
{
    QStringList warnings;
    for (const std::string& warning : predictor::warnings(made.forecast))
        warnings.append(QString::fromStdString(warning));
    if (selection.provisionalField)
        warnings.append(QStringLiteral("The field is that of the race before, and provisional."));
    if (selection.withoutQualifying > 0)
        warnings.append(
            QStringLiteral("%1 drivers of the race before have no row in qualifying; they are in the "
                           "field.")
                .arg(selection.withoutQualifying));
    if (selection.missingRegulars > 0)
        warnings.append(QStringLiteral("%1 drivers of the race before are not in the field.")
                            .arg(selection.missingRegulars));
    if (selection.laps == FactSelection::Laps::CircuitsLastRace)
        warnings.append(QStringLiteral("The number of laps is that of the circuit's last race."));
    if (selection.laps == FactSelection::Laps::Rule)
        warnings.append(
            QStringLiteral("The number of laps follows from the circuit's length and the rules."));
    if (selection.unknownBefore > 0)
        warnings.append(
            QStringLiteral("%1 earlier races of the season are not known; the ratings stand where they "
                           "stood before them.")
                .arg(selection.unknownBefore));
    return warnings;
}

Result<QByteArray> makeSnapshot(const Prediction& draft, const Race& race, const MadeForecast& made,
                                const FactSelection& selection, const Present& present,
                                const QStringList& warnings)
{
    const QJsonObject facts{{QStringLiteral("sha256"), QString::fromLatin1(made.factsDigest)},
                            {QStringLiteral("races"), made.racesLearnt}};
    QJsonObject snapshot{{QStringLiteral("prediction"), columnsJson(draft)},
                         {QStringLiteral("inputs"), inputsJson(made.inputs)},
                         {QStringLiteral("forecast"), forecastJson(made.forecast)},
                         {QStringLiteral("facts"), facts},
                         {QStringLiteral("clock"), clockJson(race.startOrDate(draft.session), present)},
                         {QStringLiteral("provisional_field"), selection.provisionalField},
                         {QStringLiteral("manual_grid"), selection.manualGrid},
                         {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings)}};
    if (selection.officialGrid)
        snapshot.insert(
            QStringLiteral("official_grid"),
            QJsonObject{{QStringLiteral("source"), selection.officialGrid->source},
                        {QStringLiteral("fetched_at"), toIso(selection.officialGrid->fetchedAt)}});
    return canonicalJson(snapshot);
}

Result<ForecastView> viewOf(const Prediction& prediction)
{
    JsonFields::Problem problem;
    const JsonFields fields(QJsonDocument::fromJson(prediction.snapshot).object(), QStringLiteral("snapshot"),
                            problem);
    ForecastView view;
    view.prediction = prediction;
    view.provisionalField = fields.flag("provisional_field");
    view.manualGrid = fields.flag("manual_grid");
    if (fields.json().contains(QLatin1StringView("official_grid")))
        view.officialGridAt = fields.object("official_grid").maybeTime("fetched_at");
    for (const QString& warning : fields.texts("warnings"))
        view.warnings.append(warning);
    if (const auto server = fields.object("clock").maybeText("server"))
        if (const auto time = timeFromIso(*server))
            view.serverDate = *time;
    auto forecast = prediction.format >= 2 ? forecastFromJson(fields.object("forecast").json())
                                           : forecastOfEntries(prediction, fields.object("inputs").json());
    if (!problem.text.isEmpty() || !forecast)
        return fail(ErrorCode::Data,
                    Sentence::tr("Prediction %1: %2")
                        .arg(prediction.id)
                        .arg(problem.text.isEmpty() ? forecast.error().message : problem.text));
    view.forecast = std::move(*forecast);
    return view;
}

} // namespace parcferme
