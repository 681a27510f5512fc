#pragma once

#include "store/SessionRepository.h"

namespace parcferme {

// Whether it is stored in which order a session starts, or what stands in for that, so that its freeze window
// may open: of a Grand Prix the qualifying classification, of a sprint its grid. Errors: Database.
Result<bool> hasStartingOrder(const SessionRepository& sessions, const SessionKey& of);

} // namespace parcferme
