// Roles and the second person, on both engines.
#include "contract/access_office.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;

TEST_CASE("a proposed role counts when a second person has granted it, from its first day to its end") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const PersonId e = office.people.add("giang");
        const GrantId id = office.proposed(office.an, e, Role::unit_head);
        CHECK(office.people.actor(e).grants.empty());
        const auto granted = office.decide(office.coordinator, id, true);
        REQUIRE(granted);
        CHECK(granted->state == GrantState::granted);
        CHECK(granted->proposed_by == office.an);
        CHECK(granted->decided_by == office.coordinator);
        REQUIRE(office.people.actor(e).grants.size() == 1);
        CHECK(office.people.actor(e).grants[0].role == Role::unit_head);
        CHECK(office.people.actor(e).grants[0].unit == commune);

        REQUIRE(office.end(office.binh, id, plus_days(office.people.today(), 3)));
        CHECK(office.people.actor(e).grants.size() == 1);
        clock.advance(std::chrono::hours(72));
        CHECK(office.people.actor(e).grants.empty());
    });
}

TEST_CASE("nobody gives a role to himself and the proposer does not decide") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const PersonId e = office.people.add("giang");
        refused(office.people, "grant.need.not_for_himself", [&](Tx& tx) {
            return propose_grant(tx, office.now(), office.people.actor(office.an), units,
                                 proposal(office.an, Role::administrator, office.people.today()));
        });
        const GrantId id = office.proposed(office.an, e, Role::unit_head);
        const auto decided_by = [&](const PersonId& by, bool grant) {
            return [&, grant](Tx& tx) {
                return decide_grant(tx, office.now(), office.people.actor(by), units, id, grant, "lý do");
            };
        };
        refused(office.people, "grant.need.not_by_the_proposer", decided_by(office.an, true));
        refused(office.people, "grant.need.not_by_the_proposer", decided_by(office.an, false));
        refused(office.people, "access.not_your_role", decided_by(office.clerk, true));
        const GrantId for_coordinator = office.proposed(office.an, office.coordinator, Role::unit_head);
        refused(office.people, "grant.need.not_for_himself", [&](Tx& tx) {
            return decide_grant(tx, office.now(), office.people.actor(office.coordinator), units, for_coordinator, true, "");
        });
        REQUIRE(office.decide(office.binh, id, true));
        refused(office.people, "grant.no_such_step", decided_by(office.coordinator, true));
    });
}

TEST_CASE("a refusal of a role, and its end, need a reason; an end lies within the grant") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const PersonId e = office.people.add("giang");
        const GrantId id = office.proposed(office.an, e, Role::unit_head);
        const std::string before = office.people.fingerprint();
        CHECK(office.decide(office.binh, id, false, "  ").error().code == "grant.need.reason_given");
        CHECK(office.end(office.binh, id, office.people.today()).error().code == "grant.no_such_step");
        CHECK(office.people.fingerprint() == before);
        REQUIRE(office.decide(office.binh, id, false, "chưa có quyết định bổ nhiệm"));
        CHECK(office.people.actor(e).grants.empty());

        const GrantId other = office.proposed(office.an, e, Role::unit_head);
        REQUIRE(office.decide(office.binh, other, true));
        CHECK(office.end(office.an, other, office.people.today(), "").error().code == "grant.need.reason_given");
        CHECK(office.end(office.an, other, plus_days(office.people.today(), -1)).error().code ==
              "grant.need.within_its_period");
        CHECK(office.end(office.clerk, other, office.people.today()).error().code == "access.not_your_role");
    });
}

TEST_CASE("a role is refused for a closed account, a unit that does not stand, an empty period, an unknown person") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const PersonId e = office.people.add("giang");
        REQUIRE(db.write([&](Tx& tx) { return close_person(tx, office.now(), office.people.actor(office.an), e, "chuyển công tác"); }));
        const auto propose = [&](const GrantProposal& p) {
            return [&, p](Tx& tx) { return propose_grant(tx, office.now(), office.people.actor(office.an), units, p); };
        };
        refused(office.people, "grant.need.person_active", propose(proposal(e, Role::unit_head, office.people.today())));
        refused(office.people, "grant.need.unit_stands",
                propose(proposal(office.clerk, Role::unit_head, office.people.today(), UnitId::born(clock.now()))));
        GrantProposal empty = proposal(office.clerk, Role::unit_head, office.people.today());
        empty.period.until = empty.period.from;
        refused(office.people, "access.period_empty", propose(empty));
        refused(office.people, "access.person_unknown",
                propose(proposal(PersonId::born(clock.now()), Role::unit_head, office.people.today())));
        refused(office.people, "access.grant_unknown", [&](Tx& tx) {
            return decide_grant(tx, office.now(), office.people.actor(office.an), units, GrantId::born(clock.now()), true, "");
        });
    });
}

TEST_CASE("an administrator takes no other role, and who has one does not become administrator") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto propose = [&](const PersonId& person, Role role) {
            return [&, person, role](Tx& tx) {
                return propose_grant(tx, office.now(), office.people.actor(office.an), units,
                                     proposal(person, role, office.people.today()));
            };
        };
        refused(office.people, "grant.need.compatible_roles", propose(office.binh, Role::agriculture_officer));
        refused(office.people, "grant.need.compatible_roles", propose(office.clerk, Role::administrator));
        CHECK(db.write(propose(office.clerk, Role::unit_head)).has_value());
    });
}

TEST_CASE("the last administrator cannot be ended or closed") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const GrantId of_binh = office.people.actor(office.binh).grants.at(0).id;
        const GrantId of_an = office.people.actor(office.an).grants.at(0).id;
        REQUIRE(office.end(office.coordinator, of_binh, office.people.today()));
        const std::string before = office.people.fingerprint();
        CHECK(office.end(office.coordinator, of_an, office.people.today()).error().code == "grant.need.administrator_remains");
        CHECK(office.people.fingerprint() == before);
        refused(office.people, "access.not_yourself", [&](Tx& tx) {
            return close_person(tx, office.now(), office.people.actor(office.an), office.an, "lý do");
        });
    });
}

TEST_CASE("on the machine itself the first administrator needs no reason, everybody after him does") {
    for_each_database([](Database& db, FrozenClock& clock) {
        People people{db, clock};
        const InstalledGrant admin{Role::administrator, province, Scope::all, Period{people.today(), std::nullopt}};
        const auto install = [&](const std::string& login, std::vector<InstalledGrant> grants, const std::string& reason) {
            return [&, login, grants, reason](Tx& tx) {
                return install_person(tx, clock.now(), {login, "Tên", "", password_hash(), true, grants}, reason);
            };
        };
        refused(people, "access.reason_needed",
                install("clerk", {{Role::unit_clerk, commune, Scope::own, Period{people.today(), std::nullopt}}}, ""));
        REQUIRE(db.write(install("root", {admin}, "")));
        refused(people, "access.reason_needed", install("root2", {admin}, ""));
        refused(people, "access.login_taken", install("root", {admin}, "lý do"));
        refused(people, "access.incompatible_roles",
                install("both", {admin, {Role::decider, province, Scope::all, Period{people.today(), std::nullopt}}}, "lý do"));
        const auto second = db.write(install("root2", {admin}, "người thứ hai để duyệt vai trò"));
        REQUIRE(second);
        db.read([&](Tx& tx) {
            const auto told = audit::history(tx, "person", second->id.text(), 5).entries;
            REQUIRE(told.size() == 2);
            for (const auto& past : told) {
                CHECK(past.by.role == "operator");
                CHECK(!past.by.person);
                CHECK(past.entry.note == "người thứ hai để duyệt vai trò");
            }
            return true;
        });
    });
}

TEST_CASE("roles follow the successor of their unit from the day of the change") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const UnitId successor("019a0000-0000-7000-8000-00000000000d");
        const Day change = plus_days(office.people.today(), 30);
        db.read([&](Tx& tx) {
            CHECK(grants_without_home(tx, commune, change).size() == 1);
            CHECK(grants_without_home(tx, successor, change).empty());
            return true;
        });
        REQUIRE(db.write([&](Tx& tx) -> Result<std::int64_t> {
            return follow_successor(tx, office.now(), {}, commune, successor, change, "nghị quyết 1658");
        }) == 1);
        CHECK(office.people.actor(office.clerk).grants.at(0).unit == commune);
        clock.advance(std::chrono::hours(24 * 30));
        REQUIRE(office.people.actor(office.clerk).grants.size() == 1);
        CHECK(office.people.actor(office.clerk).grants[0].unit == successor);
        CHECK(office.people.actor(office.clerk).grants[0].role == Role::unit_clerk);
        CHECK(office.people.actor(office.clerk).grants[0].scope == Scope::own);
        db.read([&](Tx& tx) {
            CHECK(audit::history(tx, "person", office.clerk.text(), 1).entries.at(0).entry.event == audit::Event::grant_followed);
            return true;
        });
    });
}
