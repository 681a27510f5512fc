#include "export/Calendar.h"

#include "core/Version.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace parcferme {

namespace {

class Calendar
{
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

// What a session takes, for who has other appointments.
constexpr int RaceHours = 2, OtherHours = 1;

constexpr qsizetype LongestLine = 75; // bytes, without the line end

QString escaped(QString text)
{
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    text.replace(QLatin1Char(';'), QStringLiteral("\\;"));
    text.replace(QLatin1Char(','), QStringLiteral("\\,"));
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\\n"));
    text.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return text.remove(QLatin1Char('\r'));
}

bool isWithinLetter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Ended by CR LF; a long one goes on in further lines that begin with a space, and no letter is cut.
void addLine(QByteArray& calendar, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    qsizetype at = 0;
    while (bytes.size() - at > LongestLine - (at > 0 ? 1 : 0)) {
        qsizetype end = at + LongestLine - (at > 0 ? 1 : 0);
        while (isWithinLetter(bytes[end]))
            --end;
        calendar += (at > 0 ? " " : "") + bytes.mid(at, end - at) + "\r\n";
        at = end;
    }
    calendar += (at > 0 ? " " : "") + bytes.mid(at) + "\r\n";
}

QString utc(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

struct Event
{
    QString uid;
    QString summary;
    std::optional<QDateTime> start;
    QDate date; // where no time is known
    int hours = OtherHours;
    std::optional<QDateTime> alarm;
    QString alarmText;
};

class Writer
{
public:
    explicit Writer(const QDateTime& now) : now_(now)
    {
        for (const QString& line :
             {QStringLiteral("BEGIN:VCALENDAR"), QStringLiteral("VERSION:2.0"),
              QStringLiteral("PRODID:-//Parc Ferme//parcferme " PARCFERME_VERSION "//EN"),
              QStringLiteral("CALSCALE:GREGORIAN"), QStringLiteral("METHOD:PUBLISH")})
            addLine(text_, line);
    }

    void add(const Event& event, const Race& race)
    {
        addLine(text_, QStringLiteral("BEGIN:VEVENT"));
        addLine(text_, QStringLiteral("UID:") + event.uid);
        addLine(text_, QStringLiteral("DTSTAMP:") + utc(now_));
        if (event.start) {
            addLine(text_, QStringLiteral("DTSTART:") + utc(*event.start));
            addLine(text_, QStringLiteral("DURATION:PT%1H").arg(event.hours));
        } else {
            addLine(text_,
                    QStringLiteral("DTSTART;VALUE=DATE:") + event.date.toString(QStringLiteral("yyyyMMdd")));
        }
        addLine(text_, QStringLiteral("SUMMARY:") + escaped(event.summary));
        QStringList place{race.circuitName, race.locality, race.country};
        place.removeAll(QString());
        if (!place.isEmpty())
            addLine(text_, QStringLiteral("LOCATION:") + escaped(place.join(QStringLiteral(", "))));
        addLine(text_, QStringLiteral("DESCRIPTION:") +
                           escaped(Calendar::tr("Round %1, season %2").arg(race.round).arg(race.year)));
        addLine(text_, race.status == RaceStatus::Cancelled ? QStringLiteral("STATUS:CANCELLED")
                                                            : QStringLiteral("STATUS:CONFIRMED"));
        if (event.start && event.alarm && race.status != RaceStatus::Cancelled)
            addAlarm(event);
        addLine(text_, QStringLiteral("END:VEVENT"));
    }

    QByteArray finish()
    {
        addLine(text_, QStringLiteral("END:VCALENDAR"));
        return std::move(text_);
    }

private:
    // Before the start, so that it moves with a session that a calendar moves.
    void addAlarm(const Event& event)
    {
        const qint64 minutes = event.alarm->secsTo(*event.start) / 60;
        if (minutes <= 0 || *event.start <= now_)
            return;
        addLine(text_, QStringLiteral("BEGIN:VALARM"));
        addLine(text_, QStringLiteral("ACTION:DISPLAY"));
        addLine(text_, QStringLiteral("DESCRIPTION:") + escaped(event.alarmText));
        addLine(text_, QStringLiteral("TRIGGER:-PT%1M").arg(minutes));
        addLine(text_, QStringLiteral("END:VALARM"));
    }

    QDateTime now_;
    QByteArray text_;
};

Event sessionEvent(const RaceOverview& overview, const QString& name)
{
    Event event;
    event.summary = name;
    event.start = overview.race.startOf(overview.session);
    event.date = overview.start().date();
    event.alarm = overview.window.opens;
    event.alarmText = Calendar::tr("The freeze window of the %1 opens").arg(name);
    return event;
}

} // namespace

QByteArray calendarText(const std::vector<RaceOverview>& races, const QDateTime& now)
{
    std::vector<RaceOverview> inOrder = races;
    std::ranges::stable_sort(inOrder, {}, [](const RaceOverview& race) { return race.race.startOrDate(); });
    QHash<QString, int> seen; // a circuit may have two races in a season
    Writer writer(now);
    for (const RaceOverview& overview : inOrder) {
        const Race& race = overview.race;
        const int nth = ++seen[race.circuit];
        const QString uid = QStringLiteral("%1-%2%3-%4@parcferme")
                                .arg(race.year)
                                .arg(race.circuit, nth > 1 ? QStringLiteral("-%1").arg(nth) : QString());
        if (race.qualifyingStart) {
            Event qualifying;
            qualifying.uid = uid.arg(QStringLiteral("qualifying"));
            qualifying.summary = Calendar::tr("%1, qualifying").arg(race.name);
            qualifying.start = race.qualifyingStart;
            writer.add(qualifying, race);
        }
        if (const auto sprint = overview.at(Session::Sprint)) {
            Event event = sessionEvent(*sprint, Calendar::tr("%1, sprint").arg(race.name));
            event.uid = uid.arg(QStringLiteral("sprint"));
            writer.add(event, race);
        }
        if (const auto grandPrix = overview.at(Session::Race)) {
            Event event = sessionEvent(*grandPrix, race.name);
            event.uid = uid.arg(QStringLiteral("race"));
            event.hours = RaceHours;
            writer.add(event, race);
        }
    }
    return writer.finish();
}

} // namespace parcferme
