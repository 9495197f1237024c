#include <algorithm>

#include "assessment/dossier_commands.hpp"
#include "audit/journal.hpp"
#include "base/text.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

bool is_front(org::UnitKind kind) {
    using enum org::UnitKind;
    return kind == front_province || kind == front_district || kind == front_commune;
}

Done check(Tx& tx, const RecognitionCharge& charge) {
    CS_CHECK(charge.kind != ConfirmationKind::opinion);
    if (trim(charge.paper).empty()) return refuse(Problem::bad_input, "confirmation.paper_missing");
    if (charge.period.until && *charge.period.until <= charge.period.from)
        return refuse(Problem::bad_input, "access.period_empty", {{"from", to_text(charge.period.from)}, {"until", to_text(*charge.period.until)}});
    CS_TRY_DONE(org::UnitStore(tx).state(charge.root, charge.period.from));
    CS_TRY(const org::UnitState holder, org::UnitStore(tx).state(charge.holder, charge.period.from));
    const std::string clause = "cs.confirmation_by_office";
    if (charge.kind == ConfirmationKind::survey && !is_front(holder.kind))
        return refuse(Problem::need_unmet, "confirmation.survey_not_by_front", {{"unit", holder.name}}, clause);
    if (org::is_territory(holder.kind)) return refuse(Problem::need_unmet, "confirmation.office_is_territory", {{"unit", holder.name}}, clause);
    return {};
}

audit::Entry entry_of(audit::Event event, const RecognitionCharge& c) {
    return {event, "recognition_charge", c.id.text(),
            {{"kind", std::nullopt, std::string(word_of(c.kind))}, {"root", std::nullopt, c.root.text()},
             {"holder", std::nullopt, c.holder.text()}, {"from", std::nullopt, to_text(c.period.from)},
             {"until", std::nullopt, c.period.until ? std::optional(to_text(*c.period.until)) : std::nullopt},
             {"paper", std::nullopt, c.paper}},
            "", {{"unit", c.holder.text()}}};
}

}    // namespace

Result<RecognitionCharge> add_recognition_charge(const Moment& m, RecognitionCharge charge) {
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::add_recognition_charge, charge.root, charge.period.from, m.tree));
    return add_recognition_charge(m.tx, m.now, m.actor.by(role), std::move(charge));
}

Result<RecognitionCharge> add_recognition_charge(Tx& tx, Instant now, const audit::By& by, RecognitionCharge charge) {
    CS_TRY_DONE(check(tx, charge));
    if (!ConfirmationStore(tx).add(charge, now, by.person)) return refuse(Problem::need_unmet, "confirmation.charge_stands");
    audit::record(tx, now, by, entry_of(audit::Event::recognition_charge_added, charge));
    return charge;
}

Done end_recognition_charge(const Moment& m, const ChargeOfRecognitionId& id, Day until) {
    const auto all = ConfirmationStore(m.tx).charges();
    const auto found = std::find_if(all.begin(), all.end(), [&](const RecognitionCharge& c) { return c.id == id; });
    if (found == all.end()) return refuse(Problem::not_found, "confirmation.charge_unknown");
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::end_recognition_charge, found->root, found->period.from, m.tree));
    if (!ConfirmationStore(m.tx).end(id, until)) return refuse(Problem::need_unmet, "confirmation.charge_over");
    RecognitionCharge ended = *found;
    ended.period.until = until;
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(audit::Event::recognition_charge_ended, ended));
    return {};
}

}    // namespace cs::assessment
