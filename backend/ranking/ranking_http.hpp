#pragma once
// /api/score-rounds/{id}/ranking and /api/rankings: a ranking while it is open, its closing, its package, its publication.
#include "access/api_http.hpp"

namespace cs::ranking {

// `code_version` is copied into packages.
void add_ranking_routes(access::Api& api, const std::string& code_version);
void add_ranking_list_routes(access::Api& api);

}    // namespace cs::ranking
