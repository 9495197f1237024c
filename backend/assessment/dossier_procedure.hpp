#pragma once
// The way of a recognition dossier (QĐ 18/2022/QĐ-TTg, from memory: recognition.* in law/parameters.tsv says how far it is
// confirmed). The district's steps need a district on the day of their paper: since 01/07/2025 there is none, and the dossier goes
// from the commune straight to the province. A vote missed at the commune sends the dossier back to its beginning.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::assessment {

enum class DossierState : unsigned char {
    absent, drafting, self_assessed, posted, agreed, submitted, checked, with_province, appraised, before_council, approved,
    decided, announced, completing_for_district, completing_for_province, turned_down, withdrawn,
};
enum class DossierAction : unsigned char {
    open, self_assess, post, hold_meeting, fail_meeting, submit, check, forward, receive, appraise, take_to_council, approve,
    return_from_council, decide, announce, send_back, complete, turn_down, withdraw,
};
enum class DossierNeed : unsigned char {
    unit_stands,           // as a unit of the kind the standing is for, on the day of the step
    nothing_else_open,     // no other dossier of the same unit and standing
    not_recognised_yet,    // the standing is not in force
    in_order,              // not before the step before it, not in the future
    posting_over,          // the meeting comes after the last day of the posting
    vote_reached,          // recognition.meeting_vote of those present
    vote_missed,
    district_stage,        // a commune with a district above it on that day
    no_district_stage,
    confirmations_given,   // debt, security, satisfaction: each by its office, none on hold
    opinions_given,        // every department in charge of a criterion of the set
    conditions_met,        // all four: none unmet, none without ground
};

inline constexpr auto dossier_procedure = [] {
    using enum DossierState;
    using enum DossierAction;
    using enum DossierNeed;
    constexpr Set<access::Role> unit = {access::Role::unit_clerk, access::Role::unit_head};
    constexpr auto district = access::Role::district_reviewer;
    constexpr auto province = access::Role::province_coordinator;
    constexpr auto secretary = access::Role::council_secretary;
    constexpr auto decider = access::Role::decider;
    constexpr Set<access::Role> announcing = {access::Role::unit_clerk, access::Role::unit_head, district, province};
    constexpr Set<DossierState> before_the_council = {drafting, self_assessed, posted,    agreed, submitted,
                                                      checked,  with_province, appraised, completing_for_district,
                                                      completing_for_province};
    // Also what a merged commune left with its district: the province alone can still end it.
    constexpr Set<DossierState> received = {submitted, checked, with_province, appraised, approved, completing_for_district, completing_for_province};
    using P = Procedure<DossierState, DossierAction, access::Role, DossierNeed, 21>;
    // clang-format off
    return P{"dossier", absent, {announced, turned_down, withdrawn}, {{
    //  action                from                                   to                        who                  needs                                                            under
      { open,                 {absent},                              drafting,                 unit,                {unit_stands, nothing_else_open, not_recognised_yet},            "qd18_2022.procedure" },
      { self_assess,          {drafting},                            self_assessed,            unit,                {unit_stands, in_order},                                         "qd18_2022.procedure" },
      { post,                 {self_assessed},                       posted,                   unit,                {unit_stands, in_order},                                         "qd18_2022.procedure" },
      { hold_meeting,         {posted},                              agreed,                   unit,                {unit_stands, in_order, posting_over, vote_reached},             "qd18_2022.procedure" },
      { fail_meeting,         {posted},                              self_assessed,            unit,                {unit_stands, in_order, posting_over, vote_missed},              "qd18_2022.procedure" },
      { submit,               {agreed},                              submitted,                unit,                {unit_stands, in_order},                                         "qd18_2022.procedure" },
      { check,                {submitted},                           checked,                  {district},          {unit_stands, in_order, district_stage},                         "qd18_2022.procedure" },
      { forward,              {checked},                             with_province,            {district},          {unit_stands, in_order, vote_reached, district_stage},           "qd18_2022.procedure" },
      { receive,              {submitted, checked},                  with_province,            {province},          {unit_stands, in_order, no_district_stage},                      "qd18_2022.procedure" },
      { appraise,             {with_province},                       appraised,                {province},          {unit_stands, in_order, confirmations_given, opinions_given},    "qd18_2022.procedure" },
      { take_to_council,      {appraised},                           before_council,           {secretary},         {unit_stands, in_order, conditions_met},                         "qd18_2022.procedure" },
      { approve,              {before_council},                      approved,                 {secretary},         {in_order, vote_reached},                                        "qd18_2022.procedure" },
      { return_from_council,  {before_council},                      appraised,                {secretary},         {in_order},                                                      "qd18_2022.procedure" },
      { decide,               {approved},                            decided,                  {province, decider}, {unit_stands, not_recognised_yet, in_order, conditions_met},     "cs.standing_by_decision" },
      { announce,             {decided},                             announced,                announcing,          {in_order},                                                      "qd18_2022.procedure" },
      { send_back,            {submitted, checked},                  completing_for_district,  {district},          {in_order, district_stage},                                      "qd18_2022.procedure" },
      { send_back,            {with_province, appraised},            completing_for_province,  {province},          {in_order},                                                      "qd18_2022.procedure" },
      { complete,             {completing_for_district},             submitted,                unit,                {unit_stands, in_order},                                         "qd18_2022.procedure" },
      { complete,             {completing_for_province},             with_province,            unit,                {unit_stands, in_order},                                         "qd18_2022.procedure" },
      { turn_down,            received,                              turned_down,              {province, decider}, {in_order},                                                      "qd18_2022.procedure" },
      { withdraw,             before_the_council,                    withdrawn,                unit,                {in_order},                                                      "cs.dossier_is_the_units" },
    }}};
    // clang-format on
}();
static_assert(dossier_procedure.is_sound());

}    // namespace cs::assessment
