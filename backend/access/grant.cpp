#include "access/grant.hpp"

namespace cs::access {

bool compatible(Role a, Role b) { return (a == Role::administrator) == (b == Role::administrator); }

Set<GrantNeed> met(const GrantFacts& facts) {
    Set<GrantNeed> needs;
    const auto holds = [&](GrantNeed need, bool so) {
        if (so) needs.bits |= Set<GrantNeed>::bit(need);
    };
    holds(GrantNeed::not_for_himself, !facts.for_himself);
    holds(GrantNeed::not_by_the_proposer, !facts.by_the_proposer);
    holds(GrantNeed::person_active, facts.person_active);
    holds(GrantNeed::unit_stands, facts.unit_stands);
    holds(GrantNeed::compatible_roles, facts.roles_compatible);
    holds(GrantNeed::reason_given, facts.reason_given);
    holds(GrantNeed::within_its_period, facts.within_period);
    holds(GrantNeed::administrator_remains, facts.administrator_remains);
    holds(GrantNeed::own_role, facts.own_role);
    holds(GrantNeed::within_own_period, facts.within_own_period);
    holds(GrantNeed::within_the_days, facts.within_the_days);
    holds(GrantNeed::paper_named, facts.paper_named);
    holds(GrantNeed::given_by_himself, facts.given_by_himself);
    return needs;
}

}    // namespace cs::access
