#include "scoring/ambition.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::scoring;

namespace {

Decimal d(const char* text) { return Decimal::parse(text).value(); }

}    // namespace

TEST_CASE("a target stands beside the own baseline, the middle and the best of the others, and the own trend") {
    const Ambition a = ambition({d("95"), false, d("92"), {d("96"), d("90"), d("94")}, {{2022, d("88")}, {2024, d("92")}, {2023, d("91")}}, 2025});
    CHECK(a.peer_median == d("94"));
    CHECK(a.peer_best == d("96"));
    CHECK(a.trend == d("94"));    // two a year, in a straight line
    CHECK(a.than_baseline == Beside::better);
    CHECK(a.than_median == Beside::better);
    CHECK(a.than_best == Beside::worse);
    CHECK(a.than_trend == Beside::better);
}

TEST_CASE("where less is better, less is more ambitious") {
    const Ambition a = ambition({d("1.5"), true, d("2.1"), {d("1.2"), d("1.9")}, {{2023, d("3.1")}, {2024, d("2.1")}}, 2025});
    CHECK(a.peer_best == d("1.2"));
    CHECK(a.peer_median == d("1.2"));    // of two, the better one
    CHECK(a.trend == d("1.1"));
    CHECK(a.than_baseline == Beside::better);
    CHECK(a.than_best == Beside::worse);
    CHECK(a.than_trend == Beside::worse);
}

TEST_CASE("what is not known says nothing") {
    const Ambition a = ambition({d("80"), false, std::nullopt, {}, {{2024, d("80")}}, 2025});
    CHECK(a.than_baseline == Beside::unknown);
    CHECK(a.than_median == Beside::unknown);
    CHECK(a.than_best == Beside::unknown);
    CHECK_FALSE(a.trend);    // one year has no direction
    CHECK(a.than_trend == Beside::unknown);
    CHECK(ambition({d("80.0"), false, d("80"), {}, {}, 2025}).than_baseline == Beside::same);
    CHECK_FALSE(ambition({d("80"), false, {}, {}, {{2025, d("70")}, {2026, d("75")}}, 2025}).trend);    // only years before count
}

TEST_CASE("a falling trend does not fall below nothing") {
    CHECK(ambition({d("1"), true, {}, {}, {{2023, d("4")}, {2024, d("1")}}, 2026}).trend == d("0"));
    CHECK(ambition({d("1"), true, {}, {}, {{2023, d("-1")}, {2024, d("-2")}}, 2025}).trend == d("-3"));
}
