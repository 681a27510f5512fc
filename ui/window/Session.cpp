#include "ui/window/Session.h"

#include "tables/Format.h"
#include "tracker/Recovery.h"
#include "ui/app/Preferences.h"
#include "ui/window/HeaderState.h"

#include <QLocale>
#include <QPointer>

namespace parcferme {

Session::Session(TrackerThread& tracker, const Clock& clock, Preferences& preferences, QObject* parent)
    : QObject(parent), tracker_(tracker), clock_(clock), preferences_(preferences)
{
    connect(&tracker_, &TrackerThread::opened, this, &Session::start);
    connect(&tracker_, &TrackerThread::failed, this, &Session::openFailed);
    connect(&tracker_, &TrackerThread::warned, this, [this](const Error& error) {
        Q_EMIT message({Severity::Warning, error.message, error.advice, {}, {}});
    });
    connect(&tracker_, &TrackerThread::autoFroze, this, &Session::tellAutoFroze);
    connect(&tracker_, &TrackerThread::windowMissed, this, &Session::tellMissed);
    connect(&tracker_, &TrackerThread::raceChanged, this, [this](RaceId race) {
        loadRaces();
        if (race == race_)
            loadPage();
    });
    connect(&tracker_, &TrackerThread::seasonChanged, this, [this](int year) {
        loadSeasons();
        if (year == season_) {
            loadRaces();
            loadPage();
        }
    });
    connect(&tracker_, &TrackerThread::sourceStatusChanged, this, &Session::loadStatus);
}

Session::~Session()
{
    progress_.cancel();
}

const ForecastView* Session::shown() const
{
    if (!page_)
        return nullptr;
    if (page_->prediction)
        return &*page_->prediction;
    const auto preview = previews_.constFind(race_);
    return preview == previews_.constEnd() ? nullptr : preview->get();
}

bool Session::resultsHidden() const
{
    return preferences_.hideResults() && !revealed_.contains(race_);
}

void Session::reveal()
{
    revealed_.insert(race_);
    Q_EMIT racesChanged();
    Q_EMIT raceChanged();
}

void Session::open(const Settings& settings)
{
    settings_ = settings;
    tracker_.open(settings);
}

std::vector<BackupFile> Session::backups() const
{
    return settings_ ? backupsOf(*settings_) : std::vector<BackupFile>();
}

void Session::recover(const QString& key)
{
    if (!settings_)
        return;
    const QString restore = QStringLiteral("restore:");
    if (key.startsWith(restore))
        tracker_.restore(*settings_, key.mid(restore.size()));
    else if (key == QLatin1StringView("afresh"))
        tracker_.startAfresh(*settings_);
    else
        tracker_.open(*settings_);
}

void Session::tellAutoFroze(RaceId race)
{
    loadRaces();
    tracker_.ask(
        this, [race](Tracker& tracker) { return tracker.page(race); },
        [this](const Result<RacePage>& page) {
            if (!page)
                return;
            const QString head = tr("Frozen by itself: %1.").arg(page->overview.race.name);
            const QString words = tr("The freeze window opened and the prediction is in the ledger.");
            Q_EMIT message({Severity::Done, head, words, {}, {}});
            Q_EMIT autoFroze(head, words);
        });
}

void Session::tellMissed(RaceId race)
{
    loadRaces();
    for (const RaceOverview& overview : races_)
        if (overview.race.id == race)
            Q_EMIT message(
                {Severity::Warning,
                 tr("Missed: %1.").arg(overview.race.name),
                 tr("Its freeze window closed and nothing was frozen. A retrospective prediction is marked "
                    "as such."),
                 {},
                 {}});
}

void Session::start(bool firstStart, const QStringList& notices)
{
    opened_ = true;
    if (recordAsked_)
        loadRecord(recordAsked_->first, recordAsked_->second);
    Q_EMIT opened();
    loadStatus();
    loadSeasons();
    const int season = preferences_.session(QStringLiteral("season")).toInt();
    const RaceId race = preferences_.session(QStringLiteral("race")).toLongLong();
    if (season > 0 && race > 0) {
        openSeason(season, race);
    } else {
        openCurrent();
    }
    if (firstStart)
        Q_EMIT message({Severity::Info,
                        tr("Ready."),
                        tr("The history is here: preview the next race and judge past ones now. Sync season "
                           "fetches qualifying and new results."),
                        {},
                        {}});
    if (!notices.isEmpty())
        Q_EMIT message({Severity::Warning, tr("Opened, with a notice."), notices.join(u'\n'), {}, {}});
}

void Session::openCurrent()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.currentRace(); },
        [this](const Result<Race>& current) {
            if (current)
                openSeason(current->year, current->id);
            else
                tellError(tr("No race to show:"), current.error(), {});
        });
}

void Session::minutePassed()
{
    loadRaces();
}

void Session::loadSeasons()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.seasons(); },
        [this](const Result<std::vector<int>>& seasons) {
            if (!seasons || *seasons == seasons_)
                return;
            seasons_ = *seasons;
            Q_EMIT seasonsChanged();
        });
}

void Session::openSeason(int year, RaceId race)
{
    season_ = year;
    race_ = race;
    page_.reset();
    loadRaces();
    if (race != 0)
        openRace(race);
    Q_EMIT seasonsChanged();
}

void Session::openRace(RaceId race)
{
    if (race_ != race)
        page_.reset();
    race_ = race;
    preferences_.setSession(QStringLiteral("season"), season_);
    preferences_.setSession(QStringLiteral("race"), race_);
    loadPage();
}

void Session::loadRaces()
{
    if (season_ == 0)
        return;
    tracker_.ask(
        this, [year = season_](Tracker& tracker) { return tracker.races(year); },
        [this, year = season_](Result<std::vector<RaceOverview>> races) {
            if (year != season_)
                return;
            if (!races)
                return tellError(tr("The races of %1 could not be read:").arg(year), races.error(), {});
            races_ = std::move(*races);
            const bool known =
                std::any_of(races_.begin(), races_.end(),
                            [this](const RaceOverview& overview) { return overview.race.id == race_; });
            const auto stale = [this](const RaceOverview& overview) {
                return page_ && overview.race.id == race_ &&
                       (overview.state != page_->overview.state ||
                        overview.window.open != page_->overview.window.open);
            };
            if (std::any_of(races_.begin(), races_.end(), stale))
                loadPage();
            if (!known && !races_.empty())
                openRace(nearestRace());
            Q_EMIT racesChanged();
        });
}

RaceId Session::nearestRace() const
{
    for (const RaceOverview& overview : races_)
        if (overview.race.startOrDate().addDays(1) > clock_.now())
            return overview.race.id;
    return races_.back().race.id;
}

void Session::loadPage()
{
    if (race_ == 0)
        return;
    tracker_.ask(
        this, [race = race_](Tracker& tracker) { return tracker.page(race); },
        [this, race = race_](Result<RacePage> page) {
            if (race != race_)
                return;
            if (!page)
                return tellError(tr("The race could not be read:"), page.error(), {});
            page_ = std::make_shared<const RacePage>(std::move(*page));
            Q_EMIT raceChanged();
        });
}

void Session::loadStatus()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return Result<SourceStatus>(tracker.sourceStatus()); },
        [this](const Result<SourceStatus>& status) {
            if (!status)
                return;
            status_ = *status;
            Q_EMIT statusChanged();
        });
}

void Session::loadPeople()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.people(); },
        [this](Result<People> people) {
            if (people)
                people_ = std::move(*people);
        });
}

void Session::loadRecord(std::optional<int> from, std::optional<int> to)
{
    // The page of the last session may be restored before the database is open: start() asks then.
    recordAsked_ = {from, to};
    if (!opened_)
        return;
    loadPeople();
    tracker_.ask(
        this, [from, to](Tracker& tracker) { return tracker.record(from, to); },
        [this](Result<TrackRecord> record) {
            if (!record)
                return tellError(tr("The track record could not be read:"), record.error(), {});
            record_ = std::make_shared<const TrackRecord>(std::move(*record));
            Q_EMIT recordChanged();
        });
}

template <typename Outcome, typename Work, typename Done>
void Session::run(const QString& title, Work work, Done done)
{
    if (busy_)
        return;
    busy_ = true;
    progress_ = Progress([self = QPointer(this)](const Progress::Step& step) {
        QMetaObject::invokeMethod(qApp, [self, step] {
            if (self && self->busy_)
                Q_EMIT self->workProgress(step.done, step.total, step.what);
        });
    });
    Q_EMIT workStarted(title);
    tracker_.ask(
        this, [work, progress = progress_](Tracker& tracker) { return work(tracker, progress); },
        [this, done](Result<Outcome> outcome) {
            busy_ = false;
            Q_EMIT workFinished();
            loadStatus();
            done(std::move(outcome));
        });
}

void Session::predict()
{
    runPredict(false);
}

void Session::preview()
{
    runPredict(true);
}

void Session::runPredict(bool preview)
{
    Tracker::PredictOptions options;
    options.preview = preview;
    run<PredictOutcome>(
        preview ? tr("Preview") : tr("Predict"),
        [race = race_, options](Tracker& tracker, const Progress& progress) {
            return tracker.predict(race, options, progress);
        },
        [this, preview](Result<PredictOutcome> outcome) {
            if (outcome)
                return tellPredicted(*outcome);
            tellError(preview ? tr("No preview:") : tr("Nothing was frozen:"), outcome.error(),
                      [this, preview] { runPredict(preview); });
        });
}

void Session::tellPredicted(const PredictOutcome& outcome)
{
    const Prediction& prediction = outcome.view.prediction;
    const QString notices = outcome.notices.join(u'\n');
    if (prediction.id == 0) {
        previews_.insert(prediction.race, std::make_shared<const ForecastView>(outcome.view));
        Q_EMIT raceChanged();
        if (!notices.isEmpty())
            Q_EMIT message({Severity::Info, tr("Preview made."), notices, {}, {}});
        return;
    }
    previews_.remove(prediction.race);
    loadRaces();
    loadPage();
    const QString what = !outcome.created                          ? tr("It was frozen before.")
                         : prediction.kind == PredictionKind::Live ? tr("Frozen.")
                                                                   : tr("Predicted in retrospect.");
    QString kept = outcome.created
                       ? tr("The prediction is in the ledger, hash %1, and cannot be changed any more.")
                             .arg(HeaderWords::shortHash(prediction.hash))
                       : tr("The stored prediction is shown, unchanged.");
    if (!notices.isEmpty())
        kept += u'\n' + notices;
    Q_EMIT message({notices.isEmpty() ? Severity::Done : Severity::Warning, what, kept, {}, {}});
}

void Session::syncResults()
{
    run<SyncOutcome>(
        tr("Sync results"),
        [race = race_](Tracker& tracker, const Progress& progress) {
            return tracker.syncRace(race, progress);
        },
        [this](Result<SyncOutcome> outcome) {
            if (outcome)
                return tellSynced(*outcome);
            tellError(tr("The result could not be fetched:"), outcome.error(), [this] { syncResults(); });
        });
}

void Session::tellSynced(const SyncOutcome& outcome)
{
    loadRaces();
    loadPage();
    Severity severity = outcome.sourceReached ? Severity::Done : Severity::Warning;
    QString what;
    if (!outcome.revision) {
        what = tr("No official result yet.");
        severity = outcome.sourceReached ? Severity::Info : Severity::Warning;
    } else if (outcome.newEvaluation && outcome.evaluation) {
        what = preferences_.hideResults()
                   ? tr("Judged.")
                   : tr("Judged: mean error %1 positions.")
                         .arg(format::number(outcome.evaluation->evaluation.positionMae, 2));
    } else if (outcome.newRevision) {
        what = tr("Official result stored, revision %1.").arg(*outcome.revision);
    } else {
        what = tr("Nothing new.");
    }
    QStringList words;
    if (outcome.revision && !outcome.evaluation)
        words << tr("There is no prediction to judge.");
    words << outcome.notices;
    Q_EMIT message({severity, what, words.join(u'\n'), {}, {}});
}

void Session::syncSeason()
{
    run<SeasonOutcome>(
        tr("Sync season %1").arg(season_),
        [year = season_](Tracker& tracker, const Progress& progress) {
            return tracker.syncSeason(year, progress);
        },
        [this](Result<SeasonOutcome> outcome) {
            if (outcome)
                return tellSeason(*outcome);
            tellError(tr("The season could not be fetched:"), outcome.error(), [this] { syncSeason(); });
        });
}

void Session::refresh()
{
    run<SeasonOutcome>(
        tr("Refresh %1").arg(season_),
        [year = season_](Tracker& tracker, const Progress& progress) {
            return tracker.refresh(year, progress);
        },
        [this](Result<SeasonOutcome> outcome) {
            if (outcome)
                return tellSeason(*outcome);
            tellError(tr("The calendar could not be fetched:"), outcome.error(), [this] { refresh(); });
        });
}

void Session::tellSeason(const SeasonOutcome& outcome)
{
    loadSeasons();
    loadRaces();
    loadPage();
    QStringList parts;
    if (outcome.newRaces > 0)
        parts << tr("%n new races", nullptr, outcome.newRaces);
    if (outcome.newRevisions > 0)
        parts << tr("%n new results", nullptr, outcome.newRevisions);
    if (outcome.newEvaluations > 0)
        parts << tr("%n predictions judged", nullptr, outcome.newEvaluations);
    QStringList words;
    words << (parts.isEmpty() ? tr("Nothing new.") : parts.join(tr(", ")) + u'.');
    if (outcome.requests > 0)
        words.first() += u' ' + tr("%n requests.", nullptr, outcome.requests);
    words << outcome.notices;
    const QString what = outcome.sourceReached
                             ? tr("Season %1 is up to date.").arg(outcome.year)
                             : tr("Season %1: the source was out of reach.").arg(outcome.year);
    Q_EMIT message({outcome.sourceReached ? Severity::Done : Severity::Warning,
                    what,
                    words.join(u'\n'),
                    {},
                    outcome.sourceReached ? std::function<void()>() : [this] { syncSeason(); }});
}

void Session::verify()
{
    run<LedgerReport>(
        tr("Verify ledger"),
        [](Tracker& tracker, const Progress& progress) { return tracker.verify(progress); },
        [this](const Result<LedgerReport>& report) {
            if (report)
                return tellVerified(*report);
            tellError(tr("The ledger could not be read:"), report.error(), [this] { verify(); });
        });
}

void Session::tellVerified(const LedgerReport& report)
{
    if (!report.problems.isEmpty()) {
        Q_EMIT message({Severity::Error,
                        tr("The ledger does not fit."),
                        report.problems.first(),
                        report.problems.join(u'\n'),
                        {}});
        return;
    }
    QString words = tr("%n predictions in the chain", nullptr, report.length) + QStringLiteral(", ") +
                    tr("%n replayed.", nullptr, report.replayed);
    if (report.notReplayed > 0)
        words += u' ' + tr("%n of another model version, not replayed.", nullptr, report.notReplayed);
    Q_EMIT message({Severity::Done,
                    tr("The ledger is intact."),
                    words,
                    tr("Head: %1").arg(QString::fromLatin1(report.head)),
                    {}});
}

void Session::setGrid(const std::vector<ManualGrid::Slot>& places)
{
    tracker_.ask(
        this,
        [race = race_, places](Tracker& tracker) {
            return tracker.setManualGrid(race, places).map([] { return true; });
        },
        [this](const Result<bool>& done) {
            if (!done)
                return tellError(tr("The grid was not stored:"), done.error(), {});
            loadPage();
            preview();
        });
}

void Session::backtest(int from, int to, Stage stage)
{
    run<evaluation::Report>(
        tr("Backtest %1 to %2").arg(from).arg(to),
        [from, to, stage](Tracker& tracker, const Progress& progress) {
            return tracker.backtest(from, to, stage, progress);
        },
        [this, from, to, stage](Result<evaluation::Report> report) {
            if (!report)
                return tellError(tr("The backtest did not finish:"), report.error(),
                                 [this, from, to, stage] { backtest(from, to, stage); });
            Q_EMIT backtestDone(from, to, stage,
                                std::make_shared<const evaluation::Report>(std::move(*report)));
        });
}

void Session::cancel()
{
    progress_.cancel();
}

void Session::tellError(const QString& what, const Error& error, std::function<void()> retry)
{
    if (error.code == ErrorCode::Cancelled) {
        Q_EMIT message({Severity::Info, tr("Stopped."), tr("What was done until then stays."), {}, {}});
        return;
    }
    QString words = error.message;
    words += u'\n' + (error.advice.isEmpty() ? tr("Your predictions and all stored results are kept.")
                                             : error.advice);
    const bool refused = error.code == ErrorCode::PolicyRefused || error.code == ErrorCode::NotYet;
    Q_EMIT message({refused ? Severity::Info : Severity::Error,
                    what,
                    words,
                    {},
                    refused ? std::function<void()>() : std::move(retry)});
}

} // namespace parcferme
