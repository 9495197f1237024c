#pragma once
// What a round is judged on: the version of the set it was opened with, the confirmations of today, and the sets its
// formulas name. `judged` keeps everything a verdict points into.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "assessment/sheet.hpp"
#include "criteria/commands.hpp"
#include "criteria/evaluation.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

struct Basis {
    criteria::Standing own;
    std::map<std::string, criteria::Standing> others;
    std::string region;
    int year;

    const criteria::CriteriaSet& set() const { return *own.set; }
    // Refuses what criteria::compile refuses.
    Result<criteria::Plan> plan() const;
};
Result<Basis> basis_of(Tx& tx, const Round& round, const std::string& region);

// An indicator of the set and the criterion it stands in; preconditions stand in none ("").
struct IndicatorPlace {
    const criteria::Indicator* indicator;
    std::string criterion;
};
std::vector<IndicatorPlace> indicators_of(const criteria::CriteriaSet& set);
// The indicator a line belongs to ("14.1#1" to "14.1"); a fact "@x" to none, and so does what the set does not know.
std::optional<IndicatorPlace> indicator_of_line(const criteria::CriteriaSet& set, const std::string& line);
// Every line a sheet may hold: indicators, their sub-conditions, the facts the set's rules ask for. In the set's order.
std::vector<std::string> lines_of(const criteria::Plan& plan);

// Which lines count now: of each indicator those of the last stage, up to `until`, that says anything of it; what an office
// said before it sent the indicator back does not count until it has looked again.
std::map<std::string, Line> effective(const criteria::CriteriaSet& set, const Values& values, const Items& items,
                                      Stage until = Stage::province);
// The values file of contracts.md for one unit: what is judged, received and digested; `chungsuc evaluate` reads it.
std::string values_file(const std::string& unit, const std::map<std::string, Line>& lines);

// The verdict on a values file. The plan must outlive it. Refuses criteria.values_refused with faults by line.
struct Judged {
    std::vector<criteria::UnitValues> values;
    criteria::UnitVerdict verdict;
};
Result<std::unique_ptr<Judged>> judged(const criteria::Plan& plan, const std::string& values_file, const std::string& unit);

// A yes/no indicator judged whole has no verdicts of its parts, but its parts may still be filled in.
std::vector<criteria::LeafVerdict> parts_of(const criteria::PlannedIndicator& planned, const criteria::IndicatorVerdict& judged,
                                            const criteria::UnitValues& values);

}    // namespace cs::assessment
