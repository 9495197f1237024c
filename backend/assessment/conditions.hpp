#pragma once
// The four conditions of QĐ 18/2022/QĐ-TTg as a pure function: criteria, no debt, satisfaction, security; each met, not met or
// without ground (undetermined), each with its clause, the data it used and where they come from. Nothing unconfirmed decides: what
// rests on a number nobody has confirmed is provisional, what rests on an unknown one has no ground.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "assessment/share.hpp"
#include "base/result.hpp"
#include "criteria/evaluation.hpp"

namespace cs::assessment {

using criteria::Verdict;

enum class ConditionKind : unsigned char { criteria, debt, satisfaction, security };

// A sentence and its parameters; i18n "condition.…".
struct Phrase {
    std::string code;
    Args args;
};

// Of the latest appraised result under the set of the standing; of a residential area, what the province's report concluded.
struct CriteriaFact {
    std::string set_title;
    Phrase paper;    // the result of a year, or the province's report
    Verdict verdict;
    int met = 0, of = 0;
    bool provisional = false;
    bool of_this_set = true;         // false: an earlier set than the one in force on the day
    std::vector<std::string> unmet = {}, open = {};    // "5. Trường học"
};

struct DebtWork {
    std::string work, volume;
    std::int64_t amount;    // đồng, no capital allocated
};
struct DebtFact {
    bool held;
    std::vector<DebtWork> works;
    Phrase paper;
};

struct SurveyContent {
    std::string commune;    // of a district's survey; "" for the unit itself
    std::string content;
    std::int64_t answered, satisfied;
};
struct SurveyCounts {
    std::int64_t households, asked, answered, satisfied;
};
struct SurveyFact {
    bool held;
    SurveyCounts counts;
    std::vector<SurveyContent> contents;
    Phrase paper;
};

struct SecurityFact {
    bool held, met;
    Phrase paper;
};

// A percentage of the law or of the province, and whether anybody has shown it on paper.
struct Mark {
    Decimal percent;
    bool settled;
    std::string source;
};

struct ConditionFacts {
    bool law_settled = true;    // false: conditions of a district (from memory), or a day whose regime nobody has shown
    bool has_set = true;        // a set stands for this standing on the day
    bool security_of_2024 = false;
    std::optional<CriteriaFact> criteria = {};
    std::optional<DebtFact> debt = {};
    std::optional<SurveyFact> survey = {};
    std::optional<SecurityFact> security = {};
    std::optional<Mark> overall = {}, each_content = {}, coverage = {};
    std::string district_clause = {};    // "" for a commune
};

struct Condition {
    ConditionKind kind;
    Verdict verdict = Verdict::undetermined;
    bool provisional = false;
    std::string clause = {};
    Phrase says = {};
    std::optional<Phrase> source = {};    // the paper it rests on
    std::vector<Phrase> missing = {};     // a criterion, a work without capital, a content of the survey
};
using Conditions = std::array<Condition, 4>;    // in the order of the enum

Conditions judge(const ConditionFacts& facts);
Verdict verdict_of(const Conditions& conditions);
bool is_provisional(const Conditions& conditions);

std::string dong_text(std::int64_t amount);    // "1.250.000.000"

}    // namespace cs::assessment
