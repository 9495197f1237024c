#pragma once
// Shares decided on integers: a part of a whole against a percentage or a fraction of the law, never through floating point.
// What is shown of a share is cut off, not rounded, so that it never crosses the threshold it missed (49,96 % is 49,9 %).
#include <cstdint>
#include <string>

#include "base/decimal.hpp"
#include "law/parameters.hpp"

namespace cs::assessment {

// part / whole >= percent %; a whole of nothing reaches nothing.
bool reaches(std::int64_t part, std::int64_t whole, const Decimal& percent);
// The fewest of `whole` that reach the percentage, or the fraction: 13 at 90 % need 12, 11 at 2/3 need 8.
std::int64_t needed(std::int64_t whole, const Decimal& percent);
std::int64_t needed(std::int64_t whole, const law::Fraction& fraction);
// As people read them: "49,9", "–" of nothing; "85,5".
std::string share_text(std::int64_t part, std::int64_t whole);
std::string shown(const Decimal& percent);

}    // namespace cs::assessment
