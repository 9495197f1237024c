#include "report/share.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::report;

namespace {

const Decimal half = Decimal::whole(50);

std::string shown(std::int64_t part, std::int64_t whole, const Decimal& goal = half) { return percent_text({part, whole}, goal).value_or("–"); }

}    // namespace

TEST_CASE("47 of 94 is 50.0 % and meets 50 %; 46 is 48.9 % and does not; 45 of 89 meets it, 44 does not") {
    CHECK(reaches(47, 94, half));
    CHECK(shown(47, 94) == "50.0");
    CHECK_FALSE(reaches(46, 94, half));
    CHECK(shown(46, 94) == "48.9");
    CHECK(reaches(45, 89, half));
    CHECK(shown(45, 89) == "50.6");
    CHECK_FALSE(reaches(44, 89, half));
    CHECK(shown(44, 89) == "49.4");
}

TEST_CASE("a displayed percentage never crosses its goal") {
    CHECK(shown(4996, 10'000) == "49.9");    // half up would say 50.0
    CHECK(shown(4995, 10'000) == "49.9");
    CHECK(shown(5000, 10'000) == "50.0");
    CHECK(shown(4994, 10'000) == "49.9");
    const Decimal odd(3333, 2);    // 33.33 %
    CHECK(reaches(33'331, 100'000, odd));
    CHECK(shown(33'331, 100'000, odd) == "33.4");    // half up would say 33.3, short of it
    CHECK(shown(33'329, 100'000, odd) == "33.3");
    CHECK(percent_text({4996, 10'000}, std::nullopt) == "50.0");    // nothing to cross
}

TEST_CASE("a share of nothing reaches nothing and shows nothing; all of it is 100.0 %") {
    CHECK_FALSE(reaches(0, 0, Decimal::whole(0)));
    CHECK_FALSE(percent_text({0, 0}, half));
    CHECK(shown(89, 89) == "100.0");
    CHECK(shown(0, 89) == "0.0");
}

TEST_CASE("how many more are needed is the smallest number that reaches the goal") {
    CHECK(still_needed({9, 89}, half) == 36);      // 45 of 89
    CHECK(still_needed({45, 89}, half) == 0);
    CHECK(still_needed({0, 94}, half) == 47);
    CHECK(still_needed({60, 89}, half) == 0);
    for (std::int64_t whole = 1; whole < 130; ++whole) {
        const std::int64_t needed = still_needed({0, whole}, Decimal(305, 1));
        CHECK(reaches(needed, whole, Decimal(305, 1)));
        CHECK_FALSE(reaches(needed - 1, whole, Decimal(305, 1)));
    }
}
