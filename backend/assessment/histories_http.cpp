// Who may see what happened to a sheet, a round or a charge: whoever may see the object itself.
#include <algorithm>

#include "assessment/assessment_http.hpp"
#include "assessment/queue.hpp"

namespace cs::assessment {
namespace {

using access::Call;

Done may_see_round(Tx& tx, const Call& call, const access::Tree& tree, const std::string& id) {
    CS_TRY_DONE(pass(call.actor, access::Operation::show_round));
    CS_TRY(const Round round, RoundStore(tx).find(RoundId(id)));
    if (rows_of(tx, call.actor, round, tree, call.today()).empty()) return refuse(Problem::not_found, "assessment.round_unknown");
    return {};
}

}    // namespace

void guard_histories(access::Api& api) {
    api.guard_history("sheet", [&api](Call& call, Tx& tx, const std::string& id) -> Done {
        CS_TRY_DONE(pass(call.actor, access::Operation::show_sheet));
        CS_TRY_DONE(open_sheet(tx, SheetId(id), call.actor, *api.tree(tx), call.today()));
        return {};
    });
    api.guard_history("round", [&api](Call& call, Tx& tx, const std::string& id) { return may_see_round(tx, call, *api.tree(tx), id); });
    api.guard_history("charge", [](Call& call, Tx&, const std::string&) { return pass(call.actor, access::Operation::list_charges); });
}

}    // namespace cs::assessment
