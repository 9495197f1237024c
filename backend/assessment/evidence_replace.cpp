#include <algorithm>

#include "assessment/evidence_sight.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {
namespace {

bool in_one_store(Tx& tx, const Evidence& a, const Evidence& b, Day today) {
    const auto theirs = keepers_of(tx, b.unit, today);
    for (const UnitId& keeper : keepers_of(tx, a.unit, today))
        if (std::find(theirs.begin(), theirs.end(), keeper) != theirs.end()) return true;
    return false;
}

}    // namespace

Result<std::vector<Use>> replace(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const EvidenceId& old,
                                 const EvidenceId& newer) {
    const Day today = legal_day(now);
    EvidenceStore store(tx);
    store.lock(old);
    CS_TRY(const Evidence evidence, visible(tx, today, actor, tree, old));
    CS_TRY(const access::Role role, may_over(tx, today, actor, tree, access::Operation::replace_evidence, evidence.unit));
    CS_TRY(const Evidence other, visible(tx, today, actor, tree, newer));
    CS_TRY_DONE(still_offered(evidence));
    CS_TRY_DONE(still_offered(other));
    if (old == newer) return refuse(Problem::bad_input, "evidence.replaced_by_itself");
    if (!in_one_store(tx, evidence, other, today)) return refuse(Problem::bad_input, "evidence.of_another_unit");
    store.replace(old, newer);
    audit::record(tx, now, actor.by(role),
                  {audit::Event::evidence_replaced, "evidence", old.text(), {{"replaced_by", std::nullopt, newer.text()}}, "",
                   {{"evidence", newer.text()}}});
    return store.uses(old);
}

}    // namespace cs::assessment
