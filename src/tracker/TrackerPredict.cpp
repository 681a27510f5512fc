#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "store/PredictionJson.h"
#include "tracker/GridCheck.h"
#include "tracker/Snapshot.h"
#include "tracker/SourceFetch.h"
#include "tracker/TrackerParts.h"
#include "tracker/Vouching.h"

#include "core/Version.h"

namespace parcferme {

namespace {

// What a forecast is asked for: which facts count, and what becomes of it.
struct Order
{
    FactQuestion question;
    PredictionKind kind = PredictionKind::Preview;
};

ConfidenceLevel toLevel(predictor::ConfidenceLevel level)
{
    switch (level) {
    case predictor::ConfidenceLevel::Low:
        return ConfidenceLevel::Low;
    case predictor::ConfidenceLevel::Medium:
        return ConfidenceLevel::Medium;
    case predictor::ConfidenceLevel::High:
        return ConfidenceLevel::High;
    }
    return ConfidenceLevel::Low;
}

QString clientOf(const FactSelection& selection, const DataSource& source)
{
    return selection.fromSource ? source.client() : QStringLiteral("parcferme/" PARCFERME_VERSION " f1db");
}

Prediction draftOf(const Order& order, const MadeForecast& made, const FactSelection& selection,
                   const Tracker::Parts& parts, const QDateTime& now)
{
    Prediction draft;
    draft.race = order.question.race;
    draft.createdAt = now;
    draft.freezePolicy = parts.settings.freezePolicy;
    draft.snapshotTs = order.question.asOf;
    draft.sessionType =
        selection.stage == predictor::Stage::Nothing ? QStringLiteral("R") : QStringLiteral("Q");
    draft.fastf1Version = clientOf(selection, *parts.source);
    draft.cachePath = selection.fromSource ? parts.source->cachePath() : QString();
    draft.confidenceLevel = toLevel(predictor::confidenceLevel(made.forecast.confidence));
    draft.confidenceScore = made.forecast.confidence;
    draft.featureCoverage = made.forecast.featureCoverage;
    draft.numImputed = made.forecast.numImputed;
    draft.kind = order.kind;
    draft.modelVersion = modelVersion();
    draft.entries = entriesOf(made.forecast);
    return draft;
}

QStringList clockWarnings(const Present& present)
{
    if (!present.clockIsOff())
        return {};
    const qint64 off = *present.clockOffSeconds();
    return {QStringLiteral("The machine's clock is %1 s %2 the source's.")
                .arg(std::llabs(off))
                .arg(off > 0 ? QStringLiteral("ahead of") : QStringLiteral("behind"))};
}

// Forecasts, and stores unless it is a preview.
Result<PredictOutcome> fulfil(Tracker::Parts& parts, const Race& race, const Order& order,
                              const Present& present)
{
    const auto records = parts.records();
    if (!records)
        return tl::unexpected(records.error());
    const auto selection = selectFacts(**records, order.question);
    if (!selection)
        return tl::unexpected(selection.error());
    auto made = parts.forecaster.make(*selection);
    if (!made)
        return tl::unexpected(made.error());
    const QDateTime now = present.server ? std::max(present.machine, *present.server) : present.machine;
    Prediction draft = draftOf(order, *made, *selection, parts, now);
    PredictOutcome outcome;
    outcome.view.warnings = warningsOf(*made, *selection) + clockWarnings(present);
    if (order.kind == PredictionKind::Preview) {
        outcome.view.prediction = std::move(draft);
        outcome.view.forecast = std::move(made->forecast);
        outcome.view.provisionalField = selection->provisionalField;
        outcome.view.manualGrid = selection->manualGrid;
        outcome.view.serverDate = present.server;
        return outcome;
    }
    auto snapshot = makeSnapshot(draft, race, *made, *selection, present, outcome.view.warnings);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    draft.snapshot = std::move(*snapshot);
    const auto stored = parts.predictions.append(draft);
    if (!stored)
        return tl::unexpected(stored.error());
    if (const auto status = parts.database->checkReadsBack(
            QStringLiteral("SELECT hash FROM predictions WHERE id = ?"), {stored->id});
        !status)
        return tl::unexpected(status.error());
    outcome.created = stored->snapshot == draft.snapshot;
    auto view = viewOf(*stored);
    if (!view)
        return tl::unexpected(view.error());
    outcome.view = std::move(*view);
    return outcome;
}

// The order for this moment. Errors: PolicyRefused; those of checkGrid().
Result<Order> orderNow(Tracker::Parts& parts, const Race& race, const Tracker::PredictOptions& options,
                       const Present& present)
{
    const auto newest = parts.sessions.newestRevision(race.id);
    const auto qualifying = parts.sessions.qualifying(race.id);
    const auto manual = parts.sessions.manualGrid(race.id);
    if (!newest || !qualifying || !manual)
        return tl::unexpected(!newest ? newest.error() : !qualifying ? qualifying.error() : manual.error());
    Order order;
    order.question.race = race.id;
    order.question.manualGrid = *manual;
    const bool started = present.latest() >= race.startOrDate();
    const bool judgeable = started && newest->has_value();
    if (options.preview && options.triedGrid) {
        if (const auto status = checkGrid(race, qualifying->rows, *options.triedGrid, present.latest());
            !status)
            return tl::unexpected(status.error());
        order.question.manualGrid.reset();
        if (!options.triedGrid->empty())
            order.question.manualGrid = ManualGrid{race.id, present.machine, *options.triedGrid};
    }
    if (options.preview || options.asOf) {
        order.question.retrospective = !options.asOf && judgeable;
        order.question.asOf = options.asOf.value_or(judgeable ? race.startOrDate() : present.machine);
        return order;
    }
    const FreezeWindow window = freezeWindow(race, !qualifying->rows.empty(), parts.settings.freezePolicy,
                                             parts.settings.freezeLeadMinutes, present.machine);
    const auto kind = kindOfPrediction(race, window, present);
    if (!kind)
        return tl::unexpected(kind.error());
    order.kind = *kind;
    if (*kind == PredictionKind::Live) {
        order.question.asOf = present.server ? std::max(present.machine, *present.server) : present.machine;
        return order;
    }
    if (options.liveOnly)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 %2 has started: it is too late for a live prediction.")
                        .arg(race.name)
                        .arg(race.year));
    if (!judgeable)
        return fail(
            ErrorCode::PolicyRefused,
            Sentence::tr("%1 %2 has started, and its official grid is not stored yet: a retrospective "
                         "prediction needs it.")
                .arg(race.name)
                .arg(race.year),
            Sentence::tr("Sync the result first."));
    order.question.retrospective = true;
    order.question.asOf = race.startOrDate();
    return order;
}

// The prediction that is frozen already: the live one, or after the start the retrospective one.
Result<std::optional<Prediction>> frozenBefore(Tracker::Parts& parts, const Race& race,
                                               const Present& present)
{
    auto live = parts.predictions.find(race.id, PredictionKind::Live);
    if (!live || *live || present.latest() < race.startOrDate())
        return live;
    return parts.predictions.find(race.id, PredictionKind::Retrospective);
}

} // namespace

QCoro::Task<Result<PredictOutcome>> Tracker::predict(RaceId id, PredictOptions options, Progress progress)
{
    auto race = parts_->races.byId(id);
    if (!race)
        co_return tl::unexpected(race.error());
    const bool freezes = !options.preview && !options.asOf;
    if (freezes) {
        const auto frozen = frozenBefore(*parts_, *race, parts_->present());
        if (!frozen)
            co_return tl::unexpected(frozen.error());
        if (*frozen) {
            auto view = viewOf(**frozen);
            if (!view)
                co_return tl::unexpected(view.error());
            auto voucher = voucherOf(*parts_->database, (*frozen)->id, *race);
            if (!voucher)
                co_return tl::unexpected(voucher.error());
            view->voucher = std::move(*voucher);
            co_return PredictOutcome{std::move(*view), false, {}};
        }
    }
    QStringList notices;
    if (options.fetch && !options.asOf) {
        SourceFetch fetch(*parts_, progress);
        const auto fetched = co_await fetchMissing(fetch, *race);
        if (const auto concluded = conclude(fetch, race->year); !fetched || !concluded)
            co_return tl::unexpected(!fetched ? fetched.error() : concluded.error());
        notices = fetch.notices();
        race = parts_->races.byId(id);
        if (!race)
            co_return tl::unexpected(race.error());
    }
    const Present present = parts_->present();
    auto order = orderNow(*parts_, *race, options, present);
    if (!order) {
        // What could not be fetched may be the very thing that is waited for.
        order.error().message = (QStringList{order.error().message} + notices).join(QLatin1Char(' '));
        co_return tl::unexpected(order.error());
    }
    auto outcome = fulfil(*parts_, *race, *order, present);
    if (outcome) {
        outcome->notices = notices;
        if (outcome->created) {
            Q_EMIT raceChanged(id);
            Q_EMIT frozen(id);
        }
    }
    co_return outcome;
}

} // namespace parcferme
