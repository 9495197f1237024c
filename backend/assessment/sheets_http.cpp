// A unit fills in its sheet and sends it; the offices check it; the province gives the result.
#include "assessment/assessment_http.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

Result<wire::SheetView> show(Api& api, Call& call) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.read([&](Tx& tx) -> Result<wire::SheetView> {
        const auto tree = api.tree(tx);
        CS_TRY(const OpenedSheet opened, open_sheet(tx, id, call.actor, *tree, call.today()));
        return sheet_view(tx, opened, *tree, call.clock.now());
    });
}

Result<wire::SavedCells> save(Api& api, Call& call, const wire::CellEdits& body) {
    CS_TRY(const SheetId id, sheet_id(call));
    std::vector<CellInput> cells;
    for (const wire::CellEdit& e : body.cells) cells.push_back({e.line, line_of(e), e.seen});
    return call.db.write([&](Tx& tx) -> Result<wire::SavedCells> {
        CS_TRY(const SavedCells saved, save_cells(tx, call.clock.now(), call.actor, *api.tree(tx), id, cells));
        const std::string unit = saved.opened.sheet.unit.text();
        CS_TRY(const auto verdict, judged(saved.plan, values_file(unit, saved.facts.lines), unit));
        return shown(saved, verdict->verdict);
    });
}

SentPaper paper_of(const wire::SubmissionInput& b) {
    return {b.paper_number, b.paper_day, b.signer.value_or(""), b.via, b.signed_copy};
}

template <class Send>
Result<wire::SubmissionView> send(Api& api, Call& call, const wire::SubmissionInput& body, const Send& use_case) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.write([&](Tx& tx) -> Result<wire::SubmissionView> {
        CS_TRY(const Submission made, use_case(tx, call.clock.now(), call.actor, *api.tree(tx), id, paper_of(body)));
        return shown(tx, made);
    });
}

template <class Change>
Result<wire::NewState> change(Api& api, Call& call, const Change& use_case) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.write([&](Tx& tx) -> Result<wire::NewState> {
        CS_TRY(const Sheet sheet, use_case(tx, *api.tree(tx), id));
        return wire::NewState{sheet.state, sheet.version};
    });
}

ItemAction action_of(wire::CheckAction action) {
    switch (action) {
        case wire::CheckAction::agree: return ItemAction::agree;
        case wire::CheckAction::correct: return ItemAction::correct;
        case wire::CheckAction::send_back: return ItemAction::send_back;
    }
    CS_CHECK(false);
}

Result<wire::NewState> check(Api& api, Call& call, const wire::ChecksInput& body) {
    std::vector<Check> checks;
    for (const wire::CheckInput& c : body.checks)
        checks.push_back({c.indicator, action_of(c.action), c.lines ? lines_of(*c.lines) : std::map<std::string, Line>{},
                          c.reason.value_or(""), c.due_on});
    return change(api, call, [&](Tx& tx, const access::Tree& tree, const SheetId& id) {
        return check_items(tx, call.clock.now(), call.actor, tree, id, checks);
    });
}

Result<wire::ResultView> appraise(Api& api, Call& call, const wire::ResultInput& b) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.write([&](Tx& tx) -> Result<wire::ResultView> {
        CS_TRY(const AppraisedResult made,
               appraise_sheet(tx, call.clock.now(), call.actor, *api.tree(tx), id,
                              {b.paper_number.value_or(""), b.paper_day, b.note.value_or("")}));
        return shown(tx, made);
    });
}

void add_unit_routes(Api& api) {
    using http::Method;
    api.read<wire::SheetView>({Method::get, "/api/sheets/{id}", Operation::show_sheet,
                               "A sheet: what each stage said, the verdicts now, what the caller may do."},
                              [&api](Call& call) { return show(api, call); });
    api.write<wire::CellEdits, wire::SavedCells>(
        {Method::put, "/api/sheets/{id}/cells", Operation::save_cells,
         "Saves cells, all or none, durable before it answers; gives the verdicts of the sheet as it stands now."},
        [&api](Call& call, const wire::CellEdits& body) { return save(api, call, body); });
    api.write<wire::SubmissionInput, wire::SubmissionView>(
        {Method::post, "/api/sheets/{id}/submission", Operation::submit_sheet, "Sends a sheet with its paper; gives a receipt.", {}, 201},
        [&api](Call& call, const wire::SubmissionInput& body) { return send(api, call, body, submit_sheet); });
    api.write<wire::SubmissionInput, wire::SubmissionView>(
        {Method::post, "/api/sheets/{id}/resubmission", Operation::resubmit_sheet, "Sends what was returned again; gives a receipt.", {}, 201},
        [&api](Call& call, const wire::SubmissionInput& body) { return send(api, call, body, resubmit_sheet); });
    api.write<wire::ReasonInput, wire::NewState>(
        {Method::post, "/api/sheets/{id}/withdrawal", Operation::withdraw_sheet, "Takes a sheet back until somebody begins to check."},
        [&api](Call& call, const wire::ReasonInput& b) {
            return change(api, call, [&](Tx& tx, const access::Tree& tree, const SheetId& id) {
                return withdraw_sheet(tx, call.clock.now(), call.actor, tree, id, b.reason);
            });
        });
}

void add_province_routes(Api& api) {
    using http::Method;
    api.write<wire::CorrectionInput, wire::NewState>(
        {Method::post, "/api/sheets/{id}/corrections", Operation::correct_value, "The appraised value of an indicator, with its reason."},
        [&api](Call& call, const wire::CorrectionInput& b) {
            return change(api, call, [&](Tx& tx, const access::Tree& tree, const SheetId& id) {
                return correct_value(tx, call.clock.now(), call.actor, tree, id, b.indicator, lines_of(b.lines), b.reason);
            });
        });
    api.write<wire::ResultInput, wire::ResultView>({Method::post, "/api/sheets/{id}/results", Operation::appraise_sheet,
                                                    "Gives the appraised result once the verdict is decided.", {}, 201},
                                                   [&api](Call& call, const wire::ResultInput& b) { return appraise(api, call, b); });
    api.write<wire::ReasonInput, wire::NewState>(
        {Method::post, "/api/sheets/{id}/reopening", Operation::reopen_sheet, "Opens an appraised sheet again; the result stays as it was."},
        [&api](Call& call, const wire::ReasonInput& b) {
            return change(api, call, [&](Tx& tx, const access::Tree& tree, const SheetId& id) {
                return reopen_sheet(tx, call.clock.now(), call.actor, tree, id, b.reason);
            });
        });
}

}    // namespace

void add_sheet_routes(access::Api& api) {
    add_unit_routes(api);
    api.write<wire::ChecksInput, wire::NewState>({http::Method::post, "/api/sheets/{id}/checks", Operation::check_items,
                                                  "Agrees to, corrects or sends back indicators of the caller's criteria."},
                                                 [&api](Call& call, const wire::ChecksInput& b) { return check(api, call, b); });
    add_province_routes(api);
}

}    // namespace cs::assessment
