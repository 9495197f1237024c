#include "base/procedure_print.hpp"

#include <doctest/doctest.h>

using namespace cs;

namespace {

enum class State : unsigned char { draft, sent, done };
enum class Action : unsigned char { send, finish };
enum class Role : unsigned char { clerk, head };
enum class Need : unsigned char { complete, on_time };

using P = Procedure<State, Action, Role, Need, 2>;
using Table = std::array<P::StepOf, 2>;

constexpr Table good = {{
    {Action::send, {State::draft}, State::sent, {Role::clerk}, {Need::complete, Need::on_time}, "law.1"},
    {Action::finish, {State::sent}, State::done, {Role::head}, {}, "law.2"},
}};
constexpr P make(Table steps) { return {"letter", State::draft, {State::done}, steps}; }
constexpr P letter = make(good);

// Each breaks one thing; the proof that names the rule must see it, while it compiles.
template <class Break>
constexpr P with(Break break_it) {
    Table steps = good;
    break_it(steps);
    return make(steps);
}
constexpr P two_meanings = with([](Table& t) { t[1].action = Action::send, t[1].from = {State::draft}; });
constexpr P unreachable = with([](Table& t) { t[1].from = {State::done}; });
constexpr P dead_end = with([](Table& t) { t[1].to = State::sent, t[1].from = {State::draft}; });
constexpr P way_out_of_the_end = with([](Table& t) { t[1].from = {State::sent, State::done}; });
constexpr P nobody = with([](Table& t) { t[0].who = {}; });
constexpr P no_clause = with([](Table& t) { t[1].under = ""; });
constexpr P wordless_need = with([](Table& t) { t[1].needs.bits = 1U << 2; });

static_assert(letter.is_sound());
static_assert(!two_meanings.a_step_has_one_meaning());
static_assert(!unreachable.every_state_can_be_reached());
static_assert(!dead_end.only_last_states_have_no_way_out());
static_assert(!way_out_of_the_end.only_last_states_have_no_way_out());
static_assert(!nobody.somebody_may_and_some_clause_says_so());
static_assert(!no_clause.somebody_may_and_some_clause_says_so());
static_assert(!wordless_need.every_need_has_a_word());

}    // namespace

TEST_CASE("a broken table is not sound, whichever rule it breaks") {
    CHECK(letter.is_sound());
    for (const P& broken : {two_meanings, unreachable, dead_end, way_out_of_the_end, nobody, no_clause, wordless_need})
        CHECK(!broken.is_sound());
}

TEST_CASE("a step is allowed to the right role when its needs are met") {
    const auto step = letter.allow(State::draft, Action::send, {Role::clerk}, {Need::complete, Need::on_time});
    REQUIRE(step);
    CHECK((*step)->to == State::sent);
}

TEST_CASE("a refused step says why and under which clause") {
    const auto no_step = letter.allow(State::done, Action::send, {Role::clerk}, {});
    REQUIRE(!no_step);
    CHECK(no_step.error().code == "letter.no_such_step");
    CHECK(no_step.error().problem == Problem::no_such_step);
    CHECK(no_step.error().args == Args{{"state", "done"}, {"action", "send"}});

    const auto not_he = letter.allow(State::draft, Action::send, {Role::head}, {Need::complete, Need::on_time});
    REQUIRE(!not_he);
    CHECK(not_he.error().problem == Problem::not_your_role);
    CHECK(not_he.error().clause == "law.1");

    const auto late = letter.allow(State::draft, Action::send, {Role::clerk}, {Need::complete});
    REQUIRE(!late);
    CHECK(late.error().code == "letter.need.on_time");
    CHECK(late.error().problem == Problem::need_unmet);
    CHECK(late.error().clause == "law.1");
}

TEST_CASE("words of an enum are its own names") {
    static_assert(words<State>.size() == 3);
    CHECK(word_of(State::sent) == "sent");
    CHECK(parse_word<Need>("on_time") == Need::on_time);
    CHECK(!parse_word<Need>("late"));
    CHECK(!parse_word<Need>(""));
}

TEST_CASE("a procedure prints as a table and as a diagram") {
    CHECK(as_markdown(letter) ==
          "| step | from | to | who | needs | under |\n|---|---|---|---|---|---|\n"
          "| send | draft | sent | clerk | complete, on_time | law.1 |\n"
          "| finish | sent | done | head | – | law.2 |\n");
    CHECK(
        as_mermaid(letter) ==
        "stateDiagram-v2\n    [*] --> draft\n    draft --> sent: send\n    sent --> done: finish\n    done --> [*]\n");
}
