#pragma once

#include "core/Settings.h"
#include "domain/Race.h"

#include <QByteArray>
#include <QStringList>

namespace parcferme {

using PredictionId = qint64;

// The shape of a stored record, which it names itself, so that it is read, hashed and checked as it was
// written. 1: version 1.0.0, whose snapshots hold the inputs of the forecast. 2: the snapshot holds the whole
// forecast beside them.
inline constexpr int NewestFormat = 2;

enum class Stage { Nothing, Qualifying, Grid };
// Void is never stored: a live prediction turns out to be one when the start was earlier than was believed at
// the freeze.
enum class PredictionKind { Live, Retrospective, Preview, Void };
enum class ConfidenceLevel { Low, Medium, High };

// One driver's line of a prediction. Seconds; probabilities in [0, 1]; positions 1..n. Times and gaps are
// nothing where the model gives none: of a sprint. A gap of a lap or more is one of laps (gapInLaps()).
struct PredictionEntry
{
    QString driver;
    QString team;
    int predictedPosition = 0;
    std::optional<double> predictedRaceTime;
    std::optional<double> gap;         // to the winner
    std::optional<double> uncertainty; // half the width of the gap's 80 % interval
    std::optional<double> gapLow;      // 10 % point
    std::optional<double> gapHigh;     // 90 % point
    double pWin = 0;
    double pPodium = 0;
    double pPoints = 0;
    double pRetire = 0;
    int positionLow = 0; // of the 80 % interval
    int positionHigh = 0;
    // Chance to be a lap or more behind, if he is classified; nothing in format 1 and of a sprint.
    std::optional<double> pLapped;
};

// A forecast with its provenance: frozen into the ledger (id > 0), or a preview (id 0, no hash).
struct Prediction
{
    PredictionId id = 0;
    RaceId race = 0;
    Session session = Session::Race;
    QDateTime createdAt;
    FreezePolicy freezePolicy = FreezePolicy::PostQualifying;
    QDateTime snapshotTs;  // the moment whose knowledge was used
    QString sessionType;   // newest session among the inputs: "Q", or "R" of the race before
    QString fastf1Version; // the data client, "parcferme/1.0.0 jolpica"
    QString cachePath;     // of the HTTP cache; empty when nothing was fetched
    ConfidenceLevel confidenceLevel = ConfidenceLevel::Low;
    double confidenceScore = 0; // expected share of driver pairs in the right order
    double featureCoverage = 0;
    int numImputed = 0;
    PredictionKind kind = PredictionKind::Live;
    QString modelVersion;
    int format = NewestFormat;
    QByteArray snapshot;     // canonical JSON
    QByteArray previousHash; // lower-case hex; 64 zeros before the first
    QByteArray hash;
    std::vector<PredictionEntry> entries; // by predicted position

    SessionKey of() const { return {race, session}; }
};

// A prediction judged against one revision of the official result. Scores after DESIGN section 7; those that
// do not exist for this race are nothing.
struct Evaluation
{
    qint64 id = 0;
    RaceId race = 0;
    PredictionId prediction = 0;
    int resultRevision = 0;
    QDateTime createdAt;
    int starters = 0;
    double positionMae = 0;
    std::optional<double> positionMaeClassified;
    std::optional<double> timeMaeSeconds, timeMaeSecondsNotStopped;
    std::optional<double> gapMaeSeconds, gapDistanceSeconds, gapCoverage80, lappedBrier;
    bool winnerCorrect = false;
    double podiumAccuracy = 0;
    double podiumExactOrder = 0; // 0 or 1: the three in the right order
    double pointsOverlap = 0;
    std::optional<double> spearman, kendall;
    std::optional<double> winBrier, podiumBrier, pointsBrier;
    std::optional<double> winnerLogLoss;
    std::optional<double> rps, teammatesLogLoss;
    std::optional<double> coverage50, coverage80, coverage90;
    double confidenceScore = 0;
    double calibrationError = 0; // confidence minus the realised share of pairs
    QByteArray baselines;        // canonical JSON: {"grid": {...}, "qualifying": {...}, "form": {...}}
    QByteArray drivers;          // canonical JSON, one object per starter; empty in evaluations of 1.0.0
    bool superseded = false;     // derived: a newer revision has its own evaluation
};

} // namespace parcferme
