#pragma once
// What travels about the first-year import of a province's values.
#include <optional>
#include <string>
#include <vector>

#include "assessment/import_values.hpp"
#include "platform/json/json.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(ColumnRole, skip, unit_code, unit_name, parent_name, line, value, male, female, note)

namespace wire {

struct ValueFileInput {
    std::string name;
    std::string content;    // base64
    std::optional<int> sheet;
};
BOOST_DESCRIBE_STRUCT(ValueFileInput, (), (name, content, sheet))

struct ValueFileColumn {
    int column;
    std::string letter, title;
    std::vector<std::string> samples;
    ColumnRole role;
    std::optional<std::string> line;
};
BOOST_DESCRIBE_STRUCT(ValueFileColumn, (), (column, letter, title, samples, role, line))

struct ValueFileLine {
    std::string no, name;
    bool both_sexes;
};
BOOST_DESCRIBE_STRUCT(ValueFileLine, (), (no, name, both_sexes))

struct ValueFileView {
    std::string name, digest;
    std::vector<std::string> sheets;
    int sheet;
    int heading;    // its row; 0: none was found
    int first_row;
    int rows;
    std::vector<ValueFileColumn> columns;
    std::vector<ValueFileLine> lines;    // what a column may be about
};
BOOST_DESCRIBE_STRUCT(ValueFileView, (), (name, digest, sheets, sheet, heading, first_row, rows, columns, lines))

struct ValueImportColumn {
    int column;
    ColumnRole role;
    std::optional<std::string> line;
};
BOOST_DESCRIBE_STRUCT(ValueImportColumn, (), (column, role, line))

struct ValueImportUnit {
    std::string word;
    std::optional<UnitId> unit_id;    // none: leave its rows out
};
BOOST_DESCRIBE_STRUCT(ValueImportUnit, (), (word, unit_id))

struct ValueImportInput {
    std::string name, content;
    int sheet, first_row;
    std::vector<ValueImportColumn> columns;
    std::vector<ValueImportUnit> units;
};
BOOST_DESCRIBE_STRUCT(ValueImportInput, (), (name, content, sheet, first_row, columns, units))

struct ValueImportFault {
    std::string code, message, where;    // the address of a cell
};
BOOST_DESCRIBE_STRUCT(ValueImportFault, (), (code, message, where))

struct ValueImportOption {
    UnitId unit_id;
    std::string code, name, parent;
};
BOOST_DESCRIBE_STRUCT(ValueImportOption, (), (unit_id, code, name, parent))

struct ValueImportQuestion {
    std::string word, where;
    std::vector<ValueImportOption> options;
};
BOOST_DESCRIBE_STRUCT(ValueImportQuestion, (), (word, where, options))

struct ValueImportCheck {
    std::string digest;
    int sheets, cells, kept, rows_left_out;
    int fault_count, remark_count;    // of all; the lists end at five hundred
    std::vector<ValueImportFault> faults, remarks;
    std::vector<ValueImportQuestion> questions;
    bool may_be_written;
};
BOOST_DESCRIBE_STRUCT(ValueImportCheck, (),
                      (digest, sheets, cells, kept, rows_left_out, fault_count, remark_count, faults, remarks,
                       questions, may_be_written))

struct ValueImportDone {
    std::string digest;
    int sheets, cells, kept;
};
BOOST_DESCRIBE_STRUCT(ValueImportDone, (), (digest, sheets, cells, kept))

struct AnnotatedFile {
    std::string name, content;
};
BOOST_DESCRIBE_STRUCT(AnnotatedFile, (), (name, content))

}    // namespace wire

std::vector<wire::ValueImportFault> told(const std::vector<CellFault>& faults);    // the first five hundred

}    // namespace cs::assessment

template <>
inline const cs::json::Rules<cs::assessment::wire::ValueFileInput>
    cs::json::rules<cs::assessment::wire::ValueFileInput> = {
        {"name", {.min_length = 1, .max_length = 255}},
        {"content", {.min_length = 1, .max_length = 4'000'000, .description = "The file in base64, 3 MB at most."}},
        {"sheet", {.minimum = 0, .maximum = 254, .description = "Which of the visible sheets; 0 is the first."}}};
template <>
inline const cs::json::Rules<cs::assessment::wire::ValueImportColumn>
    cs::json::rules<cs::assessment::wire::ValueImportColumn> = {
        {"column", {.minimum = 0, .maximum = 511, .description = "0 is column A."}}};
template <>
inline const cs::json::Rules<cs::assessment::wire::ValueImportInput>
    cs::json::rules<cs::assessment::wire::ValueImportInput> = {
        {"name", {.min_length = 1, .max_length = 255}},
        {"content",
         {.min_length = 1,
          .max_length = 4'000'000,
          .description = "The same file again, in base64: nothing is kept between the steps."}},
        {"sheet", {.minimum = 0, .maximum = 254}},
        {"first_row", {.minimum = 1, .maximum = 1'048'576}},
        {"columns", {.min_length = 1, .max_length = 512}},
        {"units", {.max_length = 5'000}}};
