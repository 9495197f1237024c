#include "audit/catalogue.hpp"
#include "base/digest.hpp"
#include "org/commands.hpp"

namespace cs::org {

Result<Imported> import_units(Tx& tx, Instant now, const audit::By& by, const std::string& csv, bool dry_run) {
    UnitStore units(tx);
    if (!dry_run) units.be_alone();
    CS_TRY(auto versions, read_import(*units.forest(), csv, born_at(now)));
    Imported imported{std::move(versions), digest(csv)};
    if (dry_run) return imported;
    units.add(imported.versions, now);
    std::vector<std::pair<std::string, std::string>> also;
    for (const UnitVersion& v : imported.versions) also.emplace_back("unit", v.unit.text());
    audit::record(
        tx, now, by,
        {audit::Event::units_imported,
         "unit_import",
         new_uuid(now),
         {{"rows", std::nullopt, std::to_string(imported.versions.size())}, {"digest", std::nullopt, imported.digest}},
         "",
         std::move(also)});
    return imported;
}

}  // namespace cs::org
