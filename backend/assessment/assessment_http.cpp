#include "assessment/assessment_http.hpp"

namespace cs::assessment {

void add_assessment_routes(access::Api& api) {
    add_round_routes(api);
    add_sheet_routes(api);
    add_queue_routes(api);
    add_import_routes(api);
    add_workbook_routes(api);
    add_list_routes(api);
    add_register_routes(api);
    add_visit_routes(api);
    add_orphan_routes(api);
    add_printing_routes(api);
    guard_histories(api);
    add_dossier_routes(api);
    add_confirmation_routes(api);
    add_withdrawal_routes(api);
}

}    // namespace cs::assessment
