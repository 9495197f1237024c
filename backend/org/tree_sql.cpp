#include "org/tree.hpp"
#include "platform/sql/sql.hpp"

namespace cs::org {

bool UnitTree::under(const UnitId& unit, const UnitId& above, Day day) const {
    std::optional<UnitId> at = unit;
    while (at) {
        const auto rows = tx_.query("org.parent_on", *at, day);
        if (rows->empty()) return false;  // does not stand on that day
        if (*at == above) return true;
        at = rows->front().maybe_id<UnitId>("parent_id");
    }
    return false;
}

std::string UnitTree::name(const UnitId& unit, Day day) const {
    const auto rows = tx_.query("org.version_on", unit, day);
    return rows->empty() ? "" : rows->front().text("name");
}

}  // namespace cs::org
