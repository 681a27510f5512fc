#include "tracker/FreezeRules.h"

#include "core/Clock.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"

#include <cstdlib>

namespace parcferme {

namespace {

constexpr qint64 QualifyingTakesSeconds =
    2LL * 3600; // its classification is out about two hours after it began

} // namespace

QString nameOf(const Race& race, Session session)
{
    const QString name = QStringLiteral("%1 %2").arg(race.name).arg(race.year);
    return session == Session::Sprint ? Sentence::tr("%1, sprint").arg(name) : name;
}

QDateTime Present::latest() const
{
    QDateTime latest = machine;
    for (const auto& bound : {server, lastServer, lastLedger, newestFact})
        if (bound && *bound > latest)
            latest = *bound;
    return latest;
}

QDateTime Present::now() const
{
    return server ? std::max(machine, *server) : machine;
}

std::optional<qint64> Present::clockOffSeconds() const
{
    return server ? std::optional(server->secsTo(machine)) : std::nullopt;
}

bool Present::clockIsOff() const
{
    return std::llabs(clockOffSeconds().value_or(0)) > ToleratedClockSeconds;
}

bool Present::clockIsBehind() const
{
    return machine.secsTo(latest()) > ToleratedClockSeconds;
}

bool Present::clockForbidsLive() const
{
    return clockIsBehind() && !(server && latest() == *server);
}

FreezeWindow freezeWindow(const Race& race, Session session, bool hasOrder, FreezePolicy policy,
                          int leadMinutes, const QDateTime& now)
{
    FreezeWindow window;
    window.policy = policy;
    window.closes = race.startOf(session);
    if (race.status == RaceStatus::Cancelled)
        return window;
    if (policy == FreezePolicy::TMinus) {
        if (window.closes)
            window.opens = window.closes->addSecs(-60LL * leadMinutes);
    } else if (session == Session::Race && race.qualifyingStart) {
        window.opens = race.qualifyingStart->addSecs(QualifyingTakesSeconds);
        window.estimated = !hasOrder;
    }
    const bool begun = policy == FreezePolicy::TMinus ? window.opens && *window.opens <= now : hasOrder;
    window.open = begun && now < race.startOrDate(session);
    return window;
}

QString opensInWords(const FreezeWindow& window, Session session, const QDateTime& now)
{
    if (session == Session::Sprint && window.policy == FreezePolicy::PostQualifying)
        return Sentence::tr("when the grid of the sprint is known");
    if (!window.opens)
        return Sentence::tr("when the race's time is known");
    if (window.policy == FreezePolicy::TMinus)
        return Sentence::tr("at %1").arg(toIso(*window.opens));
    return (window.isOverdue(now)
                ? Sentence::tr("when the qualifying classification is published, which was expected about %1")
                : Sentence::tr("when the qualifying classification is published, about %1"))
        .arg(toIso(*window.opens));
}

Result<PredictionKind> kindOfPrediction(const Race& race, Session session, const FreezeWindow& window,
                                        const Present& present)
{
    const QString name = nameOf(race, session);
    if (race.status == RaceStatus::Cancelled)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 was cancelled: there is nothing to predict.").arg(name));
    if (present.latest() >= race.startOrDate(session))
        return PredictionKind::Retrospective;
    if (present.clockForbidsLive())
        return fail(
            ErrorCode::PolicyRefused,
            Sentence::tr("The machine's clock says %1, but something is already known from %2: no live "
                         "prediction is made with a clock that is behind.")
                .arg(toIso(present.machine), toIso(present.latest())),
            Sentence::tr("Set the clock; a preview is possible all the time."));
    if (window.open)
        return PredictionKind::Live;
    return fail(ErrorCode::PolicyRefused,
                Sentence::tr("%1 cannot be frozen yet: the window opens %2.")
                    .arg(name, opensInWords(window, session, present.latest())),
                Sentence::tr("Until then there is a preview."));
}

} // namespace parcferme
