#pragma once
// What travels about rounds of scoring and their sheets. Points travel as exact decimals.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "scoring/score_commands.hpp"

namespace cs::scoring {

BOOST_DESCRIBE_ENUM(StageKind, self, cross_check, recheck, field, cluster, council)
BOOST_DESCRIBE_ENUM(HeadSeat, head, deputy)
BOOST_DESCRIBE_ENUM(ScoreState, self_scoring, waiting, cross_check, recheck, field_scoring, cluster_scoring, council_scoring, announced, settled)
BOOST_DESCRIBE_ENUM(FactKind, knock_out, hold, last_year, council_place, adjusted_place)

namespace wire {

// ---- Rounds

struct ScoreStageView {
    std::string id, title;
    StageKind kind;
    Day closes_on;
};
BOOST_DESCRIBE_STRUCT(ScoreStageView, (), (id, title, kind, closes_on))

struct ScoreRoundRow {
    ScoreRoundId id;
    int year;
    std::string title;
    UnitId root_id;
    std::string root_name;
    TableVersionId table_id;
    std::string table_title, table_paper;
    Day opens_on, closes_on;
    bool is_blind;
    std::string paper;
    std::vector<ScoreStageView> stages;
    int sheets, sent, settled;    // of those the caller sees
    std::optional<ScoreSheetId> own_sheet;    // of the caller's own unit
};
BOOST_DESCRIBE_STRUCT(ScoreRoundRow, (),
                      (id, year, title, root_id, root_name, table_id, table_title, table_paper, opens_on, closes_on, is_blind, paper, stages, sheets,
                       sent, settled, own_sheet))

struct ScoreRounds {
    std::vector<ScoreRoundRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoreRounds, (), (items, actions))

struct ScoreSheetRow {
    ScoreSheetId id;
    std::optional<UnitId> unit_id;    // none: blind
    std::string label, cluster;
    ScoreState state;
    std::string stage;    // title of the last confirmed one
    Day last_day;
    std::optional<Day> sent_on;
    int late_days;
    Decimal base, bonus, penalty, total;
    int returned, objections;    // open ones
    bool is_own, is_mine_to_score;
};
BOOST_DESCRIBE_STRUCT(ScoreSheetRow, (),
                      (id, unit_id, label, cluster, state, stage, last_day, sent_on, late_days, base, bonus, penalty, total, returned, objections, is_own,
                       is_mine_to_score))

struct ScoreExtensionView {
    std::optional<UnitId> unit_id;
    std::string unit_name;    // "": all
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ScoreExtensionView, (), (unit_id, unit_name, until, paper_number, paper_day, reason))

struct ScoreRoundView {
    ScoreRoundRow round;
    std::string seed;
    std::vector<ScoreExtensionView> extensions;
    std::vector<ScoreSheetRow> sheets;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoreRoundView, (), (round, seed, extensions, sheets, actions))

struct ChosenStageInput {
    std::string id;
    std::optional<StageKind> kind;
};
BOOST_DESCRIBE_STRUCT(ChosenStageInput, (), (id, kind))
struct OfficeInput {
    std::string scorer;
    UnitId unit_id;
};
BOOST_DESCRIBE_STRUCT(OfficeInput, (), (scorer, unit_id))
struct NewScoreRound {
    TableVersionId table;
    std::string title;
    UnitId root_id;
    std::optional<std::string> unit_kind;
    std::optional<std::vector<org::ClusterId>> clusters;
    std::optional<Day> units_on, opens_on, closes_on;
    std::optional<std::vector<ChosenStageInput>> stages;
    std::optional<std::vector<OfficeInput>> offices;
    bool is_blind;
    std::optional<std::string> seed;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(NewScoreRound, (),
                      (table, title, root_id, unit_kind, clusters, units_on, opens_on, closes_on, stages, offices, is_blind, seed, paper))
struct OpenedScoreRound {
    ScoreRoundId id;
    int sheets;
    std::string seed;
};
BOOST_DESCRIBE_STRUCT(OpenedScoreRound, (), (id, sheets, seed))

struct NewScoreExtension {
    std::optional<UnitId> unit_id;
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewScoreExtension, (), (unit_id, until, paper_number, paper_day, reason))

struct NewTableOfRound {
    TableVersionId table;
    bool dry_run;
};
BOOST_DESCRIBE_STRUCT(NewTableOfRound, (), (table, dry_run))
struct ScoreFaultView {
    std::string code, where;
    std::map<std::string, std::string> args;
};
BOOST_DESCRIBE_STRUCT(ScoreFaultView, (), (code, where, args))
struct ScoreTableEffect {
    ScoreSheetId sheet;
    std::string label;
    Decimal before, after;
    std::vector<ScoreFaultView> faults;
};
BOOST_DESCRIBE_STRUCT(ScoreTableEffect, (), (sheet, label, before, after, faults))
struct ScoreTableEffects {
    std::vector<ScoreTableEffect> items;
    bool saved;
};
BOOST_DESCRIBE_STRUCT(ScoreTableEffects, (), (items, saved))

struct ClusterHeadView {
    ClusterHeadId id;
    UnitId unit_id;
    std::string unit_name;
    HeadSeat seat;
    Day from;
    std::optional<Day> until;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(ClusterHeadView, (), (id, unit_id, unit_name, seat, from, until, paper))
struct ClusterRoundUnit {
    UnitId unit_id;
    std::string label;
};
BOOST_DESCRIBE_STRUCT(ClusterRoundUnit, (), (unit_id, label))
// A round in which units of the cluster are still being scored: it keeps the membership it was opened with.
struct ClusterRound {
    ScoreRoundId id;
    std::string title;
    int year;
    std::vector<ClusterRoundUnit> units;
};
BOOST_DESCRIBE_STRUCT(ClusterRound, (), (id, title, year, units))
struct ClusterHeads {
    std::vector<ClusterHeadView> items;
    std::vector<ClusterRound> running;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ClusterHeads, (), (items, running, actions))
struct NewClusterHead {
    UnitId unit_id;
    HeadSeat seat;
    Day from;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(NewClusterHead, (), (unit_id, seat, from, paper))

// ---- Writing scores and closing stages

struct ScoreEdit {
    ScoreSheetId sheet;
    std::string leaf;
    std::optional<Decimal> score, plan, actual;
    std::optional<std::string> reason;
    std::optional<std::int64_t> seen;
};
BOOST_DESCRIBE_STRUCT(ScoreEdit, (), (sheet, leaf, score, plan, actual, reason, seen))
struct ScoreEdits {
    std::vector<ScoreEdit> cells;
};
BOOST_DESCRIBE_STRUCT(ScoreEdits, (), (cells))
struct SavedScoresView {
    int cells;
};
BOOST_DESCRIBE_STRUCT(SavedScoresView, (), (cells))

struct StagePaperInput {
    std::string number;
    std::optional<Day> day;
    std::string signer;
};
BOOST_DESCRIBE_STRUCT(StagePaperInput, (), (number, day, signer))
struct ClosingInput {
    std::vector<ScoreSheetId> sheets;
    StagePaperInput paper;
};
BOOST_DESCRIBE_STRUCT(ClosingInput, (), (sheets, paper))
struct SettlingInput {
    std::vector<ScoreSheetId> sheets;
};
BOOST_DESCRIBE_STRUCT(SettlingInput, (), (sheets))
struct MovedSheets {
    int sheets;
};
BOOST_DESCRIBE_STRUCT(MovedSheets, (), (sheets))
struct MovedSheet {
    ScoreState state;
    Decimal total;
    int late_days;
    std::optional<std::string> receipt;    // of a sending
};
BOOST_DESCRIBE_STRUCT(MovedSheet, (), (state, total, late_days, receipt))
struct WhyInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WhyInput, (), (reason))

struct ItemBackInput {
    std::string leaf, reason;
    Day due_on;
};
BOOST_DESCRIBE_STRUCT(ItemBackInput, (), (leaf, reason, due_on))
struct ItemsBackInput {
    std::vector<ItemBackInput> items;
};
BOOST_DESCRIBE_STRUCT(ItemsBackInput, (), (items))
struct NewObjection {
    std::string leaf, words;
    std::optional<std::string> paper_number;
    std::optional<Day> paper_day;
};
BOOST_DESCRIBE_STRUCT(NewObjection, (), (leaf, words, paper_number, paper_day))
struct AnswerInput {
    bool accepted;
    std::string words;
    std::string paper_number;
    std::optional<Day> paper_day;
    std::optional<Decimal> score, plan, actual;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (accepted, words, paper_number, paper_day, score, plan, actual))
struct NewFact {
    FactKind kind;
    std::optional<std::string> rule;
    std::string state;    // yes, no, unconfirmed, unsaid
    std::optional<std::string> found;
    std::string reason, paper_number;
    std::optional<Day> paper_day;
};
BOOST_DESCRIBE_STRUCT(NewFact, (), (kind, rule, state, found, reason, paper_number, paper_day))
struct NewScoreCitation {
    std::string leaf;
    assessment::EvidenceId evidence_id;
};
BOOST_DESCRIBE_STRUCT(NewScoreCitation, (), (leaf, evidence_id))
struct ScoreMade {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ScoreMade, (), (id))

}    // namespace wire
}    // namespace cs::scoring
