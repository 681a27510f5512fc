#include "tracker/Snapshot.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "predictor/Validation.h"
#include "store/PredictionJson.h"
#include "tracker/InputsJson.h"
#include "tracker/JsonFields.h"

#include <QJsonDocument>

#include <cmath>

namespace parcferme {

namespace {

QJsonValue timeOrNull(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QJsonObject clockJson(const Race& race, const Present& present)
{
    const auto off = present.clockOffSeconds();
    return {
        {QStringLiteral("race_start"), toIso(race.startOrDate())},
        {QStringLiteral("machine"), toIso(present.machine)},
        {QStringLiteral("server"), timeOrNull(present.server)},
        {QStringLiteral("machine_minus_server_seconds"), off ? QJsonValue(*off) : QJsonValue()},
        {QStringLiteral("last_server"), timeOrNull(present.lastServer)},
        {QStringLiteral("last_ledger"), timeOrNull(present.lastLedger)},
        {QStringLiteral("newest_fact"), timeOrNull(present.newestFact)},
    };
}

// The other way round of clockJson.
Present presentIn(const JsonFields& clock)
{
    clock.text("machine"); // must be there
    return {clock.maybeTime("machine").value_or(QDateTime()), clock.maybeTime("server"),
            clock.maybeTime("last_server"), clock.maybeTime("last_ledger"), clock.maybeTime("newest_fact")};
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::max(std::abs(a), std::abs(b)));
}

// Name of the first value in which two entries differ; null when they are the same.
const char* difference(const PredictionEntry& a, const PredictionEntry& b)
{
    if (a.driver != b.driver || a.team != b.team || a.predictedPosition != b.predictedPosition)
        return "order";
    const struct
    {
        const char* name;
        double a, b;
    } values[] = {
        {"predicted_race_time", a.predictedRaceTime, b.predictedRaceTime},
        {"gap", a.gap, b.gap},
        {"uncertainty", a.uncertainty, b.uncertainty},
        {"gap_low", a.gapLow, b.gapLow},
        {"gap_high", a.gapHigh, b.gapHigh},
        {"p_win", a.pWin, b.pWin},
        {"p_podium", a.pPodium, b.pPodium},
        {"p_points", a.pPoints, b.pPoints},
        {"p_retire", a.pRetire, b.pRetire},
        {"position_low", static_cast<double>(a.positionLow), static_cast<double>(b.positionLow)},
        {"position_high", static_cast<double>(a.positionHigh), static_cast<double>(b.positionHigh)}};
    for (const auto& value : values)
        if (!near(value.a, value.b))
            return value.name;
    return nullptr;
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
        entry.predictedRaceTime = said.raceTime;
        entry.gap = said.gap;
        entry.uncertainty = said.uncertainty;
        entry.gapLow = said.gapLow;
        entry.gapHigh = said.gapHigh;
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
    const QJsonObject snapshot{{QStringLiteral("prediction"), columnsJson(draft)},
                               {QStringLiteral("inputs"), inputsJson(made.inputs)},
                               {QStringLiteral("facts"), facts},
                               {QStringLiteral("clock"), clockJson(race, present)},
                               {QStringLiteral("provisional_field"), selection.provisionalField},
                               {QStringLiteral("manual_grid"), selection.manualGrid},
                               {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings)}};
    return canonicalJson(snapshot);
}

Result<ForecastView> viewFromSnapshot(const Prediction& prediction)
{
    JsonFields::Problem problem;
    const JsonFields fields(QJsonDocument::fromJson(prediction.snapshot).object(), QStringLiteral("snapshot"),
                            problem);
    ForecastView view;
    view.prediction = prediction;
    const JsonFields inputs = fields.object("inputs");
    auto read = inputsFromJson(inputs.json());
    view.provisionalField = fields.flag("provisional_field");
    view.manualGrid = fields.flag("manual_grid");
    for (const QString& warning : fields.texts("warnings"))
        view.warnings.append(warning);
    if (const auto server = fields.object("clock").maybeText("server"))
        if (const auto time = timeFromIso(*server))
            view.serverDate = *time;
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, Sentence::tr("Prediction %1: %2").arg(prediction.id).arg(problem.text));
    if (!read)
        return fail(ErrorCode::Data,
                    Sentence::tr("Prediction %1: %2").arg(prediction.id).arg(read.error().message));
    view.inputs = std::move(*read);
    view.forecast = predictor::forecast(view.inputs);
    return view;
}

Status replayFits(const Prediction& prediction)
{
    const auto view = viewFromSnapshot(prediction);
    if (!view)
        return fail(ErrorCode::Verification, view.error().message);
    const auto again = entriesOf(view->forecast);
    if (again.size() != prediction.entries.size())
        return fail(ErrorCode::Verification,
                    Sentence::tr("Prediction %1: it has %2 entries, forecast again %3.")
                        .arg(prediction.id)
                        .arg(prediction.entries.size())
                        .arg(again.size()));
    for (std::size_t i = 0; i < again.size(); ++i)
        if (const char* name = difference(again[i], prediction.entries[i]))
            return fail(ErrorCode::Verification,
                        Sentence::tr("Prediction %1: %2 of %3 comes out different when it is "
                                     "forecast again from its snapshot.")
                            .arg(prediction.id)
                            .arg(QLatin1StringView(name), prediction.entries[i].driver));
    if (!near(view->forecast.confidence, prediction.confidenceScore) ||
        !near(view->forecast.featureCoverage, prediction.featureCoverage) ||
        view->forecast.numImputed != prediction.numImputed)
        return fail(ErrorCode::Verification,
                    Sentence::tr(
                        "Prediction %1: confidence, coverage or imputed inputs come out different when it is "
                        "forecast again from its snapshot.")
                        .arg(prediction.id));
    return {};
}

Status kindFits(const Prediction& prediction)
{
    JsonFields::Problem problem;
    const JsonFields snapshot(QJsonDocument::fromJson(prediction.snapshot).object(),
                              QStringLiteral("snapshot"), problem);
    const JsonFields clock = snapshot.object("clock");
    const auto started = clock.maybeTime("race_start");
    const Present present = presentIn(clock);
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Verification,
                    Sentence::tr("Prediction %1: %2").arg(prediction.id).arg(problem.text));
    // The rule that decided at the freeze decides here.
    if (!started || (prediction.kind == PredictionKind::Retrospective) == (present.latest() >= *started))
        return {};
    return fail(ErrorCode::Verification,
                Sentence::tr("Prediction %1: it is marked %2, but the race started at %3 and the clocks of "
                             "its snapshot say %4.")
                    .arg(prediction.id)
                    .arg(toString(prediction.kind), toIso(*started), toIso(present.latest())));
}

} // namespace parcferme
