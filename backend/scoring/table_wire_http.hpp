#pragma once
// What travels about scoring tables; the names are the schemas of the API.
#include "access/action_http.hpp"
#include "scoring/agreement_commands.hpp"

namespace cs::scoring {

BOOST_DESCRIBE_ENUM(Combine, sum, max)
BOOST_DESCRIBE_ENUM(EffectOn, leaf, parent, group, knock_out, classification, tie, stage, table)
BOOST_DESCRIBE_ENUM(EffectKind, added, removed, changed)

namespace wire {

struct TableVersionRow {
    TableVersionId id;
    std::int64_t number;
    std::string title;
    int year;
    std::string paper_number, paper_issuer;
    std::optional<Day> paper_issued;
    Day applies_from;
    bool applies;    // today, for its year
    std::string digest, note, loaded_by;    // "": the program
    Instant loaded_at;
};
BOOST_DESCRIBE_STRUCT(TableVersionRow, (),
                      (id, number, title, year, paper_number, paper_issuer, paper_issued, applies_from, applies, digest, note, loaded_by, loaded_at))

struct ScoringTableRow {
    std::string id, title;    // of the newest version
    UnitId unit_id;
    std::string unit_name;
    std::vector<TableVersionRow> versions;    // newest first
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoringTableRow, (), (id, title, unit_id, unit_name, versions, actions))

struct ScoringTables {
    std::vector<ScoringTableRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoringTables, (), (items, actions))

struct TableItem {
    std::string id, title;
    std::string part;    // base, bonus, penalty
    int depth;
    std::string parent, group;    // ids; "" : none
    std::string max;
    int weight;
    std::optional<std::string> rule, rule_text;    // none: the sum of its children
    std::string scorer, evidence;
    int line;
};
BOOST_DESCRIBE_STRUCT(TableItem, (), (id, title, part, depth, parent, group, max, weight, rule, rule_text, scorer, evidence, line))

struct TableGroup {
    std::string id, title;
    std::string part;    // base, bonus, penalty
    std::optional<std::string> cap;
    Combine combine;
    bool above_scale;
    std::string most;    // what it may bring or take
};
BOOST_DESCRIBE_STRUCT(TableGroup, (), (id, title, part, cap, combine, above_scale, most))

struct TableKnockOut {
    std::string id, title, clause;
    std::optional<std::string> above;
    bool hold, holds_when_unknown;
};
BOOST_DESCRIBE_STRUCT(TableKnockOut, (), (id, title, clause, above, hold, holds_when_unknown))

struct TableClass {
    std::string id, title, from;
    std::optional<int> quota_count, quota_percent;
    std::optional<std::string> quota_round;
};
BOOST_DESCRIBE_STRUCT(TableClass, (), (id, title, from, quota_count, quota_percent, quota_round))

struct TableStage {
    std::string id, title, closes;
    bool by_field;
};
BOOST_DESCRIBE_STRUCT(TableStage, (), (id, title, closes, by_field))

struct TableRemark {
    std::string text, where;
    int line;
};
BOOST_DESCRIBE_STRUCT(TableRemark, (), (text, where, line))

struct TableContent {
    std::string slug, title;
    int year;
    std::string scale, step, items_sum, bonus_sum, penalty_sum;    // bonus and penalty: the most they may bring and take
    std::vector<TableItem> items;
    std::vector<TableGroup> groups;
    std::vector<TableKnockOut> knock_outs;
    std::vector<TableClass> classes;
    std::vector<std::string> ties;
    std::vector<TableStage> stages;
    std::optional<std::string> late_per_day, late_cap;
    bool reasons;
    std::vector<TableRemark> warnings;
};
BOOST_DESCRIBE_STRUCT(TableContent, (),
                      (slug, title, year, scale, step, items_sum, bonus_sum, penalty_sum, items, groups, knock_outs, classes, ties, stages, late_per_day,
                       late_cap, reasons, warnings))

struct ScoringTable {
    TableVersionRow version;
    UnitId unit_id;
    std::string unit_name, yaml;
    TableContent content;
    std::vector<TableVersionRow> versions;    // of the table, newest first
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoringTable, (), (version, unit_id, unit_name, yaml, content, versions, actions))

struct TableEffect {
    EffectOn on;
    EffectKind kind;
    std::string id, title, field;
    std::optional<std::string> from, to;
};
BOOST_DESCRIBE_STRUCT(TableEffect, (), (on, kind, id, title, field, from, to))

struct TableEffects {
    TableVersionRow older, newer;
    std::vector<TableEffect> items;
};
BOOST_DESCRIBE_STRUCT(TableEffects, (), (older, newer, items))

struct NewTableTrial {
    std::string yaml;
    std::optional<TableVersionId> against;
};
BOOST_DESCRIBE_STRUCT(NewTableTrial, (), (yaml, against))

struct TableTrial {
    std::vector<TableRemark> faults;
    std::optional<TableContent> content;    // none: there are faults
    std::vector<TableEffect> effects;
};
BOOST_DESCRIBE_STRUCT(TableTrial, (), (faults, content, effects))

struct NewScoringTable {
    std::string yaml;
    std::optional<std::string> note;
    std::optional<UnitId> unit_id;    // the holder of a new table
};
BOOST_DESCRIBE_STRUCT(NewScoringTable, (), (yaml, note, unit_id))

struct LoadedTable {
    TableVersionId id;
    std::int64_t number;
    std::optional<std::int64_t> before;    // the number of the last version of the year
    Day applies_from;
    std::vector<TableEffect> effects;
    std::vector<TableRemark> warnings;
};
BOOST_DESCRIBE_STRUCT(LoadedTable, (), (id, number, before, applies_from, effects, warnings))

// Shown in several answers.
TableVersionRow shown(const TableVersion& version, bool applies);
std::vector<TableEffect> shown(const std::vector<Effect>& effects);

}    // namespace wire
}    // namespace cs::scoring

template <>
inline const cs::json::Rules<cs::scoring::wire::NewTableTrial> cs::json::rules<cs::scoring::wire::NewTableTrial> = {
    {"yaml", {.min_length = 1, .max_length = 1'000'000}}};
template <>
inline const cs::json::Rules<cs::scoring::wire::NewScoringTable> cs::json::rules<cs::scoring::wire::NewScoringTable> = {
    {"yaml", {.min_length = 1, .max_length = 1'000'000}}, {"note", {.max_length = 2'000}}};
