#include "ui/session/EmptyWords.h"

#include "ui/session/RaceWords.h"

#include <QLocale>

namespace parcferme {

EmptyState EmptyWords::loading()
{
    return {QStringLiteral("clock"), tr("One moment."), tr("The race is being read."), {}};
}

EmptyState EmptyWords::loadingRecord()
{
    return {QStringLiteral("clock"), tr("One moment."), tr("The track record is being read."), {}};
}

EmptyState EmptyWords::prediction(const RaceDetails& race, const SourceStatus& status, const QDateTime& now)
{
    const EmptyState::Offer retrospect{Command::Predict, tr("Predict in retrospect"),
                                       QStringLiteral("history"), true};
    switch (race.overview.state) {
    case RaceState::Scheduled:
        return beforeWindow(race, status, now);
    case RaceState::WindowOpen:
        return {QStringLiteral("clock"),
                tr("Not predicted yet."),
                tr("The freeze window is open: a prediction made now is locked in the ledger."),
                {{Command::Predict, tr("Predict"), QStringLiteral("lock"), true},
                 {Command::Preview, tr("Preview"), QStringLiteral("eye"), false}}};
    case RaceState::Missed:
        return {
            QStringLiteral("warning"),
            tr("Missed."),
            tr("The program ran but did not freeze before the start. A retrospective prediction is marked "
               "as such."),
            {retrospect}};
    case RaceState::NotFetched:
        return {QStringLiteral("download"),
                tr("Not fetched."),
                tr("This race is newer than the stored data."),
                {{Command::SyncSeason, tr("Sync season"), QStringLiteral("sync"), true}}};
    case RaceState::Cancelled:
        return {QStringLiteral("cancelled"),
                tr("Cancelled."),
                tr("This race does not take place. There is no prediction of it."),
                {}};
    default:
        return {QStringLiteral("history"),
                tr("Not predicted."),
                tr("A prediction made now uses only what was known before the start. It is marked as "
                   "retrospective."),
                {retrospect}};
    }
}

EmptyState EmptyWords::beforeWindow(const RaceDetails& race, const SourceStatus& status, const QDateTime& now)
{
    if (status.reach == SourceStatus::Reach::Offline || status.reach == SourceStatus::Reach::OutOfReach)
        return offline(status);
    const FreezeWindow& window = race.overview.window;
    if (race.overview.session == Session::Sprint && window.policy == FreezePolicy::PostQualifying)
        return {QStringLiteral("clock"),
                tr("Not predicted yet."),
                tr("The freeze window opens when the grid of the sprint is known. It can be entered by "
                   "hand. Without it a forecast is much worse."),
                {{Command::EnterGrid, tr("Enter grid…"), QStringLiteral("grid"), true},
                 {Command::Preview, tr("Preview"), QStringLiteral("eye"), false}}};
    if (window.isOverdue(now))
        return {QStringLiteral("clock"),
                tr("Not predicted yet."),
                tr("Qualifying should be published by now: Predict fetches it first. The grid can be entered "
                   "by hand as well."),
                {{Command::Predict, tr("Predict"), QStringLiteral("lock"), true},
                 {Command::EnterGrid, tr("Enter grid…"), QStringLiteral("grid"), false},
                 {Command::Preview, tr("Preview"), QStringLiteral("eye"), false}}};
    QString sentence = window.policy == FreezePolicy::PostQualifying
                           ? tr("The freeze window opens when qualifying is published.")
                           : tr("The freeze window is not open yet.");
    if (window.opens)
        sentence = window.estimated ? tr("The freeze window opens when qualifying is published, about %1.")
                                          .arg(RaceWords::moment(*window.opens))
                                    : tr("The freeze window opens %1.").arg(RaceWords::moment(*window.opens));
    return {QStringLiteral("clock"),
            tr("Not predicted yet."),
            sentence,
            {{Command::Preview, tr("Preview"), QStringLiteral("eye"), true}}};
}

EmptyState EmptyWords::offline(const SourceStatus& status)
{
    const QString until = status.historyUntil
                              ? tr("The history to %1 is here.")
                                    .arg(QLocale().toString(status.historyUntil->date(), tr("d MMMM yyyy")))
                              : tr("The history is here.");
    return {QStringLiteral("offline"),
            tr("Ready, without network."),
            until + u' ' +
                tr("You can preview this race and judge past ones now. Qualifying and new results need a "
                   "connection."),
            {{Command::Preview, tr("Preview now"), QStringLiteral("eye"), true},
             {Command::Refresh, tr("Connect again"), QStringLiteral("sync"), false}}};
}

EmptyState EmptyWords::noField()
{
    return {QStringLiteral("person"),
            tr("Nobody to be ordered yet."),
            tr("The field of this race is not known."),
            {{Command::SyncSeason, tr("Sync season"), QStringLiteral("sync"), false}}};
}

EmptyState EmptyWords::nothingToCompare()
{
    return {QStringLiteral("people"),
            tr("Nothing to compare yet."),
            tr("There are neither picks of yours nor a prediction. Mine lets you order the field."),
            {{Command::Preview, tr("Preview"), QStringLiteral("eye"), false}}};
}

EmptyState EmptyWords::noPicksJudged()
{
    return {QStringLiteral("person"),
            tr("No picks of yours were judged here."),
            tr("Only an order that is locked before the start is. Model shows the scores of the prediction."),
            {}};
}

EmptyState EmptyWords::hiddenResult()
{
    return {QStringLiteral("eye"),
            tr("Result hidden."),
            tr("The official result is stored. It shows when you ask for it."),
            {{Command::Reveal, tr("Reveal this race"), QStringLiteral("eye"), true}}};
}

EmptyState EmptyWords::result(const RaceDetails& race, const QDateTime& now, bool hidden)
{
    if (!race.revisions.empty() && hidden)
        return hiddenResult();
    if (race.overview.state == RaceState::Cancelled)
        return {
            QStringLiteral("cancelled"), tr("Cancelled."), tr("The prediction is kept and not judged."), {}};
    EmptyState state{QStringLiteral("clock"),
                     tr("No official result yet."),
                     tr("The source publishes it some hours after the race."),
                     {}};
    if (race.overview.start() <= now)
        state.offers.push_back({Command::SyncResults, tr("Sync results"), QStringLiteral("sync"), false});
    return state;
}

EmptyState EmptyWords::metrics(const RaceDetails& race, const QDateTime& now, bool predicted, bool hidden)
{
    if (race.revisions.empty() || hidden || race.overview.state == RaceState::Cancelled)
        return result(race, now, hidden);
    if (!predicted)
        return {QStringLiteral("history"),
                tr("Nothing to judge."),
                tr("There is a result and no prediction of this race."),
                {{Command::Predict, tr("Predict in retrospect"), QStringLiteral("history"), true}}};
    return {QStringLiteral("sync"),
            tr("Not judged yet."),
            tr("The result is stored. Sync results holds the prediction against it."),
            {{Command::SyncResults, tr("Sync results"), QStringLiteral("sync"), true}}};
}

} // namespace parcferme
