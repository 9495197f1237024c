#pragma once
// What the modules to the right keep for a unit when it ends: a reorganisation asks them, also in a dry run, what follows the
// unit into its successor and what has none and waits for a decision.
#include <optional>
#include <string_view>
#include <vector>

#include "org/forest.hpp"
#include "platform/tx.hpp"

namespace cs::org {

struct Following {
    UnitId from;
    std::optional<UnitId> to;    // none: no single successor, somebody must decide
    std::int64_t count = 0;
};

class Follower {
public:
    virtual ~Follower() = default;
    virtual std::string_view kind() const = 0;    // "sheet": i18n office.following.<kind>
    // Of the units that ended; `after` is the country as it stands from `day` on.
    virtual std::vector<Following> of(Tx& tx, const std::vector<UnitId>& ended, const Forest& after, Day day) const = 0;
};
using Followers = std::vector<const Follower*>;

}  // namespace cs::org
