#pragma once
// The routes of units, reorganisations and clusters.
#include "access/api_http.hpp"

namespace cs::org {

void add_org_routes(access::Api& api);

void add_unit_routes(access::Api& api);
void add_count_routes(access::Api& api);
void add_reorganisation_routes(access::Api& api);
void add_cluster_routes(access::Api& api);

}  // namespace cs::org
