#pragma once
// The half-year or year-end report of a unit: written, sent upwards with its paper, received or sent back. What comes late is received
// all the same, and stays marked as late.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::report {

enum class ReportState : unsigned char { draft, sent, returned, received };
enum class ReportAction : unsigned char { save, send, resend, receive, send_back };
enum class ReportNeed : unsigned char {
    speaks_for_unit,       // commune: clerk, head; district: besides its reviewer; province: its coordinator, its emulation office
    every_figure_known,    // 0 is a figure, nothing is not
    adjustments_reasoned,  // a figure that is not the sum of the units below says why
    day_in_order,          // not in the future, not before the last step, not before the period began
    receives_for_parent,   // the district while it stands, else the province; nobody receives the province's own
    not_the_sender,        // another person than who sent it
    reason_given,
};

inline constexpr auto periodic_procedure = [] {
    using enum ReportState;
    using enum ReportAction;
    using enum ReportNeed;
    using enum access::Role;
    constexpr Set<access::Role> writers = {unit_clerk, unit_head, district_reviewer, province_coordinator, commendation_officer};
    constexpr Set<access::Role> receivers = {district_reviewer, province_coordinator, commendation_officer};
    using P = Procedure<ReportState, ReportAction, access::Role, ReportNeed, 6>;
    // clang-format off
    return P{"periodic_report", draft, {}, {{
    //  action       from                to        who        needs                                                                       under
      { save,        {draft},            draft,    writers,   {speaks_for_unit},                                                          "kh547.vi_5_2b" },
      { save,        {returned},         returned, writers,   {speaks_for_unit},                                                          "kh547.vi_5_2b" },
      { send,        {draft},            sent,     writers,   {speaks_for_unit, every_figure_known, adjustments_reasoned, day_in_order},  "kh547.vi_5_2b" },
      { resend,      {returned},         sent,     writers,   {speaks_for_unit, every_figure_known, adjustments_reasoned, day_in_order},  "kh547.vi_5_2b" },
      { receive,     {sent},             received, receivers, {day_in_order, receives_for_parent, not_the_sender},                        "kh547.vi_5_2b" },
      { send_back,   {sent, received},   returned, receivers, {receives_for_parent, not_the_sender, reason_given},                        "kh547.vi_5_2b" },
    }}};
    // clang-format on
}();
static_assert(periodic_procedure.is_sound());

}    // namespace cs::report
