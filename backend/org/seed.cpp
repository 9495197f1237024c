#include <set>

#include "org/commands.hpp"
#include "org/country.hpp"

namespace cs::org {

Result<Seeded> seed_country(Tx& tx, Instant now) {
    UnitStore units(tx);
    units.be_alone();
    if (!units.forest()->versions().empty()) return refuse(Problem::need_unmet, "org.not_empty");
    Forest forest = country_of_2022();
    std::vector<Reorganisation> changes;
    for (const Draft& draft : shipped_reorganisations().drafts) {
        CS_TRY(const Plan plan, plan_reorganisation(forest, draft, derived_from(draft.key)));
        apply(plan, forest);
        changes.push_back(plan.change);
    }
    units.add_all(forest, changes, now);
    std::set<UnitId> identities;
    for (const UnitVersion& v : forest.versions()) identities.insert(v.unit);
    return Seeded{static_cast<std::int64_t>(identities.size()), static_cast<std::int64_t>(forest.versions().size()),
                  static_cast<std::int64_t>(changes.size())};
}

}  // namespace cs::org
