#pragma once
// A criteria set made ready for one region and one year: every threshold looked up, every rule about regions decided,
// every row of the values given a slot. Built once, used for any number of units.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "criteria/set.hpp"

namespace cs::criteria {

// What an officer found in the legal text. No `value`: as printed in the file. No region or year: for all of them.
struct Confirmation {
    std::string indicator;    // "10", "14.1", "14.1#1" or a precondition's "A"; of a parent it covers its sub-conditions
    std::optional<std::string> region;
    std::optional<int> year;
    std::optional<std::string> value;
};
using Confirmations = std::vector<Confirmation>;    // oldest first: the last one that applies counts

struct Ground {
    const CriteriaSet* set = nullptr;
    Confirmations confirmed = {};
};

struct Limit {
    std::optional<Amount> shown;       // the threshold; nullopt: undetermined
    std::optional<Decimal> compared;   // what the raw value is held against
};

struct FactSlot {
    std::size_t slot;
    const FactTest* says;
};
struct Alternative {    // a rule whose regions apply and whose facts are the unit's own; the first that holds counts
    std::vector<FactSlot> facts;
    Limit limit;
};

// One comparison.
struct Leaf {
    const Indicator* says = nullptr;    // lives in the Ground's set, which must outlive the plan
    std::size_t slot = 0;               // with both sexes: the men's; the women's follows
    Limit limit;
    std::vector<Alternative> alternatives;
    Confidence confidence = Confidence::unknown;    // the weaker of its own and its formula's base
    bool settled = false;                           // verified, confirmed, or assumed so
    std::string base;                               // the other set's threshold a formula divides by
};

struct PlannedIndicator {
    Leaf own;
    std::vector<Leaf> parts;
    bool whole_or_parts() const { return own.says->kind == Kind::boolean && !parts.empty(); }
};

struct PlannedCriterion {
    const Criterion* says = nullptr;
    std::vector<PlannedIndicator> indicators;
};

struct Plan {
    const CriteriaSet* set = nullptr;
    std::string region;
    int year = 0;
    std::vector<PlannedIndicator> preconditions;
    std::vector<PlannedCriterion> criteria;
    std::size_t slots = 0;
    std::map<std::string, std::size_t> facts;    // "@so_truong" -> slot
};

// `others` are the sets that formulas of this one name, by id. `assume_confirmed` lifts the provisional mark of what has
// a remembered threshold; what is unknown stays unknown. Refuses "criteria.set_refused" with criteria.other_set_missing,
// criteria.other_indicator_missing, criteria.formula_range.
Result<Plan> compile(const Ground& ground, const std::map<std::string, Ground>& others, const std::string& region, int year,
                     bool assume_confirmed);

// Ids of the sets that formulas of `set` need.
std::vector<std::string> sets_needed(const CriteriaSet& set);

}    // namespace cs::criteria
