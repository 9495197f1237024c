#pragma once
// What travels about rounds, sheets and standings; the names are the schemas of the API.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "assessment/register.hpp"
#include "platform/json/json.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(Standing, standard, advanced, model, task_completed, model_area)

namespace wire {

struct RecognitionWithdrawal {
    std::string number;
    std::optional<Day> decided_on;
    std::string signer;
    Day ends_on;
    std::string ground;
};
BOOST_DESCRIBE_STRUCT(RecognitionWithdrawal, (), (number, decided_on, signer, ends_on, ground))

struct RecognitionRow {
    RecognitionId id;
    UnitId unit_id;
    std::string unit_name, area;
    Standing standing;
    std::string field;
    int year;
    std::string number;    // "unknown": nobody has shown it
    std::optional<Day> decided_on;
    std::string signer;
    Day counts_from;
    std::string clause, source, confidence;
    std::optional<RecognitionWithdrawal> withdrawal;
};
BOOST_DESCRIBE_STRUCT(RecognitionRow, (),
                      (id, unit_id, unit_name, area, standing, field, year, number, decided_on, signer, counts_from, clause,
                       source, confidence, withdrawal))

inline RecognitionRow shown(const Recognition& r, const std::string& unit_name) {
    RecognitionRow row{r.id, r.unit, unit_name, r.area, r.standing, r.field, r.year, r.decision.number, r.decision.day,
                       r.decision.signer, r.counts_from, r.clause, r.source, std::string(law::word(r.confidence)), std::nullopt};
    if (r.withdrawal)
        row.withdrawal = RecognitionWithdrawal{r.withdrawal->paper.number, r.withdrawal->paper.day, r.withdrawal->paper.signer,
                                               r.withdrawal->ends_on, r.withdrawal->ground};
    return row;
}

struct Recognitions {
    std::vector<RecognitionRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Recognitions, (), (items, actions))

struct NewRecognition {
    UnitId unit_id;
    std::optional<std::string> area;
    Standing standing;
    std::optional<std::string> field;
    int year;
    std::string number;
    std::optional<Day> decided_on;
    std::string signer;
    Day counts_from;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(NewRecognition, (),
                      (unit_id, area, standing, field, year, number, decided_on, signer, counts_from, source))

}    // namespace wire
}    // namespace cs::assessment
