#pragma once
// The routes of units, reorganisations and clusters.
#include "access/api_http.hpp"
#include "org/follower.hpp"

namespace cs::org {

// `followers` tell whoever applies a reorganisation what else follows the units that end.
void add_org_routes(access::Api& api, const Followers& followers = {});

void add_unit_routes(access::Api& api);
void add_count_routes(access::Api& api);
void add_reorganisation_routes(access::Api& api, const Followers& followers);
void add_cluster_routes(access::Api& api);

}  // namespace cs::org
