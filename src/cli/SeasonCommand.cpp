#include "cli/Command.h"
#include "core/Search.h"
#include "export/PredictionOutput.h"
#include "export/SeasonOutput.h"

#include <algorithm>

namespace parcferme {

namespace {

using season::Contestants;

const auto Kinds = {SeasonCondition::Kind::Wins, SeasonCondition::Kind::OnThePodium,
                    SeasonCondition::Kind::DoesNotScore};

// Whom a word means: an id, a code, or a part of the name that only one has.
Result<QString> driverOf(const SeasonView& view, const QString& word)
{
    QStringList exact, partly;
    const QString wanted = searchKey(word);
    for (const season::Standing& line : view.drivers.lines) {
        const QString id = QString::fromStdString(line.id);
        const Driver driver = view.people.drivers.value(id);
        if (id == word || searchKey(driver.code) == wanted || searchKey(driver.familyName) == wanted)
            exact.append(id);
        else if (!wanted.isEmpty() && searchKey(driver.fullName()).contains(wanted))
            partly.append(id);
    }
    const QStringList& found = exact.isEmpty() ? partly : exact;
    if (found.size() == 1)
        return found.front();
    if (found.isEmpty())
        return fail(ErrorCode::Usage, QStringLiteral("Nobody in this season is called \"%1\".").arg(word));
    return fail(ErrorCode::Usage,
                QStringLiteral("\"%1\" fits several: %2.").arg(word, found.join(QStringLiteral(", "))));
}

Result<SeasonCondition> conditionOf(const SeasonView& view, const QString& text)
{
    const QStringList parts = text.split(QLatin1Char(':'));
    bool isRound = false;
    SeasonCondition condition;
    condition.round = parts.value(2).toInt(&isRound);
    const auto kind = std::ranges::find(Kinds, parts.value(1), [](auto value) { return toString(value); });
    if (parts.size() != 3 || !isRound || kind == Kinds.end())
        return fail(
            ErrorCode::Usage,
            QStringLiteral(
                "--what-if \"%1\" must be DRIVER:wins:ROUND, DRIVER:podium:ROUND or DRIVER:no-points:ROUND.")
                .arg(text));
    condition.kind = *kind;
    auto driver = driverOf(view, parts[0]);
    if (!driver)
        return tl::unexpected(driver.error());
    condition.driver = std::move(*driver);
    return condition;
}

Result<int> yearOf(const CommandContext& context)
{
    if (!context.call.arguments.isEmpty())
        return seasonArgument(context.call, 0);
    const auto current = context.tracker.currentRace();
    if (!current)
        return tl::unexpected(current.error());
    return current->year;
}

// What is in it at last.
QString newest(const SeasonView& view)
{
    return (view.endsWithSprint() ? QStringLiteral("the sprint of round %1") : QStringLiteral("round %1"))
        .arg(view.after);
}

QString heading(const SeasonView& view)
{
    const QString when =
        view.after == 0 ? QStringLiteral("before round 1") : QStringLiteral("after %1").arg(newest(view));
    const season::PointsLeft& left = view.drivers.left;
    return QStringLiteral(
               "Season %1, %2: %3 races and %4 sprints to go, %5 points left for a driver, %6 for a team")
        .arg(view.year)
        .arg(when)
        .arg(left.races)
        .arg(left.sprints)
        .arg(left.driver)
        .arg(left.team);
}

void sayProvenance(const Console& console, const SeasonView& view)
{
    if (!view.forecast) {
        if (!view.isOver())
            console.say(QStringLiteral("no odds: the model learns from 2006 on, and forecasts from 2008 on"));
        return;
    }
    console.say(
        QStringLiteral("simulated %1 times from all results to %2; variances %3 times those of 2010 to 2021; "
                       "not frozen")
            .arg(view.forecast->outlook.simulations)
            .arg(newest(view))
            .arg(view.forecast->scale));
    for (const Race& race : view.calendar)
        if (std::ranges::any_of(view.missing, [&](const SessionKey& key) { return key.race == race.id; }))
            console.notice(
                QStringLiteral(
                    "Warning: round %1, %2, has been run and is not fetched; what is missing counts as "
                    "still to come.")
                    .arg(race.round)
                    .arg(race.name));
}

QCoro::Task<int> run(CommandContext context)
{
    const auto year = yearOf(context);
    const auto after = context.call.number(QStringLiteral("after"));
    if (!year || !after)
        co_return context.console.fail(year ? after.error() : year.error());
    const auto view = context.tracker.season(*year, *after, Progress());
    if (!view)
        co_return context.console.fail(view.error());
    const Contestants side =
        context.call.has(QStringLiteral("teams")) ? Contestants::Teams : Contestants::Drivers;
    std::optional<SeasonCondition> condition;
    std::optional<season::Conditional> ifSo;
    if (context.call.has(QStringLiteral("what-if"))) {
        const auto asked = conditionOf(*view, context.call.options.value(QStringLiteral("what-if")));
        if (!asked)
            co_return context.console.fail(asked.error());
        auto answer = context.tracker.whatIf(*year, view->after, *asked, Progress());
        if (!answer)
            co_return context.console.fail(answer.error());
        condition = *asked;
        ifSo = std::move(*answer);
    }
    const Table table = seasonTable(*view, side, ifSo ? &*ifSo : nullptr);
    context.console.answer(heading(*view), withNames(table, view->people),
                           withIdsAndNames(table, view->people),
                           ifSo ? seasonViewJson(*view, *condition, *ifSo) : seasonViewJson(*view));
    sayProvenance(context.console, *view);
    if (ifSo && ifSo->outlook)
        context.console.say(QStringLiteral("it happens in %1 of the simulations").arg(ifSo->simulations));
    else if (ifSo)
        context.console.notice(
            QStringLiteral("Too rare to say: it happens in %1 of the simulations; %2 are needed.")
                .arg(ifSo->simulations)
                .arg(season::TooRareBelow));
    co_return 0;
}

} // namespace

Command seasonCommand()
{
    Command command{
        QStringLiteral("season"),
        QStringLiteral("[Y] [--after ROUND] [--teams] [--what-if DRIVER:wins|podium|no-points:ROUND]"),
        QStringLiteral("standings, title odds, and what if"), 0, 1};
    command.options = {
        {QStringLiteral("after"), QStringLiteral("ROUND"),
         QStringLiteral("as of this round, 0 for before the first; default: the newest")},
        {QStringLiteral("teams"), {}, QStringLiteral("the teams in the table; JSON has both")},
        {QStringLiteral("what-if"), QStringLiteral("DRIVER:wins|podium|no-points:ROUND"),
         QStringLiteral("only the simulations in which this happens in a Grand Prix to come")}};
    command.run = run;
    return command;
}

} // namespace parcferme
