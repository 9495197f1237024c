#include "assessment/dossier_path.hpp"
#include "assessment/withdrawal.hpp"

namespace cs::assessment {
namespace {

using access::Duty;

std::map<std::string, std::string> args_of(const Moment& m, const CaseHead& head, const std::string& what, std::string_view word) {
    return {{"unit", m.tree.name(head.unit, head.last_on)}, {"standing", std::string(word_of(head.standing))}, {"area", head.area}, {what, std::string(word)}};
}

// The permission first: whether a step may be taken is dear to find out, and most dossiers are nobody's own.
bool his(const Moment& m, const CaseHead& head, access::Operation operation) {
    return access::may(m.actor, operation, head.unit, head.last_on, m.tree).has_value();
}

void add_dossier(const Moment& m, const Dossier& d, std::vector<Duty>& all) {
    const auto over = above(m.tx, d.unit, m.today());
    // Its unit is no more: what is left is to end it.
    const auto next = over ? awaited(d.state, over->district.has_value()) : DossierAction::turn_down;
    if (next && his(m, d, operation_of(*next)) && may_step(m, d, *next)) {
        const bool council = *next == DossierAction::take_to_council || *next == DossierAction::approve;
        all.push_back({council ? "dossier_to_council" : "dossier_step", args_of(m, d, "step", word_of(*next)), d.due_on, "dossier", d.id.text()});
    }
    for (const ConfirmationKind kind : awaited_from(m, d))
        all.push_back({"confirmation_awaited", args_of(m, d, "confirmation", word_of(kind)), {}, "dossier", d.id.text()});
}

// Dropping a case is no duty: the next step on the way to a decision is.
void add_withdrawal(const Moment& m, const WithdrawalCase& c, std::vector<Duty>& all) {
    using enum WithdrawalAction;
    for (const WithdrawalAction next : {explain, pass_over, take_to_council, approve, decide}) {
        if (!withdrawal_procedure.find(c.state, next) || !his(m, c, operation_of(next)) || !may_step(m, c, next)) continue;
        const bool council = next == take_to_council || next == approve;
        all.push_back({council ? "withdrawal_to_council" : "withdrawal_step", args_of(m, c, "step", word_of(next)),
                       next == explain ? c.due_on : std::nullopt, "withdrawal", c.id.text()});
        return;
    }
}

}    // namespace

std::vector<Duty> recognition_duties(const Moment& m) {
    std::vector<Duty> all;
    const DossierStore store(m.tx);
    for (const Dossier& d : store.recognitions())
        if (is_open(d.state)) add_dossier(m, d, all);
    for (const WithdrawalCase& c : store.withdrawals())
        if (is_open(c.state)) add_withdrawal(m, c, all);
    return all;
}

}    // namespace cs::assessment
