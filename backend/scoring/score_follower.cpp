#include "scoring/score_follower.hpp"

#include <algorithm>
#include <map>

#include "assessment/opened_sheet.hpp"
#include "scoring/score_store.hpp"

namespace cs::scoring {

std::vector<org::Following> ScoreFollower::of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const {
    std::map<UnitId, org::Following> found;
    for (const ScoreRound& round : ScoreRoundStore(tx).all()) {
        if (day < round.units_on) continue;
        for (const ScoreSheet& sheet : ScoreStore(tx).of_round(round.id)) {
            if (sheet.state == ScoreState::settled || std::find(ended.begin(), ended.end(), sheet.unit) == ended.end()) continue;
            const UnitId holder = assessment::holder_of(after, sheet.unit, round.units_on, day);
            org::Following& of = found.try_emplace(sheet.unit, org::Following{sheet.unit, std::nullopt, 0}).first->second;
            if (after.on(holder, day)) of.to = holder;
            ++of.count;
        }
    }
    std::vector<org::Following> all;
    for (auto& [unit, following] : found) all.push_back(std::move(following));
    return all;
}

}    // namespace cs::scoring
