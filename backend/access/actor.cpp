#include "access/actor.hpp"

#include <algorithm>

#include "access/permissions.hpp"

namespace cs::access {
namespace {

bool reaches(const Grant& grant, const UnitId& unit, Day day, const Tree& tree) {
    switch (grant.scope) {
        case Scope::own: return grant.unit == unit;
        case Scope::subtree: return tree.under(unit, grant.unit, day);
        case Scope::all: return true;
    }
    return false;
}

tl::unexpected<Refusal> refuse_role(Problem problem, const char* code, const Permission& row) {
    return refuse(problem, code, {{"operation", std::string(word(row.operation))}}, std::string(row.clause));
}

// The first grant whose role the table names and that `counts`.
template <class Counts>
Result<Role> allowed_by(const Actor& actor, const Permission& row, const char* otherwise, const Counts& counts) {
    bool has_role = false;
    for (const Grant& grant : actor.grants) {
        if (!row.roles.has(grant.role)) continue;
        if (counts(grant)) return grant.role;
        has_role = true;
    }
    return refuse_role(Problem::not_your_role, has_role ? otherwise : "access.not_your_role", row);
}

}    // namespace

std::string_view word(Role role) { return word_of(role); }
std::string_view word(Scope scope) { return word_of(scope); }
std::optional<Role> parse_role(std::string_view text) { return parse_word<Role>(text); }
std::optional<Scope> parse_scope(std::string_view text) { return parse_word<Scope>(text); }

audit::By Actor::by(Role role) const {
    const auto held = std::find_if(grants.begin(), grants.end(), [&](const Grant& g) { return g.role == role; });
    if (held == grants.end()) return {person, "", std::nullopt};
    return by_grant(person, *held);
}

audit::By by_grant(const std::optional<PersonId>& person, const Grant& grant) {
    audit::By by{person, std::string(word(grant.role)), grant.unit};
    if (grant.delegated_from) by.delegation = grant.id.text();
    return by;
}

audit::By Actor::by_himself() const { return {person, "", std::nullopt}; }

Result<Role> may(const Actor& actor, Operation operation) {
    const Permission& row = permission(operation);
    CS_CHECK(row.audience == Audience::roles);
    if (!actor.signed_in()) return refuse_role(Problem::not_signed_in, "access.not_signed_in", row);
    return allowed_by(actor, row, "access.not_your_role", [](const Grant&) { return true; });
}

Result<Role> may(const Actor& actor, Operation operation, const UnitId& unit, Day day, const Tree& tree) {
    const Permission& row = permission(operation);
    CS_CHECK(row.audience == Audience::roles);
    if (!actor.signed_in()) return refuse_role(Problem::not_signed_in, "access.not_signed_in", row);
    return allowed_by(actor, row, "access.not_your_unit",
                      [&](const Grant& grant) { return !row.by_unit || reaches(grant, unit, day, tree); });
}

Done pass(const Actor& actor, Operation operation) {
    const Permission& row = permission(operation);
    if (row.audience == Audience::anyone) return {};
    if (!actor.signed_in()) return refuse_role(Problem::not_signed_in, "access.not_signed_in", row);
    if (row.audience == Audience::signed_in) return {};
    CS_TRY_DONE(may(actor, operation));
    return {};
}

}    // namespace cs::access
