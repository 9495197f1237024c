#pragma once
// /api/board, /api/standings, /api/map-layers, /api/periodic-reports: what is counted from the register and drawn, what units report.
#include "access/api_http.hpp"
#include "report/asked.hpp"

namespace cs::report {

void add_report_routes(access::Api& api);

// The parts, each in its own file.
void add_board_routes(access::Api& api);
void add_standing_routes(access::Api& api);
void add_map_routes(access::Api& api);
void add_periodic_routes(access::Api& api);

// Parameters "on", "boundary", "under", "under_code", which all of them share.
Result<Asked> read_asked(const access::Call& call, Tx& tx);
std::vector<http::QueryParam> asked_params(std::vector<http::QueryParam> more = {});

}    // namespace cs::report
