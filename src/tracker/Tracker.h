#pragma once

#include "core/Clock.h"
#include "core/Progress.h"
#include "domain/LedgerStamp.h"
#include "tracker/ChangeSet.h"
#include "tracker/PickViews.h"
#include "tracker/PredictOptions.h"
#include "tracker/SeasonViews.h"
#include "tracker/Views.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace parcferme {

class Database;
class DataSource;
class TimestampAuthority;

// The lifecycle of predictions: predict -> validate -> freeze -> sync -> evaluate, over a store and a data
// source that are handed in, as is the clock. It has a class for each use case and tells what each call has
// changed, once. Lives on one thread with its database. Reads answer at once; what may need the network is a
// coroutine. Errors as in core/Error.h; whatever fails leaves the store as it was.
class Tracker : public QObject
{
    Q_OBJECT
public:
    // authority: null when the ledger is not stamped.
    // further: see Scouting.
    Tracker(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
            Settings settings, std::unique_ptr<TimestampAuthority> authority = nullptr,
            std::vector<std::unique_ptr<DataSource>> further = {});
    ~Tracker() override;

    // Reads: see Reading and RecordReading.
    Result<std::vector<int>> seasons() const;
    Result<std::vector<RaceOverview>> races(int year) const;
    Result<Race> findRace(int year, const QString& text) const;
    // In all seasons: see findInSeasons().
    Result<std::vector<Race>> searchRaces(const QString& text) const;
    Result<Race> currentRace() const;
    // The newest race of which a result is stored, be it of its sprint alone; nothing while there is none.
    Result<std::optional<Race>> newestRun() const;
    Result<Race> race(RaceId race) const;
    Result<RaceDetails> details(const SessionKey& of) const;
    Result<std::optional<ForecastView>> prediction(const SessionKey& of) const;
    Result<std::optional<ResultRevision>> newestResult(const SessionKey& of) const;
    Result<std::vector<EvaluationView>> evaluations(const SessionKey& of) const;
    Result<std::optional<Weather>> weather(const SessionKey& of) const;
    Result<People> people() const;
    Result<TrackRecord> record(const RecordScope& scope) const;
    Result<int> judgedRaces() const;
    Result<evaluation::Report> backtest(int from, int to, Stage stage, Session session,
                                        Progress progress) const;
    Result<evaluation::Report> leftOut(const evaluation::Report& report, const HiddenRaces& hidden) const;
    const Settings& settings() const;
    // Everything stored of all races, in time order, for what is computed on another thread.
    Result<std::vector<RaceRecord>> records() const;
    // A season as of a round, and what is expected of its rest: see SeasonReading.
    Result<SeasonView> season(int year, const std::optional<int>& after, const Progress& progress) const;
    Result<season::Conditional> whatIf(int year, int after, const SeasonCondition& condition,
                                       const Progress& progress) const;

    // Picks of the player of the settings, and the league: see PickReading, LeagueReading.
    Result<PicksView> picks(const SessionKey& of) const;
    // A driver for each place, empty ones for Empty. Errors: NotYet when that order is not known yet.
    Result<QStringList> pickOrder(const SessionKey& of, PickStart from) const;
    Result<League> league(const LeagueScope& scope) const;
    // The player's own track record: his scores in the place of the model's, over the races that he locked in
    // time; the baselines beside them, and "model" among those. Live only.
    Result<evaluation::Report> pickRecord(const RecordScope& scope) const;

    // Differs from an earlier one as soon as this program or another has changed the database in between.
    Result<QString> storedState() const;
    SourceStatus sourceStatus() const;
    // The present as far as it is known: never before what the source, the ledger or the facts have said.
    QDateTime present() const;

    // Work: see Predicting, Syncing.
    QCoro::Task<Result<PredictOutcome>> predict(SessionKey of, PredictOptions options, Progress progress);
    Status setManualGrid(const SessionKey& of, const std::vector<ManualGrid::Slot>& places,
                         const std::vector<Driver>& additions = {});
    Result<Driver> driverOfGrid(const SessionKey& of, const QString& words) const;
    QCoro::Task<Result<SyncOutcome>> syncRace(SessionKey of, Progress progress);
    QCoro::Task<Result<SeasonOutcome>> syncSeason(int year, Progress progress);
    QCoro::Task<Result<SeasonOutcome>> refresh(int year, Progress progress);
    QCoro::Task<Status> readCalendar(int year, Progress progress);

    // Picks: see Picking. A draft is saved as it stands, whatever its state; an empty one removes what is
    // saved. Its player is that of the settings. Errors: PolicyRefused once the pick is locked; Usage for a
    // driver who is not of the race, or twice in it, or a chance outside [0, 1].
    Status savePickDraft(const PickDraft& draft);
    // Locks the saved draft into the ledger of picks: in the freeze window, or after the start as one that is
    // too late. A locked one is answered as it is. Errors: PolicyRefused before the window, for an incomplete
    // draft, and for another player's where the server knows who is who; NotFound without a draft.
    QCoro::Task<Result<PickOutcome>> lockPick(SessionKey of, Progress progress);
    // What the running program does by itself: see Picking::look(). Answers what is to be told.
    struct PickNews
    {
        std::vector<SessionKey> locked;     // complete drafts, at the start
        std::vector<SessionKey> incomplete; // drafts that will not lock by themselves, an hour before; once
    };
    Result<PickNews> watchPicks();
    Result<bool> hasPickDrafts() const;

    // Official grids and the weather of the sessions to come: see Scouting::lookAhead().
    QCoro::Task<Result<QStringList>> lookAhead(Progress progress);

    // Freeze windows: see FreezeWatch.
    Status noteOpenWindows();
    Result<bool> noteMissed(const Race& race, Session session = Session::Race);

    // The ledger: see LedgerKeeping.
    Result<LedgerReport> verify(const Progress& progress, const std::optional<QByteArray>& proof = {});
    Result<LedgerState> ledger() const;
    Result<QByteArray> proof() const;
    QCoro::Task<Result<std::optional<LedgerStamp>>> stampHead(Progress progress);

    // Today's backup, unless it is there or there is nothing to lose; seven are kept. Answers the new file,
    // or an empty name. Errors: DamagedDatabase when the full check of the file fails; Database, Io.
    Result<QString> backUpDaily();

    // Every table of the database, all in the same state.
    Result<std::vector<StoredTable>> tables() const;

Q_SIGNALS:
    void changed(const parcferme::ChangeSet& changes); // never empty; before the call answers
    void frozen(const parcferme::SessionKey& of);      // a prediction was added to the ledger
    void pickLocked(const parcferme::SessionKey& of);  // a pick was added to the ledger of picks
    void ledgerStamped();

private:
    void tell(const ChangeSet& changes);

    struct UseCases; // a class for each
    std::unique_ptr<UseCases> use_;
};

} // namespace parcferme
