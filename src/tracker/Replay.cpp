#include "tracker/Replay.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "store/LedgerJson.h"
#include "tracker/ForecastJson.h"
#include "tracker/FreezeRules.h"
#include "tracker/InputsJson.h"
#include "tracker/JsonFields.h"
#include "tracker/Snapshot.h"

#include <QJsonDocument>

#include <cmath>

namespace parcferme {

namespace {

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

// Name of the first column of this format in which two entries differ; null when they are the same.
const char* difference(const PredictionEntry& a, const PredictionEntry& b, int format)
{
    for (const Column<PredictionEntry>& column : entryColumns()) {
        if (column.since > format)
            continue;
        const QVariant one = column.value(a), other = column.value(b);
        const bool numbers = column.type == ColumnType::Number && one.isValid() && other.isValid();
        if (numbers ? !near(one.toDouble(), other.toDouble()) : one != other)
            return column.name;
    }
    return nullptr;
}

tl::unexpected<Error> misfit(const Prediction& prediction, const QString& why)
{
    return fail(ErrorCode::Verification, Sentence::tr("Prediction %1: %2").arg(prediction.id).arg(why));
}

// Format 1 holds entries only; they are compared, and the columns that are values of the forecast.
Status entriesFit(const Prediction& prediction, const predictor::Forecast& forecast)
{
    const auto again = entriesOf(forecast);
    if (again.size() != prediction.entries.size())
        return fail(ErrorCode::Verification,
                    Sentence::tr("Prediction %1: it has %2 entries, forecast again %3.")
                        .arg(prediction.id)
                        .arg(prediction.entries.size())
                        .arg(again.size()));
    for (std::size_t i = 0; i < again.size(); ++i)
        if (const char* name = difference(again[i], prediction.entries[i], prediction.format))
            return fail(ErrorCode::Verification,
                        Sentence::tr("Prediction %1: %2 of %3 comes out different when it is "
                                     "forecast again from its snapshot.")
                            .arg(prediction.id)
                            .arg(QLatin1StringView(name), prediction.entries[i].driver));
    if (!near(forecast.confidence, prediction.confidenceScore) ||
        !near(forecast.featureCoverage, prediction.featureCoverage) ||
        forecast.numImputed != prediction.numImputed)
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

// Whether the entries and columns are those of the forecast that the snapshot holds.
Status forecastIsThatOfTheEntries(const Prediction& prediction)
{
    if (prediction.format < 2)
        return {};
    const auto view = viewOf(prediction);
    if (!view)
        return fail(ErrorCode::Verification, view.error().message);
    const auto held = entriesJson(entriesOf(view->forecast), prediction.format);
    const auto entries = entriesJson(prediction.entries, prediction.format);
    if (!held || !entries || *held != *entries)
        return misfit(prediction, Sentence::tr("its entries are not those of the forecast in its snapshot."));
    if (view->forecast.confidence != prediction.confidenceScore ||
        view->forecast.featureCoverage != prediction.featureCoverage ||
        view->forecast.numImputed != prediction.numImputed)
        return misfit(prediction, Sentence::tr("confidence, coverage or imputed inputs are not those of the "
                                               "forecast in its snapshot."));
    return {};
}

} // namespace

Result<predictor::Forecast> replay(const Prediction& prediction)
{
    const QJsonObject snapshot = QJsonDocument::fromJson(prediction.snapshot).object();
    const auto inputs = inputsFromJson(snapshot.value(QLatin1StringView("inputs")).toObject());
    if (!inputs)
        return fail(ErrorCode::Data,
                    Sentence::tr("Prediction %1: %2").arg(prediction.id).arg(inputs.error().message));
    return predictor::forecast(*inputs);
}

Status replayFits(const Prediction& prediction)
{
    const auto again = replay(prediction);
    if (!again)
        return fail(ErrorCode::Verification, again.error().message);
    if (prediction.format < 2)
        return entriesFit(prediction, *again);
    const auto view = viewOf(prediction);
    if (!view)
        return fail(ErrorCode::Verification, view.error().message);
    const QString name = forecastDifference(view->forecast, *again);
    return name.isEmpty()
               ? Status()
               : misfit(prediction, Sentence::tr("%1 comes out different when it is forecast again from its "
                                                 "snapshot.")
                                        .arg(name));
}

Status recordFits(const Prediction& prediction)
{
    if (auto status = kindFits(prediction); !status)
        return status;
    return forecastIsThatOfTheEntries(prediction);
}

} // namespace parcferme
