#pragma once
// A part of a whole against a percentage, decided on integers, never through floating point.
#include <cstdint>

#include "base/decimal.hpp"

namespace cs {

// part / whole >= percent %; a part of nothing reaches nothing.
bool reaches(std::int64_t part, std::int64_t whole, const Decimal& percent);
// The fewest of `whole` that reach it: 13 at 90 % need 12.
std::int64_t needed(std::int64_t whole, const Decimal& percent);

}    // namespace cs
