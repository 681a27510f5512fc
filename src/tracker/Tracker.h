#pragma once

#include "core/Clock.h"
#include "core/Progress.h"
#include "domain/LedgerStamp.h"
#include "tracker/Views.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>

#include <memory>

namespace parcferme {

class Database;
class DataSource;
class SourceFetch;
class TimestampAuthority;

// The lifecycle of predictions: predict -> validate -> freeze -> sync -> evaluate, over a store and a data
// source that are handed in, as is the clock. Lives on one thread with its database. Reads answer at once;
// what may need the network is a coroutine. Errors as in core/Error.h; whatever fails leaves the store as it
// was.
class Tracker : public QObject
{
    Q_OBJECT
public:
    struct Parts; // the tracker's own files share it

    // authority: null when the ledger is not stamped.
    Tracker(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
            Settings settings, std::unique_ptr<TimestampAuthority> authority = nullptr);
    ~Tracker() override;

    // Reads
    Result<std::vector<int>> seasons() const; // newest first
    Result<std::vector<RaceOverview>> races(int year) const;
    // RACE of the command line: see searchRace().
    Result<Race> findRace(int year, const QString& text) const;
    // The race to open on: the next one to start, else the latest.
    Result<Race> currentRace() const;
    // Page and races() are of one state of the store, whoever writes meanwhile.
    Result<RacePage> page(RaceId race) const;
    // Parts of a page, for who needs no more of it.
    Result<Race> race(RaceId race) const;
    Result<std::optional<ForecastView>> prediction(RaceId race) const;
    Result<std::optional<ResultRevision>> newestResult(RaceId race) const;
    Result<std::vector<EvaluationView>> evaluations(RaceId race) const;
    Result<TrackRecord> record(const RecordScope& scope) const;
    Result<People> people() const; // everybody stored; no car numbers, which belong to a race
    // Differs from an earlier one as soon as this program or another has changed the database in between.
    Result<QString> storedState() const;
    SourceStatus sourceStatus() const;
    const Settings& settings() const;
    // The present as far as it is known: never before what the source, the ledger or the facts have said.
    QDateTime present() const;

    // Freeze windows: notes those that are open now, so that the program knows later that it was there; and
    // that the window of a race was missed, answering whether this is news.
    Status noteOpenWindows();
    Result<bool> noteMissed(const Race& race);

    // Predict. A preview stores nothing and needs no open window. Errors: PolicyRefused with the opening
    // time.
    struct PredictOptions
    {
        bool preview = false;
        std::optional<QDateTime> asOf; // only what was known then; always a preview
        bool fetch = true;             // ask the source for what is missing first
        bool liveOnly = false;         // refused (PolicyRefused) rather than made in retrospect
        // A starting grid to try in a preview, in place of the one stored; empty: none. Errors: Usage.
        std::optional<std::vector<ManualGrid::Slot>> triedGrid;
    };
    QCoro::Task<Result<PredictOutcome>> predict(RaceId race, PredictOptions options, Progress progress);

    // Fetch results and judge. Out of reach: the stored result serves, with a notice.
    QCoro::Task<Result<SyncOutcome>> syncRace(RaceId race, Progress progress);
    QCoro::Task<Result<SeasonOutcome>> syncSeason(int year, Progress progress);
    // Calendar and qualifying only; asks again whatever the cache holds.
    QCoro::Task<Result<SeasonOutcome>> refresh(int year, Progress progress);

    // The starting grid by hand, before the start; empty places remove it. Errors: Usage, PolicyRefused,
    // NotYet.
    Status setManualGrid(RaceId race, const std::vector<ManualGrid::Slot>& places);

    // Walk-forward over the stored facts; stores nothing.
    Result<evaluation::Report> backtest(int from, int to, Stage stage, Progress progress) const;

    // Has the newest record of the ledger stamped; see Stamping::stampHead.
    QCoro::Task<Result<std::optional<LedgerStamp>>> stampHead(Progress progress);

    // Chain, replays, evaluations and stamps; with the text of a proof also that its head is still where it
    // was. Errors: Data when that is no proof; Verification never: problems are in the report.
    Result<LedgerReport> verify(const Progress& progress, const std::optional<QByteArray>& proof = {});

    // Length, head and vouchers without a check, and when verify() last ran.
    Result<LedgerState> ledger() const;

    // The head of the ledger as text to publish, for verify() later, with who vouches for what. Errors:
    // Verification when the chain does not fit: its head would prove nothing.
    Result<QByteArray> proof() const;

    // Today's backup, unless it is there or there is nothing to lose; seven are kept. Answers the new file,
    // or an empty name. Errors: DamagedDatabase when the full check of the file fails; Database, Io.
    Result<QString> backUpDaily();

    // Every table of the database, all in the same state.
    Result<std::vector<StoredTable>> tables() const;

Q_SIGNALS:
    void raceChanged(parcferme::RaceId race);
    void seasonChanged(int year);
    void sourceStatusChanged();
    void frozen(parcferme::RaceId race); // a prediction was added to the ledger
    void ledgerStamped();

private:
    // Asks the source for what a forecast of this race lacks: calendar, its qualifying, results before it.
    QCoro::Task<Status> fetchMissing(SourceFetch& fetch, Race race);
    QCoro::Task<Status> fetchResult(SourceFetch& fetch, Race race);
    // Results of other races of the last 14 days: stewards may have changed them.
    QCoro::Task<Status> fetchCorrections(SourceFetch& fetch, Race except);
    QCoro::Task<Status> fetchSeason(SourceFetch& fetch, int year);
    // Judges what was not judged yet of these races; answers how many evaluations are new.
    Result<int> judge(const QSet<RaceId>& races);
    // After a fetch: marks the facts as changed and tells listeners.
    Status conclude(const SourceFetch& fetch, int year);

    std::unique_ptr<Parts> parts_;
};

} // namespace parcferme
