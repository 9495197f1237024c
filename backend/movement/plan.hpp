#pragma once
// The movement and the targets its Plan sets itself (I.1.b of Plan 547/KH-UBND). What they count is a table here; how much
// they want is a dated parameter of law/parameters.tsv. Free targets of I.1.a are data (target.hpp).
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"
#include "base/set.hpp"
#include "base/words.hpp"

namespace cs::movement {

// In the order of the Plan; `standard_communes` is its "the remaining communes keep their standing", without a number.
enum class PlanTarget : unsigned char { advanced_communes, model_communes, standard_communes, model_areas, advanced_districts };

// Out of what a share of communes is taken. "Trong đó có 30% số xã … kiểu mẫu" can be read both ways.
enum class Reading : unsigned char { of_all, of_advanced };

struct PlanTargetRow {
    PlanTarget target;
    std::string_view goal;      // key of the parameter; "": the Plan gives no number
    std::string_view clause;
    Set<Reading> readings;      // empty: counted, not a share
};

inline constexpr auto plan_targets = [] {
    using enum PlanTarget;
    using enum Reading;
    // clang-format off
    return std::to_array<PlanTargetRow>({
    //  target              goal                             clause            readings
      { advanced_communes,  "plan547.advanced_communes",     "kh547.i_1_b_1",  {of_all} },
      { model_communes,     "plan547.model_communes",        "kh547.i_1_b_1",  {of_all, of_advanced} },
      { standard_communes,  "",                              "kh547.i_1_b_1",  {of_all} },
      { model_areas,        "plan547.model_residential_areas", "kh547.i_1_b_2", {} },
      { advanced_districts, "plan547.advanced_districts",    "kh547.i_1_b_3",  {} },
    });
    // clang-format on
}();

constexpr const PlanTargetRow& row_of(PlanTarget target) { return plan_targets[static_cast<std::size_t>(target)]; }

constexpr bool rows_stand_in_the_order_of_the_enum() {
    for (std::size_t i = 0; i < plan_targets.size(); ++i)
        if (plan_targets[i].target != static_cast<PlanTarget>(i) || plan_targets[i].clause.empty()) return false;
    return plan_targets.size() == words<PlanTarget>.size();
}
static_assert(rows_stand_in_the_order_of_the_enum());

// The years of the movement: 2021 to 2025.
struct Years {
    int first, last;
    Day last_day() const { return std::chrono::year(last) / 12 / 31; }
};
Years plan_years();

// What the target wants on a day. None before the Plan was issued, or when it gives no number; after its last year the
// goal of that year, against which the movement is reviewed.
std::optional<Decimal> goal_on(PlanTarget target, Day day);

}    // namespace cs::movement
