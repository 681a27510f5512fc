#pragma once

#include <cstdint>
#include <span>

namespace parcferme::season {

// Numbers `first`, `first + 1`, ... of the sequence of this seed, each within (0, 1): splitmix64, so that
// every draw has its own place and any part of the sequence can be had without the rest.
void fillUniform(std::uint64_t seed, std::uint64_t first, std::span<double> numbers);

// Replaces numbers within (0, 1) by those below which a standard normal falls with that chance: Wichura's AS
// 241, PPND16, good to about 16 digits.
void toNormal(std::span<double> numbers);

} // namespace parcferme::season
