// Results that must not show yet.
#include "ui/base/Preferences.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/OddsSession.h"
#include "ui/session/WindowModel.h"

namespace parcferme {

HiddenRaces WindowModel::hidden() const
{
    using Which = HiddenRaces::Which;
    HiddenRaces hidden;
    if (!preferences_.hideResults())
        return hidden;
    const HiddenChoice choice = preferences_.hiddenChoice();
    hidden.which = choice == HiddenChoice::All      ? Which::All
                   : choice == HiddenChoice::Season ? Which::Season
                                                    : Which::Newest;
    hidden.newest = newestRun_ ? newestRun_->id : 0;
    hidden.season = newestRun_ ? newestRun_->year : 0;
    hidden.revealed = revealed_;
    return hidden;
}

bool WindowModel::resultsHidden() const
{
    return raceView_ && hidden().hides(raceView_->overview.race);
}

void WindowModel::reveal()
{
    reveal({race_});
}

void WindowModel::reveal(const QSet<RaceId>& races)
{
    revealed_.unite(races);
    hiddenMayHaveChanged();
}

void WindowModel::hiddenMayHaveChanged()
{
    const HiddenRaces now = hidden();
    if (std::exchange(hidden_, now) == now)
        return;
    Q_EMIT racesChanged();
    Q_EMIT raceChanged();
    leagueSession_->setHidden(now);
    oddsSession_->setHidden(now);
    if (recordAsked_)
        loadRecord(*recordAsked_);
    if (backtest_)
        leaveOutHidden([this](const auto& report) { Q_EMIT backtestChanged(report); });
}

void WindowModel::loadNewestRun(std::function<void()> then)
{
    tracker_.ask(
        this, [](Tracker& tracker) { return tracker.newestRun(); },
        [this, then = std::move(then)](const Result<std::optional<Race>>& newest) {
            if (newest)
                newestRun_ = *newest;
            hiddenMayHaveChanged();
            if (then)
                then();
        });
}

// What the newest backtest is without the races that are hidden.
void WindowModel::leaveOutHidden(std::function<void(std::shared_ptr<const evaluation::Report>)> then)
{
    tracker_.ask(
        this,
        [full = backtest_, hidden = hidden()](Tracker& tracker) { return tracker.leftOut(*full, hidden); },
        [then = std::move(then)](Result<evaluation::Report> report) {
            if (report)
                then(std::make_shared<const evaluation::Report>(std::move(*report)));
        });
}

} // namespace parcferme
