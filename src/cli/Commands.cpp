#include "cli/Command.h"
#include "core/Environment.h"

namespace parcferme {

namespace {

constexpr int FirstSeason = 1950;
constexpr int LastSeason = 2100;

QString optionLines(const QList<OptionWord>& options)
{
    QString text;
    for (const OptionWord& option : options) {
        const QString word = option.value.isEmpty()
                                 ? QStringLiteral("--%1").arg(option.name)
                                 : QStringLiteral("--%1 %2").arg(option.name, option.value);
        text += QStringLiteral("  %1 %2\n").arg(word, -20).arg(option.help);
    }
    return text;
}

} // namespace

QList<Command> allCommands()
{
    return {racesCommand(),   predictCommand(), syncCommand(),    predictionCommand(), resultsCommand(),
            metricsCommand(), recordCommand(),  seasonCommand(),  backtestCommand(),   explainCommand(),
            pairsCommand(),   pickCommand(),    leagueCommand(),  pictureCommand(),    calendarCommand(),
            verifyCommand(),  exportCommand(),  refreshCommand(), gridCommand(),       copyCommand(),
            serveCommand()};
}

QString raceHelp()
{
    return QStringLiteral(
        "Y is a season, RACE a round (6, R6) or a name of the race, its circuit, place or country "
        "(\"Monaco GP\", COTA, \"Great Britain\"; any case, accents optional, a unique part is "
        "enough).");
}

QString overviewHelp()
{
    QString text =
        QStringLiteral("parcferme-cli COMMAND [ARGUMENT...] [OPTION...]\n\n"
                       "Predicts Formula 1 races once, before the start, and judges the predictions.\n\n"
                       "%1\n\nCommands:\n")
            .arg(raceHelp());
    for (const Command& command : allCommands())
        text += QStringLiteral("  %1 %2\n")
                    .arg(QStringLiteral("%1 %2").arg(command.name, command.arguments).trimmed(), -32)
                    .arg(command.summary);
    text += QStringLiteral("\nOptions of every command:\n") + optionLines(commonOptions());
    text += QStringLiteral("\nEnvironment (the options win over it):\n");
    for (const VariableWord& word : environmentVariables())
        text += QStringLiteral("  %1 %2\n").arg(word.name, -26).arg(word.summary);
    QStringList statuses;
    for (const ExitWord& word : exitStatuses())
        statuses.append(QStringLiteral("%1 %2").arg(static_cast<int>(word.status)).arg(word.meaning));
    return text + QStringLiteral("\nExit status: %1.\n").arg(statuses.join(QStringLiteral("; ")));
}

QString commandHelp(const Command& command)
{
    QString text =
        QStringLiteral("parcferme-cli %1 %2\n\n%3\n").arg(command.name, command.arguments, command.summary);
    if (!command.details.isEmpty())
        text += QLatin1Char('\n') + command.details;
    if (!command.options.isEmpty())
        text += QStringLiteral("\nOptions:\n") + optionLines(command.options);
    return text + QStringLiteral("\nOptions of every command:\n") + optionLines(commonOptions());
}

Result<int> seasonArgument(const Invocation& call, qsizetype index)
{
    bool ok = false;
    const int year = call.arguments.value(index).toInt(&ok);
    if (!ok || year < FirstSeason || year > LastSeason)
        return fail(ErrorCode::Usage, QStringLiteral("\"%1\" is no season; it must be a year from %2 to %3.")
                                          .arg(call.arguments.value(index))
                                          .arg(FirstSeason)
                                          .arg(LastSeason));
    return year;
}

Result<Race> raceArgument(const CommandContext& context)
{
    const auto year = seasonArgument(context.call, 0);
    if (!year)
        return tl::unexpected(year.error());
    return context.tracker.findRace(*year, context.call.arguments.value(1));
}

Result<ChosenSession> sessionArgument(const CommandContext& context)
{
    const auto session = context.call.session();
    const auto race = raceArgument(context);
    if (!session || !race)
        return tl::unexpected(!session ? session.error() : race.error());
    if (*session == Session::Sprint && !race->hasSprint())
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1 %2 has no sprint.").arg(race->name).arg(race->year));
    return ChosenSession{*race, *session};
}

Result<RaceDetails> detailsArgument(const CommandContext& context)
{
    return sessionArgument(context).and_then(
        [&](const ChosenSession& chosen) { return context.tracker.details(chosen.of()); });
}

QString titleOf(const Race& race, Session session)
{
    const QString title = QStringLiteral("%1 %2, round %3").arg(race.name).arg(race.year).arg(race.round);
    return session == Session::Sprint ? title + QStringLiteral(", sprint") : title;
}

QString callOf(const char* command, const ChosenSession& session)
{
    const QString call = QStringLiteral("parcferme-cli %1 %2 %3")
                             .arg(QLatin1StringView(command))
                             .arg(session.race.year)
                             .arg(session.race.round);
    return session.session == Session::Sprint ? call + QStringLiteral(" --session sprint") : call;
}

} // namespace parcferme
