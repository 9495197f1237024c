#pragma once
// Shares as this module needs them besides base/share.hpp: fractions of the law, and how a share is read. What is shown is cut off,
// not rounded, so that it never crosses the threshold it missed (49,96 % is 49,9 %).
#include <string>

#include "base/share.hpp"
#include "law/parameters.hpp"

namespace cs::assessment {

using cs::needed;
// The fewest of `whole` that reach the fraction: 11 at 2/3 need 8.
std::int64_t needed(std::int64_t whole, const law::Fraction& fraction);
// As people read them: "49,9", "–" of nothing; "85,5".
std::string share_text(std::int64_t part, std::int64_t whole);
std::string shown(const Decimal& percent);

}    // namespace cs::assessment
