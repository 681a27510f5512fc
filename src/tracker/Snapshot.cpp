#include "tracker/Snapshot.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "predictor/Validation.h"
#include "store/LedgerJson.h"
#include "tracker/EntriesForecast.h"
#include "tracker/ForecastJson.h"
#include "tracker/InputsJson.h"
#include "tracker/JsonFields.h"
#include "tracker/WarningJson.h"

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

Warning storedWarning(const predictor::Warning& warning)
{
    using Kind = predictor::Warning::Kind;
    switch (warning.kind) {
    case Kind::LowCoverage:
        return {Warning::Code::LowCoverage, {warning.value, warning.limit}, {}};
    case Kind::LargeGap:
        return {Warning::Code::LargeGap, {warning.value, warning.limit}, {}};
    case Kind::SprintGridUnknown:
        break;
    }
    return {Warning::Code::SprintGridUnknown, {}, {}};
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
        const predictor::DriverForecast& driver = forecast.drivers[static_cast<std::size_t>(index)];
        PredictionEntry entry;
        entry.driver = QString::fromStdString(driver.driver);
        entry.team = QString::fromStdString(driver.team);
        entry.predictedPosition = driver.predictedPosition;
        if (forecast.timesKnown()) {
            entry.predictedRaceTime = driver.raceTime;
            entry.gap = driver.gap;
            entry.uncertainty = driver.uncertainty;
            entry.gapLow = driver.gapLow;
            entry.gapHigh = driver.gapHigh;
            entry.pLapped = driver.pLapped;
        }
        entry.pWin = driver.pWin;
        entry.pPodium = driver.pPodium;
        entry.pPoints = driver.pPoints;
        entry.pRetire = driver.pRetire;
        entry.positionLow = driver.low80;
        entry.positionHigh = driver.high80;
        entries.push_back(entry);
    }
    return entries;
}

std::vector<Warning> warningsOf(const MadeForecast& made, const FactSelection& selection)
{
    using Code = Warning::Code;
    std::vector<Warning> warnings;
    for (const predictor::Warning& warning : predictor::warnings(made.forecast))
        warnings.push_back(storedWarning(warning));
    const auto warn = [&warnings](bool holds, Code code, std::vector<int> values = {}) {
        if (holds)
            warnings.push_back({code, std::move(values), {}});
    };
    warn(selection.provisionalField, Code::ProvisionalField);
    warn(selection.withoutQualifying > 0, Code::NotInQualifying, {int(selection.withoutQualifying)});
    warn(selection.missingRegulars > 0, Code::RegularsMissing, {int(selection.missingRegulars)});
    warn(selection.laps == FactSelection::Laps::CircuitsLastRace, Code::LapsOfLastRace);
    warn(selection.laps == FactSelection::Laps::Rule, Code::LapsByRule);
    const bool timeless = made.forecast.session == predictor::Session::Race && !made.forecast.lapsKnown;
    const bool lapless = selection.laps == FactSelection::Laps::Unknown;
    warn(timeless && lapless, Code::LapsUnknown);
    warn(timeless && !lapless, Code::PaceUnknown);
    warn(selection.unknownBefore > 0, Code::EarlierRacesUnknown, {int(selection.unknownBefore)});
    return warnings;
}

Result<QByteArray> makeSnapshot(const Prediction& draft, const Race& race, const MadeForecast& made,
                                const FactSelection& selection, const Present& present,
                                const std::vector<Warning>& warnings)
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
                         {QStringLiteral("warnings"), warningsJson(warnings)}};
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
    view.warnings = warningsFromJson(fields.json().value(QLatin1StringView("warnings")).toArray());
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
