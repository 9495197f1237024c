#include <doctest/doctest.h>

#include "org/boundary.hpp"
#include "org/country.hpp"
#include "org/plan.hpp"

using namespace cs;
using namespace cs::org;
using namespace std::chrono_literals;

namespace {

std::int64_t count(const Forest& forest, std::string_view under, Day day, UnitKind kind) {
    const UnitVersion* root = forest.with_code(under, day);
    REQUIRE(root);
    std::int64_t n = 0;
    for (const UnitVersion* unit : forest.below(root->unit, day)) n += unit->state.kind == kind;
    return n;
}

// The country, with the shipped reorganisations that took effect before `until`.
Forest country(Day until = 2100y / 1 / 1) {
    Forest forest = country_of_2022();
    for (const Draft& draft : shipped_reorganisations().drafts) {
        if (draft.day >= until) continue;
        const auto plan = plan_reorganisation(forest, draft, derived_from(draft.key));
        if (!plan)
            for (const Fault& f : plan.error().faults) {
                MESSAGE(draft.key << " line " << f.line << " " << f.code << " "
                                  << (f.args.empty() ? "" : f.args[0].second));
            }
        REQUIRE(plan);
        apply(*plan, forest);
    }
    return forest;
}

const Forest& whole() {
    static const Forest forest = country();
    return forest;
}

std::int64_t of_kind(const YearCount& year, UnitKind kind) {
    for (const KindCount& c : year.counts)
        if (c.kind == kind) return c.count;
    return 0;
}

}  // namespace

TEST_CASE("the country of 2022 has 63 provinces, 705 districts and 10,599 communes, 8,248 of them xã") {
    const Forest forest = country_of_2022();
    std::map<UnitKind, int> kinds;
    for (const UnitVersion& v : forest.versions()) ++kinds[v.state.kind];
    CHECK(kinds[UnitKind::province] == 63);
    CHECK(kinds[UnitKind::district] == 705);
    CHECK(kinds[UnitKind::commune] == 8248);
    CHECK(kinds[UnitKind::ward] == 1737);
    CHECK(kinds[UnitKind::township] == 614);
    for (const UnitVersion& v : forest.versions()) {
        CHECK(v.state.region.has_value() == is_commune_level(v.state.kind));
        CHECK((v.state.parent ? forest.on(*v.state.parent, 2022y / 10 / 1) != nullptr
                              : v.state.kind == UnitKind::province));
    }
}

TEST_CASE("rural communes of Bắc Ninh are 89, then 70, then 66, then 66 of another territory") {
    const Forest& forest = whole();
    using enum UnitKind;
    CHECK(count(forest, "27", 2022y / 12 / 7, commune) == 89);
    CHECK(count(forest, "27", 2022y / 12 / 7, ward) == 31);
    CHECK(count(forest, "27", 2022y / 12 / 7, township) == 6);
    CHECK(count(forest, "27", 2023y / 4 / 9, commune) == 89);
    CHECK(count(forest, "27", 2023y / 4 / 11, commune) == 70);
    CHECK(count(forest, "27", 2023y / 4 / 11, ward) == 52);
    CHECK(count(forest, "27", 2023y / 4 / 11, township) == 4);
    CHECK(count(forest, "27", 2025y / 3 / 1, commune) == 66);
    CHECK(count(forest, "27", 2025y / 3 / 1, ward) == 50);
    CHECK(count(forest, "27", 2025y / 3 / 1, township) == 5);
    CHECK(count(forest, "24", 2025y / 7 / 1, commune) == 66);
    CHECK(count(forest, "24", 2025y / 7 / 1, ward) == 33);
    CHECK(count(forest, "24", 2025y / 7 / 1, township) == 0);
    CHECK(forest.with_code("27", 2025y / 7 / 1) == nullptr);
}

TEST_CASE("Bắc Giang has 175 xã, 19 phường, 15 thị trấn after 01/02/2024 and 192 units in 2025") {
    using enum UnitKind;
    CHECK(count(whole(), "24", 2024y / 2 / 1, commune) == 175);
    CHECK(count(whole(), "24", 2024y / 2 / 1, ward) == 19);
    CHECK(count(whole(), "24", 2024y / 2 / 1, township) == 15);
    std::int64_t all = 0;
    for (const UnitKind k : {commune, ward, township}) all += count(whole(), "24", 2025y / 6 / 30, k);
    CHECK(all == 192);
}

TEST_CASE("a re-used code never joins two places") {
    const Forest& forest = whole();
    const UnitVersion* giang = forest.with_code("24", 2025y / 6 / 30);
    const UnitVersion* ninh = forest.with_code("24", 2025y / 7 / 1);
    CHECK(giang->state.name == "Tỉnh Bắc Giang");
    CHECK(ninh->state.name == "Tỉnh Bắc Ninh");
    CHECK(giang->unit != ninh->unit);
    CHECK(forest.history(giang->unit).size() == 1);
    // Code 09400 was thị trấn Hồ and is phường Thuận Thành, grown from four units.
    const UnitVersion* ho = forest.with_code("09400", 2022y / 12 / 7);
    const UnitVersion* thuan_thanh = forest.with_code("09400", 2025y / 7 / 1);
    CHECK(ho->unit != thuan_thanh->unit);
    CHECK(forest.links_to(thuan_thanh->unit).size() == 4);
    // On no day does one code belong to two units.
    for (const UnitVersion& v : forest.versions())
        for (const UnitVersion* other : forest.holders(v.state.code))
            CHECK((other == &v || !other->period.overlaps(v.period)));
}

TEST_CASE("a district stands in views of 2024 and is absent from lists of 2026") {
    using enum UnitKind;
    CHECK(count(whole(), "27", 2024y / 12 / 31, district) == 8);
    CHECK(count(whole(), "24", 2026y / 1 / 1, district) == 0);
    CHECK(whole().with_code("259", 2026y / 1 / 1) == nullptr);
}

TEST_CASE("what was not rearranged stays the same unit: xã Tuấn Đạo only moved") {
    const UnitVersion* before = whole().with_code("07663", 2025y / 6 / 30);
    const UnitVersion* after = whole().with_code("07663", 2025y / 7 / 1);
    CHECK(before->unit == after->unit);
    CHECK(before->state.parent != after->state.parent);
}

TEST_CASE("a commune keeps its region when its province changes") {
    CHECK(whole().with_code("07210", 2025y / 7 / 1)->state.region == Region::TDMNPB);
    CHECK(whole().with_code("09193", 2025y / 7 / 1)->state.region == Region::DBSH);
    CHECK(!whole().with_code("24", 2025y / 7 / 1)->state.region);
}

TEST_CASE("a xã that becomes a phường leaves the rural population") {
    CHECK(whole().with_code("09253", 2023y / 4 / 9)->state.rural);
    CHECK_FALSE(whole().with_code("09253", 2023y / 4 / 10)->state.rural);
}

TEST_CASE("every unit that ended says where it went") {
    const Forest& forest = whole();
    for (const UnitVersion& v : forest.versions())
        if (v.period.until && !forest.on(v.unit, *v.period.until)) CHECK_FALSE(forest.links_from(v.unit).empty());
}

TEST_CASE("totals of 2021 to 2024 are the same before and after the merger of 2025 is loaded") {
    const Forest before = country(2025y / 7 / 1);
    const Forest& after = whole();
    const Boundary then{before.with_code("27", 2024y / 12 / 31)->unit, std::nullopt};
    const auto old_years = count_units(before, then, 2021, 2024, 2025y / 6 / 1);
    const auto new_years = count_units(after, then, 2021, 2024, 2026y / 1 / 15);
    REQUIRE(old_years);
    REQUIRE(new_years);
    for (std::size_t i = 0; i < 4; ++i)
        for (const UnitKind k : all_of<UnitKind>()) CHECK(of_kind((*old_years)[i], k) == of_kind((*new_years)[i], k));
    CHECK(of_kind((*new_years)[1], UnitKind::commune) == 89);
    CHECK(of_kind((*new_years)[3], UnitKind::commune) == 70);
}

TEST_CASE("the area of Plan 547 is old Bắc Ninh in every year: the same totals as reported, and 41 units today") {
    const Day today = 2026y / 1 / 15;
    const auto plan = read_boundary(whole(), "plan_547", std::nullopt, today);
    REQUIRE(plan);
    const auto years = count_units(whole(), *plan, 2021, 2026, today);
    const auto reported = count_units(whole(), {whole().with_code("27", 2024y / 1 / 1)->unit, {}}, 2021, 2024, today);
    REQUIRE(years);
    for (std::size_t i = 0; i < 4; ++i)
        for (const UnitKind k : {UnitKind::commune, UnitKind::ward, UnitKind::township})
            CHECK(of_kind((*years)[i], k) == of_kind((*reported)[i], k));
    for (const YearCount& y : *years) CHECK(y.unassigned == 0);
    CHECK(of_kind(years->back(), UnitKind::commune) == 21);
    CHECK(of_kind(years->back(), UnitKind::ward) == 20);
    CHECK(members(whole(), *plan, today).size() == 41);
}

TEST_CASE("the boundary of today counts both old provinces in the years before") {
    const Day today = 2026y / 1 / 15;
    const auto now = read_boundary(whole(), "today", whole().with_code("24", today)->unit, today);
    REQUIRE(now);
    const auto years = count_units(whole(), *now, 2022, 2025, today);
    REQUIRE(years);
    CHECK(of_kind(years->front(), UnitKind::commune) == 89 + 182);
    CHECK(of_kind(years->front(), UnitKind::district) == 8 + 10);
    CHECK(of_kind(years->front(), UnitKind::province) == 0);
    CHECK(of_kind(years->back(), UnitKind::commune) == 66);
    for (const YearCount& y : *years) CHECK(y.unassigned == 0);
}

TEST_CASE("under a commune of today stand the communes it grew from") {
    const Day today = 2026y / 1 / 15;
    const auto now = read_boundary(whole(), "today", whole().with_code("09193", today)->unit, today);
    REQUIRE(now);
    CHECK(members(whole(), *now, 2022y / 12 / 31).size() == 4);
    CHECK(members(whole(), *now, today).size() == 1);
}

TEST_CASE("a unit whose successors lie partly elsewhere is unassigned, not divided") {
    Forest forest = country_of_2022();
    Draft draft{"split", 2024y / 5 / 1, "Chia xã", "unknown", "test", "", {}, law::Confidence::unknown, {}};
    NewState here{"Xã Một", "99001", UnitKind::commune, "258", {}, {}},
        there{"Xã Hai", "99002", UnitKind::commune, "259", {}, {}};
    draft.lines.push_back({1, Split{"09196", false, {{here, Part::part, {}}, {there, Part::unknown, {}}}}});
    const auto plan = plan_reorganisation(forest, draft, derived_from("t"));
    REQUIRE(plan);
    apply(*plan, forest);
    const Boundary frame{forest.with_code("258", 2024y / 6 / 1)->unit, Day(2024y / 6 / 1)};
    const auto years = count_units(forest, frame, 2023, 2024, 2024y / 12 / 31);
    REQUIRE(years);
    CHECK(years->front().unassigned == 1);
    CHECK(of_kind(years->front(), UnitKind::commune) == 12);
    CHECK(years->back().unassigned == 0);
    CHECK(of_kind(years->back(), UnitKind::commune) == 13);
}

TEST_CASE("no day before 01/02/2021 is answered") {
    CHECK(recorded(2021y / 2 / 1));
    const auto no = recorded(2021y / 1 / 31);
    REQUIRE_FALSE(no);
    CHECK(no.error().code == "org.before_records");
    CHECK(read_boundary(whole(), "2020-12-31", std::nullopt, 2026y / 1 / 1).error().code == "org.before_records");
    CHECK(read_boundary(whole(), "yesterday", std::nullopt, 2026y / 1 / 1).error().code == "org.boundary_unknown");
    CHECK(read_boundary(whole(), "2026-01-01", whole().with_code("27", 2025y / 1 / 1)->unit, 2026y / 1 / 1)
              .error()
              .code == "org.unit_not_on_day");
    CHECK(count_units(whole(), {}, 2020, 2024, 2026y / 1 / 1).error().code == "org.years_unknown");
    CHECK(count_units(whole(), {}, 2024, 2027, 2026y / 1 / 1).error().code == "org.years_unknown");
}
