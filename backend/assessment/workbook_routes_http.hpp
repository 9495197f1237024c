#pragma once
// The four routes of a form that goes out as a workbook: taken away, checked, given back with notes beside its cells, loaded.
#include <functional>

#include "access/api_http.hpp"
#include "assessment/workbook_wire_http.hpp"

namespace cs::assessment {

template <class Answer>
struct WorkbookRoutes {
    std::string path, what;    // "/api/sheets/{id}/workbook"; "The sheet", of the summaries
    access::Operation download, check, annotate, load;
    std::function<Result<MadeWorkbook>(access::Call&)> made;
    std::function<Result<CheckedWorkbook>(access::Call&, const std::string& bytes)> checked;
    std::function<Result<Answer>(access::Call&, const std::string& bytes)> loaded;
};

inline constexpr const char* workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
http::Reply reply_of(MadeWorkbook made);
Result<std::string> bytes_of(const wire::WorkbookInput& input);
wire::WorkbookCheck shown(const CheckedWorkbook& checked);
Result<wire::AnnotatedFile> annotated(const wire::WorkbookInput& input, const std::string& bytes, const CheckedWorkbook& checked);

template <class Answer>
void add_routes(access::Api& api, const WorkbookRoutes<Answer>& r) {
    using access::Call;
    using http::Method;
    api.raw({Method::get, r.path, r.download, r.what + " as a workbook to be filled in offline: what the caller may write is open, everything else locked."},
            workbook_type, [r](Call& call) -> Result<http::Reply> {
                CS_TRY(MadeWorkbook made, r.made(call));
                return reply_of(std::move(made));
            });
    api.write<wire::WorkbookInput, wire::WorkbookCheck>(
        {Method::post, r.path + "/check", r.check, "The dry run: every fault with its cell, and what would be saved."},
        [r](Call& call, const wire::WorkbookInput& b) -> Result<wire::WorkbookCheck> {
            CS_TRY(const std::string bytes, bytes_of(b));
            CS_TRY(const CheckedWorkbook checked, r.checked(call, bytes));
            return shown(checked);
        });
    api.write<wire::WorkbookInput, wire::AnnotatedFile>(
        {Method::post, r.path + "/annotated", r.annotate, "The same workbook with each fault as a comment beside its cell."},
        [r](Call& call, const wire::WorkbookInput& b) -> Result<wire::AnnotatedFile> {
            CS_TRY(const std::string bytes, bytes_of(b));
            CS_TRY(const CheckedWorkbook checked, r.checked(call, bytes));
            return annotated(b, bytes, checked);
        });
    api.write<wire::WorkbookInput, Answer>({Method::post, r.path, r.load, "Saves what was filled in, all or nothing, as if it had been typed."},
                                           [r](Call& call, const wire::WorkbookInput& b) -> Result<Answer> {
                                               CS_TRY(const std::string bytes, bytes_of(b));
                                               return r.loaded(call, bytes);
                                           });
}

}    // namespace cs::assessment
