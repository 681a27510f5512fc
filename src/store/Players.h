#pragma once

#include "store/Database.h"

namespace parcferme {

// Whether this connection may save and lock picks under this name. On a server where each player has a role
// of his own, that is the role's name alone; elsewhere any. Errors: PolicyRefused; Database.
Status checkIsPlayer(Database& database, const QString& player);

} // namespace parcferme
