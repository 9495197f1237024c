#pragma once
// /api/scoring-tables, /api/scoring-holders, /api/agreements.
#include "access/api_http.hpp"

namespace cs::scoring {

void add_agreement_routes(access::Api& api);

// The parts, each in its own file.
void add_table_routes(access::Api& api);
void add_agreement_step_routes(access::Api& api);
void add_agreement_list_routes(access::Api& api);

}    // namespace cs::scoring
