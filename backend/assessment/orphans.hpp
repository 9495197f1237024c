#pragma once
// Open sheets of units that are no more: they follow the one successor by themselves; where there is none, somebody decides
// and a paper says so.
#include "assessment/opened_sheet.hpp"
#include "org/follower.hpp"

namespace cs::assessment {

struct Orphan {
    Round round;
    Sheet sheet;
    std::string unit_name;                // as it was called on the round's day
    std::vector<UnitId> successors;       // who took over parts of it; may be incomplete
};
// Those of rounds the actor's role reaches, newest round first.
std::vector<Orphan> orphans(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today);

struct HandOver {
    UnitId to;
    std::string paper_number;
    Day paper_day;
    std::string reason;
};
// Refuses access.not_your_unit, assessment.sheet_has_holder, assessment.handover_faulty with assessment.paper_missing,
// assessment.paper_in_future, assessment.reason_missing, assessment.heir_unfit.
Result<Sheet> hand_over_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                              const HandOver& request);

// Tells a reorganisation which open sheets follow and which need a decision.
class SheetFollower final : public org::Follower {
public:
    std::string_view kind() const override { return "sheet"; }
    std::vector<org::Following> of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const override;
};

}    // namespace cs::assessment
