#include "ui/window/Session.h"

#include "tracker/Recovery.h"
#include "ui/app/Preferences.h"
#include "ui/window/RaceWords.h"

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
    if (tried_ && tried_->prediction.race == race_)
        return tried_.get();
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
    const QString backup = QStringLiteral("restore:");
    if (key.startsWith(backup))
        restore(key.mid(backup.size()));
    else if (key == QLatin1StringView("afresh"))
        tracker_.startAfresh(*settings_);
    else
        tracker_.open(*settings_);
}

void Session::restore(const QString& backup)
{
    if (settings_)
        tracker_.restore(*settings_, backup);
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
    previews_.clear(); // of another database, after a restore
    if (recordAsked_)
        loadRecord(*recordAsked_);
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

void Session::loadRecord(const RecordScope& scope)
{
    // The page of the last session may be restored before the database is open: start() asks then.
    recordAsked_ = scope;
    if (!opened_)
        return;
    loadPeople();
    tracker_.ask(
        this, [scope](Tracker& tracker) { return tracker.record(scope); },
        [this](Result<TrackRecord> record) {
            if (!record)
                return tellError(tr("The track record could not be read:"), record.error(), {});
            record_ = std::make_shared<const TrackRecord>(std::move(*record));
            Q_EMIT recordChanged();
        });
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
    const QStringList details = {
        error.message, tr("At: %1").arg(RaceWords::moment(now())),
        tr("Data source: %1").arg(settings_ ? settings_->apiUrl.toString() : QString()),
        tr("Database: %1").arg(status_.database)};
    const bool refused = error.code == ErrorCode::PolicyRefused || error.code == ErrorCode::NotYet;
    Q_EMIT message({refused ? Severity::Info : Severity::Error, what, words,
                    refused ? QString() : details.join(u'\n'),
                    refused ? std::function<void()>() : std::move(retry)});
}

} // namespace parcferme
