#include "tracker/PredictionDraft.h"

#include "core/Version.h"
#include "tracker/Snapshot.h"

#include <algorithm>

namespace parcferme {

namespace {

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

// session_type: the newest session among the inputs.
QString newestSession(const FactSelection& selection)
{
    if (selection.stage != predictor::Stage::Nothing)
        return selection.session == Session::Sprint ? QStringLiteral("SQ") : QStringLiteral("Q");
    const bool sprint = std::ranges::any_of(selection.race.entries, [](const predictor::EntryFacts& entry) {
        return entry.sprintPosition.has_value();
    });
    return sprint ? QStringLiteral("S") : QStringLiteral("R");
}

} // namespace

Prediction draftOf(const DraftQuestion& asked, const MadeForecast& made, const FactSelection& selection,
                   const DataSource& source)
{
    Prediction draft;
    draft.race = asked.question.of.race;
    draft.session = asked.question.of.session;
    draft.createdAt = asked.now;
    draft.freezePolicy = asked.policy;
    draft.snapshotTs = asked.question.asOf;
    draft.sessionType = newestSession(selection);
    draft.fastf1Version = clientOf(selection, source);
    draft.cachePath = selection.fromSource ? source.cachePath() : QString();
    draft.confidenceLevel = toLevel(predictor::confidenceLevel(made.forecast.confidence));
    draft.confidenceScore = made.forecast.confidence;
    draft.featureCoverage = made.forecast.featureCoverage;
    draft.numImputed = made.forecast.numImputed;
    draft.kind = asked.kind;
    draft.modelVersion = modelVersion();
    draft.entries = entriesOf(made.forecast);
    return draft;
}

} // namespace parcferme
