#include "council/counting.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::council;

namespace {

Tally counted(std::int64_t in_favour, std::int64_t present, std::int64_t recused, int percent) {
    return tally({in_favour, present - recused - in_favour, 0}, present, recused, Decimal::whole(percent));
}

}    // namespace

TEST_CASE("a vote exactly at the threshold passes, one less does not") {
    CHECK(counted(12, 15, 0, 80).needed == 12);
    CHECK(counted(12, 15, 0, 80).reached());
    CHECK_FALSE(counted(11, 15, 0, 80).reached());
    CHECK(counted(12, 13, 0, 90).needed == 12);
    CHECK_FALSE(counted(11, 13, 0, 90).reached());
    CHECK(counted(9, 10, 0, 90).needed == 9);
    CHECK(counted(9, 10, 0, 90).reached());
    CHECK_FALSE(counted(8, 10, 0, 90).reached());
}

TEST_CASE("who steps back is not counted, neither above nor below the line") {
    CHECK(counted(9, 11, 1, 90).of() == 10);
    CHECK(counted(9, 11, 1, 90).needed == 9);
    CHECK(counted(9, 11, 1, 90).reached());
    CHECK(counted(9, 11, 0, 90).needed == 10);
    CHECK_FALSE(counted(9, 11, 0, 90).reached());
    CHECK_FALSE(counted(0, 1, 1, 90).reached());    // nobody left to vote decides nothing
}

TEST_CASE("an abstention counts in the denominator; more votes than people are no count") {
    CHECK_FALSE(tally({8, 0, 2}, 10, 0, Decimal::whole(90)).reached());
    CHECK(tally({9, 0, 1}, 10, 0, Decimal::whole(90)).reached());
    CHECK(tally({9, 0, 1}, 10, 0, Decimal::whole(90)).well_counted());
    CHECK_FALSE(tally({9, 1, 1}, 10, 0, Decimal::whole(90)).well_counted());
    CHECK_FALSE(tally({11, -1, 0}, 10, 0, Decimal::whole(90)).well_counted());
}

TEST_CASE("11 members need 8 for a quorum of two thirds") {
    CHECK(quorum(11, 8, {2, 3}).needed == 8);
    CHECK(quorum(11, 8, {2, 3}).met());
    CHECK_FALSE(quorum(11, 7, {2, 3}).met());
    CHECK(quorum(12, 8, {2, 3}).met());
    CHECK_FALSE(quorum(0, 0, {2, 3}).met());
}
