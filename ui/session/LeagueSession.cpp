#include "ui/session/LeagueSession.h"

#include "tracker/TrackerThread.h"

namespace parcferme {

namespace {

bool same(const LeagueScope& a, const LeagueScope& b)
{
    return a.from == b.from && a.to == b.to && a.session == b.session && a.hidden == b.hidden;
}

// The next to start of its season; itself, once there is none.
Result<Race> nextOf(Tracker& tracker, const Race& current)
{
    const auto races = tracker.races(current.year);
    if (!races)
        return tl::unexpected(races.error());
    for (const RaceOverview& overview : *races)
        if (overview.race.status != RaceStatus::Cancelled && overview.race.startOrDate() > tracker.present())
            return overview.race;
    return current;
}

} // namespace

LeagueSession::LeagueSession(TrackerThread& tracker, QObject* parent) : QObject(parent), tracker_(tracker) {}

void LeagueSession::open()
{
    open_ = true;
    refresh();
}

void LeagueSession::setLookedAt(bool lookedAt)
{
    lookedAt_ = lookedAt;
    if (open_ && lookedAt_ && outdated_)
        read();
}

void LeagueSession::setScope(const LeagueScope& scope)
{
    LeagueScope wanted = scope;
    wanted.hidden = hidden_;
    if (same(wanted, scope_))
        return;
    scope_ = wanted;
    refresh();
}

void LeagueSession::setRecordScope(const RecordScope& scope)
{
    recordScope_ = scope;
    recordScope_.hidden = hidden_;
    refresh();
}

void LeagueSession::setHidden(const HiddenRaces& hidden)
{
    hidden_ = hidden;
    scope_.hidden = hidden;
    recordScope_.hidden = hidden;
    refresh();
}

void LeagueSession::refresh()
{
    outdated_ = true;
    setLookedAt(lookedAt_);
}

void LeagueSession::read()
{
    outdated_ = false;
    tracker_.ask(
        this, [scope = scope_](Tracker& tracker) { return tracker.league(scope); },
        [this, scope = scope_](Result<League> league) {
            if (!same(scope, scope_))
                return; // another one is on its way
            if (!league) {
                Q_EMIT failed(tr("The league could not be read:"), league.error());
                return;
            }
            league_ = std::make_shared<const League>(std::move(*league));
            Q_EMIT changed();
        });
    tracker_.ask(
        this, [scope = recordScope_](Tracker& tracker) { return tracker.pickRecord(scope); },
        [this](Result<evaluation::Report> record) {
            if (!record) {
                Q_EMIT failed(tr("Your record could not be read:"), record.error());
                return;
            }
            record_ = std::make_shared<const evaluation::Report>(std::move(*record));
            Q_EMIT changed();
        });
    readNext();
}

void LeagueSession::readNext()
{
    tracker_.ask(
        this,
        [](Tracker& tracker) -> Result<Next> {
            const auto current = tracker.currentRace();
            if (!current)
                return tl::unexpected(current.error());
            const auto race = nextOf(tracker, *current);
            if (!race)
                return tl::unexpected(race.error());
            auto picks = tracker.picks(race->id);
            if (!picks)
                return tl::unexpected(picks.error());
            return Next{*race, std::move(*picks)};
        },
        [this](Result<Next> next) {
            next_ = next ? std::make_shared<const Next>(std::move(*next)) : nullptr;
            Q_EMIT changed();
        });
}

} // namespace parcferme
