#include "tracker/AutoFreeze.h"

#include "tracker/Overviews.h"

#include <QLoggingCategory>
#include <QPointer>

namespace parcferme {

namespace {

Q_LOGGING_CATEGORY(freezeLog, "parcferme.freeze", QtInfoMsg)

constexpr int LookEverySeconds = 30;
// A timer does not count the time that the machine slept, so this one ticks often and asks the clock: what
// waits for a start is seen to within these few seconds of waking, be it half a minute before the start.
constexpr int TickMs = 4'000;

// Under t-minus the classification is waited for until so many minutes before the start; then the forecast is
// frozen without it.
constexpr int LastCallMinutes = 10;

} // namespace

AutoFreeze::AutoFreeze(Tracker& tracker) : tracker_(tracker), schedule_(tracker.settings().autoFreeze)
{
    timer_.setInterval(TickMs);
    connect(&timer_, &QTimer::timeout, this, &AutoFreeze::tick);
}

AutoFreeze::~AutoFreeze()
{
    progress_.cancel();
}

void AutoFreeze::start()
{
    timer_.start();
    look();
}

void AutoFreeze::tick()
{
    const qint64 since = lastLook_.secsTo(tracker_.present());
    if (since < 0 || since >= LookEverySeconds) // a clock may be set back too
        look();
}

QCoro::Task<> AutoFreeze::look()
{
    lastLook_ = tracker_.present();
    watchPicks();
    if (looking_)
        co_return;
    looking_ = true;
    const QPointer<AutoFreeze> alive(this);
    const QDateTime now = tracker_.present();
    if (const auto noted = tracker_.noteOpenWindows(); !noted)
        qCWarning(freezeLog) << noted.error().text();
    auto races = tracker_.races(now.date().year());
    const auto drafts = tracker_.hasPickDrafts();
    if (races && schedule_.wantsCalendar(sessionsOf(*races), now, drafts && *drafts)) {
        if (const auto read = co_await tracker_.readCalendar(now.date().year(), progress_); !read && alive)
            qCInfo(freezeLog) << "The calendar was not read:" << read.error().text();
        if (!alive)
            co_return;
        races = tracker_.races(now.date().year());
        watchPicks(); // a start may have moved
    }
    if (races) {
        const FreezeSchedule::Step step = schedule_.at(sessionsOf(*races), now);
        for (const RaceOverview& race : step.missed)
            tellMissed(race);
        for (const RaceOverview& race : step.due) {
            co_await freeze(race, now);
            if (!alive)
                co_return;
        }
    } else {
        qCWarning(freezeLog) << races.error().text();
    }
    looking_ = false;
    // After the freezing, which asks for the grid itself; and the next one does not wait for it.
    if (scouting_)
        co_return;
    scouting_ = true;
    const auto told = co_await tracker_.lookAhead(progress_);
    if (!alive)
        co_return;
    for (const QString& words : told ? *told : QStringList{told.error().text()})
        qCInfo(freezeLog) << words;
    scouting_ = false;
}

void AutoFreeze::watchPicks()
{
    const auto news = tracker_.watchPicks();
    if (!news) {
        qCWarning(freezeLog) << news.error().text();
        return;
    }
    for (const SessionKey& of : news->locked)
        Q_EMIT pickLocked(of);
    for (const SessionKey& of : news->incomplete)
        Q_EMIT pickIncomplete(of);
}

void AutoFreeze::tellMissed(const RaceOverview& session)
{
    const auto news = tracker_.noteMissed(session.race, session.session);
    if (!news)
        qCWarning(freezeLog) << news.error().text();
    else if (*news)
        Q_EMIT windowMissed(session.of());
}

QCoro::Task<> AutoFreeze::freeze(RaceOverview race, QDateTime now)
{
    const QPointer<AutoFreeze> alive(this);
    PredictOptions options;
    options.liveOnly = true;
    options.onDemand = false; // it comes every few minutes
    if (!race.hasQualifying && race.window.policy == FreezePolicy::TMinus &&
        now.addSecs(60LL * LastCallMinutes) < race.start()) {
        PredictOptions preview;
        preview.preview = true;
        preview.onDemand = false;
        const auto seen = co_await tracker_.predict(race.of(), preview, progress_);
        if (!alive || !seen || seen->view.forecast.stage == predictor::Stage::Nothing)
            co_return;
        options.fetch = false;
    }
    const auto outcome = co_await tracker_.predict(race.of(), options, progress_);
    if (!alive)
        co_return;
    if (!outcome)
        qCInfo(freezeLog) << "Not frozen:" << outcome.error().text();
    else if (outcome->created)
        Q_EMIT autoFroze(race.of());
}

} // namespace parcferme
