#pragma once
// What travels about one sheet: its cells, what each stage said, how it was sent and judged.
#include <optional>
#include <string>
#include <vector>

#include "assessment/round_wire_http.hpp"

namespace cs::assessment::wire {

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
    std::optional<std::string> missing_fact;    // "@…": what keeps the threshold open
    std::optional<CellView> self, district, department, province;
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (no, name, kind, unit, comparator, threshold, confidence, both_sexes, if_present, editable, scale, verdict,
                       missing_fact, self, district, department, province))

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
    bool provisional;    // the verdict leans on a threshold nobody has confirmed
    bool mine;           // the caller checks it now
    std::vector<LineView> lines;
    std::vector<ItemView> checks;
};
BOOST_DESCRIBE_STRUCT(IndicatorView, (), (no, name, verdict, provisional, mine, lines, checks))

struct CriterionView {
    std::string no, name, group, verdict;
    bool provisional;
    std::string district_office, department_office;    // "": nobody is assigned
    std::vector<IndicatorView> indicators;
};
BOOST_DESCRIBE_STRUCT(CriterionView, (), (no, name, group, verdict, provisional, district_office, department_office, indicators))

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

// One year of a unit: its sheet and the result in force.
struct ReviewRow {
    SheetId sheet_id;
    RoundId round_id;
    std::string set_title;
    int year;
    SheetState state;
    std::optional<std::string> verdict;
    std::optional<int> met, of;
    std::optional<bool> provisional;
    std::optional<Instant> given_at;
};
BOOST_DESCRIBE_STRUCT(ReviewRow, (), (sheet_id, round_id, set_title, year, state, verdict, met, of, provisional, given_at))

struct Reviews {
    std::vector<ReviewRow> items;
};
BOOST_DESCRIBE_STRUCT(Reviews, (), (items))

struct NewState {
    SheetState state;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(NewState, (), (state, version))

}    // namespace cs::assessment::wire
