#include "assessment/evidence_sight.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

// His unit may write that line of the sheet now.
Result<access::Role> may_write(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, Operation operation,
                               const Citation& what) {
    const auto place = EvidenceStore(tx).place(what.sheet, what.indicator);
    if (!place) return refuse(Problem::not_found, "evidence.sheet_unknown", {}, "cs.evidence_by_need");
    const auto role = may_over(tx, today, actor, tree, operation, place->unit);
    if (!role) return refuse(Problem::not_found, "evidence.sheet_unknown", {}, "cs.evidence_by_need");
    if (!place->open) return refuse(Problem::need_unmet, "evidence.sheet_closed", {{"indicator", what.indicator}}, "cs.review_by_round");
    return role;
}

void record(Tx& tx, Instant now, const audit::By& by, audit::Event event, const Citation& what, bool cited) {
    const auto from = [&](const std::string& text) { return cited ? std::nullopt : std::optional(text); };
    const auto to = [&](const std::string& text) { return cited ? std::optional(text) : std::nullopt; };
    audit::record(tx, now, by,
                  {event, "evidence", what.evidence.text(),
                   {{"sheet", from(what.sheet.text()), to(what.sheet.text())}, {"indicator", from(what.indicator), to(what.indicator)}},
                   "", {{"assessment_sheet", what.sheet.text()}}});
}

}    // namespace

Done cite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what) {
    const Day today = legal_day(now);
    EvidenceStore store(tx);
    store.lock(what.evidence);
    CS_TRY(const Evidence evidence, visible(tx, today, actor, tree, what.evidence));
    CS_TRY(const access::Role role, may_write(tx, today, actor, tree, Operation::cite_evidence, what));
    CS_TRY_DONE(still_offered(evidence));
    if (store.cited(what)) return refuse(Problem::need_unmet, "evidence.cited_already", {{"indicator", what.indicator}});
    store.cite(what, now, actor.person);
    record(tx, now, actor.by(role), audit::Event::evidence_cited, what, true);
    return {};
}

Done uncite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what) {
    const Day today = legal_day(now);
    EvidenceStore store(tx);
    store.lock(what.evidence);
    CS_TRY_DONE(visible(tx, today, actor, tree, what.evidence));
    CS_TRY(const access::Role role, may_write(tx, today, actor, tree, Operation::uncite_evidence, what));
    if (!store.cited(what)) return refuse(Problem::need_unmet, "evidence.not_cited", {{"indicator", what.indicator}});
    store.uncite(what, now, actor.person);
    record(tx, now, actor.by(role), audit::Event::evidence_uncited, what, false);
    return {};
}

}    // namespace cs::assessment
