#include "access/grants_http.hpp"

#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/store.hpp"

namespace cs::access {
namespace {

struct GrantInput {
    Role role;
    UnitId unit_id;
    Scope scope;
    Day from;
    std::optional<Day> until;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(GrantInput, (), (role, unit_id, scope, from, until, paper))

struct Decision {
    bool grant;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (grant, reason))

struct Ending {
    Day on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Ending, (), (on, reason))

struct Grants {
    std::vector<wire::Grant> items;
};
BOOST_DESCRIBE_STRUCT(Grants, (), (items))

std::optional<std::string> named(const std::optional<PersonId>& person, const std::string& name) {
    return person ? std::optional(name) : std::nullopt;
}

Result<GrantId> grant_of(const Call& call) {
    const auto id = GrantId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "access.grant_unknown", {{"id", call.param("id")}});
    return *id;
}

// A command on a grant in its own transaction, and the grant as it is then.
template <class Command>
Result<wire::Grant> change(const Api& api, Call& call, const Command& command) {
    return call.db.write([&](Tx& tx) -> Result<wire::Grant> {
        const auto tree = api.tree(tx);
        CS_TRY(const GrantRecord record, command(tx, *tree));
        return shown({call, tx, *tree}, record);
    });
}

Result<Grants> list_here(const Api& api, Call& call) {
    const std::string text = call.query("state").value_or("proposed");
    const auto state = parse_word<GrantState>(text);
    if (!state || *state == GrantState::absent)
        return refuse(Problem::bad_input, "access.grant_state_unknown", {{"value", text}});
    return call.db.read([&](Tx& tx) {
        const auto tree = api.tree(tx);
        Grants list;
        for (const GrantRecord& g : GrantStore(tx).in_state(*state)) list.items.push_back(shown({call, tx, *tree}, g));
        return list;
    });
}

Result<wire::Grant> propose_here(const Api& api, Call& call, const GrantInput& body) {
    const auto person = PersonId::parse(call.param("id"));
    if (!person) return refuse(Problem::not_found, "access.person_unknown", {{"id", call.param("id")}});
    const GrantProposal proposal{*person, body.role, body.unit_id, body.scope, Period{body.from, body.until}, body.paper};
    return change(api, call, [&](Tx& tx, const Tree& tree) {
        return propose_grant(tx, call.clock.now(), call.actor, tree, proposal);
    });
}

Result<wire::Grant> decide_here(const Api& api, Call& call, const Decision& body) {
    CS_TRY(const GrantId id, grant_of(call));
    return change(api, call, [&](Tx& tx, const Tree& tree) {
        return decide_grant(tx, call.clock.now(), call.actor, tree, id, body.grant, body.reason);
    });
}

Result<wire::Grant> end_here(const Api& api, Call& call, const Ending& body) {
    CS_TRY(const GrantId id, grant_of(call));
    return change(api, call, [&](Tx& tx, const Tree& tree) {
        return end_grant(tx, call.clock.now(), call.actor, tree, id, body.on, body.reason);
    });
}

}    // namespace

wire::Grant shown(const Showing& showing, const GrantRecord& g) {
    const auto& [call, tx, tree] = showing;
    const Instant now = call.clock.now();
    return {g.grant.id, g.person, g.person_name, g.grant.role, g.grant.unit,
            tree.name(g.grant.unit, std::max(g.grant.period.from, call.today())), g.grant.scope, g.grant.period.from,
            g.grant.period.until, g.state, g.paper, named(g.proposed_by, g.proposed_by_name),
            named(g.decided_by, g.decided_by_name), named(g.grant.delegated_by, g.delegated_by_name),
            {action(Operation::decide_grant, may_decide_grant(tx, now, call.actor, tree, g, true)),
             action(Operation::end_grant, may_end_grant(tx, now, call.actor, tree, g))}};
}

void add_grant_routes(Api& api) {
    using http::Method;
    api.read<Grants>({Method::get, "/api/grants", Operation::list_grants, "Roles by state; those waiting for a decision first.",
                      {{"state", "proposed (default), granted, refused or ended"}}},
                     [&api](Call& call) { return list_here(api, call); });
    api.write<GrantInput, wire::Grant>({Method::post, "/api/people/{id}/grants", Operation::propose_grant,
                                        "Proposes a role in a unit; a second person decides.", {}, 201},
                                       [&api](Call& call, const GrantInput& body) { return propose_here(api, call, body); });
    api.write<Decision, wire::Grant>({Method::post, "/api/grants/{id}/decision", Operation::decide_grant,
                                      "Grants or refuses a proposed role."},
                                     [&api](Call& call, const Decision& body) { return decide_here(api, call, body); });
    api.write<Ending, wire::Grant>({Method::post, "/api/grants/{id}/end", Operation::end_grant, "Ends a role on a day."},
                                   [&api](Call& call, const Ending& body) { return end_here(api, call, body); });
}

}    // namespace cs::access
