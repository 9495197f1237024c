#pragma once
// /api/rounds, /api/sheets, /api/queue, /api/receipts: the yearly review; /api/recognitions: the register of standings.
#include "access/api_http.hpp"

namespace cs::assessment {

void add_assessment_routes(access::Api& api);

// The parts, each in its own file.
void add_round_routes(access::Api& api);
void add_sheet_routes(access::Api& api);
void add_queue_routes(access::Api& api);
void add_register_routes(access::Api& api);

}    // namespace cs::assessment
