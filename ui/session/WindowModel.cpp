#include "ui/session/WindowModel.h"

#include "tracker/Recovery.h"
#include "ui/base/Preferences.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/OddsSession.h"
#include "ui/session/PicksSession.h"
#include "ui/session/RaceWords.h"
#include "ui/session/SeasonSession.h"

namespace parcferme {

namespace {

constexpr int WeekendDays = 3; // from its first day to the race

} // namespace

WindowModel::WindowModel(TrackerThread& tracker, const Clock& clock, Preferences& preferences,
                         QObject* parent)
    : QObject(parent), tracker_(tracker), clock_(clock), preferences_(preferences),
      seasonSession_(new SeasonSession(tracker, this)), picksSession_(new PicksSession(tracker, this)),
      leagueSession_(new LeagueSession(tracker, this)), oddsSession_(new OddsSession(tracker, this)),
      players_(PlayerView(std::clamp(preferences.windowState(QStringLiteral("players")).toInt(), 0, 2)))
{
    connectPicks();
    connect(&tracker_, &TrackerThread::opened, this, &WindowModel::start);
    connect(&tracker_, &TrackerThread::failed, this, &WindowModel::openFailed);
    connect(&tracker_, &TrackerThread::warned, this, [this](const Error& error) {
        Q_EMIT message({Severity::Warning, error.message, error.advice, {}, {}});
    });
    connect(&tracker_, &TrackerThread::autoFroze, this, &WindowModel::tellAutoFroze);
    connect(&tracker_, &TrackerThread::windowMissed, this, &WindowModel::tellMissed);
    connect(&tracker_, &TrackerThread::changed, this, &WindowModel::takeChanges);
    connect(&tracker_, &TrackerThread::ledgerStamped, this, &WindowModel::loadLedger);
    connect(&preferences_, &Preferences::shownChanged, this, &WindowModel::hiddenMayHaveChanged);
}

WindowModel::~WindowModel()
{
    progress_.cancel();
}

const ForecastView* WindowModel::shown() const
{
    if (!raceView_)
        return nullptr;
    if (raceView_->prediction)
        return &*raceView_->prediction;
    if (tried_ && tried_->prediction.of() == of())
        return tried_.get();
    const auto preview = previews_.find(of());
    return preview == previews_.end() ? nullptr : preview->second.get();
}

void WindowModel::open(const Settings& settings)
{
    settings_ = settings;
    tracker_.open(settings);
}

std::vector<BackupFile> WindowModel::backups() const
{
    return settings_ ? backupsOf(*settings_) : std::vector<BackupFile>();
}

void WindowModel::openAgain()
{
    if (settings_)
        tracker_.open(*settings_);
}

void WindowModel::restore(const QString& backup)
{
    if (settings_)
        tracker_.restore(*settings_, backup);
}

void WindowModel::startAfresh()
{
    if (settings_)
        tracker_.startAfresh(*settings_);
}

void WindowModel::tellAutoFroze(SessionKey session)
{
    readSoon(RacesPart);
    tracker_.ask(
        this, [session](Tracker& tracker) { return tracker.race(session.race); },
        [this, session](const Result<Race>& frozen) {
            if (!frozen)
                return;
            const QString words = tr("The freeze window opened and the prediction is in the ledger.");
            Q_EMIT message({Severity::Done,
                            tr("Frozen by itself."),
                            words,
                            {},
                            {},
                            Message::Subject{*frozen, session.session}});
            Q_EMIT autoFroze(tr("Frozen by itself: %1.").arg(RaceWords::title(*frozen, session.session)),
                             words);
        });
}

void WindowModel::tellMissed(SessionKey session)
{
    readSoon(RacesPart);
    for (const RaceOverview& overview : races_)
        if (overview.race.id == session.race)
            Q_EMIT message(
                {Severity::Warning,
                 tr("Missed."),
                 tr("Its freeze window closed and nothing was frozen. A retrospective prediction is marked "
                    "as such."),
                 {},
                 {},
                 Message::Subject{overview.race, session.session}});
}

void WindowModel::start(bool firstStart, const QStringList& notices)
{
    opened_ = true;
    loadNewestRun();   // first, so that nothing shows that is hidden
    previews_.clear(); // of another database, after a restore
    seasonSession_->refresh();
    leagueSession_->open();
    oddsSession_->open();
    if (recordAsked_)
        loadRecord(*recordAsked_);
    Q_EMIT opened();
    loadStatus();
    loadSeasons();
    loadJudged();
    openWhereOneWas();
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

// On the race of a weekend that is on, else on the one that was open.
void WindowModel::openWhereOneWas()
{
    const int season = preferences_.windowState(QStringLiteral("season")).toInt();
    const RaceId race = preferences_.windowState(QStringLiteral("race")).toLongLong();
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.currentRace(); },
        [this, season, race](const Result<Race>& current) {
            const auto isOn = [this](const Race& next) {
                return next.startOrDate().addDays(-WeekendDays) <= clock_.now() &&
                       clock_.now() < next.startOrDate().addDays(1);
            };
            if (season > 0 && race > 0 && !(current && isOn(*current)))
                openSeason(season, race);
            else if (current)
                openSeason(current->year, current->id);
            else
                tellError(tr("No race to show:"), current.error(), {});
        });
}

void WindowModel::openCurrent()
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

void WindowModel::minutePassed()
{
    loadRaces();
}

void WindowModel::openSeason(int year, RaceId race)
{
    season_ = year;
    seasonSession_->setYear(year);
    race_ = race;
    raceView_.reset();
    loadRaces();
    if (race != 0)
        openRace(race);
    Q_EMIT seasonsChanged();
}

void WindowModel::openRace(RaceId race)
{
    if (race_ != race)
        raceView_.reset();
    race_ = race;
    const auto next = nextSession(race);
    session_ = next.value_or(Session::Race);
    sessionOpen_ = !next.has_value();
    preferences_.setWindowState(QStringLiteral("season"), season_);
    preferences_.setWindowState(QStringLiteral("race"), race_);
    loadRaceView();
}

void WindowModel::openSession(Session session)
{
    sessionOpen_ = false;
    if (session == session_)
        return;
    session_ = session;
    raceView_.reset();
    loadRaceView();
}

std::optional<Session> WindowModel::nextSession(RaceId race) const
{
    for (const RaceOverview& overview : races_)
        if (overview.race.id == race)
            return overview.other && clock_.now() < overview.race.startOrDate(Session::Sprint)
                       ? Session::Sprint
                       : Session::Race;
    return std::nullopt;
}

RaceId WindowModel::nearestRace() const
{
    for (const RaceOverview& overview : races_)
        if (overview.race.startOrDate().addDays(1) > clock_.now())
            return overview.race.id;
    return races_.back().race.id;
}

WindowModel::Subject WindowModel::subject() const
{
    if (raceView_)
        return Message::Subject{raceView_->overview.race, session_};
    for (const RaceOverview& overview : races_)
        if (overview.race.id == race_)
            return Message::Subject{overview.race, session_};
    return std::nullopt;
}

void WindowModel::tellError(const QString& what, const Error& error, std::function<void()> retry,
                            const Subject& subject)
{
    if (error.code == ErrorCode::Cancelled) {
        Q_EMIT message(
            {Severity::Info, tr("Stopped."), tr("What was done until then stays."), {}, {}, subject});
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
                    refused ? std::function<void()>() : std::move(retry), subject});
}

} // namespace parcferme
