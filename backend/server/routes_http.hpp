#pragma once
// The composition of all routes, in one place: the server, `describe openapi` and the permission matrix test use it.
#include "access/api_http.hpp"
#include "assessment/upload.hpp"

namespace cs::server {

void add_routes(access::Api& api, assessment::EvidenceFiles& files);

void add_config_routes(access::Api& api);
void add_law_routes(access::Api& api);
void add_duty_routes(access::Api& api);

}    // namespace cs::server
