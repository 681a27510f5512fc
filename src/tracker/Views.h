#pragma once

#include "domain/HiddenRaces.h"
#include "domain/Pick.h"
#include "domain/Prediction.h"
#include "domain/Race.h"
#include "domain/Warning.h"
#include "domain/Weather.h"
#include "evaluation/Report.h"
#include "evaluation/Scores.h"
#include "predictor/Forecast.h"

#include <QHash>
#include <QVariant>

// What the window, the command line and the API see of the model layer: plain values, safe to hand between
// threads.
namespace parcferme {

enum class RaceState {
    Scheduled,              // the window is not open yet
    WindowOpen,             // a live prediction can be frozen now
    Frozen,                 // a live prediction waits for its result
    Void,                   // its live prediction was frozen after the start, as is known now
    EvaluatedLive,          // its live prediction was judged
    EvaluatedRetrospective, // only a retrospective one, judged
    Retrospective,          // only a retrospective one, not judged yet
    Missed,                 // the program could have frozen and did not
    NotFetched,             // started, and nothing stored of its result
    NotPredicted,           // has a result, no prediction
    Cancelled,
};

// The time in which a live prediction of a race may be frozen.
struct FreezeWindow
{
    FreezePolicy policy = FreezePolicy::PostQualifying;
    std::optional<QDateTime> opens; // under post_qualifying an estimate until the classification is there
    bool estimated = false;
    std::optional<QDateTime> closes; // the scheduled start; nothing when its time is unknown
    bool open = false;

    // What opens it should be published by now, and is not stored.
    bool isOverdue(const QDateTime& now) const
    {
        return estimated && !open && opens && *opens <= now && closes.value_or(now) >= now;
    }
};

// An outsider's word that a prediction existed: the first stamp, in time, over it or a later record.
struct Voucher
{
    QString authority; // name on the signer's certificate
    QDateTime time;
    bool beforeStart = false; // of the race as it is scheduled now
};

// A prediction of the ledger, and who vouches for it.
struct VouchedPrediction
{
    PredictionId id = 0;
    QString race; // "Monaco Grand Prix 2026", "Chinese Grand Prix 2026, sprint"
    PredictionKind kind = PredictionKind::Live;
    QByteArray hash;
    QDateTime createdAt;
    std::optional<Voucher> voucher;
};

// A pick of the ledger, and who vouches for it.
struct VouchedPick
{
    PickId id = 0;
    QString race; // as in VouchedPrediction
    QString player;
    PickKind kind = PickKind::Live; // by the start as it is known now
    QByteArray hash;
    QDateTime createdAt;
    std::optional<Voucher> voucher;
};

// How far the prediction of one session is.
struct SessionState
{
    RaceState state = RaceState::Scheduled;
    FreezeWindow window;
    std::optional<double> positionMae; // of the newest evaluation
    std::optional<double> gridMae;     // of the grid baseline beside it
    bool hasQualifying = false;        // stored; of a sprint: its grid is known
    bool hasResult = false;
};

// One session of a race: its Grand Prix, and beside it the sprint of the weekend, or the other way round.
struct RaceOverview : SessionState
{
    Race race;
    Session session = Session::Race;
    std::optional<SessionState> other; // nothing where there is no sprint

    SessionKey of() const { return {race.id, session}; }
    QDateTime start() const { return race.startOrDate(session); }
    // The same of this session; nothing where the weekend has none.
    std::optional<RaceOverview> at(Session wanted) const;
};

// A forecast with everything that a page shows of it: frozen (prediction.id > 0) or a preview.
struct ForecastView
{
    Prediction prediction; // entries by predicted position
    // Drivers by id; as it is stored when frozen. A record of format 1 holds no chances of positions, inputs
    // or parts of the strength: these are empty, and sigma 0.
    predictor::Forecast forecast;
    bool provisionalField = false; // before qualifying: the field of the race before
    bool manualGrid = false;
    std::optional<QDateTime> officialGridAt; // the published grid that it knows: when that was fetched
    std::optional<QDateTime> serverDate;     // the source's clock at the freeze
    std::vector<Warning> warnings;
    std::optional<Voucher> voucher; // as stored; `verify` checks the stamps
};

// One evaluation with the baselines on the same race: "grid", "qualifying", "form".
struct EvaluationView
{
    Evaluation evaluation;
    std::map<std::string, evaluation::Scores> baselines;
    // Left out of the judging, by id: starters whom the prediction did not have, in the order of the result,
    // and drivers of the prediction who did not start, in its order.
    QStringList notForecast = {}; // NOLINT(readability-redundant-member-init)
    QStringList notStarted = {};  // NOLINT(readability-redundant-member-init)
};

// Names for ids.
struct People
{
    QHash<QString, Driver> drivers;
    QHash<QString, Team> teams;
    QHash<QString, int> numbers; // car number by driver, in the race at hand
};

// Somebody who starts from another place than was believed. 0: pit lane.
struct GridMove
{
    QString driver;
    int from = 0;
    int to = 0;
};

// All that is known about one race.
struct RaceDetails
{
    RaceOverview overview;
    Circuit circuit;
    People people;
    std::vector<QualifyingRow> qualifying;
    std::optional<ManualGrid> manualGrid;
    std::optional<OfficialGrid> officialGrid; // the newest state
    std::vector<GridMove> gridMoves;          // of a grid that came after the freeze
    std::optional<Weather> weather;           // around the start: measured, else the newest forecast
    bool forecastsWeather = false;            // whether forecasts of it are asked for
    std::optional<ForecastView> prediction;   // the live one, else the retrospective one; never a preview
    std::vector<ResultRevision> revisions;    // oldest first
    std::vector<EvaluationView> evaluations;  // newest first
};

struct PredictOutcome
{
    ForecastView view;
    bool created = false; // false: a preview, or it had been frozen before
    QStringList notices;  // what happened on the way: network out of reach, clock off, race moved ...
};

struct SyncOutcome
{
    SessionKey of;
    std::optional<int> revision; // newest stored; nothing when there is none yet
    bool newRevision = false;
    bool sourceReached = false;
    std::optional<EvaluationView> evaluation; // nothing when there is no prediction or no result
    bool newEvaluation = false;
    QStringList notices;
};

struct SeasonOutcome
{
    int year = 0;
    int newRaces = 0;
    int newRevisions = 0;
    int newQualifyings = 0; // of races that had none
    int newEvaluations = 0;
    int requests = 0;
    bool sourceReached = false;
    std::optional<Error> undone; // why not all of it could be done: out of reach, or some answer was refused
    QStringList notices;
};

// Which of the judged predictions the track record is of; nothing said: all.
struct RecordScope
{
    std::optional<int> from, to; // seasons, both included
    std::optional<Stage> stage;
    Session session = Session::Race; // the two are never mixed either
    HiddenRaces hidden = {};         // left out
};

// Live and retrospective are never mixed in one figure.
struct TrackRecord
{
    evaluation::Report live;
    evaluation::Report retrospective;
};

struct LedgerReport
{
    int length = 0;
    int replayed = 0;
    int notReplayed = 0;            // made by another model version
    QByteArray head;                // hash of the last prediction; 64 zeros for none
    int picks = 0;                  // of the ledger of picks
    QByteArray picksHead;           // hash of the last pick; 64 zeros for none
    QStringList problems;           // the first record that does not fit, and why; empty when all is well
    std::optional<int> proofLength; // predictions that the proof at hand covers; nothing without a proof
    std::optional<int> proofPicks;  // picks that it covers; nothing without a proof, or one of before picks
    // In order of the chain, by the stamps that are good; empty when the chain does not fit.
    std::vector<VouchedPrediction> predictions;
    std::vector<VouchedPick> vouchedPicks; // the same
    QStringList stampNotes; // stamps that count for nothing here, and why: no fault of the ledger
};

// The ledger as it stands, unchecked.
struct LedgerState
{
    struct Check
    {
        QDateTime time;
        int length = 0; // predictions then
        bool intact = false;
    };
    int length = 0;
    QByteArray head;                            // hash of the last prediction; 64 zeros for none
    int picks = 0;                              // of the ledger of picks
    QByteArray picksHead;                       // hash of the last pick; 64 zeros for none
    std::optional<Check> lastCheck;             // nothing: this database was never verified
    std::vector<VouchedPrediction> predictions; // in order of the chain, by the stamps as they are stored
    std::vector<VouchedPick> vouchedPicks;      // the same
    QString authority;                          // host of the authority that is asked; empty: none
    QString stampTrouble; // why the head has no stamp yet; empty: it has, or none is asked
};

// A copy of the database that can be brought back.
struct BackupFile
{
    QString file;
    QDateTime made;
    qint64 bytes = 0;
};

// One table of the database as it is stored, for export.
struct StoredTable
{
    QString name;
    QStringList columns;
    std::vector<QVariantList> rows;
};

// For the status bar.
struct SourceStatus
{
    enum class Reach { Unknown, Online, OutOfReach, Offline };
    Reach reach = Reach::Unknown;
    std::optional<QDateTime> dataFrom; // when the source last sent something
    std::optional<int> requestsLeft;   // this hour, of requestsPerHour
    int requestsPerHour = 0;
    std::optional<qint64> clockOffSeconds; // machine minus server, when over two minutes
    QString database;
    std::optional<QDateTime> historyUntil; // newest bundled result
};

} // namespace parcferme
