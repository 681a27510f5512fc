#include "tracker/SeasonInRetrospect.h"

#include "core/Sentence.h"

#include <QCoroTimer>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace parcferme {

namespace {

bool isOfTheStore(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Database:
    case ErrorCode::DatabaseAway:
    case ErrorCode::NewerDatabase:
    case ErrorCode::DamagedDatabase:
    case ErrorCode::Io:
        return true;
    default:
        return false;
    }
}

// In the order of their starts; those that were called off have none.
std::vector<RaceOverview> sessionsWithResult(const std::vector<RaceOverview>& races,
                                             const QList<Session>& wanted)
{
    std::vector<RaceOverview> found;
    for (const RaceOverview& race : races)
        for (const Session session : wanted)
            if (auto overview = race.at(session); overview && overview->hasResult)
                found.push_back(std::move(*overview));
    std::ranges::stable_sort(found, {}, &RaceOverview::start);
    return found;
}

} // namespace

int SeasonInRetrospect::created() const
{
    return static_cast<int>(std::ranges::count(made, true, &Made::created));
}

QCoro::Task<Result<SeasonInRetrospect>> predictInRetrospect(Tracker& tracker, int year,
                                                            QList<Session> sessions, Progress progress)
{
    const QPointer<Tracker> alive(&tracker);
    const auto races = tracker.races(year);
    if (!races)
        co_return tl::unexpected(races.error());
    const std::vector<RaceOverview> all = sessionsWithResult(*races, sessions);
    if (all.empty())
        co_return fail(ErrorCode::NotFound, Sentence::tr("No result of season %1 is stored.").arg(year),
                       Sentence::tr("Sync the season first."));
    SeasonInRetrospect outcome;
    outcome.year = year;
    outcome.of = static_cast<int>(all.size());
    PredictOptions options;
    options.fetch = false;
    int done = 0;
    for (const RaceOverview& session : all) {
        progress.report(done++, outcome.of, session.race.name);
        // Whoever else asks this thread for something has his turn in between.
        QTimer turn;
        turn.setSingleShot(true);
        turn.start(0);
        co_await turn;
        if (!alive || progress.cancelled()) {
            outcome.stopped = true;
            break;
        }
        const auto predicted = co_await tracker.predict(session.of(), options, progress);
        if (predicted) {
            const Prediction& prediction = predicted->view.prediction;
            outcome.made.push_back({session.race, session.session, prediction.id, prediction.kind,
                                    prediction.hash, predicted->created});
        } else if (isOfTheStore(predicted.error().code)) {
            co_return tl::unexpected(predicted.error());
        } else {
            outcome.refused.push_back({session.race, session.session, predicted.error()});
        }
    }
    progress.report(done, outcome.of, {});
    co_return outcome;
}

} // namespace parcferme
