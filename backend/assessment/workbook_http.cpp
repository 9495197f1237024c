// The unit's own workbook: taken away, filled in without a network, checked, loaded back.
#include "assessment/assessment_http.hpp"
#include "assessment/sheet_view_http.hpp"
#include "assessment/workbook_wire_http.hpp"
#include "base/base64.hpp"
#include "platform/i18n.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

constexpr const char* workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Result<http::Reply> download(Api& api, Call& call) {
    CS_TRY(const SheetId id, sheet_id(call));
    CS_TRY(UnitWorkbook made, call.db.read([&](Tx& tx) { return unit_workbook(tx, call.clock.now(), call.actor, *api.tree(tx), id); }));
    return http::Reply{200, workbook_type, std::move(made.bytes), {http::named_file(made.name)}, {}};
}

Result<std::string> bytes_of(const wire::WorkbookInput& b) {
    auto bytes = from_base64(b.content);
    if (!bytes) return refuse(Problem::bad_input, "assessment.file_not_base64");
    return *std::move(bytes);
}

Result<WorkbookPlan> plan_of(Api& api, Call& call, const std::string& bytes) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.read([&](Tx& tx) { return check_workbook(tx, call.clock.now(), call.actor, *api.tree(tx), id, bytes); });
}

Result<wire::WorkbookCheck> check(Api& api, Call& call, const wire::WorkbookInput& b) {
    CS_TRY(const std::string bytes, bytes_of(b));
    CS_TRY(const WorkbookPlan plan, plan_of(api, call, bytes));
    wire::WorkbookCheck view{plan.digest, {}, static_cast<int>(plan.faults.size()), static_cast<int>(plan.remarks.size()), told(plan.faults),
                             told(plan.remarks), plan.may_be_written()};
    for (const LoadedLine& line : plan.lines)
        view.lines.push_back({line.no, line.name, line.address, line.before, line.says});
    return view;
}

Result<wire::AnnotatedFile> annotate(Api& api, Call& call, const wire::WorkbookInput& b) {
    CS_TRY(const std::string bytes, bytes_of(b));
    CS_TRY(const WorkbookPlan plan, plan_of(api, call, bytes));
    std::vector<CellNote> notes;
    for (const CellFault& each : plan.faults) notes.push_back({each.row, each.column, sentence(each.fault)});
    for (const CellFault& each : plan.remarks)
        notes.push_back({each.row, each.column, say("assessment.workbook_remark", {{"text", sentence(each.fault)}})});
    CS_TRY(const std::string copy, annotated_workbook(bytes, plan.sheet, notes));
    return wire::AnnotatedFile{say("assessment.annotated_name", {{"name", b.name}}), to_base64(copy)};
}

Result<wire::SavedCells> load(Api& api, Call& call, const wire::WorkbookInput& b) {
    CS_TRY(const SheetId id, sheet_id(call));
    CS_TRY(const std::string bytes, bytes_of(b));
    return call.db.write([&](Tx& tx) -> Result<wire::SavedCells> {
        CS_TRY(const SavedCells saved, load_workbook(tx, call.clock.now(), call.actor, *api.tree(tx), id, bytes));
        const std::string unit = saved.opened.sheet.unit.text();
        CS_TRY(const auto verdict, judged(saved.plan, values_file(unit, saved.facts.lines), unit));
        return shown(saved, verdict->verdict);
    });
}

}    // namespace

void add_workbook_routes(Api& api) {
    using http::Method;
    api.raw({Method::get, "/api/sheets/{id}/workbook", Operation::download_workbook,
             "The sheet as a workbook to be filled in offline: the unit's cells open, everything else locked."},
            workbook_type, [&api](Call& call) { return download(api, call); });
    api.write<wire::WorkbookInput, wire::WorkbookCheck>(
        {Method::post, "/api/sheets/{id}/workbook/check", Operation::check_workbook,
         "The dry run: every fault with its cell, and what would be saved."},
        [&api](Call& call, const wire::WorkbookInput& b) { return check(api, call, b); });
    api.write<wire::WorkbookInput, wire::AnnotatedFile>(
        {Method::post, "/api/sheets/{id}/workbook/annotated", Operation::annotate_workbook,
         "The same workbook with each fault as a comment beside its cell."},
        [&api](Call& call, const wire::WorkbookInput& b) { return annotate(api, call, b); });
    api.write<wire::WorkbookInput, wire::SavedCells>(
        {Method::post, "/api/sheets/{id}/workbook", Operation::load_workbook,
         "Saves what was filled in, all or nothing, as if it had been typed into the sheet."},
        [&api](Call& call, const wire::WorkbookInput& b) { return load(api, call, b); });
}

}    // namespace cs::assessment
