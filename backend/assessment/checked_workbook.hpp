#pragma once
// A form that goes out as a workbook and comes back, as far as every module that has one speaks of it alike: the yearly sheet,
// and the score sheets of March.
#include "assessment/value_file.hpp"
#include "assessment/value_rows.hpp"

namespace cs::assessment {

struct MadeWorkbook {
    std::string name, bytes;
};

struct LoadedLine {
    std::string no, name, address, before, says;    // the last two as papers say them: "98,5", "Đạt"
};

// Looked at before anything is saved.
struct CheckedWorkbook {
    std::string_view form;                 // platform/sheet's FormStamp
    std::string digest;                    // of the file
    std::size_t sheet = 0;                 // of the workbook, where its table was found
    std::vector<LoadedLine> lines = {};    // what would be saved, for a person to read
    std::vector<CellFault> faults = {}, remarks = {};
    bool may_be_written() const { return faults.empty() && !lines.empty(); }
};
// The refusal with every fault, or that it says nothing new: codes of the module ("assessment.workbook").
Done may_load(const CheckedWorkbook& checked, const std::string& refused, const std::string& unchanged);

// The same file with notes beside its cells.
Result<std::string> annotated_workbook(const std::string& bytes, const CheckedWorkbook& checked, const std::vector<CellNote>& notes);

}    // namespace cs::assessment
