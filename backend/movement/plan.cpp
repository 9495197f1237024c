#include "movement/plan.hpp"

#include <algorithm>

#include "law/law.hpp"

namespace cs::movement {

Years plan_years() {
    const law::Parameters& parameters = law::law().parameters;
    const Day any{std::chrono::year(2021) / 1 / 1};    // the span of the movement is one row, in force from its beginning
    const auto first = parameters.whole_on("plan547.first_year", any), last = parameters.whole_on("plan547.last_year", any);
    CS_CHECK(first && last);
    return {static_cast<int>(*first), static_cast<int>(*last)};
}

std::optional<Decimal> goal_on(PlanTarget target, Day day) {
    const std::string_view key = row_of(target).goal;
    if (key.empty()) return std::nullopt;
    const auto goal = law::law().parameters.decimal_on(key, std::min(day, plan_years().last_day()));
    return goal ? std::optional(*goal) : std::nullopt;
}

}    // namespace cs::movement
