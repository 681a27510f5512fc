#pragma once

namespace parcferme {

// Whose order the pages of a race show.
enum class PlayerView { Model, Mine, Compare };

} // namespace parcferme
