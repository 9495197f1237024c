#pragma once
// The March score of one unit as a table (clause VI.5): which stages a round has is its own choice, so each begins only where
// the round has it next. The effective score is that of the last confirmed stage; nothing is final before what the unit says
// against it is answered.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::scoring {

enum class ScoreState : unsigned char {
    self_scoring, waiting, cross_check, recheck, field_scoring, cluster_scoring, council_scoring, announced, settled,
};
enum class ScoreAction : unsigned char {
    send, withdraw, begin_cross_check, begin_recheck, begin_field, begin_cluster, begin_council, confirm, announce, take_back, settle,
};
// In the order they are told.
enum class ScoreNeed : unsigned char {
    not_own_unit,         // a scorer may not score his own unit; he still sees it
    window_open,          // opens_on to closes_on inclusive, or the extension's day; later only where the table has a late penalty
    no_stage_confirmed,   // nothing after the unit's own sending
    last_stage_confirmed,
    every_leaf_scored,
    reasons_given,        // where a stage changed a score, if the table asks for reasons
    returns_answered,
    minutes_named,        // number, day and signer of the paper
    reason_given,
    objections_answered,
};

inline constexpr auto score_procedure = [] {
    using enum ScoreState;
    using enum ScoreAction;
    using enum ScoreNeed;
    using enum access::Role;
    constexpr Set<access::Role> unit = {unit_clerk, unit_head};
    constexpr Set<access::Role> team = {district_reviewer, province_coordinator};
    constexpr Set<access::Role> council = {council_secretary, commendation_officer};
    constexpr Set<access::Role> holder = {district_reviewer, council_secretary, commendation_officer, province_coordinator};
    using P = Procedure<ScoreState, ScoreAction, access::Role, ScoreNeed, 15>;
    // clang-format off
    return P{"score", self_scoring, {}, {{
    //  action              from                   to               who                    needs                                                                                under
      { send,               {self_scoring},        waiting,         unit,                  {window_open, every_leaf_scored, minutes_named},                                     "kh547.vi_5_2c" },
      { withdraw,           {waiting},             self_scoring,    unit,                  {no_stage_confirmed, reason_given},                                                  "kh547.vi_5_2c" },
      { begin_cross_check,  {waiting},             cross_check,     unit,                  {not_own_unit},                                                                      "kh547.vi_5_2c" },
      { begin_recheck,      {waiting},             recheck,         team,                  {not_own_unit},                                                                      "kh547.vi_5_2c" },
      { begin_field,        {waiting},             field_scoring,   {department_verifier}, {not_own_unit},                                                                      "kh547.vi_5_2c" },
      { begin_cluster,      {waiting},             cluster_scoring, unit,                  {not_own_unit},                                                                      "kh547.vi_5_2c" },
      { begin_council,      {waiting},             council_scoring, council,               {not_own_unit},                                                                      "kh547.vi_5_2c" },
      { confirm,            {cross_check},         waiting,         unit,                  {not_own_unit, every_leaf_scored, reasons_given, returns_answered, minutes_named},   "kh547.vi_5_2c" },
      { confirm,            {recheck},             waiting,         team,                  {not_own_unit, every_leaf_scored, reasons_given, returns_answered, minutes_named},   "kh547.vi_5_2c" },
      { confirm,            {field_scoring},       waiting,         {department_verifier}, {not_own_unit, every_leaf_scored, reasons_given, returns_answered, minutes_named},   "kh547.vi_5_2c" },
      { confirm,            {cluster_scoring},     waiting,         unit,                  {every_leaf_scored, reasons_given, returns_answered, minutes_named},                 "kh547.vi_5_2c" },
      { confirm,            {council_scoring},     waiting,         council,               {not_own_unit, every_leaf_scored, reasons_given, returns_answered, minutes_named},   "kh547.vi_5_2c" },
      { announce,           {waiting},             announced,       holder,                {last_stage_confirmed, minutes_named},                                               "kh547.vi_5_2c" },
      { take_back,          {announced, settled},  waiting,         holder,                {reason_given},                                                                      "cs.history_stays" },
      { settle,             {announced},           settled,         holder,                {objections_answered},                                                               "kh547.vi_5_2c" },
    }}};
    // clang-format on
}();
static_assert(score_procedure.is_sound());

}    // namespace cs::scoring
