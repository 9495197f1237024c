#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/grants_http.hpp"
#include "access/password.hpp"
#include "access/store.hpp"
#include "access/wire_http.hpp"

namespace cs::access {
namespace {

struct PersonInput {
    std::string login, name, position, password;
};
BOOST_DESCRIBE_STRUCT(PersonInput, (), (login, name, position, password))

struct Reason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (reason))

struct PasswordInput {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordInput, (), (password))

struct People {
    std::vector<wire::Person> items;
    std::int64_t total;
    std::optional<PersonId> next;
    std::vector<Action> actions;    // what may be done to the list itself
};
BOOST_DESCRIBE_STRUCT(People, (), (items, total, next, actions))

// What the table allows for this person; the rest (his state, the last administrator) the command says.
std::vector<Action> actions_for(const Actor& actor, const Person& p) {
    using enum Operation;
    const auto ask = [&](Operation operation, bool possible, const char* otherwise) {
        Result<Role> asked = may(actor, operation);
        if (asked && actor.person == p.id) asked = refuse(Problem::need_unmet, "access.not_yourself");
        if (asked && !possible) asked = refuse(Problem::need_unmet, otherwise);
        return action(operation, asked);
    };
    return {ask(close_person, !p.closed, "access.already_closed"),
            ask(reset_password, !p.closed, "access.already_closed"),
            ask(reset_second_factor, !p.closed && p.second_factor_enrolled, "access.second_factor_not_begun"),
            ask(propose_grant, !p.closed, "grant.need.person_active"),
            ask(erase_person, p.closed && !p.erased, p.erased ? "access.already_erased" : "access.not_closed")};
}

wire::Person shown(const Showing& showing, const Person& p) {
    wire::Person out{p.id, p.login, p.name, p.position, p.closed, p.second_factor_enrolled, p.version, {}, {}};
    for (const GrantRecord& g : GrantStore(showing.tx).of_person(p.id)) out.grants.push_back(shown(showing, g));
    out.actions = actions_for(showing.call.actor, p);
    return out;
}

Result<PersonId> person_of(const Call& call) {
    const auto id = PersonId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "access.person_unknown", {{"id", call.param("id")}});
    return *id;
}

Result<People> list_here(const Api& api, Call& call) {
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    std::optional<PersonId> after;
    if (const auto text = call.query("after")) {
        after = PersonId::parse(*text);
        if (!after) return refuse(Problem::bad_input, "access.query_cursor", {{"value", *text}});
    }
    return call.db.read([&](Tx& tx) {
        const auto tree = api.tree(tx);
        const Showing showing{call, tx, *tree};
        const PeoplePage page = PersonStore(tx).list(call.query("q").value_or(""), after, limit);
        People list{{}, page.total, page.next, {action(Operation::add_person, may(call.actor, Operation::add_person))}};
        for (const Person& p : page.people) list.items.push_back(shown(showing, p));
        return list;
    });
}

Result<wire::Person> show(const Api& api, Call& call, const PersonId& id) {
    return call.db.read([&](Tx& tx) -> Result<wire::Person> {
        CS_TRY(const Person person, PersonStore(tx).find(id));
        const auto tree = api.tree(tx);
        return shown({call, tx, *tree}, person);
    });
}

Result<wire::Person> show_here(const Api& api, Call& call) {
    CS_TRY(const PersonId id, person_of(call));
    return show(api, call, id);
}

Result<wire::Person> add_here(const Api& api, Call& call, const PersonInput& body) {
    CS_TRY_DONE(check_login(body.login));
    CS_TRY_DONE(check_password(body.login, body.password));
    CS_TRY(const std::string hash, hash_password(body.password));
    CS_TRY(const Person person, call.db.write([&](Tx& tx) {
        return add_person(tx, call.clock.now(), call.actor, {body.login, body.name, body.position}, hash);
    }));
    return show(api, call, person.id);
}

Result<wire::Person> close_here(const Api& api, Call& call, const Reason& body) {
    CS_TRY(const PersonId id, person_of(call));
    CS_TRY_DONE(call.db.write(
        [&](Tx& tx) { return close_person(tx, call.clock.now(), call.actor, id, body.reason); }));
    return show(api, call, id);
}

Result<Nothing> reset_password_here(Call& call, const PasswordInput& body) {
    CS_TRY(const PersonId id, person_of(call));
    CS_TRY(const Person person, call.db.read([&](Tx& tx) { return PersonStore(tx).find(id); }));
    CS_TRY_DONE(check_password(person.login, body.password));
    CS_TRY(const std::string hash, hash_password(body.password));
    CS_TRY_DONE(call.db.write([&](Tx& tx) { return reset_password(tx, call.clock.now(), call.actor, id, hash); }));
    return Nothing{};
}

Result<Nothing> reset_second_factor_here(Call& call, const Reason& body) {
    CS_TRY(const PersonId id, person_of(call));
    CS_TRY_DONE(call.db.write(
        [&](Tx& tx) { return reset_second_factor(tx, call.clock.now(), call.actor, id, body.reason); }));
    return Nothing{};
}

Result<Nothing> erase_here(Call& call, const Reason& body) {
    CS_TRY(const PersonId id, person_of(call));
    CS_TRY_DONE(call.db.write(
        [&](Tx& tx) { return erase_person(tx, call.clock.now(), call.actor, id, body.reason); }));
    return Nothing{};
}

}    // namespace

void add_people_routes(Api& api) {
    using http::Method;
    api.read<People>({Method::get, "/api/people", Operation::list_people, "People by name, with their roles.",
                      {{"q", "words in login, name or position, without diacritics"}, {"after", "cursor"}, {"limit", "1 to 200"}}},
                     [&api](Call& call) { return list_here(api, call); });
    api.read<wire::Person>({Method::get, "/api/people/{id}", Operation::show_person, "One person with his roles."},
                           [&api](Call& call) { return show_here(api, call); });
    api.write<PersonInput, wire::Person>(
        {Method::post, "/api/people", Operation::add_person, "Adds a person, who must change the password at first sign-in.", {}, 201},
        [&api](Call& call, const PersonInput& body) { return add_here(api, call, body); });
    api.write<Reason, wire::Person>({Method::post, "/api/people/{id}/closure", Operation::close_person,
                                     "Closes an account; its sessions and roles end today."},
                                    [&api](Call& call, const Reason& body) { return close_here(api, call, body); });
    api.write<PasswordInput, Nothing>({Method::post, "/api/people/{id}/password", Operation::reset_password,
                                       "Sets a password to be changed at the next sign-in; lifts a lock-out."},
                                      [](Call& call, const PasswordInput& body) { return reset_password_here(call, body); });
    api.write<Reason, Nothing>({Method::post, "/api/people/{id}/second-factor-reset", Operation::reset_second_factor,
                                "Takes a lost second factor off an account."},
                               [](Call& call, const Reason& body) { return reset_second_factor_here(call, body); });
    api.write<Reason, Nothing>({Method::post, "/api/people/{id}/erasure", Operation::erase_person,
                                "Erases the personal data of a closed account; the journal still proves."},
                               [](Call& call, const Reason& body) { return erase_here(call, body); });
}

}    // namespace cs::access
