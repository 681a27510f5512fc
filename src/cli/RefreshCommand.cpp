#include "cli/Command.h"
#include "export/RaceOutput.h"

namespace parcferme {

namespace {

Result<int> seasonOf(const Session& session)
{
    if (!session.call.arguments.isEmpty())
        return seasonArgument(session.call, 0);
    return session.tracker.currentRace().map([](const Race& race) { return race.year; });
}

QCoro::Task<int> run(Session session)
{
    const auto year = seasonOf(session);
    if (!year)
        co_return session.console.fail(year.error());
    const auto outcome = co_await session.tracker.refresh(*year, Progress());
    if (!outcome)
        co_return session.console.fail(outcome.error());
    for (const QString& notice : outcome->notices)
        session.console.notice(notice);
    const auto races = session.tracker.races(*year);
    if (!races)
        co_return session.console.fail(races.error());
    session.console.answer(QStringLiteral("%1 as the source has it now").arg(*year), racesTable(*races),
                           seasonJson(*outcome));
    co_return static_cast<int>(exitStatusOf(*outcome));
}

} // namespace

Command refreshCommand()
{
    Command command{QStringLiteral("refresh"), QStringLiteral("[Y]"),
                    QStringLiteral("fetch calendar and qualifying of a season again"), 0, 1};
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
