#include "cli/Command.h"
#include "cli/StandardStreams.h"
#include "core/Clock.h"
#include "core/UtcTime.h"
#include "core/Version.h"
#include "tracker/Assembly.h"
#include "tracker/Recovery.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTimer>

using namespace parcferme;

namespace {

// The options of all commands together: they are known before the command's name is.
QList<OptionWord> everyOption()
{
    QList<OptionWord> options;
    for (const Command& command : allCommands())
        options += command.options;
    return options;
}

Result<Command> chosenCommand(const Invocation& call)
{
    QStringList names;
    for (const Command& command : allCommands()) {
        names.append(command.name);
        if (command.name != call.command)
            continue;
        const qsizetype given = call.arguments.size();
        if ((given < command.least || given > command.most) && !call.has(QStringLiteral("help")))
            return fail(ErrorCode::Usage,
                        QStringLiteral("It is: parcferme-cli %1 %2").arg(command.name, command.arguments));
        return command;
    }
    return fail(ErrorCode::Usage, QStringLiteral("There is no command \"%1\"; there are: %2.")
                                      .arg(call.command, names.join(QStringLiteral(", "))));
}

// An option of another command is a mistake, not something to pass over.
Status checkOptions(const Invocation& call, const Command& command)
{
    for (auto it = call.options.begin(); it != call.options.end(); ++it) {
        const auto knows = [&](const QList<OptionWord>& options) {
            return std::any_of(options.begin(), options.end(),
                               [&](const OptionWord& option) { return option.name == it.key(); });
        };
        if (!knows(commonOptions()) && !knows(command.options))
            return fail(ErrorCode::Usage,
                        QStringLiteral("The command %1 has no option --%2.").arg(command.name, it.key()));
    }
    return {};
}

QCoro::Task<> stamp(Tracker& tracker, const Console& console)
{
    const auto stamped = co_await tracker.stampHead(Progress());
    if (!stamped)
        console.notice(QStringLiteral("No stamp yet: %1").arg(stamped.error().text()));
    else if (*stamped)
        console.notice(QStringLiteral("Stamped by %1 at %2: an outsider vouches for the ledger as it is now.")
                           .arg((*stamped)->authority, toIso((*stamped)->stampedAt)));
}

// Runs the command on an open store, and ends the program with its status.
QCoro::Task<> serve(Tracker& tracker, const Invocation& call, const Console& console, const Command& command)
{
    const int status = co_await command.run(CommandContext{tracker, call, console});
    // After the answer, so that nobody waits for it.
    std::fflush(stdout);
    if (command.asksForStamp)
        co_await stamp(tracker, console);
    if (const auto backup = tracker.backUpDaily(); !backup)
        console.notice(backup.error().text());
    QCoreApplication::exit(status);
}

int runCommand(const Invocation& call, const Console& console, const Command& command)
{
    auto settings = Settings::resolve(QProcessEnvironment::systemEnvironment(), {}, call.settings);
    if (!settings)
        return console.fail(settings.error());
    settings->offline = call.offline;
    const SystemClock clock;
    const auto assembled = assemble(*settings, clock);
    if (!assembled)
        return console.fail(assembled.error());
    for (const QString& notice : assembled->notices)
        console.notice(notice);
    if (const auto noted = assembled->tracker->noteOpenWindows(); !noted)
        return console.fail(withBackupAdvice(noted.error(), *settings));
    QTimer::singleShot(0, assembled->tracker.get(),
                       [&] { serve(*assembled->tracker, call, console, command); });
    return QCoreApplication::exec();
}

// Answers the exit status, but for what is lost on the way out.
int run(const QStringList& words)
{
    const auto call = parseInvocation(words, everyOption());
    if (!call)
        return Console(Invocation::Format::Text).fail(call.error());
    const Console console(call->format);
    const bool help = call->has(QStringLiteral("help"));
    if (call->has(QStringLiteral("version"))) {
        console.text(QStringLiteral("parcferme-cli " PARCFERME_VERSION "\n"));
        return 0;
    }
    if (call->command.isEmpty()) {
        help ? console.text(overviewHelp()) : console.usage(overviewHelp());
        return static_cast<int>(help ? ExitStatus::Done : ExitStatus::Usage);
    }
    const auto command = chosenCommand(*call);
    if (!command)
        return console.fail(command.error());
    if (help) {
        console.text(commandHelp(*command));
        return 0;
    }
    if (const auto status = checkOptions(*call, *command); !status)
        return console.fail(status.error());
    return runCommand(*call, console, *command);
}

// A command that paints needs fonts, and so a QGuiApplication, on no display; the rest starts faster without.
// That one sees none of the words, as it takes some for itself (--session), and does not tell on standard
// error what it finds missing of a desktop.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, const QStringList& words)
{
    const auto call = parseInvocation(words, everyOption());
    const auto command = call ? chosenCommand(*call) : tl::unexpected(call.error());
    if (!command || !command->paints)
        return std::make_unique<QCoreApplication>(argc, argv);
    argc = 1;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto usual = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(usual);
    QLocale::setDefault(QLocale::c()); // the command line speaks English
    return application;
}

} // namespace

int main(int argc, char** argv)
{
    StandardStreams::prepare();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto application = makeApplication(argc, argv, words);
    QCoreApplication::setApplicationName(QStringLiteral("parcferme"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARCFERME_VERSION));
    return StandardStreams::instance().finish(run(words));
}
