#pragma once
// /api/councils, /api/council-sessions: the appraisal council.
#include "access/api_http.hpp"

namespace cs::council {

void add_council_routes(access::Api& api);

void add_session_routes(access::Api& api);

}    // namespace cs::council
