#include "assessment/round.hpp"

#include <algorithm>

namespace cs::assessment {

Day last_day(const Round& round, const std::vector<Extension>& extensions, const UnitId& unit) {
    Day last = round.closes_on;
    for (const Extension& e : extensions)
        if (!e.unit || *e.unit == unit) last = std::max(last, e.until);
    return last;
}

bool window_open(const Round& round, Day last, std::int64_t grace_minutes, Instant now) {
    const Instant midnight_after = Instant(std::chrono::sys_days(plus_days(last, 1))) - std::chrono::hours(7);
    return round.opens_on <= legal_day(now) && now < midnight_after + std::chrono::minutes(grace_minutes);
}

}    // namespace cs::assessment
