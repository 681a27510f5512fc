#pragma once

#include "core/Settings.h"
#include "tracker/Views.h"

namespace parcferme {

// What is known of the present when a prediction is made. A machine clock can be wrong, so everything that
// cannot be in the future bounds it from below.
struct Present
{
    QDateTime machine; // the machine's clock
    std::optional<QDateTime>
        server; // the source's clock now, from its last Date header; nothing when offline
    std::optional<QDateTime> lastServer; // the newest Date ever seen from the source
    std::optional<QDateTime> lastLedger; // when the newest prediction was stored
    std::optional<QDateTime> newestFact; // from when the newest stored fact is known

    // The latest of all: the race has started when this is past its start.
    QDateTime latest() const;
    // By the machine's clock, or the source's where that is ahead: when a prediction is made.
    QDateTime now() const;
    // Machine minus server, in seconds; nothing while the server was not asked.
    std::optional<qint64> clockOffSeconds() const;
    // More than two minutes off.
    bool clockIsOff() const;
    // The machine's clock is behind what is already known, by more than two minutes.
    bool clockIsBehind() const;
    // The same, and no other clock is at hand that is right.
    bool clockForbidsLive() const;
};

// "Chinese Grand Prix 2026", "Chinese Grand Prix 2026, sprint".
QString nameOf(const Race& race, Session session);

// When a session may be frozen live. hasOrder: hasStartingOrder().
FreezeWindow freezeWindow(const Race& race, Session session, bool hasOrder, FreezePolicy policy,
                          int leadMinutes, const QDateTime& now);

// When it opens, to go on with after "opens": "at 2026-06-07T12:00:00Z".
QString opensInWords(const FreezeWindow& window, Session session, const QDateTime& now);

// Whether a prediction made now is live or retrospective. Errors: PolicyRefused, with the words when it
// opens.
Result<PredictionKind> kindOfPrediction(const Race& race, Session session, const FreezeWindow& window,
                                        const Present& present);

} // namespace parcferme
