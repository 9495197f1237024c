#pragma once
// /api/targets, /api/denominators, /api/reading-choices: what the movement wants.
#include "access/api_http.hpp"

namespace cs::movement {

void add_movement_routes(access::Api& api);

// The parts, each in its own file.
void add_target_routes(access::Api& api);
void add_reading_routes(access::Api& api);

}    // namespace cs::movement
