// What is read from the tracker: when it has changed, and when it is asked for.
#include "ui/session/LeagueSession.h"
#include "ui/session/OddsSession.h"
#include "ui/session/PicksSession.h"
#include "ui/session/SeasonSession.h"
#include "ui/session/WindowModel.h"

namespace parcferme {

void WindowModel::takeChanges(const ChangeSet& changes)
{
    Parts parts;
    parts.setFlag(StatusPart, changes.sourceStatus);
    parts.setFlag(SeasonsPart, !changes.seasons.isEmpty());
    parts.setFlag(RacesPart, changes.seasons.contains(season_) || !changes.races.isEmpty());
    parts.setFlag(RaceViewPart, changes.seasons.contains(season_) || changes.races.contains(race_));
    if (!changes.races.isEmpty()) {
        loadNewestRun();
        loadJudged();
        if (recordAsked_)
            loadRecord(*recordAsked_);
        seasonSession_->refresh();
        oddsSession_->refresh();
    }
    if (changes.picks.contains(race_) && !parts.testFlag(RaceViewPart))
        picksSession_->read(of());
    if (!changes.picks.isEmpty() || !changes.races.isEmpty())
        leagueSession_->refresh();
    readSoon(parts);
}

// The changes that a piece of work made and what its answer asks for come in the same turn.
void WindowModel::readSoon(Parts parts)
{
    if (parts && !wanted_)
        QMetaObject::invokeMethod(this, &WindowModel::readWanted, Qt::QueuedConnection);
    wanted_ |= parts;
}

void WindowModel::readWanted()
{
    const Parts parts = std::exchange(wanted_, {});
    if (parts.testFlag(StatusPart))
        loadStatus();
    if (parts.testFlag(SeasonsPart))
        loadSeasons();
    if (parts.testFlag(RacesPart))
        loadRaces();
    if (parts.testFlag(RaceViewPart))
        loadRaceView();
}

void WindowModel::loadSeasons()
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

void WindowModel::loadRaces()
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
            if (const auto next = sessionOpen_ ? nextSession(race_) : std::nullopt)
                openSession(*next);
            // By time, or by another program on the same database: what this one changed is read with the
            // races.
            const auto stale = [this](const RaceOverview& overview) {
                const auto now =
                    raceView_ && overview.race.id == race_ ? overview.at(session_) : std::nullopt;
                return now && (now->state != raceView_->overview.state ||
                               now->start() != raceView_->overview.start() ||
                               now->positionMae != raceView_->overview.positionMae ||
                               now->window.open != raceView_->overview.window.open);
            };
            if (raceViewsAsked_ == 0 && std::any_of(races_.begin(), races_.end(), stale))
                loadRaceView();
            if (!known && !races_.empty())
                openRace(nearestRace());
            Q_EMIT racesChanged();
        });
}

void WindowModel::loadRaceView()
{
    if (race_ == 0)
        return;
    ++raceViewsAsked_;
    picksSession_->read(of()); // before the race: its pages show them together
    tracker_.ask(
        this, [session = of()](Tracker& tracker) { return tracker.details(session); },
        [this, session = of()](Result<RaceDetails> view) {
            --raceViewsAsked_;
            if (session != of())
                return;
            if (!view)
                return tellError(tr("The race could not be read:"), view.error(), {});
            raceView_ = std::make_shared<const RaceDetails>(std::move(*view));
            Q_EMIT raceChanged();
        });
}

void WindowModel::search(const QString& text)
{
    searched_ = text;
    tracker_.ask(
        this, [text](Tracker& tracker) { return tracker.searchRaces(text); },
        [this, text](const Result<std::vector<Race>>& races) {
            if (races && text == searched_)
                Q_EMIT found(text, *races);
        });
}

void WindowModel::loadStatus()
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

void WindowModel::loadJudged()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.judgedRaces(); },
        [this](const Result<int>& judged) {
            if (!judged || std::exchange(judged_, *judged) == *judged)
                return;
            Q_EMIT racesChanged();
        });
}

void WindowModel::loadPeople()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.people(); },
        [this](Result<People> people) {
            if (people)
                people_ = std::move(*people);
        });
}

void WindowModel::loadRecord(const RecordScope& scope)
{
    // The window may open on the track record, before the database is open: start() asks then.
    recordAsked_ = scope;
    if (!opened_)
        return;
    loadPeople();
    // What is hidden is known once the newest race is, which was asked for before.
    loadNewestRun([this, scope] { readRecord(scope); });
}

void WindowModel::readRecord(RecordScope scope)
{
    scope.hidden = hidden();
    tracker_.ask(
        this, [scope](Tracker& tracker) { return tracker.record(scope); },
        [this](Result<TrackRecord> record) {
            if (!record)
                return tellError(tr("The track record could not be read:"), record.error(), {});
            record_ = std::make_shared<const TrackRecord>(std::move(*record));
            Q_EMIT recordChanged();
        });
}

void WindowModel::readDetails(const SessionKey& session, QObject* context,
                              std::function<void(const Result<RaceDetails>&)> done)
{
    tracker_.ask(context, [session](Tracker& tracker) { return tracker.details(session); }, std::move(done));
}

void WindowModel::readSeason(int year, const std::optional<int>& after, const Progress& progress,
                             QObject* context, std::function<void(const Result<SeasonView>&)> done)
{
    tracker_.ask(
        context, [=](Tracker& tracker) { return tracker.season(year, after, progress); }, std::move(done));
}

void WindowModel::readRecordOf(int year, QObject* context,
                               std::function<void(const Result<TrackRecord>&)> done)
{
    RecordScope scope;
    scope.from = scope.to = year;
    scope.hidden = hidden();
    tracker_.ask(context, [scope](Tracker& tracker) { return tracker.record(scope); }, std::move(done));
}

void WindowModel::readLeagueOf(int year, QObject* context, std::function<void(const Result<League>&)> done)
{
    LeagueScope scope;
    scope.from = scope.to = year;
    scope.hidden = hidden();
    tracker_.ask(context, [scope](Tracker& tracker) { return tracker.league(scope); }, std::move(done));
}

void WindowModel::loadLedger()
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.ledger(); },
        [this](const Result<LedgerState>& state) {
            if (!state)
                return tellError(tr("The ledger could not be read:"), state.error(), {});
            Q_EMIT ledgerRead(*state);
        });
}

} // namespace parcferme
