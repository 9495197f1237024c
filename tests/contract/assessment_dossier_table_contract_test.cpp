// Every step × every state × every role against the table, and every need of every step.
#include <bit>

#include "contract/recognition_fixture.hpp"

using namespace cs;
using namespace cs::test;

namespace {

access::Actor holding(const PersonId& person, access::Role role, const UnitId& unit) {
    return {person, "", {{access::GrantId(new_uuid({})), role, unit, access::Scope::subtree, {2022y / 1 / 1, std::nullopt}}}};
}

DossierFacts everything_holds() {
    DossierFacts facts;
    facts.unit_stands = facts.in_order = facts.district = facts.no_district = facts.confirmed = facts.opined = facts.conditions_met = true;
    return facts;
}

template <class Procedure, class Action, class Role = access::Role>
std::string expected(const Procedure& procedure, typename Procedure::StateOf state, Action action, access::Operation operation, Role role) {
    if (!access::permission(operation).roles.has(role)) return "access.not_your_role";
    const auto* step = procedure.find(state, action);
    if (step == nullptr) return std::string(procedure.name) + ".no_such_step";
    return step->who.has(role) ? "allowed" : "access.not_your_role";
}

template <class T>
std::string said(const Result<T>& result) {
    return result ? "allowed" : result.error().code;
}

// What the needs read, switched off one by one.
bool DossierFacts::*fact_of(DossierNeed need) {
    using enum DossierNeed;
    using F = DossierFacts;
    switch (need) {
        case unit_stands: return &F::unit_stands;
        case nothing_else_open: return &F::alone;
        case not_recognised_yet: return &F::unrecognised;
        case in_order: return &F::in_order;
        case posting_over: return &F::posting_over;
        case vote_reached: return &F::vote_reached;
        case vote_missed: return &F::vote_missed;
        case district_stage: return &F::district;
        case no_district_stage: return &F::no_district;
        case confirmations_given: return &F::confirmed;
        case opinions_given: return &F::opined;
        case conditions_met: return &F::conditions_met;
    }
    CS_CHECK(false);
}
bool WithdrawalFacts::*fact_of(WithdrawalNeed need) {
    using enum WithdrawalNeed;
    using F = WithdrawalFacts;
    switch (need) {
        case recognition_in_force: return &F::in_force;
        case nothing_else_open: return &F::alone;
        case rule_fires: return &F::fires;
        case in_order: return &F::in_order;
        case day_passed: return &F::day_passed;
        case vote_reached: return &F::vote_reached;
    }
    CS_CHECK(false);
}

struct Ask {
    Recognitions all;
    DossierId id;
    CaseHead head;
    PersonId person;
    Ask(Database& db, FrozenClock& clock)
        : all(db, clock), id((clock.travel_to(2023y / 1 / 31), all.drafted())),
          head(db.read([&](Tx& tx) { return *DossierStore(tx).find(id); })), person(*all.clerk.person) {}
};

}    // namespace

TEST_CASE("the dossier: each step in each state by each role is allowed or refused as the table says") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Ask ask(db, clock);
        int allowed_steps = 0;
        db.read([&](Tx& tx) {
            for (access::Role role : all_of<access::Role>()) {
                const auto actor = holding(ask.person, role, ask.all.unit("MH"));
                const UnitTree tree(tx);
                const Moment m{tx, clock.now(), actor, tree};
                for (DossierState state : all_of<DossierState>())
                    for (DossierAction action : all_of<DossierAction>()) {
                        CAPTURE(word_of(role));
                        CAPTURE(word_of(state));
                        CAPTURE(word_of(action));
                        const std::string answer = said(allowed(m, {ask.head, state}, action, everything_holds()));
                        CHECK(answer == expected(dossier_procedure, state, action, operation_of(action), role));
                        allowed_steps += answer == "allowed";
                    }
            }
        });
        int in_the_table = 0;
        for (const auto& step : dossier_procedure.steps) in_the_table += std::popcount(step.from.bits) * std::popcount(step.who.bits);
        CHECK(allowed_steps == in_the_table);
    });
}

TEST_CASE("the withdrawal: each step in each state by each role is allowed or refused as the table says") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Ask ask(db, clock);
        db.read([&](Tx& tx) {
            for (access::Role role : all_of<access::Role>()) {
                const auto actor = holding(ask.person, role, ask.all.unit("MH"));
                const UnitTree tree(tx);
                const Moment m{tx, clock.now(), actor, tree};
                for (WithdrawalState state : all_of<WithdrawalState>())
                    for (WithdrawalAction action : all_of<WithdrawalAction>()) {
                        CAPTURE(word_of(role));
                        CAPTURE(word_of(state));
                        CAPTURE(word_of(action));
                        CHECK(said(allowed(m, {ask.head, state}, action, WithdrawalFacts{})) ==
                              expected(withdrawal_procedure, state, action, operation_of(action), role));
                    }
            }
        });
    });
}

TEST_CASE("each need of each step, when it does not hold, is the reason of the refusal") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Ask ask(db, clock);
        const auto check = [&](const auto& procedure, const auto& facts, const std::string& name, const auto& case_in) {
            for (const auto& step : procedure.steps)
                for (const auto need : all_of<typename std::decay_t<decltype(procedure)>::NeedOf>()) {
                    if (!step.needs.has(need)) continue;
                    auto missing = facts;
                    missing.*fact_of(need) = false;
                    db.read([&](Tx& tx) {
                        const UnitTree tree(tx);
                        for (const access::Role role : all_of<access::Role>()) {
                            if (!step.who.has(role)) continue;
                            const auto actor = holding(ask.person, role, ask.all.unit("MH"));
                            for (const auto state : all_of<typename std::decay_t<decltype(procedure)>::StateOf>()) {
                                if (!step.from.has(state)) continue;
                                const auto answer = allowed(Moment{tx, clock.now(), actor, tree}, case_in(state), step.action, missing);
                                CHECK(said(answer) == name + ".need." + std::string(word_of(need)));
                                if (!answer) CHECK(answer.error().clause == step.under);
                            }
                        }
                    });
                }
        };
        check(dossier_procedure, everything_holds(), "dossier", [&](DossierState s) { return Dossier{ask.head, s}; });
        check(withdrawal_procedure, WithdrawalFacts{}, "withdrawal", [&](WithdrawalState s) { return WithdrawalCase{ask.head, s}; });
    });
}

TEST_CASE("the permission table names exactly the roles of the procedures") {
    const auto agree = [](const auto& procedure) {
        std::map<access::Operation, std::uint32_t> who;
        for (const auto& step : procedure.steps) who[operation_of(step.action)] |= step.who.bits;
        return who;
    };
    for (const auto& [operation, bits] : agree(dossier_procedure)) {
        CAPTURE(access::word(operation));
        CHECK(access::permission(operation).roles.bits == bits);
        CHECK(access::permission(operation).by_unit);
    }
    for (const auto& [operation, bits] : agree(withdrawal_procedure)) {
        CAPTURE(access::word(operation));
        CHECK(access::permission(operation).roles.bits == bits);
    }
}
