#pragma once

namespace parcferme {

// How much a message or a note asks for attention.
enum class Severity { Info, Done, Warning, Error };

} // namespace parcferme
