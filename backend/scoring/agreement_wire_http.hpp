#pragma once
// What travels about agreements.
#include "scoring/ambition.hpp"
#include "scoring/table_wire_http.hpp"

namespace cs::scoring {

BOOST_DESCRIBE_ENUM(AgreementState, absent, draft, registering, signing, in_force, closed, cancelled)
BOOST_DESCRIBE_ENUM(AgreementAction, open, amend, call_for_targets, register_targets, call_for_signatures, reopen_targets, sign, record_signature,
                    bring_into_force, change_members, bind_table, close, cancel)
BOOST_DESCRIBE_ENUM(Beside, unknown, better, same, worse)

namespace wire {

struct PaperNumber {
    std::string number;
    std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(PaperNumber, (), (number, day))

struct HolderRow {
    ScoringHolderId id;
    UnitId root_id;
    std::string root_name;
    UnitId holder_id;
    std::string holder_name;
    Day from;
    std::optional<Day> until;
    std::string number;
    std::optional<Day> day;
    std::string issuer;
};
BOOST_DESCRIBE_STRUCT(HolderRow, (), (id, root_id, root_name, holder_id, holder_name, from, until, number, day, issuer))

struct ScoringHolders {
    std::vector<HolderRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoringHolders, (), (items, actions))

struct NewHolder {
    UnitId root_id, holder_id;
    Day from;
    std::optional<Day> until;
    std::string number;
    Day day;
    std::string issuer;
};
BOOST_DESCRIBE_STRUCT(NewHolder, (), (root_id, holder_id, from, until, number, day, issuer))

struct AgreementRow {
    AgreementId id;
    std::string title;
    int year;
    UnitId holder_id;
    std::string holder_name;
    bool of_cluster;
    AgreementState state;
    int members, registered, signatures;    // of the members of today
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(AgreementRow, (), (id, title, year, holder_id, holder_name, of_cluster, state, members, registered, signatures, version))

struct Agreements {
    std::vector<AgreementRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Agreements, (), (items, actions))

struct IndicatorRow {
    int line;
    std::string title, unit;
    bool low_is_better;
    std::string set_id, indicator;    // "": none of a criteria set
};
BOOST_DESCRIBE_STRUCT(IndicatorRow, (), (line, title, unit, low_is_better, set_id, indicator))

struct YearValue {
    int year;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(YearValue, (), (year, value))

struct TargetAmbition {
    std::optional<std::string> peer_median, peer_best, trend;
    Beside than_baseline, than_median, than_best, than_trend;
};
BOOST_DESCRIBE_STRUCT(TargetAmbition, (), (peer_median, peer_best, trend, than_baseline, than_median, than_best, than_trend))

// One indicator of one member; `value` none: not registered.
struct MemberTarget {
    int line;
    std::optional<std::string> value, baseline;
    std::string baseline_source;
    std::vector<YearValue> past;    // oldest first
    bool past_appraised;            // else: what the unit registered in former years
    std::optional<TargetAmbition> ambition;
};
BOOST_DESCRIBE_STRUCT(MemberTarget, (), (line, value, baseline, baseline_source, past, past_appraised, ambition))

struct MemberRegistration {
    std::string number;
    std::optional<Day> day;
    Instant at;
    std::string by;
};
BOOST_DESCRIBE_STRUCT(MemberRegistration, (), (number, day, at, by))

struct MemberSignature {
    std::string name, position;
    bool by_paper;
    std::string number;
    std::optional<Day> day;
    Instant at;
    std::string by;
};
BOOST_DESCRIBE_STRUCT(MemberSignature, (), (name, position, by_paper, number, day, at, by))

struct MemberRow {
    UnitId unit_id;
    std::string unit_name;    // as it was called when it joined
    std::optional<UnitId> follower_id;    // who holds the membership since a reorganisation
    std::string follower_name;
    Day from;
    std::optional<Day> until;
    bool takes_part;    // today
    PaperNumber joined, left;
    std::optional<MemberRegistration> registration;
    std::vector<MemberTarget> targets;    // one for each indicator
    std::optional<MemberSignature> signature;
    std::vector<access::Action> actions;    // register_targets, sign_agreement, record_agreement_signature
};
BOOST_DESCRIBE_STRUCT(MemberRow, (),
                      (unit_id, unit_name, follower_id, follower_name, from, until, takes_part, joined, left, registration, targets, signature, actions))

struct BoundTableRow {
    TableVersionRow version;
    bool counts;    // today, for this agreement
};
BOOST_DESCRIBE_STRUCT(BoundTableRow, (), (version, counts))

struct StepAction {
    AgreementAction step;
    bool allowed;
    std::optional<std::string> because, clause;
};
BOOST_DESCRIBE_STRUCT(StepAction, (), (step, allowed, because, clause))

struct Agreement {
    AgreementRow row;
    PaperNumber paper;
    Day opened_on;
    std::vector<BoundTableRow> tables;
    std::vector<TableVersionRow> later_tables;    // of the same table and year, not bound yet
    std::vector<IndicatorRow> indicators;
    std::vector<MemberRow> members;
    std::vector<StepAction> steps;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (row, paper, opened_on, tables, later_tables, indicators, members, steps, actions))

struct NewIndicator {
    std::string title, unit;
    bool low_is_better;
    std::optional<std::string> set_id, indicator;
};
BOOST_DESCRIBE_STRUCT(NewIndicator, (), (title, unit, low_is_better, set_id, indicator))

struct AgreementContent {
    std::string title;
    TableVersionId table_id;
    std::vector<NewIndicator> indicators;
    std::vector<UnitId> member_ids;
};
BOOST_DESCRIBE_STRUCT(AgreementContent, (), (title, table_id, indicators, member_ids))

struct NewAgreement : AgreementContent {
    int year;
    UnitId holder_id;
    std::optional<org::ClusterId> cluster_id;
};
BOOST_DESCRIBE_STRUCT(NewAgreement, (AgreementContent), (year, holder_id, cluster_id))

struct NewStep {
    AgreementAction step;
    std::optional<std::string> number;
    std::optional<Day> day;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NewStep, (), (step, number, day, note))

struct RegisteredTarget {
    int line;
    std::string value;
    std::optional<std::string> baseline, baseline_source;
};
BOOST_DESCRIBE_STRUCT(RegisteredTarget, (), (line, value, baseline, baseline_source))

struct NewTargets {
    UnitId unit_id;
    std::vector<RegisteredTarget> targets;
    std::string number;
    std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(NewTargets, (), (unit_id, targets, number, day))

struct NewSignature {
    UnitId unit_id;
    std::string name, position;
};
BOOST_DESCRIBE_STRUCT(NewSignature, (), (unit_id, name, position))

struct NewPaperSignature : NewSignature {
    std::string number;
    std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(NewPaperSignature, (NewSignature), (number, day))

struct NewMembers {
    std::vector<UnitId> join, leave;
    Day from;
    std::string number;
    std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(NewMembers, (), (join, leave, from, number, day))

struct ChangedMembers {
    int before, after, signed_leaving, to_register, to_sign;
    std::optional<std::int64_t> version;    // none: a dry run
};
BOOST_DESCRIBE_STRUCT(ChangedMembers, (), (before, after, signed_leaving, to_register, to_sign, version))

struct NewBinding {
    TableVersionId table_id;
};
BOOST_DESCRIBE_STRUCT(NewBinding, (), (table_id))

struct BoundTables {
    TableVersionRow before, after;
    std::vector<TableEffect> effects;
    std::optional<std::int64_t> version;    // none: a dry run
};
BOOST_DESCRIBE_STRUCT(BoundTables, (), (before, after, effects, version))

}    // namespace wire
}    // namespace cs::scoring

template <>
inline const cs::json::Rules<cs::scoring::wire::AgreementContent> cs::json::rules<cs::scoring::wire::AgreementContent> = {
    {"title", {.max_length = 300}}, {"indicators", {.max_length = 60}}, {"member_ids", {.max_length = 1'000}}};
template <>
inline const cs::json::Rules<cs::scoring::wire::NewIndicator> cs::json::rules<cs::scoring::wire::NewIndicator> = {
    {"title", {.max_length = 300}}, {"unit", {.max_length = 60}}};
