// The register of recognitions: a standing is what a decision gave, from the day it counts until it is withdrawn.
#include "assessment/register.hpp"
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

namespace {

constexpr Day signed_day = 2022y / 1 / 19;

Recognition of(Tx& tx, const std::string& code, Standing standing, Day from) {
    return {RecognitionId(new_uuid({})), id_of(tx, code, from), "", standing, "", 2021, {"117/QĐ-UBND", from, "unknown"},
            from, "cs.standing_by_decision", "test", law::Confidence::verified};
}

struct Registry {
    Database& db;
    FrozenClock& clock;
    access::Actor coordinator;
    Registry(Database& d, FrozenClock& c) : db(d), clock(c) {
        seed(db, clock);
        People people{db, clock};
        coordinator = people.actor(people.add("dieuphoi", access::Role::province_coordinator));
    }
    Result<Recognition> enter(const access::Actor& by, const std::function<Recognition(Tx&)>& what) {
        return db.write([&](Tx& tx) { return enter_recognition(tx, clock.now(), by, UnitTree(tx), what(tx)); });
    }
    std::size_t rows() {
        return db.read([](Tx& tx) { return RegisterStore(tx).all().size(); });
    }
    std::string no(const std::function<Recognition(Tx&)>& what) {
        const auto result = enter(coordinator, what);
        REQUIRE_FALSE(result);
        std::string all = result.error().code;
        for (const Fault& fault : result.error().faults) all += " " + fault.code;
        CHECK(rows() == 0);
        return all;
    }
};

}    // namespace

TEST_CASE("a standing counts from its decision to the day before it is withdrawn, the highest first") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Registry registry(db, clock);
        const auto standard = registry.enter(registry.coordinator, [](Tx& tx) { return of(tx, "09322", Standing::standard, 2021y / 3 / 1); });
        const auto advanced = registry.enter(registry.coordinator, [](Tx& tx) { return of(tx, "09322", Standing::advanced, signed_day); });
        REQUIRE(standard);
        REQUIRE(advanced);
        const auto on = [&](Day day) {
            return db.read([&](Tx& tx) { return standings_on(RegisterStore(tx).all(), day); });
        };
        CHECK(on(2021y / 2 / 28).empty());
        CHECK(on(2022y / 1 / 18).at(standard->unit).standing == Standing::standard);
        CHECK(on(signed_day).at(standard->unit).standing == Standing::advanced);

        REQUIRE(db.write([&](Tx& tx) -> Done {
            RegisterStore(tx).withdraw(advanced->id, {{"9/QĐ-UBND", 2022y / 12 / 1, "unknown"}, 2022y / 12 / 2, "r2"}, {}, clock.now(), {});
            return {};
        }));
        CHECK(on(2022y / 12 / 1).at(standard->unit).standing == Standing::advanced);
        CHECK(on(2022y / 12 / 2).at(standard->unit).standing == Standing::standard);    // the first decision still stands
        const auto kept = db.read([&](Tx& tx) { return RegisterStore(tx).find(advanced->id); });
        REQUIRE(kept);
        CHECK(kept->withdrawal->paper.number == "9/QĐ-UBND");
        CHECK(db.read([&](Tx& tx) { return RegisterStore(tx).of_unit(standard->unit); }).size() == 2);
    });
}

TEST_CASE("a recognition without a number, from the future or of the wrong kind is refused, and so is a second one") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Registry registry(db, clock);
        const auto with = [](auto change) {
            return [change](Tx& tx) {
                Recognition r = of(tx, "09322", Standing::advanced, signed_day);
                change(r);
                return r;
            };
        };
        CHECK(registry.no(with([](Recognition& r) { r.decision.number = " ", r.decision.signer = ""; })) ==
              "assessment.recognition_faulty assessment.number_missing assessment.signer_missing");
        CHECK(registry.no(with([](Recognition& r) { r.counts_from = 2023y / 1 / 1; })) ==
              "assessment.recognition_faulty assessment.decided_in_future");
        CHECK(registry.no(with([](Recognition& r) { r.counts_from = 2022y / 1 / 1; })) ==
              "assessment.recognition_faulty assessment.counts_before_decision");
        CHECK(registry.no(with([](Recognition& r) { r.standing = Standing::task_completed; })) ==
              "assessment.recognition_faulty assessment.standing_not_of_kind");
        CHECK(registry.no(with([](Recognition& r) { r.area = "Thôn Một"; })) ==
              "assessment.recognition_faulty assessment.standing_not_of_kind");
        CHECK(registry.no(with([](Recognition& r) { r.unit = UnitId(new_uuid({})); })) == "org.unit_unknown_id");

        const auto unknown = registry.enter(registry.coordinator, with([](Recognition& r) { r.decision = {"unknown", std::nullopt, "unknown"}; }));
        REQUIRE(unknown);
        const auto again = registry.enter(registry.coordinator, with([](Recognition&) {}));
        REQUIRE_FALSE(again);
        CHECK(again.error().code == "assessment.recognition_stands");
        CHECK(registry.rows() == 1);
        CHECK(db.read([&](Tx& tx) { return audit::history(tx, "unit", unknown->unit.text(), 1).entries.at(0).entry.event; }) ==
              audit::Event::recognition_entered);
    });
}

TEST_CASE("only the coordinator of the unit's province enters a recognition") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Registry registry(db, clock);
        People people{db, clock};
        const UnitId elsewhere = db.read([](Tx& tx) { return id_of(tx, "24", 2022y / 12 / 7); });
        const auto other = people.actor(people.add("tinh.khac", access::Role::province_coordinator, elsewhere, access::Scope::subtree));
        const auto clerk = people.actor(people.add("can.bo", access::Role::unit_clerk));
        const auto what = [](Tx& tx) { return of(tx, "09322", Standing::advanced, signed_day); };
        CHECK(registry.enter(other, what).error().code == "access.not_your_unit");
        CHECK(registry.enter(clerk, what).error().code == "access.not_your_role");
        CHECK(registry.rows() == 0);
    });
}
