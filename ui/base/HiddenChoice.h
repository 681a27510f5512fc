#pragma once

namespace parcferme {

// Of which races *Hide results* hides what is known: of the newest that has a result, of all of its season,
// or of all.
enum class HiddenChoice { Newest, Season, All };

} // namespace parcferme
