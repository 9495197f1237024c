#pragma once
// /api/score-rounds, /api/score-sheets, /api/score-objections: the scoring of March.
#include "access/api_http.hpp"

namespace cs::scoring {

void add_score_routes(access::Api& api);

// The parts, each in its own file.
void add_score_round_routes(access::Api& api);
void add_score_sheet_routes(access::Api& api);
void add_score_step_routes(access::Api& api);
void add_score_board_routes(access::Api& api);
void add_score_workbook_routes(access::Api& api);
void add_score_list_routes(access::Api& api);
void guard_score_histories(access::Api& api);

}    // namespace cs::scoring
