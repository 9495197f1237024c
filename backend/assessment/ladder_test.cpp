#include "assessment/ladder.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::assessment;

namespace {

org::UnitState unit(org::UnitKind kind, const std::string& name) { return {name, kind, "", std::nullopt, true, std::nullopt}; }
const auto commune = unit(org::UnitKind::commune, "Xã Minh Họa A");
const auto district = unit(org::UnitKind::district, "Huyện Minh Họa");
const auto town = unit(org::UnitKind::district, "Thị xã Minh Họa");
const auto ward = unit(org::UnitKind::ward, "Phường Minh Họa");
const auto quarter = unit(org::UnitKind::district, "Quận Minh Họa");

}    // namespace

TEST_CASE("communes and rural districts climb three standings, a town completes its task, a ward has none") {
    CHECK(level_of(commune) == Level::commune);
    CHECK(level_of(district) == Level::district);
    CHECK(level_of(town) == Level::town);
    CHECK_FALSE(level_of(ward));
    CHECK_FALSE(level_of(quarter));
    CHECK(next_of(Level::commune, {}) == Standing::standard);
    CHECK(next_of(Level::commune, Standing::standard) == Standing::advanced);
    CHECK(next_of(Level::district, Standing::advanced) == Standing::model);
    CHECK_FALSE(next_of(Level::commune, Standing::model));
    CHECK(next_of(Level::town, {}) == Standing::task_completed);
    CHECK_FALSE(next_of(Level::town, Standing::task_completed));
    CHECK(fits(Standing::advanced, commune));
    CHECK_FALSE(fits(Standing::task_completed, commune));
    CHECK(fits(Standing::task_completed, town));
    CHECK_FALSE(fits(Standing::standard, town));
    CHECK(fits(Standing::model_area, ward));
    CHECK_FALSE(fits(Standing::model_area, district));
    CHECK_FALSE(fits(Standing::standard, ward));
}

TEST_CASE("the set of a standing is the one of its day, and earlier ones are told as such") {
    using namespace std::chrono_literals;
    const auto then = sets_for(Level::commune, Standing::standard, 2024y / 6 / 1);
    REQUIRE(then.size() == 1);
    CHECK(then[0].id == "xa-ntm-2021-2025");
    CHECK(then[0].in_force);
    const auto now = sets_for(Level::commune, Standing::standard, 2026y / 6 / 1);
    REQUIRE(now.size() == 2);
    CHECK(now[0].id == "xa-ntm-2026-2030");
    CHECK(now[0].in_force);
    CHECK_FALSE(now[1].in_force);
    const auto advanced = sets_for(Level::commune, Standing::advanced, 2026y / 6 / 1);
    REQUIRE(advanced.size() == 1);
    CHECK_FALSE(advanced[0].in_force);
    CHECK(sets_for(Level::commune, Standing::advanced, 2021y / 6 / 1).empty());
    CHECK(sets_for(Level::commune, Standing::model_area, 2024y / 6 / 1).empty());
}
