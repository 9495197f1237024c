#include <algorithm>

#include "access/commands.hpp"
#include "access/permissions.hpp"
#include "access/store.hpp"
#include "base/text.hpp"

namespace cs::access {
namespace {

// Does any grant he holds, or is about to hold, at the same time forbid this one?
bool goes_with_his_roles(const std::vector<GrantRecord>& held, const Grant& wanted) {
    return std::all_of(held.begin(), held.end(), [&](const GrantRecord& g) {
        const bool counts = Set{GrantState::granted, GrantState::ended}.has(g.state) && g.grant.id != wanted.id;
        return !counts || !g.grant.period.overlaps(wanted.period) || compatible(g.grant.role, wanted.role);
    });
}

bool inside(const Period& period, Day on) { return period.from <= on && (!period.until || on <= *period.until); }

struct Moment {
    Tx& tx;
    Instant now;
    const Actor& actor;
    const Tree& tree;
    Day today() const { return legal_day(now); }
};

Result<GrantFacts> facts_of(const Moment& m, const GrantRecord& record, const std::string& reason, Day end) {
    CS_TRY(const Person person, PersonStore(m.tx).find(record.person));
    GrantFacts facts;
    facts.for_himself = m.actor.person == record.person;
    facts.by_the_proposer = m.actor.person == record.proposed_by;
    facts.person_active = !person.closed;
    facts.unit_stands = m.tree.under(record.grant.unit, record.grant.unit, std::max(record.grant.period.from, m.today()));
    facts.roles_compatible = goes_with_his_roles(GrantStore(m.tx).of_person(record.person), record.grant);
    facts.reason_given = !trim(reason).empty();
    facts.within_period = inside(record.grant.period, end);
    facts.administrator_remains =
        record.grant.role != Role::administrator ||
        GrantStore(m.tx).administrators_besides(record.grant.id, std::nullopt, m.today()) > 0;
    return facts;
}

// The one question in front of every step: the permission table first, then the procedure with its needs.
Result<Role> allowed(const Moment& m, Operation operation, GrantAction action, const GrantRecord& record,
                     const GrantFacts& facts) {
    CS_TRY(const Role role, may(m.actor, operation, record.grant.unit, m.today(), m.tree));
    CS_TRY_DONE(grant_procedure.allow(record.state, action, {role}, met(facts)));
    return role;
}

GrantRecord proposed(const Moment& m, const GrantProposal& p) {
    GrantRecord record{Grant{GrantId::born(m.now), p.role, p.unit, p.scope, p.period}, p.person};
    record.state = GrantState::absent;
    record.paper = p.paper;
    record.proposed_by = m.actor.person;
    return record;
}

audit::Entry about(audit::Event event, const GrantRecord& g, std::vector<audit::Change> changes, const std::string& note) {
    return {event, "grant", g.grant.id.text(), std::move(changes), note, {{"person", g.person.text()}}};
}

std::optional<std::string> text_of(const std::optional<Day>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

}    // namespace

Result<GrantRecord> propose_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantProposal& p) {
    const Moment m{tx, now, actor, tree};
    if (p.period.until && *p.period.until <= p.period.from)
        return refuse(Problem::bad_input, "access.period_empty", {{"from", to_text(p.period.from)}, {"until", to_text(*p.period.until)}});
    const GrantRecord wanted = proposed(m, p);
    CS_TRY(const GrantFacts facts, facts_of(m, wanted, p.paper, p.period.from));
    CS_TRY(const Role role, allowed(m, Operation::propose_grant, GrantAction::propose, wanted, facts));
    GrantRecord record = wanted;
    record.state = GrantState::proposed;
    GrantStore(tx).add(record, now);
    audit::record(tx, now, actor.by(role),
                  about(audit::Event::grant_proposed, record,
                        {{"person", std::nullopt, p.person.text()},
                         {"role", std::nullopt, std::string(word(p.role))},
                         {"unit", std::nullopt, p.unit.text()},
                         {"scope", std::nullopt, std::string(word(p.scope))},
                         {"from", std::nullopt, to_text(p.period.from)},
                         {"until", std::nullopt, text_of(p.period.until)},
                         {"paper", std::nullopt, p.paper},
                         {"state", std::nullopt, "proposed"}},
                        ""));
    return GrantStore(tx).find(record.grant.id);
}

Result<GrantRecord> decide_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantId& id, bool grant,
                                 const std::string& reason) {
    const Moment m{tx, now, actor, tree};
    CS_TRY(const GrantRecord record, GrantStore(tx).find(id));
    CS_TRY(const GrantFacts facts, facts_of(m, record, reason, record.grant.period.from));
    CS_TRY(const Role role, allowed(m, Operation::decide_grant, grant ? GrantAction::grant : GrantAction::refuse, record, facts));
    const GrantState to = grant ? GrantState::granted : GrantState::refused;
    GrantStore(tx).decide(id, to, *actor.person, now);
    audit::record(tx, now, actor.by(role),
                  about(audit::Event::grant_decided, record, {{"state", "proposed", std::string(word_of(to))}}, reason));
    return GrantStore(tx).find(id);
}

Result<GrantRecord> end_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantId& id, Day on,
                              const std::string& reason) {
    const Moment m{tx, now, actor, tree};
    CS_TRY(const GrantRecord record, GrantStore(tx).find(id));
    CS_TRY(const GrantFacts facts, facts_of(m, record, reason, on));
    CS_TRY(const Role role, allowed(m, Operation::end_grant, GrantAction::end, record, facts));
    GrantStore(tx).end(id, on);
    audit::record(tx, now, actor.by(role),
                  about(audit::Event::grant_ended, record,
                        {{"state", "granted", "ended"}, {"until", text_of(record.grant.period.until), to_text(on)}},
                        reason));
    return GrantStore(tx).find(id);
}

Done may_decide_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantRecord& record, bool grant) {
    const Moment m{tx, now, actor, tree};
    CS_TRY(const GrantFacts facts, facts_of(m, record, "asked for with the step", record.grant.period.from));
    CS_TRY_DONE(allowed(m, Operation::decide_grant, grant ? GrantAction::grant : GrantAction::refuse, record, facts));
    return {};
}

Done may_end_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantRecord& record) {
    const Moment m{tx, now, actor, tree};
    CS_TRY(const GrantFacts facts, facts_of(m, record, "asked for with the step", record.grant.period.from));
    CS_TRY_DONE(allowed(m, Operation::end_grant, GrantAction::end, record, facts));
    return {};
}

}    // namespace cs::access
