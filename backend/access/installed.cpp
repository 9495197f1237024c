#include "access/commands.hpp"
#include "access/store.hpp"
#include "base/text.hpp"

namespace cs::access {
namespace {

const audit::By operator_of_the_machine{std::nullopt, "operator", std::nullopt};

Done check_roles(const std::vector<InstalledGrant>& grants) {
    for (const InstalledGrant& a : grants)
        for (const InstalledGrant& b : grants)
            if (a.period.overlaps(b.period) && !compatible(a.role, b.role))
                return refuse(Problem::bad_input, "access.incompatible_roles",
                              {{"role", std::string(word(a.role))}, {"other", std::string(word(b.role))}},
                              "cs.no_assessment_for_administrators");
    return {};
}

// Two people cannot be asked for while there is nobody: the first administrator needs no reason.
Done check_bypass(Tx& tx, const InstalledPerson& person, Day today, const std::string& reason) {
    const bool is_administrator = person.grants.size() == 1 && person.grants.front().role == Role::administrator;
    const bool first = GrantStore(tx).administrators_besides(std::nullopt, std::nullopt, today) == 0;
    if (trim(reason).empty() && !(first && is_administrator))
        return refuse(Problem::need_unmet, "access.reason_needed", {}, "cs.two_people_grant");
    return {};
}

void install_grant(Tx& tx, Instant now, const PersonId& person, const InstalledGrant& wanted, const std::string& reason) {
    GrantRecord record{Grant{GrantId::born(now), wanted.role, wanted.unit, wanted.scope, wanted.period}, person};
    record.state = GrantState::granted;
    GrantStore(tx).add(record, now);
    const auto until = wanted.period.until ? std::optional(to_text(*wanted.period.until)) : std::nullopt;
    audit::record(tx, now, operator_of_the_machine,
                  {audit::Event::grant_installed, "grant", record.grant.id.text(),
                   {{"person", std::nullopt, person.text()},
                    {"role", std::nullopt, std::string(word(wanted.role))},
                    {"unit", std::nullopt, wanted.unit.text()},
                    {"scope", std::nullopt, std::string(word(wanted.scope))},
                    {"from", std::nullopt, to_text(wanted.period.from)},
                    {"until", std::nullopt, until},
                    {"state", std::nullopt, "granted"}},
                   reason, {{"person", person.text()}}});
}

}    // namespace

Result<Person> install_person(Tx& tx, Instant now, const InstalledPerson& wanted, const std::string& reason) {
    CS_TRY_DONE(check_login(wanted.login));
    if (trim(wanted.name).empty()) return refuse(Problem::bad_input, "access.name_missing");
    CS_TRY_DONE(check_roles(wanted.grants));
    CS_TRY_DONE(check_bypass(tx, wanted, legal_day(now), reason));
    Person person{PersonId::born(now), wanted.login, wanted.name, wanted.position};
    person.must_change_password = wanted.must_change_password;
    CS_TRY_DONE(PersonStore(tx).add(person, wanted.password_hash, now));
    audit::record(tx, now, operator_of_the_machine,
                  {audit::Event::person_added, "person", person.id.text(),
                   {{"login", std::nullopt, person.login},
                    {"name", std::nullopt, person.name},
                    {"position", std::nullopt, person.position}},
                   reason});
    for (const InstalledGrant& grant : wanted.grants) install_grant(tx, now, person.id, grant, reason);
    return person;
}

}    // namespace cs::access
