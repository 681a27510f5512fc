#include "cli/Command.h"
#include "cli/DriverList.h"
#include "core/UtcTime.h"
#include "export/PickOutput.h"

namespace parcferme {

namespace {

// The chance of --winner in [0, 1]; nothing where it is not given. Errors: Usage.
Result<std::optional<double>> winnerChance(const Invocation& call)
{
    const QString option = QStringLiteral("winner");
    if (!call.has(option))
        return std::nullopt;
    bool ok = false;
    const double percent = call.options.value(option).toDouble(&ok);
    if (!ok || !(percent >= 0 && percent <= 100))
        return fail(ErrorCode::Usage, QStringLiteral("--winner is \"%1\"; it must be a number from 0 to 100.")
                                          .arg(call.options.value(option)));
    return percent / 100;
}

// The draft with what the call changes of it: the order, or "-" for an empty place, and the chance.
Result<PickDraft> draftOf(const CommandContext& context, const RaceDetails& page, const PicksView& before)
{
    PickDraft draft = before.draft.value_or(PickDraft());
    draft.of = before.of;
    const auto chance = winnerChance(context.call);
    if (!chance)
        return tl::unexpected(chance.error());
    if (*chance)
        draft.winnerChance = *chance;
    if (context.call.arguments.size() < 3)
        return draft;
    draft.places.clear();
    for (const QString& word : context.call.arguments[2].split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (word == QLatin1StringView("-")) {
            draft.places.append(QString());
            continue;
        }
        const auto driver = driverNamed(page, word);
        if (!driver)
            return tl::unexpected(driver.error());
        draft.places.append(*driver);
    }
    return draft;
}

QString stateText(const PicksView& view)
{
    switch (view.state) {
    case PickState::None:
        return QStringLiteral("no picks");
    case PickState::Draft:
        return view.lacks.isEmpty() ? QStringLiteral("a complete draft, not locked")
                                    : QStringLiteral("a draft, %1").arg(view.lacks);
    case PickState::Locked:
        return QStringLiteral("locked %1, #%2")
            .arg(toIso(view.mine->pick.createdAt), QString::fromLatin1(view.mine->pick.hash.left(8)));
    case PickState::Late:
        return view.mine ? QStringLiteral("locked too late, %1; never counted")
                               .arg(toIso(view.mine->pick.createdAt))
                         : QStringLiteral("a draft that was not locked before the start");
    }
    return {};
}

void tellOthers(const Console& console, const PicksView& view)
{
    for (const PickStanding& standing : view.standings)
        if (!standing.player.isEmpty() && standing.player != view.player && standing.lockedAt)
            console.say(QStringLiteral("%1: locked %2, #%3")
                            .arg(standing.player, toIso(*standing.lockedAt),
                                 QString::fromLatin1(standing.hash.left(8))));
}

QCoro::Task<int> run(CommandContext context)
{
    const bool saves = context.call.arguments.size() > 2 || context.call.has(QStringLiteral("winner"));
    const bool locks = context.call.has(QStringLiteral("lock"));
    if (context.call.asOf && (saves || locks))
        co_return context.console.fail(
            {ErrorCode::Usage, QStringLiteral("--as-of only looks: nothing is picked with it."), {}});
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const SessionKey of = page->overview.of();
    auto view = context.tracker.picks(of);
    if (!view)
        co_return context.console.fail(view.error());
    if (saves) {
        const auto draft = draftOf(context, *page, *view);
        if (!draft)
            co_return context.console.fail(draft.error());
        if (const auto saved = context.tracker.savePickDraft(*draft); !saved)
            co_return context.console.fail(saved.error());
    }
    if (locks) {
        const auto locked = co_await context.tracker.lockPick(of, Progress());
        if (!locked)
            co_return context.console.fail(locked.error());
        for (const QString& notice : locked->notices)
            context.console.notice(notice);
    }
    view = context.tracker.picks(of);
    if (!view)
        co_return context.console.fail(view.error());
    context.console.answer(QStringLiteral("%1 - picks of %2: %3")
                               .arg(titleOf(page->overview.race, of.session), view->player, stateText(*view)),
                           picksTable(*view), picksJson(*view));
    tellOthers(context.console, *view);
    co_return 0;
}

} // namespace

Command pickCommand()
{
    Command command{QStringLiteral("pick"), QStringLiteral("Y RACE [DRIVER,DRIVER,...]"),
                    QStringLiteral("your own order: save it, lock it, or show it"), 2, 3};
    command.options = {
        {QStringLiteral("winner"), QStringLiteral("PERCENT"),
         QStringLiteral("chance of the first of the order to win, to be judged as well")},
        {QStringLiteral("lock"), {}, QStringLiteral("lock it: from then on it is in the ledger and stays")},
        sessionOption()};
    command.details = QStringLiteral(
        "Drivers are ids or codes, the winner first; \"-\" leaves a place empty. The order is saved as a "
        "draft.\n"
        "A complete one can be locked in the freeze window of the session, as a prediction is frozen, and "
        "is\n"
        "judged like one. What is locked after the start is kept and shown, and never counts.\n"
        "Without drivers the picks are shown. Those of other players are shown once the session has "
        "started;\n"
        "who can read the database itself can read them before.\n");
    command.asksForStamp = true;
    command.run = run;
    return command;
}

} // namespace parcferme
