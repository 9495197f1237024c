#include "org/authority.hpp"

#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::org {

Result<access::Role> may_act_upon(Tx& tx, const access::Actor& actor, access::Operation operation, const UnitId& unit, Day today,
                                  const access::Tree& tree) {
    const auto forest = UnitStore(tx).forest();
    const auto history = forest->history(unit);
    if (history.empty() || !history.back()->period.until || today < *history.back()->period.until)
        return access::may(actor, operation, unit, today, tree);
    const Resolution became = resolve(*forest, unit, plus_days(*history.back()->period.until, -1), today);
    if (became.units.empty()) return access::may(actor, operation, unit, today, tree);
    for (const UnitId& successor : became.units)
        if (const auto role = access::may(actor, operation, successor, today, tree); !role || successor == became.units.back()) return role;
    CS_CHECK(false);
}

}    // namespace cs::org
