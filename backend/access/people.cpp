#include "access/commands.hpp"
#include "access/permissions.hpp"
#include "access/store.hpp"
#include "base/text.hpp"

namespace cs::access {
namespace {

audit::Entry about(audit::Event event, const PersonId& id, std::vector<audit::Change> changes, const std::string& note) {
    return {event, "person", id.text(), std::move(changes), note};
}

Done not_himself(const Actor& actor, const PersonId& id) {
    if (actor.person == id) return refuse(Problem::need_unmet, "access.not_yourself", {}, "cs.two_people_grant");
    return {};
}

Done reason_given(const std::string& reason) {
    if (trim(reason).empty()) return refuse(Problem::bad_input, "access.reason_missing");
    return {};
}

Result<Person> open_person(Tx& tx, const PersonId& id) {
    CS_TRY(Person person, PersonStore(tx).find(id));
    if (person.closed) return refuse(Problem::need_unmet, "access.already_closed", {{"name", person.name}});
    return person;
}

// Roles end today; one that was to begin later ends on the day it was to begin, and so never counts.
std::int64_t end_grants(Tx& tx, const PersonId& id, Day today) {
    GrantStore grants(tx);
    std::int64_t ended = 0;
    for (const GrantRecord& g : grants.of_person(id)) {
        const auto& [from, until] = g.grant.period;
        if (g.state != GrantState::granted || (until && *until <= today)) continue;
        grants.end(g.grant.id, std::max(from, today));
        ++ended;
    }
    return ended;
}

}    // namespace

Result<Person> add_person(Tx& tx, Instant now, const Actor& actor, const NewPerson& request,
                          const std::string& password_hash) {
    CS_TRY(const Role role, may(actor, Operation::add_person));
    CS_TRY_DONE(check_login(request.login));
    if (trim(request.name).empty()) return refuse(Problem::bad_input, "access.name_missing");
    Person person{PersonId::born(now), request.login, std::string(trim(request.name)), request.position};
    person.must_change_password = true;
    CS_TRY_DONE(PersonStore(tx).add(person, password_hash, now));
    audit::record(tx, now, actor.by(role),
                  about(audit::Event::person_added, person.id,
                        {{"login", std::nullopt, person.login},
                         {"name", std::nullopt, person.name},
                         {"position", std::nullopt, person.position}},
                        ""));
    return person;
}

Result<Person> close_person(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& reason) {
    CS_TRY(const Role role, may(actor, Operation::close_person));
    CS_TRY_DONE(not_himself(actor, id));
    CS_TRY_DONE(reason_given(reason));
    CS_TRY_DONE(open_person(tx, id));
    if (GrantStore(tx).administrators_besides(std::nullopt, id, legal_day(now)) == 0)
        return refuse(Problem::need_unmet, "access.last_administrator", {}, "cs.two_people_grant");
    const auto ended = end_grants(tx, id, legal_day(now));
    SessionStore(tx).end_all(id, std::nullopt, now);
    PersonStore(tx).close(id, now);
    audit::record(tx, now, actor.by(role),
                  about(audit::Event::person_closed, id,
                        {{"closed", "false", "true"}, {"grants_ended", std::nullopt, std::to_string(ended)}}, reason));
    return PersonStore(tx).find(id);
}

Done reset_password(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& password_hash) {
    CS_TRY(const Role role, may(actor, Operation::reset_password));
    CS_TRY_DONE(not_himself(actor, id));
    CS_TRY(const Person person, open_person(tx, id));
    PersonStore(tx).set_password(id, password_hash, true);
    AttemptStore(tx).forget(person.login);
    const auto ended = SessionStore(tx).end_all(id, std::nullopt, now);
    audit::record(tx, now, actor.by(role),
                  about(audit::Event::password_reset, id, {{"sessions_ended", std::nullopt, std::to_string(ended)}}, ""));
    return {};
}

Done reset_second_factor(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& reason) {
    CS_TRY(const Role role, may(actor, Operation::reset_second_factor));
    CS_TRY_DONE(not_himself(actor, id));
    CS_TRY_DONE(reason_given(reason));
    CS_TRY(const Person person, open_person(tx, id));
    if (!person.second_factor_enrolled)
        return refuse(Problem::need_unmet, "access.second_factor_not_begun", {}, "cs.second_factor");
    PersonStore(tx).set_second_factor(id, std::nullopt, false, 0);
    SessionStore(tx).end_all(id, std::nullopt, now);
    audit::record(tx, now, actor.by(role), about(audit::Event::second_factor_dropped, id, {}, reason));
    return {};
}

Done erase_person(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& reason) {
    CS_TRY(const Role role, may(actor, Operation::erase_person));
    CS_TRY_DONE(reason_given(reason));
    CS_TRY(const Person person, PersonStore(tx).find(id));
    if (!person.closed) return refuse(Problem::need_unmet, "access.not_closed", {}, "cs.erasure");
    if (person.erased) return refuse(Problem::need_unmet, "access.already_erased", {}, "cs.erasure");
    PersonStore(tx).erase(id);
    LetterStore(tx).forget(id);
    SessionStore(tx).forget(id);
    audit::erase_person(tx, now, actor.by(role), id, reason);
    return {};
}

}    // namespace cs::access
