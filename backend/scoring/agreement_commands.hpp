#pragma once
// What people do with agreements. Each leaves one journal entry, or nothing when refused: by the permission table,
// agreement.no_such_step, agreement.need.*, agreement.faulty with the faults of its form, agreement.stale.
#include "access/duty.hpp"
#include "assessment/territory.hpp"
#include "scoring/agreement_store.hpp"
#include "scoring/table_commands.hpp"
#include "scoring/table_effect.hpp"

namespace cs::scoring {

using assessment::Moment;

// By an officer of the unit that holds the table.
Result<TableLoading> load_table(const Moment& m, const std::string& yaml, const std::string& note, const std::optional<UnitId>& unit);

// ---- Who holds agreements and scoring

struct NewScoringHolder {
    UnitId root, holder;
    Day from;
    std::optional<Day> until;
    PaperRef paper;
    std::string issuer;
};
// Refuses agreement.faulty with agreement.number_missing, agreement.day_missing, agreement.day_in_future, agreement.period_turned,
// agreement.issuer_missing; agreement.holder_overlaps when another holds under the same root on one of these days.
Result<ScoringHolder> name_holder(const Moment& m, const NewScoringHolder& request);
// May the unit hold agreements on the day: a district while there are districts, or a unit a paper names. Answers the unit under which
// its members stand; none: nobody named it.
std::optional<UnitId> root_held_by(Tx& tx, const UnitId& unit, Day day);

// ---- The agreement

struct AgreementContent {
    std::string title;
    TableVersionId table;
    std::vector<AgreementIndicator> indicators;    // lines are counted anew
    std::vector<UnitId> members;                   // of a cluster's: none, the cluster's own members of the year
};
struct NewAgreement {
    int year;
    UnitId holder;    // of a cluster: its head
    std::optional<org::ClusterId> cluster;
    AgreementContent content;
};
// Refuses agreement.faulty with agreement.title_missing, agreement.year_impossible, agreement.no_indicators,
// agreement.indicator_title_missing, agreement.no_members, agreement.member_twice, agreement.member_elsewhere,
// agreement.table_of_other_year; agreement.need.holder_named where it is not the head of the cluster.
Result<Agreement> open_agreement(const Moment& m, const NewAgreement& request);
Result<Agreement> amend_agreement(const Moment& m, const AgreementId& id, const AgreementContent& content, std::optional<std::int64_t> seen = {});

struct AgreementStep {
    AgreementAction action;    // call_for_targets, call_for_signatures, reopen_targets, bring_into_force, close, cancel
    PaperRef paper = {};       // bring_into_force: the paper of the ceremony
    std::string note = {};     // cancel: why
};
// Refuses agreement.faulty with agreement.number_missing, agreement.day_missing, agreement.day_in_future, agreement.note_missing.
Result<Agreement> move_agreement(const Moment& m, const AgreementId& id, const AgreementStep& step, std::optional<std::int64_t> seen = {});

struct TargetsEntry {
    UnitId unit;    // the member as the agreement names it, also when its successor registers
    std::vector<AgreementTarget> targets;
    PaperRef paper;    // of the registration with the province
};
// Refuses agreement.faulty with agreement.target_missing {title}, agreement.line_unknown, agreement.line_twice, agreement.number_missing,
// agreement.day_missing, agreement.day_in_future, agreement.source_missing (a baseline without where it stands).
Result<Agreement> register_targets(const Moment& m, const AgreementId& id, const TargetsEntry& entry, std::optional<std::int64_t> seen = {});

struct SignatureEntry {
    UnitId unit;
    std::string name, position;
    PaperRef paper = {};    // only of record_signature
};
// His own unit's, now. Refuses agreement.faulty with agreement.name_missing, agreement.position_missing.
Result<Agreement> sign_agreement(const Moment& m, const AgreementId& id, const SignatureEntry& entry, std::optional<std::int64_t> seen = {});
// What was signed on paper at the ceremony; besides: agreement.number_missing, agreement.day_missing, agreement.day_in_future.
Result<Agreement> record_signature(const Moment& m, const AgreementId& id, const SignatureEntry& entry, std::optional<std::int64_t> seen = {});

// ---- Changes of an agreement in force

struct MembersChange {
    std::vector<UnitId> join, leave;
    Day from;    // leaving: the first day without
    PaperRef paper;
};
struct MembersEffect {
    int before = 0, after = 0;            // members on the day
    std::vector<UnitId> join, leave;
    int signed_leaving = 0;               // whose signature and targets stay readable and no longer count
    int to_register = 0, to_sign = 0;     // what the new ones still owe
};
// Refuses agreement.faulty with agreement.nothing_changes, agreement.already_member, agreement.not_a_member, agreement.member_elsewhere,
// agreement.was_member (a unit that left does not come back), agreement.last_members (fewer than two would stay) and those of a paper.
Result<MembersEffect> plan_members(const Moment& m, const Agreement& agreement, const MembersChange& change);
Result<Agreement> change_members(const Moment& m, const AgreementId& id, const MembersChange& change, std::optional<std::int64_t> seen = {});

struct TableBinding {
    StandingTable before, after;
    std::vector<Effect> effects;
};
// A later lawful paper: the next version of the same table and year. Refuses agreement.other_table, agreement.table_of_other_year,
// agreement.table_bound, agreement.table_applies_before {day}.
Result<TableBinding> plan_binding(const Moment& m, const Agreement& agreement, const TableVersionId& next);
Result<Agreement> bind_table(const Moment& m, const AgreementId& id, const TableVersionId& next, std::optional<std::int64_t> seen = {});

// ---- For views

// What waits for a member: its targets to be registered, its signature.
std::vector<access::Duty> agreement_duties(const Moment& m);

access::Operation operation_of(AgreementAction action);
// For buttons: as if the form brought what it asks for. `unit`: the member of register, sign and record_signature.
Done may_step(const Moment& m, const Agreement& agreement, AgreementAction action, const std::optional<UnitId>& unit = std::nullopt);
// What a unit was called on the day; of one that is gone, or not yet there, its nearest name.
std::string name_near(Tx& tx, const UnitId& unit, Day day);
// Who holds a membership today: the unit itself, or since a merger its one successor.
UnitId member_today(const Moment& m, const AgreementMember& member);
// Values of an indicator in years before, oldest first: as appraised where it is one of a criteria set, else what the unit registered
// under the same name in `earlier` agreements.
using YearValues = std::vector<std::pair<int, Decimal>>;
YearValues past_values(Tx& tx, const UnitId& unit, const AgreementIndicator& indicator, const std::vector<Agreement>& earlier);
// Agreements of former years that were signed.
std::vector<Agreement> earlier_than(Tx& tx, const Agreement& agreement);

}    // namespace cs::scoring
