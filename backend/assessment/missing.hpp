#pragma once
// "Còn thiếu gì": what a unit lacks for its next standing, over all four conditions, from its latest appraised result and the dossier
// that is under way. It is an answer, not a decision: only a dossier gives a standing.
#include "assessment/condition_facts.hpp"
#include "assessment/territory.hpp"

namespace cs::assessment {

struct StandingAnswer {
    UnitId unit;
    Day on;
    std::optional<Recognition> current;
    std::optional<Standing> next;    // none: the highest is reached, or the unit has no standings (`why`)
    std::string why = {};            // i18n "standing_answer.…"
    std::optional<DossierId> dossier = {};
    std::optional<Conditions> conditions = {};
};
// Refuses org.unit_unknown_id, org.unit_not_on_day and what the permission table refuses.
Result<StandingAnswer> what_is_missing(const Moment& m, const UnitId& unit, Day on);

}    // namespace cs::assessment
