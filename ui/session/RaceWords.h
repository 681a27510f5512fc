#pragma once

#include "tracker/Views.h"

#include <QCoreApplication>

namespace parcferme {

// The words of the window about races and times, in the user's language, zone and locale.
class RaceWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::RaceWords)
public:
    // "19 h 40 min", "6 d 4 h", "12 min"; under an hour with seconds when asked, else no zero minutes.
    static QString duration(qint64 seconds, bool withSeconds = false);
    // "Sun 7 Dec 2025, 14:00 CET" in the user's zone; without the year when it is the given one.
    static QString moment(const QDateTime& time);
    // "6 Dec 18:12"
    static QString shortMoment(const QDateTime& time);
    // "18:12"
    static QString clock(const QDateTime& time);
    // "Chinese Grand Prix", "Chinese Grand Prix, sprint"
    static QString title(const Race& race, Session session);
    // "China 2026", "China 2026, sprint"
    static QString shortTitle(const Race& race, Session session);
    // A session's start for the header: moment(), or the date alone where no time is known.
    static QString start(const Race& race, Session session = Session::Race);
    // The same moment by the track's clock and in UTC, one per line.
    static QString startTooltip(const Race& race, Session session = Session::Race);

    static QString policy(FreezePolicy policy);
    static QString kind(PredictionKind kind);
};

} // namespace parcferme
