#pragma once
// A request's work in one transaction, with the moment it happens at.
#include "access/api_http.hpp"
#include "assessment/territory.hpp"

namespace cs::assessment {

// A command.
template <class Answer, class Work>
Result<Answer> with_moment(access::Api& api, access::Call& call, const Work& work) {
    return call.db.write([&](Tx& tx) -> Result<Answer> {
        const auto tree = api.tree(tx);
        return work(Moment{tx, call.clock.now(), call.actor, *tree});
    });
}
template <class Answer, class Work>
Result<Answer> read_moment(access::Api& api, access::Call& call, const Work& work) {
    return call.db.read([&](Tx& tx) -> Result<Answer> {
        const auto tree = api.tree(tx);
        return work(Moment{tx, call.clock.now(), call.actor, *tree});
    });
}

}    // namespace cs::assessment
