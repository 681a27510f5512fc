#include "cli/Command.h"
#include "cli/PredictionText.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(Session session)
{
    const auto race = raceArgument(session);
    if (!race)
        co_return session.console.fail(race.error());
    Tracker::PredictOptions options;
    options.preview = session.call.has(QStringLiteral("preview"));
    options.asOf = session.call.asOf;
    const auto outcome = co_await session.tracker.predict(race->id, options, Progress());
    if (!outcome)
        co_return session.console.fail(outcome.error());
    for (const QString& notice : outcome->notices)
        session.console.notice(notice);
    const auto page = session.tracker.page(race->id);
    if (!page)
        co_return session.console.fail(page.error());
    showForecast(session.console, outcome->view, page->people, titleOf(*race));
    if (outcome->view.prediction.id > 0 && !outcome->created)
        session.console.notice(QStringLiteral("It had been frozen before; nothing was changed."));
    co_return 0;
}

} // namespace

Command predictCommand()
{
    Command command{QStringLiteral("predict"), QStringLiteral("Y RACE [--preview]"),
                    QStringLiteral("freeze a prediction, or show the frozen one"), 2, 2};
    command.options = {{QStringLiteral("preview"), {}, QStringLiteral("show a forecast and store nothing")}};
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
