#include "assessment/workbook_routes_http.hpp"

#include "base/base64.hpp"
#include "platform/i18n.hpp"

namespace cs::assessment {

http::Reply reply_of(MadeWorkbook made) { return {200, workbook_type, std::move(made.bytes), {http::named_file(made.name)}, {}}; }

Result<std::string> bytes_of(const wire::WorkbookInput& input) {
    auto bytes = from_base64(input.content);
    if (!bytes) return refuse(Problem::bad_input, "assessment.file_not_base64");
    return *std::move(bytes);
}

wire::WorkbookCheck shown(const CheckedWorkbook& checked) {
    wire::WorkbookCheck view{checked.digest, {}, static_cast<int>(checked.faults.size()), static_cast<int>(checked.remarks.size()), told(checked.faults),
                             told(checked.remarks), checked.may_be_written()};
    for (const LoadedLine& line : checked.lines) view.lines.push_back({line.no, line.name, line.address, line.before, line.says});
    return view;
}

Result<wire::AnnotatedFile> annotated(const wire::WorkbookInput& input, const std::string& bytes, const CheckedWorkbook& checked) {
    std::vector<CellNote> notes;
    for (const CellFault& each : checked.faults) notes.push_back({each.row, each.column, sentence(each.fault)});
    for (const CellFault& each : checked.remarks)
        notes.push_back({each.row, each.column, say("assessment.workbook_remark", {{"text", sentence(each.fault)}})});
    CS_TRY(const std::string copy, annotated_workbook(bytes, checked, notes));
    return wire::AnnotatedFile{say("assessment.annotated_name", {{"name", input.name}}), to_base64(copy)};
}

}    // namespace cs::assessment
