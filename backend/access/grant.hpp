#pragma once
// A role held in a unit, from–to, with who proposed and who decided it.
#include <optional>
#include <string>

#include "access/actor.hpp"
#include "access/grant_procedure.hpp"

namespace cs::access {

struct GrantRecord {
    Grant grant;
    PersonId person;
    std::string person_name = {};
    GrantState state = GrantState::proposed;
    std::string paper = {};    // number and day of the paper that appoints, in the proposer's words
    std::optional<PersonId> proposed_by = {}, decided_by = {};
    std::string proposed_by_name = {}, decided_by_name = {};
    std::int64_t version = 1;
    std::string delegated_by_name = {};
};

// The administrator runs the machine and takes no part in assessments, so he holds no other role at the same time.
bool compatible(Role a, Role b);

// What the needs are decided on; loaded before, nothing is read here.
struct GrantFacts {
    bool for_himself = false, by_the_proposer = false, person_active = true, unit_stands = true, roles_compatible = true,
         reason_given = false, within_period = true, administrator_remains = true;
    bool own_role = true, within_the_days = true, within_own_period = true, paper_named = true, given_by_himself = true;
};
Set<GrantNeed> met(const GrantFacts& facts);

}    // namespace cs::access
