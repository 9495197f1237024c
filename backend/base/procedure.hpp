#pragma once
// A procedure as a compile-time table: action | from | to | who | needs | under which clause. The same table answers
// the command and the screen's buttons (allow), the permission tests, and prints itself for the lawyer
// (procedure_print.hpp). The proofs are static_asserted beside the table.
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/set.hpp"
#include "base/words.hpp"

namespace cs {

template <class State, class Action, class Role, class Need>
struct Step {
    Action action;
    Set<State> from;
    State to;
    Set<Role> who;
    Set<Need> needs;
    std::string_view under;    // key in law/clauses.tsv; no step exists without one
};

template <class State, class Action, class Role, class Need, std::size_t N>
struct Procedure {
    using StepOf = Step<State, Action, Role, Need>;
    using StateOf = State;
    using ActionOf = Action;
    using RoleOf = Role;
    using NeedOf = Need;

    std::string_view name;    // "grant": the prefix of its i18n keys
    State first;
    Set<State> last;
    std::array<StepOf, N> steps;

    constexpr const StepOf* find(State at, Action action) const {
        for (const StepOf& s : steps)
            if (s.action == action && s.from.has(at)) return &s;
        return nullptr;
    }

    // ---- What static_assert proves of every table.

    constexpr bool a_step_has_one_meaning() const {
        for (std::size_t a = 0; a < N; ++a)
            for (std::size_t b = a + 1; b < N; ++b)
                if (steps[a].action == steps[b].action && steps[a].from.meets(steps[b].from)) return false;
        return true;
    }
    constexpr bool every_state_can_be_reached() const {
        Set<State> seen{first};
        for (std::size_t round = 0; round < N; ++round)
            for (const StepOf& s : steps)
                if (s.from.meets(seen)) seen.bits |= Set<State>::bit(s.to);
        for (State s : all_of<State>())
            if (!seen.has(s)) return false;
        return true;
    }
    constexpr bool only_last_states_have_no_way_out() const {
        for (State s : all_of<State>()) {
            bool way_out = false;
            for (const StepOf& step : steps) way_out = way_out || step.from.has(s);
            if (way_out == last.has(s)) return false;
        }
        return true;
    }
    constexpr bool somebody_may_and_some_clause_says_so() const {
        for (const StepOf& s : steps)
            if (s.who.empty() || s.under.empty()) return false;
        return true;
    }
    constexpr bool every_need_has_a_word() const {
        for (const StepOf& s : steps)
            if ((s.needs.bits >> words<Need>.size()) != 0) return false;
        return true;
    }
    constexpr bool is_sound() const {
        return a_step_has_one_meaning() && every_state_can_be_reached() && only_last_states_have_no_way_out() &&
               somebody_may_and_some_clause_says_so() && every_need_has_a_word();
    }

    // The first need of `step` that does not hold, in the order of the enum.
    static constexpr std::optional<Need> unmet(const StepOf& step, Set<Need> met) {
        for (Need need : all_of<Need>())
            if (step.needs.has(need) && !met.has(need)) return need;
        return std::nullopt;
    }

    // "May I?": asked by the command before it writes and by the view that draws the buttons. Refuses
    // <name>.no_such_step, access.not_your_role, <name>.need.<word>, each with the clause of the step.
    Result<const StepOf*> allow(State at, Action action, Set<Role> roles, Set<Need> met) const {
        const std::string prefix(name);
        const StepOf* step = find(at, action);
        if (step == nullptr)
            return refuse(Problem::no_such_step, prefix + ".no_such_step",
                          {{"state", std::string(word_of(at))}, {"action", std::string(word_of(action))}});
        if (!step->who.meets(roles))
            return refuse(Problem::not_your_role, "access.not_your_role", {}, std::string(step->under));
        if (const auto need = unmet(*step, met))
            return refuse(Problem::need_unmet, prefix + ".need." + std::string(word_of(*need)), {},
                          std::string(step->under));
        return step;
    }
};

}    // namespace cs
