#include "assessment/share.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::assessment;

TEST_CASE("the fewest that reach a fraction") {
    CHECK(needed(11, law::Fraction{2, 3}) == 8);
    CHECK(needed(12, law::Fraction{2, 3}) == 8);
}

TEST_CASE("a share is shown cut off, so that it never crosses what it missed") {
    CHECK(share_text(4996, 10000) == "49,9");
    CHECK(share_text(46, 94) == "48,9");
    CHECK(share_text(1, 2) == "50");
    CHECK(share_text(0, 0) == "–");
}
