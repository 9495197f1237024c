// Cover for an absent officer or head: what one has given and received, whom one may ask, the giving and the taking back.
#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/grants_http.hpp"
#include "access/store.hpp"
#include "law/law.hpp"

namespace cs::access {
namespace {

struct OwnRole {
    GrantId grant_id;
    Role role;
    UnitId unit_id;
    std::string unit_name;
    std::optional<Day> until;
};
BOOST_DESCRIBE_STRUCT(OwnRole, (), (grant_id, role, unit_id, unit_name, until))

struct Colleague {
    std::string login, name, position;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (login, name, position))

struct Delegations {
    std::vector<OwnRole> roles;    // what one may give
    std::vector<wire::Grant> given, received;
    std::vector<Colleague> colleagues;
    std::int64_t longest_days;
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(Delegations, (), (roles, given, received, colleagues, longest_days, actions))

struct DelegationInput {
    GrantId grant_id;
    std::string login;
    Day from, until;    // the first day without it
    std::string paper_number;
    Day paper_day;
};
BOOST_DESCRIBE_STRUCT(DelegationInput, (), (grant_id, login, from, until, paper_number, paper_day))

struct DelegationEnd {
    Day on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DelegationEnd, (), (on, reason))

// As its giver sees it: he takes back, he does not decide.
wire::Grant given(const Showing& showing, const GrantRecord& record) {
    wire::Grant view = shown(showing, record);
    view.actions = {action(Operation::end_delegation, may_end_delegation(showing.call.clock.now(), showing.call.actor, record))};
    return view;
}

Result<Delegations> list_here(const Api& api, Call& call) {
    CS_TRY(const std::int64_t days, law::law().parameters.whole_on("access.delegation_days", call.today()));
    return call.db.read([&](Tx& tx) {
        const auto tree = api.tree(tx);
        const Showing showing{call, tx, *tree};
        const GrantStore grants(tx);
        const PersonId& me = *call.actor.person;
        Delegations all{{}, {}, {}, {}, days, {action(Operation::delegate_role, pass(call.actor, Operation::delegate_role))}};
        for (const Grant& g : call.actor.grants)
            if (!g.delegated_from && g.role != Role::administrator)
                all.roles.push_back({g.id, g.role, g.unit, tree->name(g.unit, call.today()), g.period.until});
        for (const GrantRecord& g : grants.delegated_by(me)) all.given.push_back(given(showing, g));
        for (const GrantRecord& g : grants.of_person(me))
            if (g.grant.delegated_from) all.received.push_back(shown(showing, g));
        for (const Person& p : grants.colleagues(me, call.today())) all.colleagues.push_back({p.login, p.name, p.position});
        return Result<Delegations>(std::move(all));
    });
}

Result<wire::Grant> delegate_here(const Api& api, Call& call, const DelegationInput& b) {
    return call.db.write([&](Tx& tx) -> Result<wire::Grant> {
        const auto tree = api.tree(tx);
        CS_TRY(const GrantRecord made, delegate_role(tx, call.clock.now(), call.actor, *tree,
                                                     {b.grant_id, b.login, Period{b.from, b.until}, b.paper_number, b.paper_day}));
        return given({call, tx, *tree}, made);
    });
}

Result<wire::Grant> end_here(const Api& api, Call& call, const DelegationEnd& b) {
    const auto id = GrantId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "access.grant_unknown", {{"id", call.param("id")}});
    return call.db.write([&](Tx& tx) -> Result<wire::Grant> {
        const auto tree = api.tree(tx);
        CS_TRY(const GrantRecord ended, end_delegation(tx, call.clock.now(), call.actor, *id, b.on, b.reason));
        return given({call, tx, *tree}, ended);
    });
}

}    // namespace

void add_delegation_routes(Api& api) {
    using http::Method;
    api.read<Delegations>({Method::get, "/api/me/delegations", Operation::list_my_delegations,
                           "What one has delegated and received while somebody is absent, and whom one may ask."},
                          [&api](Call& call) { return list_here(api, call); });
    api.write<DelegationInput, wire::Grant>({Method::post, "/api/me/delegations", Operation::delegate_role,
                                             "Gives one of one's own roles to another person for a dated period, by a paper.", {}, 201},
                                            [&api](Call& call, const DelegationInput& b) { return delegate_here(api, call, b); });
    api.write<DelegationEnd, wire::Grant>({Method::post, "/api/delegations/{id}/end", Operation::end_delegation,
                                           "Takes a delegation back before its end."},
                                          [&api](Call& call, const DelegationEnd& b) { return end_here(api, call, b); });
}

}    // namespace cs::access
