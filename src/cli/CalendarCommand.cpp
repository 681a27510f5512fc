#include "cli/Command.h"
#include "export/Calendar.h"
#include "export/CsvWriter.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const QString file = context.call.arguments.back();
    const auto year = context.call.arguments.size() == 2
                          ? seasonArgument(context.call, 0)
                          : context.tracker.currentRace().map([](const Race& race) { return race.year; });
    if (!year)
        co_return context.console.fail(year.error());
    if (!file.endsWith(QLatin1StringView(".ics"), Qt::CaseInsensitive))
        co_return context.console.fail(
            {ErrorCode::Usage, QStringLiteral("%1 must end in .ics.").arg(file), {}});
    const auto races = context.tracker.races(*year);
    if (!races)
        co_return context.console.fail(races.error());
    if (races->empty())
        co_return context.console.fail(
            {ErrorCode::NotFound, QStringLiteral("No race of season %1 is stored.").arg(*year), {}});
    const QByteArray text = calendarText(*races, context.tracker.present());
    if (const auto status = writeFile(file, text); !status)
        co_return context.console.fail(status.error());
    const int raceCount = static_cast<int>(races->size());
    const int sessions = static_cast<int>(text.count("BEGIN:VEVENT"));
    context.console.answer({},
                           {{{QStringLiteral("year"), QStringLiteral("Season"), Show::Plain, true},
                             {QStringLiteral("races"), QStringLiteral("Races"), Show::Plain, true},
                             {QStringLiteral("sessions"), QStringLiteral("Sessions"), Show::Plain, true},
                             {QStringLiteral("file"), QStringLiteral("File"), Show::Plain, false}},
                            {{*year, raceCount, sessions, file}}},
                           QJsonObject{{QStringLiteral("year"), *year},
                                       {QStringLiteral("races"), raceCount},
                                       {QStringLiteral("sessions"), sessions},
                                       {QStringLiteral("file"), file}});
    co_return 0;
}

} // namespace

Command calendarCommand()
{
    Command command{QStringLiteral("calendar"), QStringLiteral("[Y] FILE.ics"),
                    QStringLiteral("a season's sessions for a calendar program"), 1, 2};
    command.details = QStringLiteral(
        "iCalendar, with an alarm when the freeze window of a session opens. Import it again to bring the "
        "sessions up to date: each keeps its identity.\n");
    command.run = run;
    return command;
}

} // namespace parcferme
