#pragma once
// What offices outside the line of the dossier say of it: no debt (finance), security (police), satisfaction (the Front), and the
// opinion of each department in charge. Each is given by a paper, or put on hold by one; a later paper corrects an earlier one.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::assessment {

enum class ConfirmationKind : unsigned char { debt, security, survey, opinion };

enum class ConfirmationState : unsigned char { awaited, given, held };
enum class ConfirmationAction : unsigned char { give, hold };
enum class ConfirmationNeed : unsigned char {
    dossier_open,    // submitted, and not yet before the council
    in_charge,       // his office is named by a paper for this kind, this territory and this day
    in_order,        // not before the dossier was opened, not in the future
};

inline constexpr auto confirmation_procedure = [] {
    using enum ConfirmationState;
    using enum ConfirmationAction;
    using enum ConfirmationNeed;
    constexpr Set<access::Role> office = {access::Role::unit_clerk, access::Role::unit_head, access::Role::department_verifier};
    using P = Procedure<ConfirmationState, ConfirmationAction, access::Role, ConfirmationNeed, 2>;
    // clang-format off
    return P{"confirmation", awaited, {}, {{
    //  action  from                    to     who     needs                                 under
      { give,   {awaited, given, held}, given, office, {dossier_open, in_charge, in_order}, "cs.confirmation_by_office" },
      { hold,   {awaited, given, held}, held,  office, {dossier_open, in_charge, in_order}, "cs.confirmation_by_office" },
    }}};
    // clang-format on
}();
static_assert(confirmation_procedure.is_sound());

}    // namespace cs::assessment
