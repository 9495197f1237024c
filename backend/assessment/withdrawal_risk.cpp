#include "assessment/withdrawal_risk.hpp"

namespace cs::assessment {
namespace {

RiskRule fires(int part, bool key, const Risk& risk, const RiskRules& rules) {
    if (part == 0) return RiskRule::none;
    if (reaches(part, risk.of, rules.alone)) return RiskRule::alone;
    return key && reaches(part, risk.of, rules.with_key) ? RiskRule::with_key : RiskRule::none;
}

}    // namespace

Risk judge(const RiskFacts& facts, const RiskRules& rules) {
    Risk risk;
    for (const JudgedCriterion& c : facts.criteria) {
        risk.of += c.verdict != Verdict::not_applicable;
        risk.unmet += c.verdict == Verdict::not_met;
        risk.open += c.verdict == Verdict::undetermined;
        if (c.key && c.verdict == Verdict::not_met) risk.key_unmet.push_back(c.name);
        if (c.key && c.verdict == Verdict::undetermined) risk.key_open.push_back(c.name);
    }
    risk.certain = fires(risk.unmet, !risk.key_unmet.empty(), risk, rules);
    risk.possible = fires(risk.unmet + risk.open, !risk.key_unmet.empty() || !risk.key_open.empty(), risk, rules);
    if (rules.communes && facts.communes_withdrawn > 0 && reaches(facts.communes_withdrawn, facts.communes, *rules.communes))
        risk.certain = risk.possible = RiskRule::communes;
    return risk;
}

}    // namespace cs::assessment
