#include "cli/Command.h"
#include "export/PickOutput.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto from = context.call.number(QStringLiteral("from"));
    const auto to = context.call.number(QStringLiteral("to"));
    const auto session = context.call.session();
    if (!from || !to || !session)
        co_return context.console.fail(!from ? from.error() : !to ? to.error() : session.error());
    const auto league = context.tracker.league({*from, *to, *session});
    if (!league)
        co_return context.console.fail(league.error());
    context.console.answer(
        QStringLiteral("League over %1 %2")
            .arg(league->races.size())
            .arg((*session == Session::Sprint ? QStringLiteral("sprint") : QStringLiteral("race")) +
                 (league->races.size() == 1 ? QString() : QStringLiteral("s"))),
        leagueTable(*league), leagueJson(*league));
    co_return 0;
}

} // namespace

Command leagueCommand()
{
    Command command{QStringLiteral("league"), QStringLiteral("[--from Y] [--to Y]"),
                    QStringLiteral("the players of this database; model and grid order are two of them")};
    command.options = {{QStringLiteral("from"), QStringLiteral("Y"), QStringLiteral("first season")},
                       {QStringLiteral("to"), QStringLiteral("Y"), QStringLiteral("last season")},
                       sessionOption()};
    command.details = QStringLiteral(
        "Points: 10 for the winner, 3 for each driver on the podium, 1 for each in the top ten, in any "
        "order; at\n"
        "most 29. Level on points, the lower mean error is ahead. With fewer than three races there is no "
        "rank.\n"
        "A race counts in which somebody locked an order in time. Streak: races in a row with a lower error "
        "than\n"
        "the grid order.\n");
    command.run = run;
    return command;
}

} // namespace parcferme
