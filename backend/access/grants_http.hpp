#pragma once
#include "access/api_http.hpp"
#include "access/wire_http.hpp"

namespace cs::access {

// What drawing a grant needs: who asks, and org's tree over the same transaction.
struct Showing {
    const Call& call;
    Tx& tx;
    const Tree& tree;
};
wire::Grant shown(const Showing& showing, const GrantRecord& grant);

}    // namespace cs::access
