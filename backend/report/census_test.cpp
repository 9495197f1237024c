// The slide over 04/2023 and 07/2025 on the real units, with the nine published recognitions of 2021.
#include <set>

#include "report/census_fixture.hpp"

using namespace cs;
using namespace cs::report;
using namespace cs::report::test;

namespace {

std::int64_t held(const std::vector<Stands>& units) {
    return std::count_if(units.begin(), units.end(), [](const Stands& s) { return s.holding != nullptr; });
}
std::set<std::string> names(const std::vector<Apart>& apart) {
    std::set<std::string> all;
    for (const Apart& a : apart) all.insert(a.unit->state.name);
    return all;
}

}    // namespace

TEST_CASE("on the Plan's day nine of 89 communes stand, in the Plan's area as in the tree") {
    const Holdings holdings = nine_advanced();
    for (const org::Boundary& boundary : {plan_area(), under("27", 2022y / 12 / 7)}) {
        const Census census = take_census(country(), holdings, boundary, 2022y / 12 / 7);
        CHECK(census.communes.size() == 89);
        CHECK(held(census.communes) == 9);
        CHECK(census.urban.size() == 37);
        CHECK(held(census.urban) == 0);
        CHECK(census.districts.size() == 6);    // huyện; the two cities are towns
        CHECK(census.towns.size() == 2);
        CHECK(census.history.empty());
        CHECK(census.unassigned == 0);
    }
    CHECK(held(take_census(country(), holdings, plan_area(), 2021y / 12 / 30).communes) == 0);    // not yet recognised
}

TEST_CASE("over 04/2023 four recognised communes become wards: they leave both numbers and are told apart") {
    const Holdings holdings = nine_advanced();
    const Census eve = take_census(country(), holdings, plan_area(), 2023y / 4 / 9), day = take_census(country(), holdings, plan_area(), 2023y / 4 / 10);
    CHECK(eve.communes.size() == 89);
    CHECK(held(eve.communes) == 9);
    CHECK(day.communes.size() == 70);
    CHECK(held(day.communes) == 5);
    CHECK(held(day.urban) == 4);
    CHECK(day.history.empty());    // the unit went on: nobody took anybody in
    CHECK(day.districts.size() == 4);
    CHECK(day.towns.size() == 4);
    const Census later = take_census(country(), holdings, plan_area(), 2025y / 1 / 1);
    CHECK(later.communes.size() == 66);
    CHECK(held(later.communes) == 4);    // Nhân Thắng is a thị trấn now
    CHECK(held(later.urban) == 5);
}

TEST_CASE("over 07/2025 a merged unit has no standing of its own; the nine are history and name who stands there now") {
    const Holdings holdings = nine_advanced();
    const Census eve = take_census(country(), holdings, plan_area(), 2025y / 6 / 30), day = take_census(country(), holdings, plan_area(), 2025y / 7 / 1);
    CHECK(held(eve.communes) == 4);
    CHECK(day.communes.size() == 21);
    CHECK(day.urban.size() == 20);
    CHECK(held(day.communes) == 0);
    CHECK(held(day.urban) == 0);
    CHECK(names(day.history) == std::set<std::string>{"Xã Tân Chi", "Xã Phật Tích", "Phường Phượng Mao", "Thị trấn Nhân Thắng", "Xã An Thịnh",
                                                      "Xã Đình Tổ", "Phường Song Hồ", "Phường Xuân Lâm", "Phường Trí Quả"});
    for (const Apart& past : day.history) {
        REQUIRE(past.became.size() == 1);
        CHECK(country().on(past.became[0], 2025y / 7 / 1));
    }
    const org::Boundary province = under("24", 2025y / 7 / 1);    // the province of today knows them too
    CHECK(take_census(country(), holdings, province, 2025y / 7 / 1).history.size() == 9);
    CHECK(take_census(country(), holdings, province, 2025y / 7 / 1).communes.size() == 66);
}

TEST_CASE("a merged unit stands again from the day of a decision of its own") {
    Holdings holdings = nine_advanced();
    recognise(holdings, unit("09343", 2025y / 7 / 1), Standing::advanced, 2025y / 12 / 1);    // the new Xã Tân Chi
    CHECK(held(take_census(country(), holdings, plan_area(), 2025y / 11 / 30).communes) == 0);
    const Census census = take_census(country(), holdings, plan_area(), 2025y / 12 / 1);
    CHECK(held(census.communes) == 1);
    CHECK(census.history.size() == 9);
}

TEST_CASE("what a unit held before it took others in is history, not a standing") {
    Holdings holdings;
    recognise(holdings, "09184", Standing::standard, 2022y / 1 / 1);    // takes two wards in on 01/01/2025 and goes on
    const Census eve = take_census(country(), holdings, plan_area(), 2024y / 12 / 31), day = take_census(country(), holdings, plan_area(), 2025y / 1 / 1);
    CHECK(held(eve.urban) == 1);
    CHECK(held(day.urban) == 0);
    REQUIRE(day.history.size() == 1);
    CHECK(day.history[0].became == std::vector{unit("09184", 2025y / 1 / 1)});
}

TEST_CASE("the highest standing in force counts; a withdrawn one does not, and the one below it does again") {
    Holdings holdings;
    recognise(holdings, "09352", Standing::standard, 2021y / 3 / 1);
    recognise(holdings, "09352", Standing::model, 2023y / 1 / 1, 2024y / 1 / 1);
    const auto on = [&](Day day) {
        for (const Stands& s : take_census(country(), holdings, plan_area(), day).communes)
            if (s.holding) return s.holding->standing;
        return Standing::task_completed;
    };
    CHECK(on(2022y / 12 / 31) == Standing::standard);
    CHECK(on(2023y / 12 / 31) == Standing::model);
    CHECK(on(2024y / 1 / 1) == Standing::standard);
}

TEST_CASE("a huyện that becomes a thị xã is told apart; a thị xã counts only as having completed the task") {
    Holdings holdings;
    recognise(holdings, "259", Standing::advanced, 2022y / 12 / 1);
    recognise(holdings, unit("262", 2024y / 1 / 1), Standing::task_completed, 2024y / 1 / 1);
    const Census before = take_census(country(), holdings, plan_area(), 2023y / 4 / 9), after = take_census(country(), holdings, plan_area(), 2024y / 1 / 1);
    CHECK(held(before.districts) == 1);
    CHECK(before.former.empty());
    CHECK(held(after.districts) == 0);
    CHECK(names(after.former) == std::set<std::string>{"Thị xã Quế Võ"});
    CHECK(held(after.towns) == 1);
    const Census gone = take_census(country(), holdings, plan_area(), 2025y / 7 / 1);
    CHECK(gone.districts.empty());
    CHECK(gone.towns.empty());
    CHECK(names(gone.district_history) == std::set<std::string>{"Thị xã Quế Võ", "Thị xã Thuận Thành"});
    CHECK(names(take_census(country(), holdings, under("24", 2025y / 7 / 1), 2025y / 7 / 1).district_history).size() == 2);
}

TEST_CASE("a model residential area goes on counting where its commune went, once, until it is withdrawn") {
    Holdings holdings;
    const UnitId commune = unit("09352", 2022y / 12 / 31);
    recognise(holdings, commune, Standing::model_area, 2022y / 12 / 31, {}, "Thôn Chi Trung");
    recognise(holdings, commune, Standing::model_area, 2024y / 12 / 31, {}, "Thôn Chi Trung");
    recognise(holdings, commune, Standing::model_area, 2022y / 12 / 31, 2023y / 6 / 1, "Thôn Văn Trung");
    CHECK(take_census(country(), holdings, plan_area(), 2023y / 5 / 31).areas.size() == 2);
    CHECK(take_census(country(), holdings, plan_area(), 2023y / 6 / 1).areas.size() == 1);
    CHECK(take_census(country(), holdings, plan_area(), 2025y / 6 / 30).areas.size() == 1);
    CHECK(take_census(country(), holdings, plan_area(), 2025y / 7 / 1).areas.size() == 1);
    CHECK(take_census(country(), holdings, under("27", 2022y / 12 / 31), 2022y / 12 / 31).communes.size() == 89);
}

TEST_CASE("the whole country is counted from the same rows") {
    const Census census = take_census(country(), nine_advanced(), {std::nullopt, std::nullopt}, 2022y / 12 / 7);
    CHECK(census.communes.size() == 8248);
    CHECK(held(census.communes) == 9);
}
