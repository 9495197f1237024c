#include "assessment/conditions.hpp"

#include <algorithm>

namespace cs::assessment {
namespace {

constexpr auto commune_clause = "qd18_2022.commune_conditions";

Condition begun(ConditionKind kind, const ConditionFacts& facts) {
    Condition c{kind};
    c.clause = facts.district_clause.empty() ? commune_clause : facts.district_clause;
    c.says.code = "condition." + std::string(word_of(kind)) + "_missing";
    return c;
}

// The verdict of a condition whose confirmation was put on hold, or never given, has no ground.
Condition held(Condition c, const Phrase& paper) {
    c.says.code = "condition." + std::string(word_of(c.kind)) + "_held";
    c.source = paper;
    return c;
}

Condition of_criteria(const ConditionFacts& facts) {
    Condition c = begun(ConditionKind::criteria, facts);
    if (!facts.criteria) {
        if (!facts.has_set) c.says.code = "condition.criteria_no_set";
        return c;
    }
    const CriteriaFact& f = *facts.criteria;
    c.verdict = f.verdict;
    c.provisional = f.provisional || !f.of_this_set;
    c.says.args = {{"set", f.set_title}, {"met", std::to_string(f.met)}, {"of", std::to_string(f.of)}};
    c.source = f.paper;
    for (const std::string& name : f.unmet) c.missing.push_back({"condition.line.unmet", {{"name", name}}});
    for (const std::string& name : f.open) c.missing.push_back({"condition.line.open", {{"name", name}}});
    const char* code = f.verdict == Verdict::met ? "condition.criteria_met" : "condition.criteria_unmet";
    if (f.of == 0) code = f.verdict == Verdict::met ? "condition.criteria_concluded_met" : "condition.criteria_concluded_unmet";
    c.says.code = code;
    return c;
}

Condition of_debt(const ConditionFacts& facts) {
    Condition c = begun(ConditionKind::debt, facts);
    if (!facts.debt) return c;
    if (facts.debt->held) return held(std::move(c), facts.debt->paper);
    std::int64_t total = 0;
    for (const DebtWork& w : facts.debt->works) {
        total += w.amount;
        c.missing.push_back({"condition.line.work", {{"work", w.work}, {"volume", w.volume}, {"amount", dong_text(w.amount)}}});
    }
    c.verdict = total == 0 ? Verdict::met : Verdict::not_met;
    c.says.code = total == 0 ? "condition.debt_none" : "condition.debt_open";
    c.says.args = {{"amount", dong_text(total)}, {"works", std::to_string(facts.debt->works.size())}};
    c.source = facts.debt->paper;
    return c;
}

Phrase line_of(const SurveyContent& content, const Mark& mark) {
    return {content.commune.empty() ? "condition.line.content" : "condition.line.content_of_commune",
            {{"commune", content.commune}, {"content", content.content},
             {"share", share_text(content.satisfied, content.answered)}, {"mark", shown(mark.percent)}}};
}

Condition of_satisfaction(const ConditionFacts& facts) {
    Condition c = begun(ConditionKind::satisfaction, facts);
    if (!facts.survey) return c;
    const SurveyFact& s = *facts.survey;
    if (s.held) return held(std::move(c), s.paper);
    c.source = s.paper;
    c.says.args = {{"share", share_text(s.counts.satisfied, s.counts.answered)},
              {"satisfied", std::to_string(s.counts.satisfied)}, {"answered", std::to_string(s.counts.answered)},
              {"asked", std::to_string(s.counts.asked)}, {"households", std::to_string(s.counts.households)}};
    if (!facts.overall) {
        c.says.code = "condition.satisfaction_no_mark";
        return c;
    }
    c.says.args.push_back({"mark", shown(facts.overall->percent)});
    c.provisional = !facts.overall->settled;
    bool met = reaches(s.counts.satisfied, s.counts.answered, facts.overall->percent);
    if (!met) c.missing.push_back({"condition.line.overall", c.says.args});
    for (const SurveyContent& content : s.contents) {
        if (!facts.each_content || reaches(content.satisfied, content.answered, facts.each_content->percent)) continue;
        met = false;
        c.provisional = c.provisional || !facts.each_content->settled;
        c.missing.push_back(line_of(content, *facts.each_content));
    }
    // How many households must be asked is another province's practice: too few is said, and decides nothing.
    if (facts.coverage && !reaches(s.counts.asked, s.counts.households, facts.coverage->percent)) {
        c.provisional = true;
        c.missing.push_back({"condition.line.coverage",
                             {{"share", share_text(s.counts.asked, s.counts.households)}, {"mark", shown(facts.coverage->percent)}}});
    }
    c.verdict = met ? Verdict::met : Verdict::not_met;
    c.says.code = met ? "condition.satisfaction_met" : "condition.satisfaction_unmet";
    return c;
}

Condition of_security(const ConditionFacts& facts) {
    Condition c = begun(ConditionKind::security, facts);
    if (facts.security_of_2024 && facts.district_clause.empty()) c.clause = "qd03_2024.security";
    const std::string wording = facts.security_of_2024 ? "_2024" : "";
    c.says.code = "condition.security_missing" + wording;
    if (!facts.security) return c;
    if (facts.security->held) return held(std::move(c), facts.security->paper);
    c.verdict = facts.security->met ? Verdict::met : Verdict::not_met;
    c.says.code = (facts.security->met ? "condition.security_met" : "condition.security_unmet") + wording;
    c.source = facts.security->paper;
    return c;
}

}    // namespace

Conditions judge(const ConditionFacts& facts) {
    Conditions all{of_criteria(facts), of_debt(facts), of_satisfaction(facts), of_security(facts)};
    for (Condition& c : all)
        if (!facts.law_settled && c.verdict != Verdict::undetermined) c.provisional = true;
    return all;
}

Verdict verdict_of(const Conditions& conditions) {
    criteria::Conjunction all;
    for (const Condition& c : conditions) all.add(c.verdict);
    return all.verdict();
}

bool is_provisional(const Conditions& conditions) {
    return std::any_of(conditions.begin(), conditions.end(), [](const Condition& c) { return c.provisional; });
}

std::string dong_text(std::int64_t amount) {
    std::string text = std::to_string(amount);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ".");
    return text;
}

}    // namespace cs::assessment
