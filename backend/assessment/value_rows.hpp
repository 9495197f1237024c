#pragma once
// A province's file understood: which value it gives to which line of which unit, and everything that stands in the
// way.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/sheet.hpp"
#include "assessment/unit_finder.hpp"
#include "assessment/value_columns.hpp"
#include "assessment/value_file.hpp"
#include "criteria/set.hpp"

namespace cs::assessment {

// What the file calls a unit, and which one is meant; none: its rows are left out.
struct UnitAnswer {
    std::string word;    // UnitWords::shown()
    std::optional<UnitId> unit;
};

struct ImportChoice {
    std::uint32_t first_row = 1;
    std::vector<ColumnUse> columns;
    std::vector<UnitAnswer> units = {};
};

// Something about a cell; fault.where is its address and fault.line its row.
struct CellFault {
    std::uint32_t row, column;
    Fault fault;
};

// Which unit does the file mean? Of no `options` it has none like it.
struct UnitQuestion {
    std::string word;
    std::uint32_t row, column;
    std::string address;
    std::vector<KnownUnit> options;
};

struct GivenLine {
    Line says;
    std::vector<FileCell> cells;    // where it stands: one, or one for each sex
};

struct UnderstoodFile {
    std::map<UnitId, std::map<std::string, GivenLine>> lines;
    std::map<UnitId, FileCell> named_at;    // where a unit's first row names it
    std::vector<CellFault> faults, remarks;
    std::vector<UnitQuestion> questions;
    int rows_left_out = 0;    // with values, of no unit: totals, and what the caller leaves out
};

// Every line a sheet may hold; a fact ("@so_truong") has no indicator and is a number.
using KnownLines = std::map<std::string, const criteria::Indicator*>;

// Refuses assessment.import_columns with assessment.line_unknown, assessment.import_no_unit_column,
// assessment.import_no_value_column, assessment.import_value_without_line, assessment.import_column_twice,
// assessment.import_unit_not_in_round. Faults: assessment.import_no_unit, assessment.import_no_line,
// assessment.import_code_and_name, assessment.line_unknown, assessment.import_merged, assessment.import_sexes,
// assessment.import_twice, criteria.applicable_not_allowed, and sheet.* of a cell. Remarks: assessment.import_total and
// sheet.*.
Result<UnderstoodFile> understand(const ValueFile& file, const ImportChoice& choice, const UnitFinder& units,
                                  const KnownLines& lines);

}    // namespace cs::assessment
