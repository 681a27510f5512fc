#pragma once

#include "tracker/TrackerThread.h"
#include "ui/session/Message.h"
#include "ui/session/PlayerView.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace parcferme {

class LeagueSession;
class OddsSession;
class PicksSession;
class Preferences;
class SeasonSession;
struct SeasonInRetrospect;

// What the window shows and does, without a widget: the season and race at hand, what is stored about them,
// and the work that runs for them on the tracker's thread. One piece of work at a time.
class WindowModel : public QObject
{
    Q_OBJECT
public:
    WindowModel(TrackerThread& tracker, const Clock& clock, Preferences& preferences,
                QObject* parent = nullptr);
    ~WindowModel() override;

    void open(const Settings& settings);
    // What can be done when that failed; opened() or openFailed() follows again. Nothing is deleted: the
    // database of now is kept under a dated name.
    void openAgain();
    void restore(const QString& backup); // one of backups(), in place of the database
    void startAfresh();                  // with a new database
    std::vector<BackupFile> backups() const;

    const std::vector<int>& seasons() const { return seasons_; } // newest first
    int season() const { return season_; }
    const std::vector<RaceOverview>& races() const { return races_; }
    RaceId race() const { return race_; }
    Session session() const { return session_; } // of the weekend, that the pages are of
    // All that is stored about the session at hand; null while it is being read.
    const std::shared_ptr<const RaceDetails>& raceView() const { return raceView_; }
    // What the pages show: the frozen prediction, else the forecast with the grid that is being tried, else a
    // preview made since the start of the program; null for none.
    const ForecastView* shown() const;
    const std::shared_ptr<const TrackRecord>& record() const { return record_; }
    int judgedRaces() const { return judged_; }
    const People& people() const { return people_; } // everybody stored
    const SourceStatus& status() const { return status_; }
    const std::optional<Settings>& settings() const { return settings_; }
    QDateTime now() const { return clock_.now(); }

    bool isBusy() const { return busy_; }
    // What would be lost if the work that runs were stopped now, as a sentence; empty: nothing.
    QString loss() const { return busy_ ? loss_ : QString(); }
    bool resultsHidden() const; // of the race at hand
    HiddenRaces hidden() const; // what must not show now
    void reveal();
    void reveal(const QSet<RaceId>& races);
    SeasonSession& seasonSession() { return *seasonSession_; }
    PicksSession& picksSession() { return *picksSession_; }
    LeagueSession& leagueSession() { return *leagueSession_; }
    OddsSession& oddsSession() { return *oddsSession_; }
    // Whose order the pages of a race show; of the next race too.
    PlayerView players() const { return players_; }
    void setPlayers(PlayerView players);

    void openSeason(int year, RaceId race = 0); // race 0: the nearest to now
    // On the session that is next; afterwards on the Grand Prix.
    void openRace(RaceId race);
    void openSession(Session session);
    void search(const QString& text); // in all seasons: found() follows, for the newest text only
    void openCurrent();               // the next race to start, else the latest
    void minutePassed();              // races change their state by time alone

    void predict(); // freezes, or predicts in retrospect, as the lifecycle allows
    void preview();
    void syncResults();
    void syncSeason();
    void predictSeason(); // its sessions that have a result and no prediction, in retrospect
    void refresh();
    void verify();
    // Of a session that need not be the one at hand.
    void readDetails(const SessionKey& session, QObject* context,
                     std::function<void(const Result<RaceDetails>&)> done);
    // As of the round; nothing: the newest.
    void readSeason(int year, const std::optional<int>& after, const Progress& progress, QObject* context,
                    std::function<void(const Result<SeasonView>&)> done);
    // What a season adds to the record and the league, without races that are hidden.
    void readRecordOf(int year, QObject* context, std::function<void(const Result<TrackRecord>&)> done);
    void readLeagueOf(int year, QObject* context, std::function<void(const Result<League>&)> done);
    void loadLedger(); // ledgerRead() follows
    void exportProof(const QString& file);
    void exportCalendar(const QString& file); // of the season at hand
    // additions: drivers on it whom nothing stored names yet.
    void setGrid(const std::vector<ManualGrid::Slot>& places, const std::vector<Driver>& additions);
    void nameDriver(const QString& words); // of the grid: driverNamed() or gridRefused() follows
    // What the forecast would be with this grid: gridTried() or gridRefused() follows, of the newest one
    // asked for only, and the pages show it until the trial ends.
    void tryGrid(const std::vector<ManualGrid::Slot>& places);
    void endGridTrial();
    void lockPicks();
    void backtest(int from, int to, Stage stage, Session session = Session::Race);
    void loadRecord(const RecordScope& scope);
    void cancel();

Q_SIGNALS:
    void opened();
    void openFailed(const parcferme::Error& error);
    void autoFroze(const QString& head, const QString& words);
    void picksTold(const QString& head, const QString& words); // what happened to them by itself
    void seasonsChanged();
    void racesChanged();
    void raceChanged();   // another race, or something new about it, or another preview
    void recordChanged(); // the track record of the stored predictions
    void statusChanged();
    void found(const QString& text, const std::vector<parcferme::Race>& races);
    void ledgerRead(const parcferme::LedgerState& state);
    void gridTried(std::shared_ptr<const parcferme::ForecastView> forecast);
    void gridRefused(const parcferme::Error& error);
    void driverNamed(const parcferme::Driver& driver);
    void backtestDone(int from, int to, parcferme::Stage stage, parcferme::Session session,
                      std::shared_ptr<const parcferme::evaluation::Report> report);
    // The same backtest, with other races left out because they are hidden.
    void backtestChanged(std::shared_ptr<const parcferme::evaluation::Report> report);
    void workStarted(const QString& title);
    void workProgress(int done, int total, const QString& what);
    void workFinished();
    void message(const parcferme::Message& message);

private:
    using Subject = std::optional<Message::Subject>;
    template <typename Outcome, typename Work, typename Done>
    void run(const QString& title, Work work, Done done, const QString& loss = {});

    // What is read from the tracker; several wishes of one turn are read once.
    enum Part { SeasonsPart = 1, RacesPart = 2, RaceViewPart = 4, StatusPart = 8 };
    Q_DECLARE_FLAGS(Parts, Part)

    void openWhereOneWas();
    void start(bool firstStart, const QStringList& notices);
    void takeChanges(const ChangeSet& changes);
    void readSoon(Parts parts);
    void readWanted();
    void tellAutoFroze(SessionKey of);
    void tellMissed(SessionKey of);
    void runLockPicks(const SessionKey& session, const Subject& subject);
    void tellPicksLocked(const PickOutcome& outcome, const Subject& subject);
    void tellOfPicks(SessionKey of, const QString& what, const QString& head, const QString& words,
                     Severity severity);
    void connectPicks();
    void loadSeasons();
    void loadRaces();
    void loadRaceView();
    void loadStatus();
    void loadJudged();
    void loadPeople();
    void readRecord(RecordScope scope);
    void loadNewestRun(std::function<void()> then = {});
    void hiddenMayHaveChanged();
    void leaveOutHidden(std::function<void(std::shared_ptr<const evaluation::Report>)> then);
    RaceId nearestRace() const;
    SessionKey of() const { return {race_, session_}; }
    std::optional<Session> nextSession(RaceId race) const; // nothing while the race is not read
    Subject subject() const;                               // the session at hand
    void runPredict(const SessionKey& session, bool preview, const Subject& subject);
    void runSync(const SessionKey& session, const Subject& subject);
    void tellPredicted(const PredictOutcome& outcome, const Subject& subject);
    void tellSynced(const SyncOutcome& outcome, const Subject& subject);
    void tellSeason(const SeasonOutcome& outcome);
    void tellRetrospect(const SeasonInRetrospect& outcome);
    void tellVerified(const LedgerReport& report);
    void tellError(const QString& what, const Error& error, std::function<void()> retry,
                   const Subject& subject = {});

    TrackerThread& tracker_;
    const Clock& clock_;
    Preferences& preferences_;
    std::vector<int> seasons_;
    int season_ = 0;
    std::vector<RaceOverview> races_;
    RaceId race_ = 0;
    Session session_ = Session::Race;
    bool sessionOpen_ = true; // it is chosen once the race is known
    std::shared_ptr<const RaceDetails> raceView_;
    int raceViewsAsked_ = 0; // on their way
    Parts wanted_;
    std::map<SessionKey, std::shared_ptr<const ForecastView>> previews_;
    std::shared_ptr<const TrackRecord> record_;
    int judged_ = 0;
    SeasonSession* seasonSession_;
    PicksSession* picksSession_;
    LeagueSession* leagueSession_;
    OddsSession* oddsSession_;
    PlayerView players_ = PlayerView::Model;
    People people_;
    SourceStatus status_;
    std::optional<Settings> settings_; // nothing before open()
    QSet<RaceId> revealed_;
    std::optional<Race> newestRun_;                      // that has a result
    HiddenRaces hidden_;                                 // as was told last
    std::shared_ptr<const evaluation::Report> backtest_; // the newest, with the races that are hidden
    Progress progress_;
    std::shared_ptr<const ForecastView> tried_; // with a grid that is not stored
    quint64 gridsTried_ = 0;                    // number of the newest trial
    QString searched_;
    bool opened_ = false;
    std::optional<RecordScope> recordAsked_;
    bool busy_ = false;
    QString loss_;
};

} // namespace parcferme
