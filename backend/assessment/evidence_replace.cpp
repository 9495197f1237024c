#include "assessment/evidence_sight.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {

Result<std::vector<Use>> replace(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const EvidenceId& old,
                                 const EvidenceId& newer) {
    const Day today = legal_day(now);
    EvidenceStore store(tx);
    store.lock(old);
    CS_TRY(const Permitted permit, permitted(tx, today, actor, tree, access::Operation::replace_evidence, old));
    CS_TRY(const Evidence other, visible(tx, today, actor, tree, newer));
    CS_TRY_DONE(still_offered(permit.evidence));
    CS_TRY_DONE(still_offered(other));
    if (old == newer) return refuse(Problem::bad_input, "evidence.replaced_by_itself");
    if (stores_of(tx, other.unit, today) != stores_of(tx, permit.evidence.unit, today) && other.unit != permit.evidence.unit)
        return refuse(Problem::bad_input, "evidence.of_another_unit");
    store.replace(old, newer);
    audit::record(tx, now, actor.by(permit.role),
                  {audit::Event::evidence_replaced, "evidence", old.text(), {{"replaced_by", std::nullopt, newer.text()}}, "",
                   {{"evidence", newer.text()}}});
    return store.uses(old);
}

}    // namespace cs::assessment
