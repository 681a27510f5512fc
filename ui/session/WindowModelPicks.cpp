// The user's picks: whose order shows, locking, and what is told of them.
#include "ui/base/Preferences.h"
#include "ui/session/HeaderState.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/PicksSession.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"

namespace parcferme {

void WindowModel::setPlayers(PlayerView players)
{
    if (players_ == players)
        return;
    players_ = players;
    preferences_.setWindowState(QStringLiteral("players"), int(players));
    Q_EMIT raceChanged();
}

void WindowModel::connectPicks()
{
    connect(picksSession_, &PicksSession::failed, this,
            [this](const QString& what, const Error& error) { tellError(what, error, {}); });
    connect(leagueSession_, &LeagueSession::failed, this,
            [this](const QString& what, const Error& error) { tellError(what, error, {}); });
    connect(&tracker_, &TrackerThread::pickLockedByItself, this, [this](SessionKey of) {
        tellOfPicks(of, tr("Locked by itself: my picks, %1."),
                    tr("The race has started and your order is in the ledger of picks."), Severity::Done);
    });
    connect(&tracker_, &TrackerThread::pickIncomplete, this, [this](SessionKey of) {
        tellOfPicks(of, tr("Not complete: my picks, %1."),
                    tr("The start is within the hour. A draft with empty places does not lock by itself."),
                    Severity::Warning);
    });
}

void WindowModel::tellOfPicks(SessionKey session, const QString& head, const QString& words,
                              Severity severity)
{
    tracker_.ask(
        this, [session](Tracker& tracker) { return tracker.race(session.race); },
        [this, session, head, words, severity](const Result<Race>& race) {
            if (!race)
                return;
            const QString what = head.arg(RaceWords::title(*race, session.session));
            Q_EMIT message({severity, what, words, {}, {}});
            Q_EMIT picksTold(what, words);
        });
}

void WindowModel::lockPicks()
{
    tracker_.ask(
        this, [session = of()](Tracker& tracker) { return tracker.lockPick(session, Progress()); },
        [this](const Result<PickOutcome>& outcome) {
            if (outcome)
                return tellPicksLocked(*outcome);
            tellError(tr("Your picks are not locked:"), outcome.error(), [this] { lockPicks(); });
        });
}

void WindowModel::tellPicksLocked(const PickOutcome& outcome)
{
    picksSession_->read(of());
    const QString hash = HeaderWords::shortHash(outcome.pick.pick.hash);
    QString words =
        !outcome.created ? tr("They were locked before, and are shown unchanged.")
        : outcome.pick.counts()
            ? tr("They are in the ledger of picks, hash %1, and cannot be changed any more.").arg(hash)
            : tr("The race had started: they are kept, hash %1, shown, and never counted.").arg(hash);
    if (!outcome.notices.isEmpty())
        words += u'\n' + outcome.notices.join(u'\n');
    Q_EMIT message({outcome.notices.isEmpty() ? Severity::Done : Severity::Warning,
                    tr("My picks are locked."),
                    words,
                    {},
                    {}});
}

} // namespace parcferme
