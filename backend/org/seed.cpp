#include <set>

#include "audit/catalogue.hpp"
#include "org/commands.hpp"
#include "org/country.hpp"
#include "org/trace.hpp"

namespace cs::org {
namespace {

void record_units(Tx& tx, Instant now, std::size_t rows) {
    audit::record(tx, now, {},
                  {audit::Event::units_imported,
                   "unit_import",
                   "units_2022",
                   {{"rows", std::nullopt, std::to_string(rows)},
                    {"digest", std::nullopt, country_digest()},
                    {"file", std::nullopt, "law/units_2022.csv"},
                    {"source", std::nullopt, "vietnam-provinces 0.0.4"},
                    {"day", std::nullopt, "2022-10-01"}},
                   ""});
}

}  // namespace

Result<Seeded> seed_country(Tx& tx, Instant now) {
    UnitStore units(tx);
    units.be_alone();
    if (!units.forest()->versions().empty()) return refuse(Problem::need_unmet, "org.not_empty");
    Forest forest = country_of_2022();
    record_units(tx, now, forest.versions().size());
    std::vector<Reorganisation> changes;
    for (const Draft& draft : shipped_reorganisations().drafts) {
        CS_TRY(const Plan plan, plan_reorganisation(forest, draft, derived_from(draft.key)));
        apply(plan, forest);
        changes.push_back(plan.change);
        audit::record(tx, now, {}, entry_of(plan));
    }
    units.add_all(forest, changes, now);
    std::set<UnitId> identities;
    for (const UnitVersion& v : forest.versions()) identities.insert(v.unit);
    return Seeded{static_cast<std::int64_t>(identities.size()), static_cast<std::int64_t>(forest.versions().size()),
                  static_cast<std::int64_t>(changes.size())};
}

}  // namespace cs::org
