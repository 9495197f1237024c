// Targets and readings: entered by the coordinator of the territory, corrected without losing what was said.
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "movement/commands.hpp"

using namespace cs;
using namespace cs::movement;
using namespace cs::test;

namespace {

struct Office {
    Database& db;
    FrozenClock& clock;
    People people{db, clock};
    UnitId root;
    access::Actor coordinator, elsewhere, clerk;

    Office(Database& d, FrozenClock& c) : db(d), clock(c), root("") {
        seed(db, clock);
        root = db.read([](Tx& tx) { return id_of(tx, "27", 2022y / 12 / 7); });
        const UnitId other = db.read([](Tx& tx) { return id_of(tx, "24", 2022y / 12 / 7); });
        coordinator = people.actor(people.add("dieuphoi", access::Role::province_coordinator, root, access::Scope::subtree));
        elsewhere = people.actor(people.add("tinh.khac", access::Role::province_coordinator, other, access::Scope::subtree));
        clerk = people.actor(people.add("can.bo", access::Role::unit_clerk));
    }
    template <class Work>
    auto write(Work work) {
        return db.write([&](Tx& tx) { return work(tx, UnitTree(tx)); });
    }
    Result<Target> add(const access::Actor& actor, const TargetText& text) {
        return write([&](Tx& tx, const access::Tree& tree) { return add_target(tx, clock.now(), actor, tree, root, text); });
    }
    Result<Target> save(const TargetId& id, const FigureInput& input) {
        return write([&](Tx& tx, const access::Tree& tree) { return save_figure(tx, clock.now(), coordinator, tree, id, input); });
    }
    std::int64_t rows() { return db.read([](Tx& tx) { return audit::verify(tx).entries; }); }
};

const TargetText income{"Thu nhập bình quân", "triệu đồng/người/năm", Better::higher, "Nghị quyết Đại hội XX", std::nullopt};

template <class T>
std::string no(const Result<T>& result) {
    REQUIRE_FALSE(result);
    std::string all = result.error().code;
    for (const Fault& fault : result.error().faults) all += " " + fault.code;
    return all;
}

FigureInput actual(const char* value, std::string reason = "", std::optional<std::string> seen = {}) {
    return {2022, FigureKind::actual, *Decimal::parse(value), "Báo cáo năm", std::move(reason), std::move(seen)};
}

}    // namespace

TEST_CASE("a corrected figure and a corrected target keep what was said before") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto made = office.add(office.coordinator, income);
        REQUIRE(made);
        REQUIRE(office.save(made->id, {2022, FigureKind::plan, Decimal::whole(60), "Kế hoạch năm", "", "0"}));
        REQUIRE(office.save(made->id, actual("61.5")));
        CHECK(no(office.save(made->id, actual("62"))) == "movement.reason_missing");
        CHECK(no(office.save(made->id, actual("62", "nhầm", "0"))) == "movement.figure_stale");
        const auto corrected = office.save(made->id, actual("62", "Cục Thống kê công bố lại", "1"));
        REQUIRE(corrected);
        CHECK(corrected->find(2022, FigureKind::actual)->value == Decimal::whole(62));
        CHECK(corrected->find(2022, FigureKind::actual)->sequence == 2);
        CHECK(progress(*corrected, 2022, legal_day(clock.now())) == Progress::exceeded);

        TargetText other = income;
        other.title = "Thu nhập bình quân đầu người";
        const auto correct = [&](const std::string& reason, const char* seen) {
            return office.write([&](Tx& tx, const access::Tree& tree) {
                return correct_target(tx, clock.now(), office.coordinator, tree, made->id, other, reason, seen);
            });
        };
        CHECK(no(correct("", "1")) == "movement.reason_missing");
        CHECK(no(correct("Tên đầy đủ", "2")) == "movement.target_stale");
        REQUIRE(correct("Tên đầy đủ", "1"));
        const auto now = db.read([&](Tx& tx) { return TargetStore(tx).find(made->id); });
        CHECK(now->text.title == "Thu nhập bình quân đầu người");
        CHECK(now->version == 2);
        CHECK(now->figures.size() == 2);
        const auto past = db.read([&](Tx& tx) { return audit::history(tx, "target", made->id.text(), 10); });
        REQUIRE(past.entries.size() == 5);
        CHECK(past.entries[0].entry.changes[0].from == "Thu nhập bình quân");
        CHECK(past.entries[1].entry.note == "Cục Thống kê công bố lại");
        CHECK(past.entries[1].entry.changes[2].from == "61.5");
    });
}

TEST_CASE("what is empty, of no year or of no unit is refused with every fault, and nothing is written") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto made = office.add(office.coordinator, income);
        REQUIRE(made);
        const std::int64_t before = office.rows();
        CHECK(no(office.add(office.coordinator, {" ", "", Better::higher, "", UnitId(new_uuid({}))})) ==
              "movement.target_faulty movement.title_missing movement.measure_missing movement.source_missing movement.owner_unknown");
        CHECK(no(office.save(made->id, {1999, FigureKind::plan, Decimal::whole(1), "", ""})) ==
              "movement.figure_faulty movement.source_missing movement.year_unknown");
        CHECK(no(office.save(made->id, {2023, FigureKind::actual, Decimal::whole(1), "s", ""})) ==
              "movement.figure_faulty movement.year_not_begun");
        CHECK(no(office.save(TargetId(new_uuid({})), actual("1"))) == "movement.target_unknown");
        CHECK(no(office.write([&](Tx& tx, const access::Tree& tree) {
            return correct_target(tx, clock.now(), office.coordinator, tree, TargetId(new_uuid({})), income, "x", std::nullopt);
        })) == "movement.target_unknown");
        CHECK(no(office.write([&](Tx& tx, const access::Tree& tree) {
            return add_target(tx, clock.now(), office.coordinator, tree, UnitId(new_uuid({})), income);
        })) == "org.unit_unknown_id");
        CHECK(no(office.add(office.elsewhere, income)) == "access.not_your_unit");
        CHECK(no(office.add(office.clerk, income)) == "access.not_your_role");
        CHECK(office.rows() == before);
    });
}

TEST_CASE("a denominator is assigned by a paper, and one reading is chosen by another, from its day on") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto assign = [&](PlanTarget target, std::int64_t value, const std::string& number, std::optional<Day> day) {
            return office.write([&](Tx& tx, const access::Tree& tree) {
                return assign_denominator(tx, clock.now(), office.coordinator, tree,
                                          {DenominatorId::born(clock.now()), office.root, target, value, number, day, "Thông báo của tỉnh"});
            });
        };
        const auto choose = [&](PlanTarget target, Reading reading, std::optional<DenominatorId> denominator, Day day) {
            return office.write([&](Tx& tx, const access::Tree& tree) {
                return choose_reading(tx, clock.now(), office.coordinator, tree,
                                      {ChoiceId::born(clock.now()), office.root, target, reading, denominator, "12/TB-VPĐP", day, ""});
            });
        };
        CHECK(no(assign(PlanTarget::model_areas, 0, " ", 2023y / 1 / 1)) ==
              "movement.denominator_faulty movement.not_a_share movement.value_not_positive movement.number_missing movement.day_in_future");
        const auto made = assign(PlanTarget::advanced_communes, 94, "unknown", std::nullopt);
        REQUIRE(made);
        CHECK(no(choose(PlanTarget::model_areas, Reading::of_all, std::nullopt, 2022y / 12 / 7)) == "movement.choice_faulty movement.not_a_share");
        CHECK(no(choose(PlanTarget::advanced_communes, Reading::of_advanced, std::nullopt, 2022y / 12 / 8)) ==
              "movement.choice_faulty movement.reading_not_of_target movement.day_in_future");
        CHECK(no(choose(PlanTarget::model_communes, Reading::of_all, made->id, 2022y / 12 / 7)) == "movement.choice_faulty movement.denominator_unknown");
        REQUIRE(choose(PlanTarget::advanced_communes, Reading::of_all, made->id, 2022y / 12 / 7));
        REQUIRE(choose(PlanTarget::model_communes, Reading::of_advanced, std::nullopt, 2022y / 12 / 1));
        db.read([&](Tx& tx) {
            const ReadingStore store(tx);
            CHECK(store.denominators(office.root).at(0).value == 94);
            CHECK_FALSE(store.denominators(office.root).at(0).day);
            const auto choices = store.choices(office.root);
            CHECK(choice_on(choices, PlanTarget::advanced_communes, 2022y / 12 / 7)->denominator == made->id);
            CHECK(choice_on(choices, PlanTarget::advanced_communes, 2022y / 12 / 6) == nullptr);
            CHECK(choice_on(choices, PlanTarget::model_communes, 2022y / 12 / 6)->reading == Reading::of_advanced);
            const auto past = audit::history(tx, "unit", office.root.text(), 3);
            CHECK(past.entries.at(0).entry.event == audit::Event::reading_chosen);
            CHECK(past.entries.at(2).entry.event == audit::Event::denominator_assigned);
            return 0;
        });
    });
}

TEST_CASE("on a merger targets follow the successor, and its coordinator answers for them") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto made = office.add(office.coordinator, income);
        REQUIRE(made);
        const UnitId successor = db.read([](Tx& tx) { return id_of(tx, "24", 2025y / 7 / 1); });
        const auto seen = [&](const UnitId& under, Day day) { return db.read([&](Tx& tx) { return targets_of(tx, under, day).size(); }); };
        CHECK(seen(office.root, 2022y / 12 / 7) == 1);
        CHECK(seen(successor, 2025y / 6 / 30) == 0);
        CHECK(seen(successor, 2025y / 7 / 1) == 1);
        clock.travel_to(2025y / 7 / 2);
        const access::Actor heir = office.people.actor(office.people.add("ke.thua", access::Role::province_coordinator, successor, access::Scope::subtree));
        const auto save = [&](const access::Actor& actor) {
            return office.write([&](Tx& tx, const access::Tree& tree) { return save_figure(tx, clock.now(), actor, tree, made->id, actual("1")); });
        };
        CHECK(no(save(office.elsewhere)) == "access.not_your_unit");
        CHECK(save(heir));
    });
}
