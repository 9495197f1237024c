#pragma once
// /api/rounds, /api/sheets, /api/queue, /api/receipts: the yearly review; /api/recognitions: the register of standings;
// /api/dossiers, /api/withdrawals: how a standing is given and withdrawn.
#include "access/api_http.hpp"

namespace cs::assessment {

void add_assessment_routes(access::Api& api);

// The parts, each in its own file.
void add_round_routes(access::Api& api);
void add_sheet_routes(access::Api& api);
void add_queue_routes(access::Api& api);
void add_import_routes(access::Api& api);
void add_workbook_routes(access::Api& api);
void add_list_routes(access::Api& api);
void add_register_routes(access::Api& api);
void add_visit_routes(access::Api& api);
void add_orphan_routes(access::Api& api);
void add_printing_routes(access::Api& api);
void guard_histories(access::Api& api);
void add_dossier_routes(access::Api& api);
void add_confirmation_routes(access::Api& api);
void add_withdrawal_routes(access::Api& api);

}    // namespace cs::assessment
