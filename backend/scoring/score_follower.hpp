#pragma once
// Tells a reorganisation which open score sheets follow into a successor and which have none.
#include "org/follower.hpp"

namespace cs::scoring {

class ScoreFollower final : public org::Follower {
public:
    std::string_view kind() const override { return "score_sheet"; }
    std::vector<org::Following> of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const override;
};

}    // namespace cs::scoring
