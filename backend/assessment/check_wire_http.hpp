#pragma once
// What travels about checks, piles and results.
#include <optional>
#include <string>
#include <vector>

#include "assessment/sheet_wire_http.hpp"

namespace cs::assessment::wire {

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
    std::optional<Day> due_on;      // the next day by which a unit answers
};
BOOST_DESCRIBE_STRUCT(PileRow, (), (round_id, round_title, year, stage, criterion, criterion_name, open, returned, settled, due_on))

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
    std::optional<Day> due_on;    // of a returned one
    std::string reason, checked_by;
    std::optional<Instant> checked_at;
    std::string verdict;
    std::vector<PileLine> lines;          // as the stage before left them
    std::vector<PileLine> ours;           // what the office itself said
    std::vector<access::Action> actions;  // agree, correct, send_back
};
BOOST_DESCRIBE_STRUCT(PileCell, (),
                      (indicator, state, returns, due_on, reason, checked_by, checked_at, verdict, lines, ours, actions))

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

}    // namespace cs::assessment::wire
