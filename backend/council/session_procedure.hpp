#pragma once
// A session of the appraisal council: planned with its agenda, opened with a quorum, each matter counted, closed by its minutes. The
// dossiers go on or back when the minutes are entered, not before.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::council {

enum class SessionState : unsigned char { absent, planned, sitting, closed, cancelled };
enum class SessionAction : unsigned char { plan, convene, vote, close, cancel };
enum class SessionNeed : unsigned char {
    council_sits,           // it has members on the day of the session
    day_come,               // not before its day
    quorum_met,             // recognition.council_quorum of the members of that day
    every_matter_counted,
    minutes_in_order,       // not before the session
};

inline constexpr auto session_procedure = [] {
    using enum SessionState;
    using enum SessionAction;
    using enum SessionNeed;
    constexpr auto secretary = access::Role::council_secretary;
    using P = Procedure<SessionState, SessionAction, access::Role, SessionNeed, 5>;
    // clang-format off
    return P{"session", absent, {closed, cancelled}, {{
    //  action    from                to         who          needs                                     under
      { plan,     {absent},           planned,   {secretary}, {council_sits},                           "cs.appraisal_council" },
      { convene,  {planned},          sitting,   {secretary}, {day_come, quorum_met},                   "cs.appraisal_council" },
      { vote,     {sitting},          sitting,   {secretary}, {},                                       "cs.appraisal_council" },
      { close,    {sitting},          closed,    {secretary}, {every_matter_counted, minutes_in_order}, "cs.appraisal_council" },
      { cancel,   {planned, sitting}, cancelled, {secretary}, {},                                       "cs.appraisal_council" },
    }}};
    // clang-format on
}();
static_assert(session_procedure.is_sound());

}    // namespace cs::council
