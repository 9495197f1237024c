#pragma once
// Which standings a unit can have, one above the other, and which criteria set each is judged on. Communes and rural districts
// climb three; a thị xã or thành phố can only complete its task; wards and townships have none (Bộ tiêu chí speaks of xã).
#include <optional>
#include <string>
#include <vector>

#include "assessment/register.hpp"
#include "org/unit.hpp"

namespace cs::assessment {

enum class Level : unsigned char { commune, district, town };

std::optional<Level> level_of(const org::UnitState& unit);
bool fits(Standing standing, const org::UnitState& unit);
// The one above `current` (none: the first); none above the highest.
std::optional<Standing> next_of(Level level, std::optional<Standing> current);

// The sets of a standing, the one in force on the day first, then earlier ones; empty where none is known (a residential area).
struct SetOfStanding {
    std::string id;
    bool in_force;
};
std::vector<SetOfStanding> sets_for(Level level, Standing standing, Day day);

}    // namespace cs::assessment
