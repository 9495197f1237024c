#pragma once
// Turns a draft into rows: which states end on its day, which begin, who came out of whom. All or nothing; nothing is
// written here. The same plan serves the dry run, the command and the seed.
#include <functional>
#include <string>
#include <vector>

#include "org/forest.hpp"

namespace cs::org {

struct Plan {
    Reorganisation change;
    std::vector<UnitVersion> closed;  // as they stood until the day before
    std::vector<UnitVersion> opened;  // as they stand from the day on
    std::vector<Link> links;
};

// Where new identities come from: `what` is "unit:24", "version:24", "change"; unique within one plan.
using Ids = std::function<std::string(const std::string& what)>;
Ids born_at(Instant now);                        // for commands
Ids derived_from(const std::string& seed_name);  // for data that ships with the program: the same on every machine

// Refuses org.before_records, and org.reorganisation_faulty with the line of each fault: org.unit_unknown,
// org.later_change (a state that ended or begins on or after the day), org.unit_twice, org.code_twice,
// org.parent_unknown, org.parent_gone, org.child_outlives_parent, org.cycle, org.wrong_level, org.merge_with_itself,
// org.level_empty, org.nothing_changes.
Result<Plan> plan_reorganisation(const Forest& before, const Draft& draft, const Ids& ids);

void apply(const Plan& plan, Forest& forest);

// Taking a wrong reorganisation back: what it opened is superseded, what it closed stands again. Refuses
// org.counter_of_counter, org.already_countered, and org.later_change_depends naming the units changed since.
struct CounterPlan {
    std::vector<UnitVersion> superseded;
    std::vector<UnitVersion> restored;  // copies with new ids and an open end
};
Result<CounterPlan> plan_counter(const Forest& now, const Reorganisation& wrong, const Ids& ids);

}  // namespace cs::org
