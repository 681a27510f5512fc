#pragma once

namespace parcferme {

enum class ThemeMode { System, Light, Dark };

} // namespace parcferme
