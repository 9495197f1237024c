#include "assessment/territory.hpp"

#include "law/law.hpp"
#include "org/store.hpp"

namespace cs::assessment {

Result<Above> above(Tx& tx, const UnitId& unit, Day day) {
    const org::UnitStore units(tx);
    CS_TRY(const org::UnitState state, units.state(unit, day));
    CS_TRY(const law::Regime structure, law::law().regimes.on("government_structure", day));
    const auto path = units.path(unit, day);
    Above found{std::nullopt, path.empty() ? unit : path.front().first, {}};
    for (const auto& [id, name] : path) found.all.push_back(id);
    const bool three_tier = structure.key == "government_structure.three_tier";
    if (three_tier && org::is_commune_level(state.kind) && path.size() == 3) found.district = path[1].first;
    return found;
}

}    // namespace cs::assessment
