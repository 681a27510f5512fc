#include "ui/session/RaceWords.h"

#include "tables/Names.h"

#include <QLocale>
#include <QTimeZone>

namespace parcferme {

QString RaceWords::duration(qint64 seconds, bool withSeconds)
{
    const qint64 days = seconds / 86400;
    const qint64 hours = seconds / 3600 % 24;
    const qint64 minutes = seconds / 60 % 60;
    if (days > 0)
        return hours > 0 && days < 10 ? tr("%1 d %2 h").arg(days).arg(hours) : tr("%1 d").arg(days);
    if (hours > 0)
        return tr("%1 h %2 min").arg(hours).arg(minutes);
    if (minutes == 0 && !withSeconds)
        return tr("less than 1 min");
    return withSeconds ? tr("%1 min %2 s").arg(minutes).arg(seconds % 60) : tr("%1 min").arg(minutes);
}

QString RaceWords::moment(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    return QLocale().toString(local, tr("ddd d MMM yyyy, HH:mm")) + u' ' + local.timeZoneAbbreviation();
}

QString RaceWords::shortMoment(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), tr("d MMM HH:mm"));
}

QString RaceWords::clock(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), tr("HH:mm"));
}

QString RaceWords::title(const Race& race, Session session)
{
    return session == Session::Sprint ? tr("%1, sprint").arg(race.name) : race.name;
}

QString RaceWords::shortTitle(const Race& race, Session session)
{
    const QString name = QStringLiteral("%1 %2").arg(shortRaceName(race)).arg(race.year);
    return session == Session::Sprint ? tr("%1, sprint").arg(name) : name;
}

QString RaceWords::start(const Race& race, Session session)
{
    const auto start = race.startOf(session);
    return start ? moment(*start)
                 : QLocale().toString(race.startOrDate(session).date(), tr("ddd d MMM yyyy"));
}

QString RaceWords::startTooltip(const Race& race, Session session)
{
    const auto start = race.startOf(session);
    if (!start)
        return tr("Only the date of this race is known.");
    QStringList lines;
    lines << tr("Your time: %1").arg(moment(*start));
    const QTimeZone zone(race.timezone.toUtf8());
    if (!race.timezone.isEmpty() && zone.isValid()) {
        const QDateTime track = start->toTimeZone(zone);
        lines << tr("At the track: %1")
                     .arg(QLocale().toString(track, tr("ddd d MMM yyyy, HH:mm")) + u' ' +
                          zone.abbreviation(track));
    }
    lines << tr("UTC: %1").arg(QLocale().toString(start->toUTC(), tr("ddd d MMM yyyy, HH:mm")));
    return lines.join(u'\n');
}

QString RaceWords::policy(FreezePolicy policy)
{
    return policy == FreezePolicy::PostQualifying ? tr("post-qualifying") : tr("t-minus");
}

QString RaceWords::kind(PredictionKind kind)
{
    switch (kind) {
    case PredictionKind::Live:
        return tr("Frozen, live");
    case PredictionKind::Retrospective:
        return tr("Retrospective");
    case PredictionKind::Void:
        return tr("Void: frozen after the start");
    case PredictionKind::Preview:
        return tr("Preview, not stored");
    }
    return {};
}

} // namespace parcferme
