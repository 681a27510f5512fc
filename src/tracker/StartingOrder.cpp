#include "tracker/StartingOrder.h"

namespace parcferme {

Result<bool> hasStartingOrder(const SessionRepository& sessions, const SessionKey& of)
{
    if (of.session == Session::Sprint)
        return sessions.manualGrid(of).map([](const auto& grid) { return grid.has_value(); });
    return sessions.qualifying(of.race).map([](const auto& qualifying) { return !qualifying.rows.empty(); });
}

} // namespace parcferme
