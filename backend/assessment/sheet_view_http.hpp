#pragma once
// A sheet as it travels: what each stage said, the verdicts now, what the caller may do and why not.
#include "access/api_http.hpp"
#include "assessment/check_wire_http.hpp"

namespace cs::assessment {

wire::RoundRow shown(const Round& round, const std::string& set_title, const access::Tree& tree);
Result<wire::SheetView> sheet_view(Tx& tx, const OpenedSheet& opened, const access::Tree& tree, Instant now);
wire::SavedCells shown(const SavedCells& saved, const criteria::UnitVerdict& verdict);
wire::SubmissionView shown(Tx& tx, const Submission& submission);
wire::ResultView shown(Tx& tx, const AppraisedResult& result);

Line line_of(const wire::CellEdit& edit);
std::map<std::string, Line> lines_of(const std::vector<wire::CellEdit>& edits);
// Refuses assessment.sheet_unknown for what is no id.
Result<SheetId> sheet_id(const access::Call& call);
Result<RoundId> round_id(const access::Call& call);
std::string name_of(Tx& tx, const std::optional<PersonId>& person);

}    // namespace cs::assessment
