#include "scoring/agreement_follower.hpp"

#include <algorithm>
#include <map>

#include "assessment/opened_sheet.hpp"
#include "scoring/agreement_store.hpp"

namespace cs::scoring {

std::vector<org::Following> AgreementFollower::of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const {
    constexpr Set<AgreementState> over = {AgreementState::closed, AgreementState::cancelled};
    std::map<UnitId, org::Following> found;
    for (const Agreement& head : AgreementStore(tx).all()) {
        if (over.has(head.state)) continue;
        const Agreement whole = AgreementStore(tx).find(head.id).value();
        for (const AgreementMember& member : whole.members) {
            if (!member.period.has(day) || std::find(ended.begin(), ended.end(), member.unit) == ended.end()) continue;
            const UnitId holder = assessment::holder_of(after, member.unit, member.period.from, day);
            org::Following& of = found.try_emplace(member.unit, org::Following{member.unit, std::nullopt, 0}).first->second;
            if (after.on(holder, day)) of.to = holder;
            ++of.count;
        }
    }
    std::vector<org::Following> all;
    for (auto& [unit, following] : found) all.push_back(std::move(following));
    return all;
}

}    // namespace cs::scoring
