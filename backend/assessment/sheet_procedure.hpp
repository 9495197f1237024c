#pragma once
// The yearly review of one unit as a table. The district stages are steps whose need reads the dated structure of
// government: since 01/07/2025 there is no district, and a sheet goes straight to the departments.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::assessment {

enum class SheetState : unsigned char {
    draft, submitted, district_check, returned_by_district, department_check, returned_by_department, checked, appraised,
};
enum class SheetAction : unsigned char {
    submit, withdraw, begin_district_check, begin_department_check, return_to_unit, resubmit, conclude_check, appraise, reopen,
};
enum class SheetNeed : unsigned char {
    window_open,             // opens_on to closes_on inclusive, or the extension's day, with the minutes of grace
    every_line_answered,     // each indicator has a value, is left out where the set allows, or is explained
    last_year_confirmed,     // no value of last year stands untouched
    paper_named,             // number and day of the report, and how it was sent
    reason_given,
    district_stands,         // government_structure of today has districts
    district_gone,
    all_items_settled,       // each indicator agreed or corrected at this stage
    returned_items_answered,
    verdict_decided,         // met or not met: undetermined gives no result
};

inline constexpr auto sheet_procedure = [] {
    using enum SheetState;
    using enum SheetAction;
    using enum SheetNeed;
    constexpr auto clerk = access::Role::unit_clerk;
    constexpr auto head = access::Role::unit_head;
    constexpr auto district = access::Role::district_reviewer;
    constexpr auto department = access::Role::department_verifier;
    constexpr auto province = access::Role::province_coordinator;
    using P = Procedure<SheetState, SheetAction, access::Role, SheetNeed, 13>;
    // clang-format off
    return P{"sheet", draft, {}, {{
    //  action                   from                                        to                      who                     needs                                                            under
      { submit,                  {draft},                                    submitted,              {clerk, head},          {window_open, every_line_answered, last_year_confirmed, paper_named}, "kh547.vi_7" },
      { withdraw,                {submitted},                                draft,                  {clerk, head},          {reason_given},                                                  "cs.review_by_round" },
      { begin_district_check,    {submitted},                                district_check,         {district},             {district_stands},                                               "qd18_2022.procedure" },
      { begin_department_check,  {submitted, district_check},                department_check,       {department, province}, {district_gone},                                                 "qd18_2022.procedure" },
      { return_to_unit,          {district_check, returned_by_district},     returned_by_district,   {district},             {reason_given},                                                  "cs.check_by_charge" },
      { return_to_unit,          {department_check, returned_by_department}, returned_by_department, {department, province}, {reason_given},                                                  "cs.check_by_charge" },
      { return_to_unit,          {checked},                                  returned_by_department, {province},             {reason_given},                                                  "cs.check_by_charge" },
      { resubmit,                {returned_by_district},                     district_check,         {clerk, head},          {paper_named, returned_items_answered},                          "kh547.vi_7" },
      { resubmit,                {returned_by_department},                   department_check,       {clerk, head},          {paper_named, returned_items_answered},                          "kh547.vi_7" },
      { conclude_check,          {district_check},                           department_check,       {district},             {all_items_settled},                                             "qd18_2022.procedure" },
      { conclude_check,          {department_check},                         checked,                {department, province}, {all_items_settled},                                             "qd18_2022.procedure" },
      { appraise,                {checked},                                  appraised,              {province},             {verdict_decided},                                               "qd18_2022.procedure" },
      { reopen,                  {appraised},                                checked,                {province},             {reason_given},                                                  "cs.history_stays" },
    }}};
    // clang-format on
}();
static_assert(sheet_procedure.is_sound());

}    // namespace cs::assessment
