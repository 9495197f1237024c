#pragma once
// From what is given for the leaves of a table to points: pure functions over whole hundredths.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scoring/table.hpp"

namespace cs::scoring {

// What stands in one leaf at the stage that counts: a score, or what a score is computed from.
struct Given {
    std::optional<Score> score = {};
    std::optional<Decimal> plan = {}, actual = {};    // yes/no: 1 or 0

    bool is_empty() const { return !score && !plan && !actual; }
    bool operator==(const Given&) const = default;
};

// Why this cannot stand in the leaf, or nothing: scoring.score_on_computed, scoring.score_off_range,
// scoring.off_the_step, scoring.actual_on_manual, scoring.plan_not_asked, scoring.plan_missing, scoring.plan_not_positive,
// scoring.actual_missing, scoring.actual_negative, scoring.actual_not_whole, scoring.actual_not_yes_no,
// scoring.score_and_actual. An empty one is no fault here.
std::optional<Fault> fault_of(const Table& table, const Item& leaf, const Given& given);

// What lifted or cut a sum: "cap" (of a group), "scale", "late".
struct Cut {
    std::string rule, id;
    Score from, to;
};

struct Points {
    std::vector<Score> items;     // by index of Table::items: leaves and parents
    std::vector<Score> groups;    // by index of Table::groups, combined and capped
    Score base, bonus, penalty;   // penalty: a positive amount, with that of lateness
    Score total;                  // never below nothing
    std::vector<Cut> cuts;
};

// The points of a leaf. `place` counts from 1 and matters to Rule::rank only; nothing given is nothing.
Score leaf_points(const Table& table, const Item& leaf, const Given& given, int place);

// Sums of one unit. `places` by index of leaves (see places_in); `late_days` beyond the last day.
Points total_points(const Table& table, std::span<const Given> leaves, std::span<const int> places, int late_days);

// Places of units by their actual at one leaf, best first, equals sharing: 1, 1, 3. Who has none comes after all.
std::vector<int> places_of(std::span<const std::optional<Decimal>> actuals, bool is_low_better);

}    // namespace cs::scoring
