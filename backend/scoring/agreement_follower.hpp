#pragma once
#include "org/follower.hpp"

namespace cs::scoring {

// Tells a reorganisation which memberships of open agreements go over to a successor and which have none.
class AgreementFollower final : public org::Follower {
public:
    std::string_view kind() const override { return "agreement"; }
    std::vector<org::Following> of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const override;
};

}    // namespace cs::scoring
