#pragma once
// How a share of the Plan is read: by which denominator, and who said so. A denominator may be assigned by a paper (94 xã
// for 2016-2020, where the tree of the Plan's day has 89); of two ways to read a clause one is chosen, by a paper, from a day on.
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "movement/plan.hpp"

namespace cs::movement {

using DenominatorId = Id<struct DenominatorTag>;
using ChoiceId = Id<struct ChoiceTag>;

struct AssignedDenominator {
    DenominatorId id;
    UnitId root;
    PlanTarget target;
    std::int64_t value;
    std::string number;         // "unknown": nobody has shown it
    std::optional<Day> day;     // none: unknown
    std::string source;
};

struct ReadingChoice {
    ChoiceId id;
    UnitId root;
    PlanTarget target;
    Reading reading;
    std::optional<DenominatorId> denominator;    // none: as counted from the list of units
    std::string number;
    Day day;                                     // of the paper; from this day on it is read so
    std::string note;
};

// The choice that holds on a day: the last recorded one of the latest day not after it. `choices` in the order recorded.
const ReadingChoice* choice_on(const std::vector<ReadingChoice>& choices, PlanTarget target, Day day);

}    // namespace cs::movement
