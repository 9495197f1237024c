// The unit's own workbook: taken away, filled in without a network, checked, loaded back.
#include "assessment/assessment_http.hpp"
#include "assessment/recognition_view_http.hpp"
#include "assessment/sheet_view_http.hpp"
#include "assessment/workbook.hpp"
#include "assessment/workbook_routes_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

Result<wire::SavedCells> load(Api& api, Call& call, const std::string& bytes) {
    CS_TRY(const SheetId id, sheet_id(call));
    return with_moment<wire::SavedCells>(api, call, [&](const Moment& m) -> Result<wire::SavedCells> {
        CS_TRY(const SavedCells saved, load_workbook(m.tx, m.now, m.actor, m.tree, id, bytes));
        const std::string unit = saved.opened.sheet.unit.text();
        CS_TRY(const auto verdict, judged(saved.plan, values_file(unit, saved.facts.lines), unit));
        return shown(saved, verdict->verdict);
    });
}

}    // namespace

void add_workbook_routes(Api& api) {
    add_routes<wire::SavedCells>(
        api, {"/api/sheets/{id}/workbook", "The sheet", Operation::download_workbook, Operation::check_workbook, Operation::annotate_workbook,
              Operation::load_workbook,
              [&api](Call& call) -> Result<MadeWorkbook> {
                  CS_TRY(const SheetId id, sheet_id(call));
                  return read_moment<MadeWorkbook>(api, call, [&](const Moment& m) { return unit_workbook(m.tx, m.now, m.actor, m.tree, id); });
              },
              [&api](Call& call, const std::string& bytes) -> Result<CheckedWorkbook> {
                  CS_TRY(const SheetId id, sheet_id(call));
                  return read_moment<CheckedWorkbook>(
                      api, call, [&](const Moment& m) { return check_workbook(m.tx, m.now, m.actor, m.tree, id, bytes); });
              },
              [&api](Call& call, const std::string& bytes) { return load(api, call, bytes); }});
}

}    // namespace cs::assessment
