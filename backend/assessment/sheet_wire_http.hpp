#pragma once
// What travels about rounds, charges, sheets, checks and results.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "assessment/commands.hpp"
#include "platform/json/json.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(Stage, self, district, department, province)
BOOST_DESCRIBE_ENUM(SheetState, draft, submitted, district_check, returned_by_district, department_check, returned_by_department,
                    checked, appraised)
BOOST_DESCRIBE_ENUM(ItemState, open, agreed, corrected, returned)
BOOST_DESCRIBE_ENUM(Via, signed_copy, document_system, by_hand)

namespace wire {

// ---- Rounds and charges

struct RoundRow {
    RoundId id;
    std::string set, set_title;
    std::int64_t set_version;
    int year;
    std::string title;
    UnitId root_id;
    std::string root_name;
    Day units_on, opens_on, closes_on;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
                      (id, set, set_title, set_version, year, title, root_id, root_name, units_on, opens_on, closes_on, paper))

struct Rounds {
    std::vector<RoundRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Rounds, (), (items, actions))

struct RoundExtension {
    std::optional<UnitId> unit_id;
    std::string unit_name;    // "": all
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(RoundExtension, (), (unit_id, unit_name, until, paper_number, paper_day, reason, at))

struct RoundSheet {
    SheetId id;
    UnitId unit_id;
    std::string unit_name;
    SheetState state;
    Day last_day;
    std::optional<Instant> sent_at;
    bool late;    // the window is over and it was never sent
    int returned;
    std::optional<std::string> verdict;    // of the appraised result in force
    std::optional<int> met, of;
    std::optional<bool> provisional;
};
BOOST_DESCRIBE_STRUCT(RoundSheet, (),
                      (id, unit_id, unit_name, state, last_day, sent_at, late, returned, verdict, met, of, provisional))

struct RoundView {
    RoundRow round;
    std::vector<RoundExtension> extensions;
    std::vector<RoundSheet> sheets;    // those the caller may see
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(RoundView, (), (round, extensions, sheets, actions))

struct NewRound {
    std::string set;
    std::optional<std::int64_t> set_version;
    int year;
    std::string title;
    UnitId root_id;
    Day units_on, opens_on, closes_on;
    std::string paper;
    std::optional<std::vector<UnitId>> only;
};
BOOST_DESCRIBE_STRUCT(NewRound, (), (set, set_version, year, title, root_id, units_on, opens_on, closes_on, paper, only))

struct OpenedRound {
    RoundId id;
    int sheets, prefilled;
};
BOOST_DESCRIBE_STRUCT(OpenedRound, (), (id, sheets, prefilled))

struct NewExtension {
    std::optional<UnitId> unit_id;
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewExtension, (), (unit_id, until, paper_number, paper_day, reason))

struct ChargeRow {
    ChargeId id;
    std::string set, criterion, criterion_name;
    Stage stage;
    UnitId root_id, holder_id;
    std::string root_name, holder_name;
    Day from;
    std::optional<Day> until;    // the first day without it
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(ChargeRow, (),
                      (id, set, criterion, criterion_name, stage, root_id, holder_id, root_name, holder_name, from, until, paper))

struct Charges {
    std::vector<ChargeRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Charges, (), (items, actions))

struct NewCharge {
    std::string set;
    std::vector<std::string> criteria;
    Stage stage;
    UnitId root_id, holder_id;
    Day from;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(NewCharge, (), (set, criteria, stage, root_id, holder_id, from, paper))

// ---- A sheet

struct CellView {
    std::string value, value_male, value_female;
    std::optional<bool> applicable;
    std::string note;
    bool prefilled;    // last year's, not yet confirmed
    std::int64_t version;
    Instant saved_at;
    std::string saved_by;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (value, value_male, value_female, applicable, note, prefilled, version, saved_at, saved_by))

struct LineView {
    std::string no, name, kind, unit, comparator;
    std::optional<std::string> threshold;    // null: nobody knows it
    std::string confidence;
    bool both_sexes, if_present, editable;
    std::vector<std::string> scale;          // the words that may stand there
    std::string verdict;
    std::optional<CellView> self, district, department, province;
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (no, name, kind, unit, comparator, threshold, confidence, both_sexes, if_present, editable, scale, verdict,
                       self, district, department, province))

struct ItemView {
    Stage stage;
    ItemState state;
    int returns;
    std::optional<Day> due_on;
    std::string reason, checked_by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (stage, state, returns, due_on, reason, checked_by, at))

struct IndicatorView {
    std::string no, name, verdict;
    bool mine;    // the caller checks it now
    std::vector<LineView> lines;
    std::vector<ItemView> checks;
};
BOOST_DESCRIBE_STRUCT(IndicatorView, (), (no, name, verdict, mine, lines, checks))

struct CriterionView {
    std::string no, name, group, verdict;
    std::string district_office, department_office;    // "": nobody is assigned
    std::vector<IndicatorView> indicators;
};
BOOST_DESCRIBE_STRUCT(CriterionView, (), (no, name, group, verdict, district_office, department_office, indicators))

struct ReceiptView {
    std::string code, kind, digest;
    Instant at;
    std::string given_to, object_id, content;
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (), (code, kind, digest, at, given_to, object_id, content))

struct SubmissionView {
    int sequence;
    std::string receipt, digest;
    Instant at;
    std::string sent_by, paper_number;
    std::optional<Day> paper_day;
    std::string signer;
    Via via;
    std::optional<std::string> signed_copy;
    std::optional<Instant> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(SubmissionView, (),
                      (sequence, receipt, digest, at, sent_by, paper_number, paper_day, signer, via, signed_copy, withdrawn_at))

struct CriterionResultView {
    std::string criterion, verdict;
};
BOOST_DESCRIBE_STRUCT(CriterionResultView, (), (criterion, verdict))

struct ResultView {
    int sequence;
    std::string verdict;
    int met, of;
    bool provisional;
    Instant given_at;
    std::string given_by, paper_number;
    std::optional<Day> paper_day;
    std::string note, digest;
    std::optional<Instant> reopened_at;
    std::vector<CriterionResultView> criteria;
};
BOOST_DESCRIBE_STRUCT(ResultView, (),
                      (sequence, verdict, met, of, provisional, given_at, given_by, paper_number, paper_day, note, digest,
                       reopened_at, criteria))

struct SheetView {
    SheetId id;
    RoundRow round;
    UnitId unit_id;
    std::string unit_name, region;
    SheetState state;
    std::int64_t version;
    Day last_day;
    bool window_open;
    std::string verdict;
    int met, of;
    bool provisional;
    std::vector<CriterionView> criteria;    // preconditions of a district's set stand first, as criterion ""
    std::vector<LineView> facts;            // "@…": what rules of the set ask for
    std::vector<SubmissionView> submissions;
    std::vector<ResultView> results;
    std::vector<std::string> unanswered, unconfirmed;    // what keeps a submission back
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(SheetView, (),
                      (id, round, unit_id, unit_name, region, state, version, last_day, window_open, verdict, met, of, provisional,
                       criteria, facts, submissions, results, unanswered, unconfirmed, actions))

struct CellEdit {
    std::string line;
    std::optional<std::string> value, value_male, value_female;
    std::optional<bool> applicable;
    std::optional<std::string> note;
    std::optional<int> seen;    // the version the writer saw, 0 for an empty cell; none: he does not say
};
BOOST_DESCRIBE_STRUCT(CellEdit, (), (line, value, value_male, value_female, applicable, note, seen))

struct CellEdits {
    std::vector<CellEdit> cells;
};
BOOST_DESCRIBE_STRUCT(CellEdits, (), (cells))

struct SavedCell {
    std::string line;
    std::int64_t version;
    Instant saved_at;
};
BOOST_DESCRIBE_STRUCT(SavedCell, (), (line, version, saved_at))

struct LineVerdict {
    std::string no, verdict;
};
BOOST_DESCRIBE_STRUCT(LineVerdict, (), (no, verdict))

struct SavedCells {
    std::vector<SavedCell> cells;
    std::string verdict;
    int met, of;
    bool provisional;
    std::vector<LineVerdict> criteria, indicators;    // of the whole sheet, as it stands now
    std::vector<std::string> unanswered, unconfirmed;
};
BOOST_DESCRIBE_STRUCT(SavedCells, (), (cells, verdict, met, of, provisional, criteria, indicators, unanswered, unconfirmed))

struct SubmissionInput {
    std::string paper_number;
    std::optional<Day> paper_day;
    std::optional<std::string> signer;
    Via via;
    std::optional<std::string> signed_copy;    // id of the evidence that holds the scan
};
BOOST_DESCRIBE_STRUCT(SubmissionInput, (), (paper_number, paper_day, signer, via, signed_copy))

struct ReasonInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

struct NewState {
    SheetState state;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(NewState, (), (state, version))

// ---- Checks

enum class CheckAction : unsigned char { agree, correct, send_back };
BOOST_DESCRIBE_ENUM(CheckAction, agree, correct, send_back)

struct CheckInput {
    std::string indicator;
    CheckAction action;
    std::optional<std::vector<CellEdit>> lines;    // of a correction
    std::optional<std::string> reason;
    std::optional<Day> due_on;
};
BOOST_DESCRIBE_STRUCT(CheckInput, (), (indicator, action, lines, reason, due_on))

struct ChecksInput {
    std::vector<CheckInput> checks;
};
BOOST_DESCRIBE_STRUCT(ChecksInput, (), (checks))

struct CorrectionInput {
    std::string indicator;
    std::vector<CellEdit> lines;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectionInput, (), (indicator, lines, reason))

struct ResultInput {
    std::optional<std::string> paper_number;
    std::optional<Day> paper_day;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ResultInput, (), (paper_number, paper_day, note))

struct ExceptionInput {
    SheetId sheet_id;
    std::string indicator, reason;
    Day due_on;
};
BOOST_DESCRIBE_STRUCT(ExceptionInput, (), (sheet_id, indicator, reason, due_on))

struct ConfirmationInput {
    std::string criterion, number;
    Day day;
    std::string signer;
    std::vector<SheetId> sheet_ids;
    std::optional<std::vector<ExceptionInput>> exceptions;
};
BOOST_DESCRIBE_STRUCT(ConfirmationInput, (), (criterion, number, day, signer, sheet_ids, exceptions))

struct PileRow {
    RoundId round_id;
    std::string round_title;
    int year;
    Stage stage;
    std::string criterion, criterion_name;
    int open, returned, settled;    // units
};
BOOST_DESCRIBE_STRUCT(PileRow, (), (round_id, round_title, year, stage, criterion, criterion_name, open, returned, settled))

struct Queue {
    std::vector<PileRow> items;
};
BOOST_DESCRIBE_STRUCT(Queue, (), (items))

struct PileLine {
    std::string no, value, value_male, value_female;
    std::optional<bool> applicable;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(PileLine, (), (no, value, value_male, value_female, applicable, note))

struct PileCell {
    std::string indicator;
    ItemState state;
    int returns;
    std::string verdict;
    std::vector<PileLine> lines;    // as the stage before left them
};
BOOST_DESCRIBE_STRUCT(PileCell, (), (indicator, state, returns, verdict, lines))

struct PileSheetRow {
    SheetId sheet_id;
    UnitId unit_id;
    std::string unit_name;
    SheetState state;
    std::vector<PileCell> cells;
};
BOOST_DESCRIBE_STRUCT(PileSheetRow, (), (sheet_id, unit_id, unit_name, state, cells))

struct PileIndicatorHead {
    std::string no, name, unit, comparator;
    std::optional<std::string> threshold;
};
BOOST_DESCRIBE_STRUCT(PileIndicatorHead, (), (no, name, unit, comparator, threshold))

struct PileView {
    RoundRow round;
    Stage stage;
    std::string criterion, criterion_name;
    std::vector<PileIndicatorHead> indicators;
    std::vector<PileSheetRow> sheets;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(PileView, (), (round, stage, criterion, criterion_name, indicators, sheets, actions))

struct ConfirmedMany {
    int sheets, agreed, returned;
};
BOOST_DESCRIBE_STRUCT(ConfirmedMany, (), (sheets, agreed, returned))

}    // namespace wire
}    // namespace cs::assessment
