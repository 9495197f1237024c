#pragma once
// Shares of whole units, decided on integers. A percentage is for reading only and never crosses what it is compared with:
// 49.96 % of a goal of 50 % is written 49.9, not 50.0.
#include <cstdint>
#include <optional>
#include <string>

#include "base/share.hpp"

namespace cs::report {

struct Share {
    std::int64_t part, whole;
};

// With one decimal, rounded half up but never across `goal`: "50.6". None when the whole is nothing.
std::optional<std::string> percent_text(const Share& share, const std::optional<Decimal>& goal);
// The smallest part that reaches the goal, less what is there; 0 when it is reached.
std::int64_t still_needed(const Share& share, const Decimal& percent);

}    // namespace cs::report
