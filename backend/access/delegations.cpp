#include <algorithm>

#include "access/commands.hpp"
#include "access/permissions.hpp"
#include "access/store.hpp"
#include "base/text.hpp"
#include "law/law.hpp"

namespace cs::access {
namespace {

// A grant of the caller himself that is in force; of anybody else's he learns nothing.
Result<Grant> own_grant(const Actor& actor, const GrantId& id) {
    for (const Grant& grant : actor.grants)
        if (grant.id == id) return grant;
    return refuse(Problem::not_found, "access.grant_unknown", {{"id", id.text()}});
}

Result<Person> whom(Tx& tx, const std::string& login) {
    const auto found = PersonStore(tx).by_login(login);
    if (!found) return refuse(Problem::not_found, "access.person_unknown");
    return found->person;
}

bool goes_with_his_roles(Tx& tx, const PersonId& person, const Grant& wanted) {
    const auto held = GrantStore(tx).of_person(person);
    return std::all_of(held.begin(), held.end(), [&](const GrantRecord& g) {
        const bool counts = Set{GrantState::granted, GrantState::ended}.has(g.state);
        return !counts || !g.grant.period.overlaps(wanted.period) || compatible(g.grant.role, wanted.role);
    });
}

bool inside(const Period& inner, const Period& outer) {
    return outer.from <= inner.from && (!outer.until || (inner.until && *inner.until <= *outer.until));
}

bool no_longer_than(const Period& period, std::int64_t days) {
    return period.until && std::chrono::sys_days(*period.until) - std::chrono::sys_days(period.from) <= std::chrono::days(days);
}

Result<GrantFacts> facts_of(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const Grant& source, const Person& to,
                            const Delegation& d) {
    const Day today = legal_day(now);
    CS_TRY(const std::int64_t days, law::law().parameters.whole_on("access.delegation_days", today));
    GrantFacts facts;
    facts.for_himself = actor.person == to.id;
    facts.person_active = !to.closed;
    facts.unit_stands = tree.under(source.unit, source.unit, std::max(d.period.from, today));
    facts.roles_compatible = goes_with_his_roles(tx, to.id, {source.id, source.role, source.unit, source.scope, d.period});
    facts.own_role = !source.delegated_from;
    facts.within_own_period = d.period.from >= today && inside(d.period, source.period);
    facts.within_the_days = no_longer_than(d.period, days);
    facts.paper_named = !trim(d.paper_number).empty() && d.paper_day <= today;
    return facts;
}

audit::Entry entry_of(const GrantRecord& g, const Delegation& d, const PersonId& giver) {
    return {audit::Event::grant_delegated, "grant", g.grant.id.text(),
            {{"person", std::nullopt, g.person.text()},
             {"role", std::nullopt, std::string(word(g.grant.role))},
             {"unit", std::nullopt, g.grant.unit.text()},
             {"scope", std::nullopt, std::string(word(g.grant.scope))},
             {"from", std::nullopt, to_text(g.grant.period.from)},
             {"until", std::nullopt, to_text(*g.grant.period.until)},
             {"number", std::nullopt, std::string(trim(d.paper_number))},
             {"day", std::nullopt, to_text(d.paper_day)},
             {"follows", std::nullopt, g.grant.delegated_from->text()}},
            "", {{"grant", g.grant.delegated_from->text()}, {"person", g.person.text()}, {"person", giver.text()}}};
}

GrantFacts facts_of_end(const Actor& actor, const GrantRecord& record, Day on, const std::string& reason) {
    const Period& period = record.grant.period;
    GrantFacts facts;
    facts.given_by_himself = record.grant.delegated_by == actor.person;
    facts.reason_given = !trim(reason).empty();
    facts.within_period = period.from <= on && (!period.until || on <= *period.until);
    return facts;
}

Result<Role> may_take_back(const Actor& actor, const GrantRecord& record, const GrantFacts& facts) {
    CS_TRY_DONE(may(actor, Operation::end_delegation));
    CS_TRY_DONE(grant_procedure.allow(record.state, GrantAction::take_back, {record.grant.role}, met(facts)));
    return record.grant.role;
}

}    // namespace

Result<GrantRecord> delegate_role(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const Delegation& d) {
    CS_TRY_DONE(may(actor, Operation::delegate_role));
    if (d.period.until && *d.period.until <= d.period.from)
        return refuse(Problem::bad_input, "access.period_empty", {{"from", to_text(d.period.from)}, {"until", to_text(*d.period.until)}});
    CS_TRY(const Grant source, own_grant(actor, d.grant));
    CS_TRY(const Person to, whom(tx, d.login));
    CS_TRY(const GrantFacts facts, facts_of(tx, now, actor, tree, source, to, d));
    CS_TRY_DONE(grant_procedure.allow(GrantState::absent, GrantAction::delegate, {source.role}, met(facts)));
    GrantRecord record{Grant{GrantId::born(now), source.role, source.unit, source.scope, d.period, source.id, actor.person}, to.id};
    record.state = GrantState::granted;
    record.paper = std::string(trim(d.paper_number)) + ", " + to_vietnamese(d.paper_day);
    record.decided_by = actor.person;
    GrantStore(tx).add(record, now);
    audit::record(tx, now, by_grant(actor.person, source), entry_of(record, d, *actor.person));
    return GrantStore(tx).find(record.grant.id);
}

Result<GrantRecord> end_delegation(Tx& tx, Instant now, const Actor& actor, const GrantId& id, Day on, const std::string& reason) {
    CS_TRY(const GrantRecord record, GrantStore(tx).find(id));
    CS_TRY(const Role role, may_take_back(actor, record, facts_of_end(actor, record, on, reason)));
    GrantStore(tx).end(id, on);
    audit::record(tx, now, {actor.person, std::string(word(role)), record.grant.unit},
                  {audit::Event::grant_ended, "grant", id.text(),
                   {{"state", "granted", "ended"}, {"until", to_text(*record.grant.period.until), to_text(on)}},
                   reason, {{"person", record.person.text()}, {"person", actor.person->text()}}});
    return GrantStore(tx).find(id);
}

Done may_end_delegation(Instant now, const Actor& actor, const GrantRecord& record) {
    const Day on = std::max(legal_day(now), record.grant.period.from);
    CS_TRY_DONE(may_take_back(actor, record, facts_of_end(actor, record, on, "asked for with the step")));
    return {};
}

}    // namespace cs::access
