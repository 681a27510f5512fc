#include "cli/Command.h"
#include "cli/StandardStreams.h"
#include "core/Clock.h"
#include "service/Service.h"
#include "service/StopSignals.h"

#include <QCoroSignal>

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto options = ServiceOptions::resolve(QProcessEnvironment::systemEnvironment(),
                                                 context.call.options.value(QStringLiteral("host")),
                                                 context.call.options.value(QStringLiteral("port")));
    if (!options)
        co_return context.console.fail(options.error());
    static const SystemClock clock;
    // Its own signal ends the wait below, so that it goes a moment later.
    const QScopedPointer<Service, QScopedPointerDeleteLater> service(
        new Service(context.tracker.settings(), *options, clock));
    if (const auto status = service->start(); !status)
        co_return context.console.fail(status.error());
    const StopSignals signals;
    QObject::connect(&signals, &StopSignals::asked, service.data(), &Service::stop);
    const QString url = service->url().toString();
    // A service whose address or log is lost ends as after SIGTERM, rather than to answer unseen.
    QObject::connect(&StandardStreams::instance(), &StandardStreams::outputLost, service.data(),
                     &Service::stop, Qt::QueuedConnection);
    context.console.answer(QStringLiteral("Serving on %1").arg(url), Table(),
                           QJsonObject{{QStringLiteral("url"), url}});
    co_await qCoro(service.data(), &Service::stopped);
    co_return 0;
}

} // namespace

Command serveCommand()
{
    Command command{QStringLiteral("serve"), QStringLiteral("[--host H] [--port P]"),
                    QStringLiteral("answer over HTTP until SIGTERM or SIGINT; GET / lists the calls")};
    command.options = {{QStringLiteral("host"), QStringLiteral("H"),
                        QStringLiteral("address to listen on; default 127.0.0.1")},
                       {QStringLiteral("port"), QStringLiteral("P"),
                        QStringLiteral("default 8000; 0 takes a free one and prints it")}};
    command.details = QStringLiteral(
        "Beyond this machine (--host 0.0.0.0) the variable API_TOKEN must be set; callers send it as\n"
        "\"Authorization: Bearer TOKEN\". Pages of other origins may ask when ALLOWED_ORIGINS lists them.\n"
        "One line per request goes to stderr; where it cannot be written the service ends, with exit status "
        "1.\n"
        "The first SIGTERM or SIGINT finishes what runs, a second one gives up what waits for the "
        "network.\n");
    command.run = run;
    return command;
}

} // namespace parcferme
