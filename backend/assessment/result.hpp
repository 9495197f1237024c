#pragma once
// The appraised result (kết quả thẩm định): what the province finds after every check. It has no legal force; a recognition
// leans on it.
#include <optional>
#include <string>
#include <vector>

#include "assessment/sheet.hpp"
#include "criteria/evaluation.hpp"

namespace cs::assessment {

struct ResultHead {
    int sequence = 0;    // 1, 2, … : a reopened result stays, the next one follows it
    criteria::Verdict verdict = criteria::Verdict::not_met;    // met or not_met
    int met = 0, of = 0;
    bool provisional = false;    // it would change if what rests on an unconfirmed threshold were undetermined
    Instant given_at = {};
    std::optional<Instant> reopened_at = {};
};

struct CriterionResult {
    std::string criterion;
    criteria::Verdict verdict;
};

struct AppraisedResult {
    ResultHead head;
    std::string content;    // the values it was judged on, as a values file
    std::string report;     // the verdict with every reason, as `chungsuc evaluate` prints it
    std::string digest;     // of content and report
    std::string paper_number;    // of the notice; "" when there is none
    std::optional<Day> paper_day;
    std::string note;
    std::optional<PersonId> given_by;
    std::vector<CriterionResult> criteria;
};

// One paper of an office that confirms a criterion for many units.
struct CheckPaper {
    CheckPaperId id;
    RoundId round;
    Stage stage;
    std::string criterion;
    UnitId holder;
    std::string number;
    Day day;
    std::string signer;
};

}    // namespace cs::assessment
