#include "base/score.hpp"

#include <doctest/doctest.h>

using namespace cs;

namespace {

Score points(const char* text) { return Score::from(*Decimal::parse(text)).value(); }
Decimal number(const char* text) { return *Decimal::parse(text); }

}    // namespace

TEST_CASE("points are whole hundredths and carry as many decimals as asked") {
    CHECK(points("972.5").text(1) == "972.5");
    CHECK(points("909").text(1) == "909.0");
    CHECK(points("0,05").text(2) == "0.05");
    CHECK((-points("0.5")).text(1) == "-0.5");
    CHECK(Score().text(0) == "0");
    CHECK(!Score::from(number("0.001")));
    CHECK(!Score::from(number("10000000.01")));
    CHECK(Score::from(number("-10000000")));
}

TEST_CASE("a share is rounded to the step, half away from zero") {
    const Score half = points("0.5"), tenth = points("0.1");
    CHECK(points("10").share(number("1"), number("3"), tenth) == points("3.3"));
    CHECK(points("10").share(number("1"), number("3"), half) == points("3.5"));
    CHECK(points("1").share(number("1"), number("4"), half) == points("0.5"));      // 0.25 lies between: away from zero
    CHECK(points("-1").share(number("1"), number("4"), half) == points("-0.5"));
    CHECK(points("10").share(number("98.55"), number("100"), tenth) == points("9.9"));
    CHECK(points("10").share(number("0.000000001"), number("1000000000"), tenth) == Score());
}

TEST_CASE("so much for each is exact however large the count") {
    CHECK(points("0.5").times(number("7"), points("0.5")) == points("3.5"));
    CHECK(points("0.1").times(number("12.34"), points("0.1")) == points("1.2"));
    CHECK(points("1").times(number("999999999999999999"), points("1")) == points("10000000"));    // held at the largest
}

TEST_CASE("weights are integer percent") {
    CHECK(points("87.25").weighted(50, points("0.01")) == points("43.63"));
    CHECK(points("10").weighted(150, points("0.5")) == points("15"));
}
