#pragma once
// The check of one indicator at one stage as a table.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::assessment {

enum class ItemState : unsigned char { open, agreed, corrected, returned };
enum class ItemAction : unsigned char { agree, correct, send_back, answer };
enum class ItemNeed : unsigned char {
    in_charge,       // his office is in charge of the criterion today, or nobody is and he coordinates
    reason_given,
    due_day_ahead,   // a day by which the unit answers, not before today
    returns_left,    // assessment.returns, counted for each indicator and stage
};

inline constexpr auto item_procedure = [] {
    using enum ItemState;
    using enum ItemAction;
    using enum ItemNeed;
    constexpr auto clerk = access::Role::unit_clerk;
    constexpr auto head = access::Role::unit_head;
    constexpr Set<access::Role> checkers = {access::Role::district_reviewer, access::Role::department_verifier,
                                            access::Role::province_coordinator};
    using P = Procedure<ItemState, ItemAction, access::Role, ItemNeed, 4>;
    // clang-format off
    return P{"item", open, {}, {{
    //  action      from                       to         who            needs                                                   under
      { agree,      {open, corrected},         agreed,    checkers,      {in_charge},                                            "cs.check_by_charge" },
      { correct,    {open, agreed, corrected}, corrected, checkers,      {in_charge, reason_given},                              "cs.check_by_charge" },
      { send_back,  {open, agreed, corrected}, returned,  checkers,      {in_charge, reason_given, due_day_ahead, returns_left}, "cs.check_by_charge" },
      { answer,     {returned},                open,      {clerk, head}, {},                                                     "kh547.vi_7" },
    }}};
    // clang-format on
}();
static_assert(item_procedure.is_sound());

}    // namespace cs::assessment
