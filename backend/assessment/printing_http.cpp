// Printed forms: HTML to be printed by the browser on A4.
#include "assessment/assessment_http.hpp"
#include "assessment/forms_html.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

template <class Form>
Result<http::Reply> print(Api& api, Call& call, const Form& form) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.read([&](Tx& tx) -> Result<http::Reply> {
        const auto tree = api.tree(tx);
        CS_TRY(OpenedSheet opened, open_sheet(tx, id, call.actor, *tree, call.today()));
        CS_TRY(PrintedSheet printed, printed_sheet(tx, std::move(opened), *tree));
        CS_TRY(const law::Paper paper, form(printed, *tree));
        return http::Reply::html(law::render(paper, api.demo()));
    });
}

}    // namespace

void add_printing_routes(access::Api& api) {
    using http::Method;
    api.raw({Method::get, "/api/sheets/{id}/report", Operation::print_sheet,
             "The unit's report with its annex, in the official form, to be printed and signed."},
            "text/html", [&api](Call& call) {
                return print(api, call, [](const PrintedSheet& p, const access::Tree&) { return Result<law::Paper>(report_form(p)); });
            });
    api.raw({Method::get, "/api/sheets/{id}/minutes", Operation::print_minutes,
             "The minutes of a check, to be printed and signed by both: of one criterion, or of the caller's.",
             {{"criterion", "Number of a criterion."}, {"stage", "district or department; the one at work by default."}}},
            "text/html", [&api](Call& call) {
                return print(api, call, [&call](PrintedSheet& p, const access::Tree& tree) -> Result<law::Paper> {
                    CS_TRY_DONE(as_minutes(p, tree, call.today(), call.query("criterion"), call.query("stage")));
                    return minutes_form(p);
                });
            });
}

}    // namespace cs::assessment
