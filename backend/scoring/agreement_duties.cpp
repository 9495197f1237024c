#include "access/permissions.hpp"
#include "org/authority.hpp"
#include "scoring/agreement_facts.hpp"

namespace cs::scoring {
namespace {

// Of the members' own people: the holder may do it for them, it does not wait for him.
constexpr Set<access::Role> own = {access::Role::unit_clerk, access::Role::unit_head};

bool waits_for(const Moment& m, const Agreement& a, const AgreementMember& member, AgreementAction action) {
    const auto role = org::may_act_upon(m.tx, m.actor, operation_of(action), member.unit, m.today(), m.tree);
    return role && own.has(*role) && may_step(m, a, action, member.unit);
}

}    // namespace

std::vector<access::Duty> agreement_duties(const Moment& m) {
    constexpr Set<AgreementState> over = {AgreementState::draft, AgreementState::closed, AgreementState::cancelled};
    std::vector<access::Duty> all;
    const AgreementStore store(m.tx);
    for (const Agreement& head : store.all()) {
        if (over.has(head.state)) continue;
        const Agreement whole = store.find(head.id).value();
        for (const AgreementMember& member : whole.members) {
            const bool registered = member.has_all(whole.indicators.size());
            const AgreementAction next = registered ? AgreementAction::sign : AgreementAction::register_targets;
            if (member.signature || !waits_for(m, whole, member, next)) continue;
            all.push_back({registered ? "agreement_to_sign" : "targets_to_register",
                           {{"unit", m.tree.name(member_today(m, member), m.today())}, {"title", whole.title}}, {}, "agreement", whole.id.text()});
        }
    }
    return all;
}

}    // namespace cs::scoring
