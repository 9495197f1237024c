#pragma once
// What travels about a form that goes out as a workbook.
#include "assessment/checked_workbook.hpp"
#include "assessment/import_wire_http.hpp"

namespace cs::assessment::wire {

struct WorkbookInput {
    std::string name, content;
};
BOOST_DESCRIBE_STRUCT(WorkbookInput, (), (name, content))

struct WorkbookLine {
    std::string line, name, where, before, after;
};
BOOST_DESCRIBE_STRUCT(WorkbookLine, (), (line, name, where, before, after))

struct WorkbookCheck {
    std::string digest;
    std::vector<WorkbookLine> lines;    // what would be saved
    int fault_count, remark_count;      // of all; the lists end at five hundred
    std::vector<ValueImportFault> faults, remarks;
    bool may_be_written;
};
BOOST_DESCRIBE_STRUCT(WorkbookCheck, (), (digest, lines, fault_count, remark_count, faults, remarks, may_be_written))

}    // namespace cs::assessment::wire

template <>
inline const cs::json::Rules<cs::assessment::wire::WorkbookInput>
    cs::json::rules<cs::assessment::wire::WorkbookInput> = {
        {"name", {.min_length = 1, .max_length = 255}},
        {"content",
         {.min_length = 1,
          .max_length = 4'000'000,
          .description = "The filled-in workbook in base64, 3 MB at most; it travels with each step, nothing is kept between them."}}};
