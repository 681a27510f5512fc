#pragma once

#include <string>
#include <string_view>

namespace parcferme::predictor {

// The id under which a team's ratings and records run on through its changes of name.
std::string lineageOf(std::string_view team);

} // namespace parcferme::predictor
