#include "base/shown.hpp"

#include <doctest/doctest.h>

using namespace cs;

TEST_CASE("a number is shown with the decimal comma") {
    CHECK(decimal_comma("98.5") == "98,5");
    CHECK(decimal_comma("-1200000") == "-1200000");
}

TEST_CASE("letters are counted, not bytes") {
    CHECK(letters("Xã Điện Bàn") == 11);
    CHECK(letters("") == 0);
}
