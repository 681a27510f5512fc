#include "cli/Command.h"
#include "domain/Words.h"
#include "export/ReportOutput.h"
#include "export/ScoreTables.h"

namespace parcferme {

namespace {

constexpr int DefaultFrom = 2022; // the span that the model's published scores are of

QCoro::Task<int> run(CommandContext context)
{
    const auto from = context.call.number(QStringLiteral("from"));
    const auto to = context.call.number(QStringLiteral("to"));
    if (!from || !to)
        co_return context.console.fail(from ? to.error() : from.error());
    const auto given = context.call.stage();
    if (!given)
        co_return context.console.fail(given.error());
    const Stage stage = given->value_or(Stage::Grid);
    const auto seasons = context.tracker.seasons();
    if (!seasons)
        co_return context.console.fail(seasons.error());
    const int first = from->value_or(DefaultFrom);
    const int last = to->value_or(seasons->empty() ? first : seasons->front());
    const auto session = context.call.session();
    if (!session)
        co_return context.console.fail(session.error());
    if (const QString wanted = context.call.options.value(QStringLiteral("table")); !wanted.isEmpty()) {
        const auto which = scoreTableFromString(wanted);
        if (!which)
            co_return context.console.fail(which.error());
        const auto table = scoreTable(*which, stage, [&](std::optional<Stage> of) {
            return context.tracker.backtest(first, last, of.value_or(stage), *session, Progress());
        });
        if (!table)
            co_return context.console.fail(table.error());
        context.console.answer(
            QStringLiteral("Backtest %1 to %2: %3; nothing is stored").arg(first).arg(last).arg(wanted),
            *table, rowsJson(*table));
        co_return 0;
    }
    const auto report = context.tracker.backtest(first, last, stage, *session, Progress());
    if (!report)
        co_return context.console.fail(report.error());
    context.console.answer(
        QStringLiteral("Backtest %1 to %2, stage %3: walk-forward over %4 %5; nothing is stored")
            .arg(first)
            .arg(last)
            .arg(toString(stage))
            .arg(report->races.size())
            .arg(*session == Session::Sprint ? QStringLiteral("sprints") : QStringLiteral("races")),
        seasonsTable(*report), reportJson(*report));
    co_return 0;
}

} // namespace

Command backtestCommand()
{
    Command command{QStringLiteral("backtest"), QStringLiteral("[--from Y] [--to Y]"),
                    QStringLiteral("forecast past seasons walk-forward and judge; stores nothing")};
    command.options = {
        {QStringLiteral("from"), QStringLiteral("Y"), QStringLiteral("first season; default 2022")},
        {QStringLiteral("to"), QStringLiteral("Y"), QStringLiteral("last season; default: the newest")},
        {QStringLiteral("stage"), QStringLiteral("STAGE"),
         QStringLiteral("grid (default), qualifying or nothing")},
        scoreTableOption(),
        sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
