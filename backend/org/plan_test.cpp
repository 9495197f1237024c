#include <doctest/doctest.h>

#include <set>

#include "org/country.hpp"
#include "org/plan.hpp"

using namespace cs;
using namespace cs::org;
using namespace std::chrono_literals;

namespace {

// A small country: province T, districts H1 and H2, three communes under H1, one under H2.
UnitVersion version(const std::string& code, const std::string& name, UnitKind kind, const std::string& parent) {
    UnitState state{name, kind, code, std::nullopt, is_rural(kind), std::nullopt};
    if (is_commune_level(kind)) state.region = Region::DBSH;
    if (!parent.empty()) state.parent = UnitId(id_from(parent));
    return {VersionId(id_from("v" + code)), UnitId(id_from(code)), {first_recorded_day, std::nullopt}, state, {}, {}};
}

Forest small() {
    using enum UnitKind;
    Forest forest;
    forest.add(version("T", "Tỉnh T", province, ""));
    forest.add(version("H1", "Huyện Một", district, "T"));
    forest.add(version("H2", "Huyện Hai", district, "T"));
    forest.add(version("A", "Xã A", commune, "H1"));
    forest.add(version("B", "Xã B", commune, "H1"));
    forest.add(version("C", "Thị trấn C", township, "H1"));
    forest.add(version("D", "Xã D", commune, "H2"));
    return forest;
}

const Day day = 2024y / 5 / 1;

Draft draft(std::vector<decltype(Line::what)> lines, Day on = day) {
    Draft made{"k", on, "Sắp xếp", "unknown", "test", "", {}, law::Confidence::unknown, {}};
    for (auto& what : lines) made.lines.push_back({static_cast<int>(made.lines.size()) + 1, std::move(what)});
    return made;
}

NewState named(const std::string& name, std::optional<UnitKind> kind = {}, std::optional<std::string> parent = {},
               std::optional<std::string> code = {}) {
    return {name, code, kind, parent, {}, {}};
}
NewState under(const std::string& parent) { return {{}, {}, {}, parent, {}, {}}; }

Result<Plan> plan(const Forest& forest, const Draft& made) {
    return plan_reorganisation(forest, made, derived_from(to_text(made.day)));
}

std::set<std::string> faults(const Forest& forest, const Draft& made) {
    const auto no = plan(forest, made);
    REQUIRE_FALSE(no);
    CHECK(no.error().code == "org.reorganisation_faulty");
    std::set<std::string> codes;
    for (const Fault& f : no.error().faults) {
        codes.insert(f.code);
        CHECK(f.line > 0);
    }
    return codes;
}
using Codes = std::set<std::string>;

}  // namespace

TEST_CASE("a merger into a new unit ends the old ones, inherits their region and links them with their shares") {
    Forest forest = small();
    const auto done = plan(
        forest, draft({Merge{"A",
                             true,
                             named("Xã AB", UnitKind::commune, "H1"),
                             {{"A", Part::full, {{"population", Decimal::whole(1200)}}}, {"B", Part::full, {}}}}}));
    REQUIRE(done);
    CHECK(done->change.kind == ChangeKind::merge);
    CHECK(done->closed.size() == 2);
    REQUIRE(done->opened.size() == 1);
    CHECK(done->opened.front().state.region == Region::DBSH);
    CHECK(done->opened.front().state.rural);
    REQUIRE(done->links.size() == 2);
    CHECK(done->links.front().shares.front().amount == Decimal::whole(1200));
    apply(*done, forest);
    CHECK(forest.with_code("A", 2024y / 4 / 30)->state.name == "Xã A");
    CHECK(forest.with_code("A", day)->state.name == "Xã AB");
    CHECK(forest.with_code("A", day)->unit != UnitId(id_from("A")));
}

TEST_CASE("a unit may take others in and stay what it is") {
    Forest forest = small();
    const auto done = plan(forest, draft({Merge{"A", false, {}, {{"B", Part::full, {}}}}}));
    REQUIRE(done);
    CHECK(done->opened.empty());
    CHECK(done->closed.size() == 1);
    apply(*done, forest);
    CHECK(forest.with_code("A", day)->unit == UnitId(id_from("A")));
    CHECK_FALSE(forest.with_code("B", day));
}

TEST_CASE("a split keeps or ends the old unit") {
    const Forest forest = small();
    const Piece piece{named("Xã Mới", UnitKind::commune, "H1", "N"), Part::unknown, {}};
    const auto kept = plan(forest, draft({Split{"A", true, {piece}}}));
    REQUIRE(kept);
    CHECK(kept->closed.empty());
    CHECK(kept->links.front().part == Part::unknown);
    const auto ended = plan(forest, draft({Split{"A", false, {piece}}}));
    REQUIRE(ended);
    CHECK(ended->closed.size() == 1);
}

TEST_CASE("rename, convert and move go on with the same unit in another state") {
    Forest forest = small();
    const auto done = plan(forest, draft({Alter{ChangeKind::rename, "A", named("Xã An")},
                                          Alter{ChangeKind::convert, "B", named("Phường B", UnitKind::ward)},
                                          Alter{ChangeKind::move, "C", under("H2")}}));
    REQUIRE(done);
    CHECK(done->change.kind == ChangeKind::arrange);
    CHECK(done->links.empty());
    apply(*done, forest);
    CHECK(forest.on(UnitId(id_from("A")), day)->state.name == "Xã An");
    CHECK_FALSE(forest.on(UnitId(id_from("B")), day)->state.rural);
    CHECK(forest.under(UnitId(id_from("C")), UnitId(id_from("H2")), day));
    CHECK(forest.under(UnitId(id_from("C")), UnitId(id_from("H1")), 2024y / 4 / 30));
}

TEST_CASE("a level is abolished when its children have somewhere to stand") {
    const Forest forest = small();
    CHECK(faults(forest, draft({AbolishLevel{UnitKind::district, {"T"}, "T"}})) == Codes{"org.child_outlives_parent"});
    std::vector<decltype(Line::what)> lines;
    for (const char* code : {"A", "B", "C", "D"}) lines.push_back(Alter{ChangeKind::move, code, under("T")});
    lines.push_back(AbolishLevel{UnitKind::district, {"T"}, "T"});
    const auto done = plan(forest, draft(lines));
    REQUIRE(done);
    CHECK(done->links.size() == 2);
}

TEST_CASE("references must mean a unit of the day before whose state still goes on") {
    Forest forest = small();
    CHECK(faults(forest, draft({Alter{ChangeKind::rename, "X", named("?")}})) == Codes{"org.unit_unknown"});
    const auto later = plan(forest, draft({Alter{ChangeKind::rename, "A", named("Xã Sau")}}, 2025y / 1 / 1));
    apply(*later, forest);
    CHECK(faults(forest, draft({Alter{ChangeKind::rename, "A", named("Xã Trước")}})) == Codes{"org.later_change"});
    CHECK(faults(forest, draft({Alter{ChangeKind::rename, "A", named("Xã Kia")}}, 2025y / 1 / 1)) ==
          Codes{"org.later_change"});
    CHECK(plan(forest, draft({Alter{ChangeKind::rename, "A", named("Xã Kia")}}, 2025y / 1 / 2)));
}

TEST_CASE("an earlier day than the records is refused") {
    const auto no = plan(small(), draft({Alter{ChangeKind::rename, "A", named("Xã An")}}, 2021y / 1 / 1));
    REQUIRE_FALSE(no);
    CHECK(no.error().code == "org.before_records");
}

TEST_CASE("a unit stands in one line only") {
    CHECK(faults(small(), draft({Alter{ChangeKind::rename, "A", named("Xã Một")},
                                 Alter{ChangeKind::rename, "A", named("Xã Hai")}})) == Codes{"org.unit_twice"});
    CHECK(faults(small(), draft({Merge{"A", false, named("Xã A1"), {{"A", Part::full, {}}}}})) ==
          Codes{"org.merge_with_itself"});
    CHECK(faults(small(), draft({Alter{ChangeKind::rename, "A", named("Xã A")}})) == Codes{"org.nothing_changes"});
}

TEST_CASE("one code belongs to one unit on a day, but may pass to another") {
    const NewState b = named("Xã B", {}, {}, "A");
    CHECK(faults(small(), draft({Alter{ChangeKind::convert, "B", b}})) == Codes{"org.code_twice"});
    CHECK(faults(small(), draft({Create{named("Xã Mới", UnitKind::commune, "H1", "N")},
                                 Create{named("Xã Khác", UnitKind::commune, "H1", "N")}}))
              .contains("org.code_twice"));
    CHECK(plan(small(), draft({Alter{ChangeKind::convert, "B", b}, Dissolve{"A", "H1"}})));
}

TEST_CASE("a code that a later unit holds cannot be taken without an end") {
    Forest forest = small();
    apply(*plan(forest, draft({Create{named("Xã Sau", UnitKind::commune, "H1", "N")}}, 2025y / 1 / 1)), forest);
    CHECK(faults(forest, draft({Create{named("Xã Trước", UnitKind::commune, "H1", "N")}})) == Codes{"org.code_twice"});
}

TEST_CASE("every unit stands under one that exists and may be above it") {
    const Forest forest = small();
    CHECK(faults(forest, draft({Alter{ChangeKind::move, "A", under("X")}})) == Codes{"org.parent_unknown"});
    CHECK(faults(forest, draft({Alter{ChangeKind::move, "A", under("B")}})) == Codes{"org.wrong_level"});
    CHECK(faults(forest, draft({Alter{ChangeKind::convert, "H1", named("Xã H", UnitKind::commune)}}))
              .contains("org.wrong_level"));
    CHECK(faults(forest, draft({Create{named("Xã Không", UnitKind::commune)}})) == Codes{"org.parent_missing"});
    CHECK(faults(forest, draft({Dissolve{"H1", "T"}})) == Codes{"org.child_outlives_parent"});
    CHECK(faults(forest, draft({Dissolve{"A", "B"}, Dissolve{"B", "A"}})) == Codes{"org.parent_unknown"});
    CHECK(faults(forest, draft({AbolishLevel{UnitKind::village, {"T"}, "T"}})) == Codes{"org.level_empty"});
}

TEST_CASE("a parent that ends on the same day is no parent") {
    std::vector<decltype(Line::what)> lines = {Dissolve{"D", "T"}, Dissolve{"H2", "T"},
                                               Alter{ChangeKind::move, "A", under("H2")}};
    CHECK(faults(small(), draft(lines)) == Codes{"org.parent_unknown"});
}

TEST_CASE("no unit stands above itself") {
    Forest forest = small();
    // Organisations may stand under each other, so they can be turned into a ring.
    apply(*plan(forest, draft({Create{named("Sở X", UnitKind::provincial_department, "T", "X")}}, 2023y / 1 / 1)),
          forest);
    apply(*plan(forest, draft({Create{named("Chi cục Y", UnitKind::other, "X", "Y")}}, 2023y / 2 / 1)), forest);
    CHECK(faults(forest, draft({Alter{ChangeKind::move, "X", under("Y")}})) == Codes{"org.cycle"});
    CHECK(faults(forest, draft({Alter{ChangeKind::move, "Y", under("Y")}})) == Codes{"org.cycle"});
}

TEST_CASE("a later birth under a unit keeps it from ending earlier") {
    Forest forest = small();
    apply(*plan(forest, draft({Create{named("Xã Sau", UnitKind::commune, "H2", "N")}}, 2025y / 1 / 1)), forest);
    CHECK(faults(forest, draft({Alter{ChangeKind::move, "D", under("H1")}, Dissolve{"H2", "T"}})) ==
          Codes{"org.later_change"});
}

TEST_CASE("a counter-command restores exactly what stood before") {
    Forest forest = small();
    const auto done =
        plan(forest,
             draft({Merge{
                 "A", true, named("Xã AB", UnitKind::commune, "H1"), {{"A", Part::full, {}}, {"B", Part::full, {}}}}}));
    apply(*done, forest);
    const auto counter = plan_counter(forest, done->change, derived_from("c"));
    REQUIRE(counter);
    CHECK(counter->superseded.size() == 3);
    REQUIRE(counter->restored.size() == 2);
    for (const UnitVersion& v : counter->restored) {
        CHECK_FALSE(v.period.until);
        CHECK_FALSE(v.closed_by);
        CHECK(v.period.from == first_recorded_day);
    }
}

TEST_CASE("a counter-command is refused when somebody moved in or took a code that must come back") {
    Forest moved = small();
    const auto made = plan(moved, draft({Create{named("Huyện Ba", UnitKind::district, "T", "H3")}}));
    apply(*made, moved);
    apply(*plan(moved, draft({Alter{ChangeKind::move, "A", under("H3")}}, 2024y / 6 / 1)), moved);
    CHECK(plan_counter(moved, made->change, derived_from("c")).error().code == "org.later_change_depends");

    Forest taken = small();
    const auto gone = plan(taken, draft({Dissolve{"A", "H1"}}));
    apply(*gone, taken);
    apply(*plan(taken, draft({Create{named("Xã Mới", UnitKind::commune, "H1", "A")}}, 2024y / 6 / 1)), taken);
    const auto no = plan_counter(taken, gone->change, derived_from("c"));
    REQUIRE_FALSE(no);
    CHECK(no.error().faults.front().code == "org.changed_since");

    Forest lost = small();
    const auto left = plan(lost, draft({Alter{ChangeKind::move, "D", under("H1")}}));
    apply(*left, lost);
    apply(*plan(lost, draft({Dissolve{"H2", "T"}}, 2024y / 6 / 1)), lost);
    CHECK(plan_counter(lost, left->change, derived_from("c")).error().code == "org.later_change_depends");
}
