#include "access/permissions.hpp"

#include <doctest/doctest.h>

#include <set>

#include "access/grant_procedure.hpp"
#include "law/clauses.hpp"
#include "law/law.hpp"

using namespace cs;
using namespace cs::access;

namespace {

const UnitId province("019a0000-0000-7000-8000-00000000000a"), district("019a0000-0000-7000-8000-00000000000b"),
    commune("019a0000-0000-7000-8000-00000000000c");
const Day today = Day(2025y / 3 / 1);

// commune under district under province; the district is gone from 01/07/2025.
class SmallTree final : public Tree {
public:
    bool under(const UnitId& unit, const UnitId& above, Day day) const override {
        if (unit == above) return true;
        if (day < Day(2025y / 7 / 1) && unit == commune && above == district) return true;
        return above == province && (unit == district || unit == commune);
    }
};
const SmallTree tree;

Actor holding(std::vector<Grant> grants) {
    return {PersonId("019a0000-0000-7000-8000-000000000001"), "Lan", std::move(grants)};
}
Grant role(Role r, const UnitId& unit = province, Scope scope = Scope::all) {
    return {GrantId("019a0000-0000-7000-8000-0000000000ff"), r, unit, scope, Period{Day(2021y / 1 / 1), std::nullopt}};
}
std::string why_not(const Result<Role>& asked) { return asked ? "allowed" : asked.error().code; }

}    // namespace

TEST_CASE("each operation has one row, and each word names one operation") {
    CHECK(permissions().size() == words<Operation>.size());
    std::set<std::string_view> seen;
    for (const Permission& row : permissions()) {
        CHECK(permission(row.operation).operation == row.operation);
        CHECK(seen.insert(word(row.operation)).second);
    }
}

TEST_CASE("nobody who is not signed in passes, but for the doors open to anyone") {
    for (const Permission& row : permissions()) {
        CAPTURE(word(row.operation));
        const Done passed = pass(Actor{}, row.operation);
        CHECK(passed.has_value() == (row.audience == Audience::anyone));
        if (!passed) CHECK(passed.error().code == "access.not_signed_in");
    }
}

TEST_CASE("a role passes exactly where the table names it") {
    for (const Role r : all_of<Role>())
        for (const Permission& row : permissions()) {
            if (row.audience != Audience::roles) continue;
            CAPTURE(word(row.operation));
            CAPTURE(word(r));
            const Actor actor = holding({role(r)});
            CHECK(pass(actor, row.operation).has_value() == row.roles.has(r));
            const auto asked = may(actor, row.operation);
            CHECK(asked.has_value() == row.roles.has(r));
            if (asked) CHECK(*asked == r);
            if (!asked) CHECK(asked.error().clause == row.clause);
        }
}

TEST_CASE("the administrator neither sees nor changes what belongs to assessment") {
    using enum Operation;
    for (const Operation o : {list_confirmations, confirm_threshold, confirm_by_paper, try_evaluation, load_criteria_set})
        CHECK(why_not(may(holding({role(Role::administrator)}), o)) == "access.not_your_role");
}

TEST_CASE("no role but the administrator adds, closes or renames people") {
    using enum Operation;
    for (const Operation o : {add_person, close_person, reset_password, reset_second_factor, propose_grant, erase_person})
        for (const Role r : all_of<Role>())
            CHECK(permission(o).roles.has(r) == (r == Role::administrator));
}

TEST_CASE("scope own reaches the unit alone, subtree what stands under it that day, all everything") {
    const auto asks = [](Grant grant, const UnitId& unit, Day day = today) {
        return why_not(may(holding({std::move(grant)}), Operation::decide_grant, unit, day, tree));
    };
    const Role r = Role::province_coordinator;
    CHECK(asks(role(r, district, Scope::own), district) == "allowed");
    CHECK(asks(role(r, district, Scope::own), commune) == "access.not_your_unit");
    CHECK(asks(role(r, district, Scope::subtree), commune) == "allowed");
    CHECK(asks(role(r, district, Scope::subtree), commune, Day(2025y / 7 / 1)) == "access.not_your_unit");
    CHECK(asks(role(r, district, Scope::subtree), province) == "access.not_your_unit");
    CHECK(asks(role(r, district, Scope::all), province) == "allowed");
    CHECK(asks(role(Role::unit_clerk, province, Scope::all), commune) == "access.not_your_role");
}

TEST_CASE("the journal is told the role used and the unit it is held in") {
    const Actor actor = holding({role(Role::unit_clerk, commune), role(Role::decider, province)});
    CHECK(actor.by(Role::decider).role == "decider");
    CHECK(actor.by(Role::decider).unit == province);
    CHECK(actor.by(Role::unit_clerk).unit == commune);
    CHECK(actor.by_himself().role.empty());
    CHECK(actor.by_himself().person == actor.person);
}

TEST_CASE("the procedure of grants and the permission table name the same roles") {
    const auto agrees = [](GrantState at, GrantAction action, Operation operation) {
        CHECK(grant_procedure.find(at, action)->who.bits == permission(operation).roles.bits);
        CHECK(grant_procedure.find(at, action)->under == permission(operation).clause);
    };
    agrees(GrantState::absent, GrantAction::propose, Operation::propose_grant);
    agrees(GrantState::proposed, GrantAction::grant, Operation::decide_grant);
    agrees(GrantState::proposed, GrantAction::refuse, Operation::decide_grant);
    agrees(GrantState::granted, GrantAction::end, Operation::end_grant);
}

TEST_CASE("every clause the tables cite stands in law/clauses.tsv") {
    const auto stands = [](std::string_view key) {
        CAPTURE(key);
        CHECK(law::law().clauses.find(key) != nullptr);
    };
    for (const Permission& row : permissions()) stands(row.clause);
    for (const auto& step : grant_procedure.steps) stands(step.under);
    stands("cs.second_factor");
    CHECK(law::law().clauses.find("cs.no_such_rule") == nullptr);
}
