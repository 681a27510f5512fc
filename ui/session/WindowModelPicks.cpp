// The user's picks: whose order shows, locking, and what is told of them.
#include "ui/base/Preferences.h"
#include "ui/session/HeaderState.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/OddsSession.h"
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
    connect(oddsSession_, &OddsSession::failed, this,
            [this](const QString& what, const Error& error) { tellError(what, error, {}); });
    connect(&tracker_, &TrackerThread::pickLockedByItself, this, [this](SessionKey of) {
        tellOfPicks(of, tr("My picks were locked by themselves."), tr("Locked by itself: my picks, %1."),
                    tr("It was time for the start, and your order is in the ledger of picks."),
                    Severity::Done);
    });
    connect(&tracker_, &TrackerThread::pickIncomplete, this, [this](SessionKey of) {
        tellOfPicks(of, tr("My picks are not complete."), tr("Not complete: my picks, %1."),
                    tr("The start is within the hour. A draft with empty places does not lock by itself."),
                    Severity::Warning);
    });
}

// head: of the notification, which has to name the race itself.
void WindowModel::tellOfPicks(SessionKey session, const QString& what, const QString& head,
                              const QString& words, Severity severity)
{
    tracker_.ask(
        this, [session](Tracker& tracker) { return tracker.race(session.race); },
        [this, session, what, head, words, severity](const Result<Race>& race) {
            if (!race)
                return;
            Q_EMIT message({severity, what, words, {}, {}, Message::Subject{*race, session.session}});
            Q_EMIT picksTold(head.arg(RaceWords::title(*race, session.session)), words);
        });
}

void WindowModel::lockPicks()
{
    runLockPicks(of(), subject());
}

void WindowModel::runLockPicks(const SessionKey& session, const Subject& subject)
{
    tracker_.ask(
        this, [session](Tracker& tracker) { return tracker.lockPick(session, Progress()); },
        [this, session, subject](const Result<PickOutcome>& outcome) {
            if (outcome)
                return tellPicksLocked(*outcome, subject);
            tellError(
                tr("Your picks are not locked:"), outcome.error(),
                [this, session, subject] { runLockPicks(session, subject); }, subject);
        });
}

void WindowModel::tellPicksLocked(const PickOutcome& outcome, const Subject& subject)
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
                    {},
                    subject});
}

} // namespace parcferme
