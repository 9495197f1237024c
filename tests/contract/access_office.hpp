#pragma once
// Two administrators, a coordinator of the province and a clerk of a commune.
#include "contract/access_fixture.hpp"

namespace cs::test {

using namespace cs::access;

inline GrantProposal proposal(const PersonId& person, Role role, Day from, const UnitId& unit = commune) {
    return {person, role, unit, Scope::own, Period{from, std::nullopt}, "QĐ 12/QĐ-UBND ngày 01/12/2022"};
}

struct Office {
    People people;
    PersonId an, binh, coordinator, clerk;
    Office(Database& db, FrozenClock& clock)
        : people{db, clock},
          an(people.add("anh", Role::administrator)),
          binh(people.add("binh", Role::administrator)),
          coordinator(people.add("cuong", Role::province_coordinator)),
          clerk(people.add("dung", Role::unit_clerk, commune, Scope::own)) {}

    Instant now() const { return people.clock.now(); }
    GrantId proposed(const PersonId& by, const PersonId& person, Role role) {
        const auto grant = people.db.write([&](Tx& tx) {
            return propose_grant(tx, now(), people.actor(by), units, proposal(person, role, people.today()));
        });
        REQUIRE(grant);
        return grant->grant.id;
    }
    Result<GrantRecord> decide(const PersonId& by, const GrantId& id, bool grant, const std::string& reason = "") {
        return people.db.write(
            [&](Tx& tx) { return decide_grant(tx, now(), people.actor(by), units, id, grant, reason); });
    }
    Result<GrantRecord> end(const PersonId& by, const GrantId& id, Day on, const std::string& reason = "nghỉ hưu") {
        return people.db.write([&](Tx& tx) { return end_grant(tx, now(), people.actor(by), units, id, on, reason); });
    }
};

}    // namespace cs::test
