#pragma once

#include "service/Answer.h"

namespace parcferme {

// openapi.json (OpenAPI 3.1), made from routes() and schemas().
Answer openApi();

} // namespace parcferme
