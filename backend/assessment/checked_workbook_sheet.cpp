#include "assessment/checked_workbook_sheet.hpp"

#include <algorithm>

namespace cs::assessment {

Done may_load(const CheckedWorkbook& checked, const std::string& refused, const std::string& unchanged) {
    std::vector<Fault> faults;
    for (const CellFault& each : checked.faults) faults.push_back(each.fault);
    if (!faults.empty()) return refuse(refused, std::move(faults));
    if (checked.lines.empty()) return refuse(Problem::bad_input, unchanged);
    return {};
}

Result<std::string> annotated_workbook(const std::string& bytes, const CheckedWorkbook& checked, const std::vector<CellNote>& notes) {
    CS_TRY(const sheet::FormFile file, sheet::FormFile::open(bytes, checked.form));
    std::vector<std::pair<sheet::Place, std::string>> all;
    for (const CellNote& note : notes) all.push_back({{note.row, note.column}, note.text});
    return file.annotated(checked.sheet, all, "Chung Sức");
}

bool has_open_cell(const sheet::Form& form) {
    return std::any_of(form.rows.begin(), form.rows.end(), [](const sheet::FormRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.second.open; });
    });
}

void take(CheckedWorkbook& checked, const sheet::FilledForm& filled) {
    checked.sheet = filled.sheet;
    for (const sheet::PlacedFault& each : filled.faults) checked.faults.push_back({each.place.row, each.place.column, each.fault});
    for (const sheet::PlacedFault& each : filled.remarks) checked.remarks.push_back({each.place.row, each.place.column, each.fault});
}

void add_fault(CheckedWorkbook& checked, const sheet::Place& place, Fault fault) {
    fault.where = sheet::address(place), fault.line = static_cast<int>(place.row);
    checked.faults.push_back({place.row, place.column, std::move(fault)});
}

}    // namespace cs::assessment
