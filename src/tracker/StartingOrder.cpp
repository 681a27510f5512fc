#include "tracker/StartingOrder.h"

#include "store/GridRepository.h"
#include "store/SessionRepository.h"

namespace parcferme {

Result<bool> hasStartingOrder(Database& database, const SessionKey& of)
{
    const SessionRepository sessions(database);
    const auto manual = sessions.manualGrid(of);
    if (of.session == Session::Race) {
        const auto qualifying = sessions.qualifying(of.race);
        if (!manual || !qualifying)
            return tl::unexpected(!manual ? manual.error() : qualifying.error());
        return manual->has_value() || !qualifying->rows.empty();
    }
    const auto published = GridRepository(database).newest(of);
    if (!manual || !published)
        return tl::unexpected(!manual ? manual.error() : published.error());
    return manual->has_value() || published->has_value();
}

} // namespace parcferme
