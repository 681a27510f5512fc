#include "manual/Manual.h"

#include "cli/Command.h"
#include "core/Environment.h"
#include "core/Version.h"
#include "manual/RoffPage.h"

namespace parcferme {

namespace {

void optionEntries(RoffPage& page, const QList<OptionWord>& options)
{
    for (const OptionWord& option : options)
        page.entry(QStringLiteral("--") + option.name, option.value, option.help);
}

void environmentSection(RoffPage& page, bool service)
{
    page.section(QStringLiteral("ENVIRONMENT"));
    page.paragraph(
        QStringLiteral("The command line wins over these, and they win over the preferences of the window. "
                       "An empty value counts as not set; one that does not parse is an error that names "
                       "it."));
    for (const VariableWord& word : environmentVariables())
        if (service || word.reader == VariableWord::Reader::BothPrograms)
            page.entry(word.name, {},
                       word.reader == VariableWord::Reader::Service
                           ? QStringLiteral("For serve. ") + word.details
                           : word.details);
}

void filesSection(RoffPage& page, bool window)
{
    page.section(QStringLiteral("FILES"));
    page.entry(
        QStringLiteral("~/.local/share/parcferme/parcferme.sqlite"), {},
        QStringLiteral("Predictions, results and evaluations ($XDG_DATA_HOME); copies of it are in backups "
                       "beside it. It stays when the program is removed."));
    page.entry(QStringLiteral("~/.cache/parcferme"), {},
               QStringLiteral("Answers of the data source ($XDG_CACHE_HOME); may be deleted at any time."));
    if (window)
        page.entry(QStringLiteral("~/.config/parcferme/parcferme.ini"), {},
                   QStringLiteral("Preferences, and where everything in the window was ($XDG_CONFIG_HOME)."));
    page.entry(QStringLiteral("/usr/share/parcferme/history.sqlite"), {},
               QStringLiteral(
                   "Race facts since 2000, merged into a new database at its first start. From F1DB, CC BY "
                   "4.0."));
}

void closingSections(RoffPage& page, const QString& other)
{
    page.section(QStringLiteral("REPORTING BUGS"));
    page.paragraph(
        QStringLiteral("To " PARCFERME_MAINTAINER ". The program's home is " PARCFERME_HOMEPAGE "."));
    page.section(QStringLiteral("SEE ALSO"));
    page.paragraph(other);
}

void commandEntry(RoffPage& page, const Command& command)
{
    page.subsection(QStringLiteral("%1 %2").arg(command.name, command.arguments).trimmed());
    const QString summary = command.summary;
    page.paragraph(summary.left(1).toUpper() + summary.mid(1) + QLatin1Char('.'));
    page.paragraphs(command.details);
    optionEntries(page, command.options);
}

} // namespace

QByteArray commandLineManual()
{
    RoffPage page(QStringLiteral("parcferme-cli"),
                  QStringLiteral("predict Formula 1 races, keep the predictions and judge them"));
    page.synopsis(QStringLiteral("parcferme-cli"), QStringLiteral("COMMAND [ARGUMENT...] [OPTION...]"));
    page.section(QStringLiteral("DESCRIPTION"));
    page.paragraph(
        QStringLiteral("Predicts a race once, before the start, and locks the prediction into a ledger of "
                       "hash-chained records. The official result judges it later. It does all that "
                       "parcferme(1) does and needs no display."));
    page.paragraph(
        raceHelp() +
        QStringLiteral(" Answers go to stdout: a table for people, JSON or CSV for programs; all "
                       "else goes to stderr. What cannot be written to either is a failure, but for "
                       "a pipe that nobody reads any more: that ends the program by SIGPIPE, "
                       "without words."));
    page.section(QStringLiteral("COMMANDS"));
    for (const Command& command : allCommands())
        commandEntry(page, command);
    page.section(QStringLiteral("OPTIONS"));
    page.paragraph(QStringLiteral("Every command takes these; they may stand anywhere."));
    optionEntries(page, commonOptions());
    page.section(QStringLiteral("EXIT STATUS"));
    for (const ExitWord& word : exitStatuses())
        page.entry(QString::number(static_cast<int>(word.status)), {}, word.meaning);
    environmentSection(page, true);
    filesSection(page, false);
    page.section(QStringLiteral("EXAMPLES"));
    page.literal(QStringLiteral("parcferme-cli predict 2025 \"Abu Dhabi\"\n"
                                "parcferme-cli sync 2025 abu\n"
                                "parcferme-cli metrics 2025 24 --json\n"
                                "parcferme-cli backtest --from 2022 --csv\n"
                                "parcferme-cli export --proof head.txt exported"));
    page.section(QStringLiteral("WITHOUT A HAND"));
    page.paragraph(QStringLiteral(
        "A script that may run every hour: it predicts the next race, and the sprint of its weekend, as "
        "soon as the window is open (before, predict ends with status 3 and asks for nothing more; after, "
        "it shows what is frozen) and judges every race that has a new result. Its own status is that of "
        "sync: 1 when the source could not be reached."));
    page.literal(QStringLiteral(
        "#!/bin/sh\n"
        "# ~/bin/parcferme-weekend\n"
        "set -- $(parcferme-cli races --next --csv | awk -F, 'NR == 2 { print $2, $3, $13 }')\n"
        "parcferme-cli refresh >/dev/null\n"
        "[ -z \"$3\" ] || parcferme-cli predict \"$1\" \"$2\" --session sprint\n"
        "parcferme-cli predict \"$1\" \"$2\"\n"
        "parcferme-cli sync \"$1\""));
    page.paragraph(QStringLiteral("With cron, a line of crontab -e; what it says goes to a file, since cron "
                                  "would mail it every hour:"));
    page.literal(QStringLiteral("7 * * * *  $HOME/bin/parcferme-weekend >>$HOME/parcferme-weekend.log 2>&1"));
    page.paragraph(QStringLiteral("With systemd, two files in ~/.config/systemd/user, then systemctl --user "
                                  "enable --now parcferme-weekend.timer; loginctl enable-linger lets it run "
                                  "while nobody is logged in:"));
    page.literal(QStringLiteral("# parcferme-weekend.service\n"
                                "[Service]\n"
                                "Type=oneshot\n"
                                "ExecStart=%h/bin/parcferme-weekend\n"
                                "\n"
                                "# parcferme-weekend.timer\n"
                                "[Timer]\n"
                                "OnCalendar=*:07\n"
                                "Persistent=true\n"
                                "[Install]\n"
                                "WantedBy=timers.target"));
    closingSections(page, QStringLiteral("parcferme(1)"));
    return page.text();
}

QByteArray programManual()
{
    RoffPage page(QStringLiteral("parcferme"),
                  QStringLiteral("Formula 1 predictions that cannot be changed afterwards"));
    page.synopsis(QStringLiteral("parcferme"), QStringLiteral("[OPTION...]"));
    page.section(QStringLiteral("DESCRIPTION"));
    page.paragraph(
        QStringLiteral("Opens the window in which a race is predicted with one click and judged with "
                       "another. A second start with the same database raises the first window. "
                       "Everything can be reached by keyboard; Help > Keyboard shortcuts lists the keys."));
    page.section(QStringLiteral("OPTIONS"));
    optionEntries(page, sharedOptions());
    page.entry(QStringLiteral("--help"), {}, QStringLiteral("show the options"));
    page.entry(QStringLiteral("--version"), {}, QStringLiteral("show the version"));
    environmentSection(page, false);
    filesSection(page, true);
    closingSections(page, QStringLiteral("parcferme-cli(1)"));
    return page.text();
}

} // namespace parcferme
