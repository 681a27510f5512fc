#include "tracker/StartingOrder.h"

#include "store/GridRepository.h"
#include "store/SessionRepository.h"

namespace parcferme {

Result<bool> hasStartingOrder(Database& database, const SessionKey& of)
{
    const SessionRepository sessions(database);
    if (of.session == Session::Race)
        return sessions.qualifying(of.race).map(
            [](const auto& qualifying) { return !qualifying.rows.empty(); });
    const auto manual = sessions.manualGrid(of);
    const auto published = GridRepository(database).newest(of);
    if (!manual || !published)
        return tl::unexpected(!manual ? manual.error() : published.error());
    return manual->has_value() || published->has_value();
}

} // namespace parcferme
