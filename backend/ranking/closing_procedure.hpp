#pragma once
// From the last settled sheet to what the public reads (clause VI.5): the council's minutes close the ranking, one person proposes
// what is published, a second one publishes. What was closed stays: reopening ends the closing, the next one is a new one.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::ranking {

enum class ClosingState : unsigned char { open, closed, proposed, published, reopened };
enum class ClosingAction : unsigned char { close, propose_publication, publish, turn_down_publication, reopen };
enum class ClosingNeed : unsigned char {
    sheets_settled,     // every sheet of the round: what the units said against it is answered
    something_shown,    // totals, classes or ranks
    another_person,     // not the one who proposed
    reason_given,
};

inline constexpr auto closing_procedure = [] {
    using enum ClosingState;
    using enum ClosingAction;
    using enum ClosingNeed;
    using enum access::Role;
    constexpr Set<access::Role> holder = {district_reviewer, council_secretary, commendation_officer, province_coordinator};
    constexpr Set<access::Role> publisher_too = {district_reviewer, council_secretary, commendation_officer, province_coordinator, publisher};
    using P = Procedure<ClosingState, ClosingAction, access::Role, ClosingNeed, 5>;
    // clang-format off
    return P{"closing", open, {reopened}, {{
    //  action                 from                           to         who             needs                                 under
      { close,                 {open},                        closed,    holder,         {sheets_settled},                     "kh547.vi_5_2c" },
      { propose_publication,   {closed},                      proposed,  holder,         {something_shown},                    "kh547.vi_5_2c" },
      { publish,               {proposed},                    published, publisher_too,  {another_person},                     "cs.two_people_publish" },
      { turn_down_publication, {proposed},                    closed,    publisher_too,  {reason_given},                       "cs.two_people_publish" },
      { reopen,                {closed, proposed, published}, reopened,  holder,         {reason_given},                       "cs.history_stays" },
    }}};
    // clang-format on
}();
static_assert(closing_procedure.is_sound());

}    // namespace cs::ranking
