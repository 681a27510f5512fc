#include "tracker/StartingOrder.h"

#include "store/GridRepository.h"
#include "store/SessionRepository.h"

namespace parcferme {

namespace {

// Before a start. The times of qualifying make a better forecast, so they are waited for until then.
constexpr qint64 GridWillDoSeconds = 3LL * 3600;

} // namespace

Result<bool> hasStartingOrder(Database& database, const Race& race, Session session, const QDateTime& now)
{
    const SessionKey of(race.id, session);
    const SessionRepository sessions(database);
    const auto manual = sessions.manualGrid(of);
    const auto published = GridRepository(database).newest(of);
    if (!manual || !published)
        return tl::unexpected(!manual ? manual.error() : published.error());
    const bool gridWillDo =
        session == Session::Sprint || now.secsTo(race.startOrDate(session)) <= GridWillDoSeconds;
    if (manual->has_value() || (published->has_value() && gridWillDo))
        return true;
    if (session == Session::Sprint)
        return false;
    return sessions.qualifying(race.id).map([](const auto& qualifying) { return !qualifying.rows.empty(); });
}

} // namespace parcferme
