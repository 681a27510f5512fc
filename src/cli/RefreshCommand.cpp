#include "cli/Command.h"
#include "export/RaceOutput.h"

namespace parcferme {

namespace {

Result<int> seasonOf(const CommandContext& context)
{
    if (!context.call.arguments.isEmpty())
        return seasonArgument(context.call, 0);
    return context.tracker.currentRace().map([](const Race& race) { return race.year; });
}

QCoro::Task<int> run(CommandContext context)
{
    const auto year = seasonOf(context);
    if (!year)
        co_return context.console.fail(year.error());
    const auto outcome = co_await context.tracker.refresh(*year, Progress());
    if (!outcome)
        co_return context.console.fail(outcome.error());
    for (const QString& notice : outcome->notices)
        context.console.notice(notice);
    const auto races = context.tracker.races(*year);
    if (!races)
        co_return context.console.fail(races.error());
    const QString heading = outcome->undone
                                ? QStringLiteral("%1 as it is stored; not all of it could be fetched")
                                : QStringLiteral("%1 as the source has it now");
    context.console.answer(heading.arg(*year), racesTable(*races), seasonJson(*outcome));
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
