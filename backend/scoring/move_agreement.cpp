#include "access/permissions.hpp"
#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "scoring/agreement_facts.hpp"

namespace cs::scoring {
namespace {

Done check(const AgreementStep& step, Day today) {
    std::vector<Fault> faults;
    if (step.action == AgreementAction::bring_into_force) check_paper(step.paper, today, faults);
    if (step.action == AgreementAction::cancel && trim(step.note).empty()) faults.push_back({"agreement.note_missing", {}, "note"});
    if (!faults.empty()) return refuse("agreement.faulty", std::move(faults));
    return {};
}

}    // namespace

Result<Agreement> move_agreement(const Moment& m, const AgreementId& id, const AgreementStep& step, std::optional<std::int64_t> seen) {
    if (operation_of(step.action) != access::Operation::move_agreement)
        return refuse(Problem::no_such_step, "agreement.no_such_step", {{"state", ""}, {"action", std::string(word_of(step.action))}});
    CS_TRY(Agreement a, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, a, step.action));
    CS_TRY_DONE(check(step, m.today()));
    const AgreementState was = a.state;
    a.state = agreement_procedure.find(was, step.action)->to;
    if (step.action == AgreementAction::bring_into_force) a.paper = trimmed(step.paper);
    if (!AgreementStore(m.tx).save(a, m.now)) return refuse(Problem::stale, "agreement.stale");
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::agreement_moved, a,
                           {{"state", std::string(word_of(was)), std::string(word_of(a.state))},
                            {"step", std::nullopt, std::string(word_of(step.action))},
                            {"number", std::nullopt, a.paper.number},
                            {"day", std::nullopt, text_of(a.paper.day)}},
                           std::string(trim(step.note))));
    return AgreementStore(m.tx).find(id);
}

}    // namespace cs::scoring
