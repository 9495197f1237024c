// Cover for an absent officer, on both engines, with every way to be told no.
#include "access/history.hpp"
#include "contract/access_office.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;

namespace {

struct Cover : Office {
    PersonId colleague;
    Cover(Database& db, FrozenClock& clock) : Office(db, clock), colleague(people.add("giang", Role::unit_head, commune, Scope::own)) {}

    GrantId own(const PersonId& person) const { return people.actor(person).grants.at(0).id; }
    Delegation wanted(const PersonId& by) const {
        const Day today = people.today();
        return {own(by), "giang", Period{today, plus_days(today, 10)}, "05/UQ-UBND", today};
    }
    auto delegate(const PersonId& by, const Delegation& d) {
        return [this, by, d](Tx& tx) { return delegate_role(tx, now(), people.actor(by), units, d); };
    }
};

}    // namespace

TEST_CASE("a role is covered for a dated period; what is done in it is journalled as delegated, and both are named") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Cover office(db, clock);
        const auto given = db.write(office.delegate(office.clerk, office.wanted(office.clerk)));
        REQUIRE(given);
        CHECK(given->state == GrantState::granted);
        CHECK(given->person == office.colleague);
        CHECK(given->delegated_by_name == "Người dung");
        CHECK(given->paper.starts_with("05/UQ-UBND, "));
        const Actor acting = office.people.actor(office.colleague);
        REQUIRE(acting.grants.size() == 2);
        CHECK(acting.grants[1].delegated_by == office.clerk);
        const audit::By by = acting.by(Role::unit_clerk);
        CHECK(by.delegation == given->grant.id.text());
        write(db, [&](Tx& tx) {
            audit::record(tx, clock.now(), by, {audit::Event::cells_saved, "sheet", "019a0000-0000-7000-8000-0000000000aa", {{"count", {}, "1"}}, ""});
        });
        const auto told = db.read([&](Tx& tx) {
            return history(tx, office.people.actor(office.clerk), "delegation", given->grant.id.text(), 10, std::nullopt);
        });
        REQUIRE(told);
        REQUIRE(told->entries.size() == 1);
        CHECK(told->entries[0].person_name == "Người giang");
        CHECK(told->entries[0].covers_for == "Người dung");
        CHECK(told->entries[0].past.by.role == "unit_clerk");
        const PersonId stranger = office.people.add("hanh", Role::inspector);
        const auto hidden = db.read([&](Tx& tx) {
            return history(tx, office.people.actor(stranger), "delegation", given->grant.id.text(), 10, std::nullopt);
        });
        REQUIRE_FALSE(hidden);
        CHECK(hidden.error().code == "access.not_your_role");
        clock.advance(std::chrono::hours(24 * 10));
        CHECK(office.people.actor(office.colleague).grants.size() == 1);    // it ended by itself
        CHECK(db.read([](Tx& tx) { return !audit::verify(tx).first_fault.has_value(); }));
    });
}

TEST_CASE("a delegation is refused for oneself, an administrator, too long, without a paper, of what is delegated or another's") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Cover office(db, clock);
        const Delegation good = office.wanted(office.clerk);
        const auto no = [&](const char* code, const PersonId& by, Delegation d) { refused(office.people, code, office.delegate(by, d)); };
        Delegation d = good;
        d.login = "dung";
        no("grant.need.not_for_himself", office.clerk, d);
        d.login = "binh";
        no("grant.need.compatible_roles", office.clerk, d);
        d.login = "khong.co";
        no("access.person_unknown", office.clerk, d);
        d = good, d.period.until = plus_days(d.period.from, 61);
        no("grant.need.within_the_days", office.clerk, d);
        d = good, d.period.until = std::nullopt;
        no("grant.need.within_the_days", office.clerk, d);
        d = good, d.period.until = d.period.from;
        no("access.period_empty", office.clerk, d);
        d = good, d.period.from = plus_days(d.period.from, -1);
        no("grant.need.within_own_period", office.clerk, d);
        d = good, d.paper_number = " ";
        no("grant.need.paper_named", office.clerk, d);
        d = good, d.paper_day = plus_days(d.paper_day, 1);
        no("grant.need.paper_named", office.clerk, d);
        no("access.grant_unknown", office.coordinator, good);    // not his
        no("access.not_your_role", office.an, office.wanted(office.an));

        const auto given = db.write(office.delegate(office.clerk, good));
        REQUIRE(given);
        d = good, d.grant = given->grant.id, d.login = "cuong";
        no("grant.need.own_role", office.colleague, d);
    });
}

TEST_CASE("only the giver takes a delegation back, with a reason; it ends with the role it covers") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Cover office(db, clock);
        const auto given = db.write(office.delegate(office.clerk, office.wanted(office.clerk)));
        REQUIRE(given);
        const auto end = [&](const PersonId& by, Day on, const std::string& reason) {
            return [&, by, on, reason](Tx& tx) { return end_delegation(tx, office.now(), office.people.actor(by), given->grant.id, on, reason); };
        };
        const Day today = office.people.today();
        refused(office.people, "grant.need.given_by_himself", end(office.colleague, today, "x"));
        refused(office.people, "grant.need.reason_given", end(office.clerk, today, " "));
        refused(office.people, "grant.need.within_its_period", end(office.clerk, plus_days(today, 11), "x"));
        refused(office.people, "access.not_your_role", end(office.an, today, "x"));
        REQUIRE(db.write(end(office.clerk, today, "Đã trở lại làm việc")));
        CHECK(office.people.actor(office.colleague).grants.size() == 1);

        REQUIRE(db.write(office.delegate(office.clerk, office.wanted(office.clerk))));
        CHECK(office.people.actor(office.colleague).grants.size() == 2);
        REQUIRE(office.end(office.coordinator, office.own(office.clerk), today, "Chuyển công tác"));
        CHECK(office.people.actor(office.colleague).grants.size() == 1);
    });
}

TEST_CASE("a delegation follows its source when the unit is merged") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Cover office(db, clock);
        REQUIRE(db.write(office.delegate(office.clerk, office.wanted(office.clerk))));
        const UnitId successor("019a0000-0000-7000-8000-00000000000d");
        const Day change = plus_days(office.people.today(), 2);
        REQUIRE(db.write([&](Tx& tx) -> Result<std::int64_t> {
            return follow_successor(tx, office.now(), {}, commune, successor, change, "minh họa");
        }) == 3);
        clock.travel_to(change);
        const Actor acting = office.people.actor(office.colleague);
        REQUIRE(acting.grants.size() == 2);
        CHECK(acting.grants[1].unit == successor);
        CHECK(acting.grants[1].delegated_by == office.clerk);
    });
}
