#pragma once
// /api/criteria-sets, their versions, differences and confirmations, and /api/trials.
#include "access/api_http.hpp"

namespace cs::criteria {

void add_criteria_routes(access::Api& api);

// The parts, each in its own file.
void add_set_routes(access::Api& api);
void add_confirmation_routes(access::Api& api);
void add_trial_routes(access::Api& api);

}    // namespace cs::criteria
