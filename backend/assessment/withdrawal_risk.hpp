#pragma once
// When a recognition must be reconsidered (QĐ 18/2022/QĐ-TTg), as a pure function. A unit that no longer meets 30 % to under 50 % of
// the criteria, one of the key ones among them, or 50 % and more. Certain counts what is not met; possible counts besides what has no
// ground. Of a district also the share of its communes whose recognition was withdrawn.
#include <optional>
#include <string>
#include <vector>

#include "assessment/conditions.hpp"

namespace cs::assessment {

struct RiskRules {
    Decimal with_key, alone;             // percentages
    std::optional<Decimal> communes;     // of a district
};
struct JudgedCriterion {
    std::string name;
    Verdict verdict;
    bool key;    // named by the rule
};
struct RiskFacts {
    std::vector<JudgedCriterion> criteria;
    int communes = 0, communes_withdrawn = 0;
};

enum class RiskRule : unsigned char { none, with_key, alone, communes };
struct Risk {
    int of = 0, unmet = 0, open = 0;    // criteria that apply, not met, without ground
    RiskRule certain = RiskRule::none, possible = RiskRule::none;
    std::vector<std::string> key_unmet, key_open;
    bool exists() const { return certain != RiskRule::none || possible != RiskRule::none; }
};
Risk judge(const RiskFacts& facts, const RiskRules& rules);

}    // namespace cs::assessment
