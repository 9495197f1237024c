#pragma once
// The pure evaluation: a plan and one unit's values give verdicts with every reason. Rules:
//  - threshold unknown, or value missing -> undetermined; exactly at the threshold -> compared as the comparator says;
//  - a criterion: not met if one indicator is not met, else undetermined if one is, else met; not applicable if all are;
//    without indicators undetermined. A unit likewise over its criteria and preconditions;
//  - provisional: the verdict would change if every comparison with an unsettled threshold became undetermined.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/plan.hpp"

namespace cs::criteria {

enum class Verdict : unsigned char { met, not_met, undetermined, not_applicable };
std::string_view word(Verdict verdict);

// Not met outweighs undetermined outweighs met; not applicable weighs nothing.
class Conjunction {
public:
    void add(Verdict verdict) { seen_ |= 1u << static_cast<unsigned>(verdict); }
    Verdict verdict() const {
        for (Verdict v : {Verdict::not_met, Verdict::undetermined, Verdict::met})
            if (seen_ & (1u << static_cast<unsigned>(v))) return v;
        return seen_ ? Verdict::not_applicable : Verdict::undetermined;
    }

private:
    unsigned seen_ = 0;
};

// One cell of a unit's values. `word` is kept for words without a declared scale.
struct Cell {
    std::optional<Decimal> number;
    std::optional<std::string> word;
    bool not_applicable = false;
    bool given() const { return number || word; }
};

struct UnitValues {
    std::string unit;
    std::vector<Cell> cells;    // Plan::slots of them
};

struct LeafVerdict {
    const Leaf* leaf;
    const Cell* value;                       // into the UnitValues judged
    std::optional<Amount> threshold;         // after alternative rules
    const FactTest* missing_fact = nullptr;  // what keeps the threshold open
    Verdict verdict = Verdict::undetermined;
    Verdict firm = Verdict::undetermined;    // with unsettled thresholds undetermined
};

struct IndicatorVerdict {
    LeafVerdict own;
    std::vector<LeafVerdict> parts;    // empty when a yes/no indicator was given whole
    Verdict verdict = Verdict::undetermined;
    Verdict firm = Verdict::undetermined;
};

struct CriterionVerdict {
    const Criterion* criterion;
    std::vector<IndicatorVerdict> because;
    Verdict verdict = Verdict::undetermined;
    Verdict firm = Verdict::undetermined;
};

struct UnitVerdict {
    std::string unit;
    int met = 0;
    int of = 0;    // criteria that apply
    Verdict verdict = Verdict::undetermined;
    bool provisional = false;
    std::vector<IndicatorVerdict> preconditions;
    std::vector<CriterionVerdict> criteria;
};

// `values` and the plan must outlive the verdict.
UnitVerdict judge(const Plan& plan, const UnitValues& values);

}    // namespace cs::criteria
