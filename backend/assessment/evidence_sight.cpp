#include "assessment/evidence_sight.hpp"

#include <algorithm>

#include "assessment/opened_sheet.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

std::vector<UnitId> keepers(const org::Forest& forest, const UnitId& unit, Day today) {
    if (forest.on(unit, today) != nullptr) return {unit};
    const auto states = forest.history(unit);
    if (states.empty() || !states.back()->period.until || *states.back()->period.until > today) return {};
    return org::resolve(forest, unit, plus_days(*states.back()->period.until, -1), today).units;
}

}    // namespace

std::vector<UnitId> stores_of(Tx& tx, const UnitId& unit, Day today) {
    const auto forest = org::UnitStore(tx).forest();
    std::vector<UnitId> found{unit};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const org::Link* link : forest->links_to(found[i])) {
            const bool new_here = std::find(found.begin(), found.end(), link->from) == found.end();
            if (new_here && link->day <= today && forest->on(link->from, today) == nullptr) found.push_back(link->from);
        }
    return found;
}

Result<access::Role> may_over(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, Operation operation,
                              const UnitId& unit) {
    const auto forest = org::UnitStore(tx).forest();
    for (const UnitId& keeper : keepers(*forest, unit, today))
        if (const auto role = may(actor, operation, keeper, today, tree)) return role;
    return may(actor, operation, unit, today, tree);    // says why not
}

tl::unexpected<Refusal> evidence_unknown() { return refuse(Problem::not_found, "evidence.unknown", {}, "cs.evidence_by_need"); }

Done still_there(const Evidence& evidence) {
    if (!evidence.purge) return {};
    return refuse(Problem::gone, "evidence.purged", {{"day", to_vietnamese(legal_day(evidence.purge->at))}}, "cs.evidence_purge");
}

Done still_offered(const Evidence& evidence) {
    CS_TRY_DONE(still_there(evidence));
    if (evidence.replaced_by) return refuse(Problem::need_unmet, "evidence.replaced", {}, "cs.evidence_once");
    return {};
}

Result<Evidence> visible(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, const EvidenceId& id) {
    const EvidenceStore store(tx);
    auto found = store.find(id);
    if (!found || !pass(actor, Operation::show_evidence)) return evidence_unknown();
    if (may_over(tx, today, actor, tree, Operation::show_evidence, found->unit)) return *std::move(found);
    for (const SheetId& sheet : store.sheets_with(id))
        if (open_sheet(tx, sheet, actor, tree, today)) return *std::move(found);
    return evidence_unknown();
}

Result<Permitted> permitted(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, Operation operation,
                            const EvidenceId& id) {
    CS_TRY(Evidence evidence, visible(tx, today, actor, tree, id));
    CS_TRY(const access::Role role, may_over(tx, today, actor, tree, operation, evidence.unit));
    return Permitted{std::move(evidence), role};
}

Result<EvidencePage> evidence_of(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree,
                                 const EvidenceFilter& filter, const std::optional<EvidenceId>& after, int limit) {
    CS_TRY_DONE(org::UnitStore(tx).state(filter.unit, today));
    CS_TRY_DONE(may(actor, Operation::list_evidence, filter.unit, today, tree));
    return EvidenceStore(tx).list(stores_of(tx, filter.unit, today), filter, after, limit);
}

std::vector<Use> uses_of(Tx& tx, const EvidenceId& id) { return EvidenceStore(tx).uses(id); }

std::vector<CitedEvidence> citations(Tx& tx, const SheetId& sheet) { return EvidenceStore(tx).cited_in(sheet); }

Result<std::vector<CitedEvidence>> citations(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree,
                                             const SheetId& sheet) {
    CS_TRY_DONE(open_sheet(tx, sheet, actor, tree, today));
    return citations(tx, sheet);
}

}    // namespace cs::assessment
