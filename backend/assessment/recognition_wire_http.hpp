#pragma once
// What travels about recognition dossiers, confirmations and what a unit still lacks.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "assessment/dossier_commands.hpp"
#include "assessment/dossier_path.hpp"
#include "assessment/sheet_words_http.hpp"
#include "assessment/wire_http.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(DossierState, absent, drafting, self_assessed, posted, agreed, submitted, checked, with_province, appraised,
                    before_council, approved, decided, announced, completing_for_district, completing_for_province, turned_down, withdrawn)
BOOST_DESCRIBE_ENUM(DossierAction, open, self_assess, post, hold_meeting, fail_meeting, submit, check, forward, receive, appraise,
                    take_to_council, approve, return_from_council, decide, announce, send_back, complete, turn_down, withdraw)
BOOST_DESCRIBE_ENUM(ConfirmationKind, debt, security, survey, opinion)
BOOST_DESCRIBE_ENUM(ConfirmationState, awaited, given, held)
BOOST_DESCRIBE_ENUM(ConditionKind, criteria, debt, satisfaction, security)
BOOST_DESCRIBE_ENUM(PathStatus, done, now, next, stopped)

namespace wire {

// ---- What is read

struct DossierRow {
    DossierId id;
    UnitId unit_id;
    std::string unit_name, area;
    Standing standing;
    std::string field;
    int year;
    DossierState state;
    Day opened_on, last_on;
    std::optional<Day> received_on, due_on;
    std::string holder_name;
    bool open;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(DossierRow, (),
                      (id, unit_id, unit_name, area, standing, field, year, state, opened_on, last_on, received_on, due_on,
                       holder_name, open, version))

struct Dossiers {
    std::vector<DossierRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Dossiers, (), (items, actions))

struct VoteCount {
    std::int64_t present, in_favour, against, needed;
};
BOOST_DESCRIBE_STRUCT(VoteCount, (), (present, in_favour, against, needed))

struct DossierStep {
    int sequence;
    std::string action, to;
    Day on;
    std::string number;    // "unknown": nobody has shown it
    std::optional<Day> day;
    std::string signer;
    Via via;
    std::string holder_name;
    std::optional<Day> from, until;
    std::optional<VoteCount> vote;
    std::optional<std::string> conclusion;
    bool provisional;
    std::string note;
    std::vector<std::string> requests;
    std::optional<Day> due_on;
    std::optional<std::string> receipt;
    Instant at;
    std::string by_name;
};
BOOST_DESCRIBE_STRUCT(DossierStep, (),
                      (sequence, action, to, on, number, day, signer, via, holder_name, from, until, vote, conclusion, provisional,
                       note, requests, due_on, receipt, at, by_name))

struct DossierStage {
    DossierAction action;
    PathStatus status;
    std::optional<int> step;
};
BOOST_DESCRIBE_STRUCT(DossierStage, (), (action, status, step))

struct ConditionView {
    ConditionKind kind;
    std::string verdict;
    bool provisional;
    std::string clause, says;
    std::optional<std::string> source;
    std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(ConditionView, (), (kind, verdict, provisional, clause, says, source, missing))

struct DebtWorkItem {
    std::string work, volume;
    std::int64_t amount;
};
BOOST_DESCRIBE_STRUCT(DebtWorkItem, (), (work, volume, amount))

struct SurveyContentItem {
    std::optional<std::string> commune;
    std::string content;
    int answered, satisfied;
};
BOOST_DESCRIBE_STRUCT(SurveyContentItem, (), (commune, content, answered, satisfied))

struct ConfirmationView {
    ConfirmationKind kind;
    ConfirmationState state;
    UnitId holder_id;
    std::string holder_name;
    std::optional<std::string> verdict;
    std::optional<Day> on;
    std::optional<std::string> number, signer, note;
    std::optional<std::int64_t> households, asked, answered, satisfied;
    std::vector<DebtWorkItem> works;
    std::vector<SurveyContentItem> contents;
};
BOOST_DESCRIBE_STRUCT(ConfirmationView, (),
                      (kind, state, holder_id, holder_name, verdict, on, number, signer, note, households, asked, answered, satisfied,
                       works, contents))

struct DossierView {
    DossierRow dossier;
    std::string regime_name, set_title;
    std::vector<DossierStage> path;
    std::vector<DossierStep> steps;
    std::vector<ConfirmationView> confirmations;
    std::vector<ConditionView> conditions;
    std::string verdict;
    bool provisional;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(DossierView, (),
                      (dossier, regime_name, set_title, path, steps, confirmations, conditions, verdict, provisional, actions))

struct StandingView {
    UnitId unit_id;
    std::string unit_name;
    Day on;
    std::optional<RecognitionRow> current;
    std::optional<Standing> next;
    std::optional<std::string> why;    // why there is no next one
    std::optional<DossierId> dossier_id;
    std::vector<ConditionView> conditions;
    std::string verdict;
    bool provisional;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(StandingView, (),
                      (unit_id, unit_name, on, current, next, why, dossier_id, conditions, verdict, provisional, actions))

struct RecognitionChargeRow {
    ChargeOfRecognitionId id;
    ConfirmationKind kind;
    UnitId root_id, holder_id;
    std::string root_name, holder_name;
    Day from;
    std::optional<Day> until;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(RecognitionChargeRow, (), (id, kind, root_id, holder_id, root_name, holder_name, from, until, paper))

struct RecognitionCharges {
    std::vector<RecognitionChargeRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(RecognitionCharges, (), (items, actions))

struct SatisfactionMarkRow {
    SatisfactionMarkId id;
    Standing standing;
    std::string overall;
    std::optional<std::string> each_content;
    Day from;
    std::string number;
    std::optional<Day> day;
    std::string signer;
};
BOOST_DESCRIBE_STRUCT(SatisfactionMarkRow, (), (id, standing, overall, each_content, from, number, day, signer))

struct SatisfactionMarks {
    std::vector<SatisfactionMarkRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(SatisfactionMarks, (), (items, actions))

}    // namespace wire
}    // namespace cs::assessment
