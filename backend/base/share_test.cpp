#include "base/share.hpp"

#include <doctest/doctest.h>

using namespace cs;

TEST_CASE("a share exactly at the threshold passes, one below does not") {
    const auto fifty = Decimal::whole(50);
    CHECK(reaches(45, 89, fifty));
    CHECK_FALSE(reaches(44, 89, fifty));
    CHECK(reaches(47, 94, fifty));
    CHECK_FALSE(reaches(46, 94, fifty));
    CHECK(reaches(855, 1000, *Decimal::parse("85.5")));
    CHECK_FALSE(reaches(854, 1000, *Decimal::parse("85.5")));
    CHECK_FALSE(reaches(0, 0, Decimal::whole(0)));
}

TEST_CASE("the fewest votes that reach a threshold") {
    CHECK(needed(15, Decimal::whole(80)) == 12);
    CHECK(needed(13, Decimal::whole(90)) == 12);
    CHECK(needed(10, Decimal::whole(90)) == 9);
    for (int n = 1; n < 200; ++n)
        for (int percent : {30, 50, 80, 90, 100}) {
            CAPTURE(n);
            const auto limit = Decimal::whole(percent);
            CHECK(reaches(needed(n, limit), n, limit));
            CHECK_FALSE(reaches(needed(n, limit) - 1, n, limit));
        }
}
