#pragma once

#include "tracker/TrackerThread.h"
#include "ui/window/MessageBar.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace parcferme {

class Preferences;

// What the window shows and does, without a widget: the season and race at hand, what is known of them, and
// the work that runs for them on the tracker's thread. One piece of work at a time.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(TrackerThread& tracker, const Clock& clock, Preferences& preferences, QObject* parent = nullptr);
    ~Session() override;

    void open(const Settings& settings);
    // After a failure to open: "retry", "restore:<file>", "afresh".
    void recover(const QString& key);
    std::vector<BackupFile> backups() const;
    void restore(const QString& backup); // in place of the database, which is kept under a dated name

    const std::vector<int>& seasons() const { return seasons_; } // newest first
    int season() const { return season_; }
    const std::vector<RaceOverview>& races() const { return races_; }
    RaceId race() const { return race_; }
    const std::shared_ptr<const RacePage>& page() const { return page_; } // null while loading
    // What the pages show: the frozen prediction, else the grid that is being tried, else a preview made in
    // this session; null for none.
    const ForecastView* shown() const;
    const std::shared_ptr<const TrackRecord>& record() const { return record_; }
    const People& people() const { return people_; } // everybody stored
    const SourceStatus& status() const { return status_; }
    const std::optional<Settings>& settings() const { return settings_; }
    QDateTime now() const { return clock_.now(); }

    bool isBusy() const { return busy_; }
    // What would be lost if the work that runs were stopped now, as a sentence; empty: nothing.
    QString loss() const { return busy_ ? loss_ : QString(); }
    bool resultsHidden() const; // of the race at hand
    const QSet<RaceId>& revealed() const { return revealed_; }
    void reveal();

    void openSeason(int year, RaceId race = 0); // race 0: the nearest to now
    void openRace(RaceId race);
    void openCurrent();  // the next race to start, else the latest
    void minutePassed(); // races change their state by time alone

    void predict(); // freezes, or predicts in retrospect, as the lifecycle allows
    void preview();
    void syncResults();
    void syncSeason();
    void refresh();
    void verify();
    void loadLedger(); // ledgerChanged() follows
    void exportProof(const QString& file);
    void setGrid(const std::vector<ManualGrid::Slot>& places);
    // What the forecast would be with this grid: gridTried() or gridRefused() follows, of the newest one
    // asked for only, and the pages show it until the trial ends.
    void tryGrid(const std::vector<ManualGrid::Slot>& places);
    void endGridTrial();
    void backtest(int from, int to, Stage stage);
    void loadRecord(const RecordScope& scope);
    void cancel();

Q_SIGNALS:
    void opened();
    void openFailed(const parcferme::Error& error);
    void autoFroze(const QString& head, const QString& words);
    void seasonsChanged();
    void racesChanged();
    void raceChanged();   // another race, or something new about it, or another preview
    void recordChanged(); // of the stored predictions
    void statusChanged();
    void ledgerChanged(const parcferme::LedgerState& state);
    void gridTried(std::shared_ptr<const parcferme::ForecastView> forecast);
    void gridRefused(const parcferme::Error& error);
    void backtestDone(int from, int to, parcferme::Stage stage,
                      std::shared_ptr<const parcferme::evaluation::Report> report);
    void workStarted(const QString& title);
    void workProgress(int done, int total, const QString& what);
    void workFinished();
    void message(const parcferme::Message& message);

private:
    template <typename Outcome, typename Work, typename Done>
    void run(const QString& title, Work work, Done done, const QString& loss = {});

    void start(bool firstStart, const QStringList& notices);
    void tellAutoFroze(RaceId race);
    void tellMissed(RaceId race);
    void loadSeasons();
    void loadRaces();
    void loadPage();
    void loadStatus();
    void loadPeople();
    RaceId nearestRace() const;
    void runPredict(bool preview);
    void tellPredicted(const PredictOutcome& outcome);
    void tellSynced(const SyncOutcome& outcome);
    void tellSeason(const SeasonOutcome& outcome);
    void tellVerified(const LedgerReport& report);
    void tellError(const QString& what, const Error& error, std::function<void()> retry);

    TrackerThread& tracker_;
    const Clock& clock_;
    Preferences& preferences_;
    std::vector<int> seasons_;
    int season_ = 0;
    std::vector<RaceOverview> races_;
    RaceId race_ = 0;
    std::shared_ptr<const RacePage> page_;
    QHash<RaceId, std::shared_ptr<const ForecastView>> previews_;
    std::shared_ptr<const TrackRecord> record_;
    People people_;
    SourceStatus status_;
    std::optional<Settings> settings_;
    QSet<RaceId> revealed_;
    Progress progress_;
    std::shared_ptr<const ForecastView> tried_; // with a grid that is not stored
    quint64 gridsTried_ = 0;
    bool opened_ = false;
    std::optional<RecordScope> recordAsked_;
    bool busy_ = false;
    QString loss_;
};

} // namespace parcferme
