#include "cli/Command.h"
#include "cli/PredictionText.h"
#include "domain/Words.h"
#include "tracker/SeasonInRetrospect.h"

#include <unistd.h>

namespace parcferme {

namespace {

QCoro::Task<int> predictRace(CommandContext context)
{
    const auto chosen = sessionArgument(context);
    if (!chosen)
        co_return context.console.fail(chosen.error());
    PredictOptions options;
    options.preview = context.call.has(QStringLiteral("preview"));
    options.asOf = context.call.asOf;
    const auto outcome = co_await context.tracker.predict(chosen->of(), options, Progress());
    if (!outcome)
        co_return context.console.fail(outcome.error());
    for (const QString& notice : outcome->notices)
        context.console.notice(notice);
    const auto page = context.tracker.details(chosen->of());
    if (!page)
        co_return context.console.fail(page.error());
    showForecast(context.console, outcome->view, page->people, page->weather,
                 titleOf(chosen->race, chosen->session));
    if (outcome->view.prediction.id > 0 && !outcome->created)
        context.console.notice(QStringLiteral("It had been frozen before; nothing was changed."));
    co_return 0;
}

// Where somebody watches.
Progress toldProgress(const Console& console)
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    return Progress([&console](const Progress::Step& step) {
        if (!step.what.isEmpty())
            console.notice(QStringLiteral("%1 of %2: %3").arg(step.done + 1).arg(step.total).arg(step.what));
    });
}

Table seasonTable(const SeasonInRetrospect& outcome)
{
    Table table{{{QStringLiteral("round"), QStringLiteral("Round"), Show::Plain, true},
                 {QStringLiteral("race_id"), QStringLiteral("Id"), Show::Hidden, true},
                 {QStringLiteral("name"), QStringLiteral("Race"), Show::Plain, false},
                 {QStringLiteral("session"), QStringLiteral("Session"), Show::Plain, false},
                 {QStringLiteral("prediction_id"), QStringLiteral("Prediction"), Show::Plain, true},
                 {QStringLiteral("kind"), QStringLiteral("Kind"), Show::Plain, false},
                 {QStringLiteral("created"), QStringLiteral("New"), Show::Plain, false},
                 {QStringLiteral("hash"), QStringLiteral("Hash"), Show::Plain, false}},
                {}};
    for (const SeasonInRetrospect::Made& made : outcome.made)
        table.rows.push_back({made.race.round, made.race.id, made.race.name, toString(made.session), made.id,
                              toString(made.kind), made.created, QString::fromLatin1(made.hash)});
    return table;
}

QJsonArray seasonJson(const SeasonInRetrospect& outcome)
{
    QJsonArray json;
    for (const SeasonInRetrospect::Made& made : outcome.made)
        json.append(QJsonObject{{QStringLiteral("race_id"), made.race.id},
                                {QStringLiteral("year"), made.race.year},
                                {QStringLiteral("round"), made.race.round},
                                {QStringLiteral("name"), made.race.name},
                                {QStringLiteral("session"), toString(made.session)},
                                {QStringLiteral("id"), made.id},
                                {QStringLiteral("kind"), toString(made.kind)},
                                {QStringLiteral("created"), made.created},
                                {QStringLiteral("hash"), QString::fromLatin1(made.hash)}});
    return json;
}

QCoro::Task<int> predictSeason(CommandContext context)
{
    const auto year = seasonArgument(context.call, 0);
    const auto session = context.call.session();
    if (!year || !session)
        co_return context.console.fail(year ? session.error() : year.error());
    if (context.call.asOf || context.call.has(QStringLiteral("preview")))
        co_return context.console.fail(
            {ErrorCode::Usage,
             QStringLiteral("A whole season is predicted in retrospect only: name a race for "
                            "--preview or --as-of."),
             {}});
    const QList<Session> sessions{*session};
    const auto outcome =
        co_await predictInRetrospect(context.tracker, *year, sessions, toldProgress(context.console));
    if (!outcome)
        co_return context.console.fail(outcome.error());
    context.console.answer(QStringLiteral("Season %1 in retrospect: %2 predicted now, %3 of %4 before")
                               .arg(*year)
                               .arg(outcome->created())
                               .arg(static_cast<int>(outcome->made.size()) - outcome->created())
                               .arg(outcome->of),
                           seasonTable(*outcome), seasonJson(*outcome));
    for (const SeasonInRetrospect::Refused& refused : outcome->refused)
        context.console.notice(titleOf(refused.race, refused.session) + QStringLiteral(": ") +
                               refused.why.text());
    co_return static_cast<int>(outcome->refused.empty() ? ExitStatus::Done
                                                        : exitStatusOf(outcome->refused.front().why.code));
}

QCoro::Task<int> run(CommandContext context)
{
    return context.call.arguments.size() == 1 ? predictSeason(context) : predictRace(context);
}

} // namespace

Command predictCommand()
{
    Command command{QStringLiteral("predict"), QStringLiteral("Y [RACE] [--preview]"),
                    QStringLiteral("freeze a prediction, or show the frozen one"), 1, 2};
    command.details = QStringLiteral(
        "Without RACE it predicts all races of the season that have a result, in retrospect, each as a "
        "record of its own. It may be stopped at any time: what was made stays.\n");
    command.options = {{QStringLiteral("preview"), {}, QStringLiteral("show a forecast and store nothing")},
                       sessionOption()};
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
