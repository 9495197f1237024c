// Draws that anyone can repeat, pairs that check each other, and a sample that grows with the gap.
#include "scoring/sampling.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/digest.hpp"

using namespace cs;
using namespace cs::scoring;

namespace {

const std::vector<std::string> communes = {"Xã Một", "Xã Hai", "Xã Ba", "Xã Bốn", "Xã Năm"};
Decimal percent(const char* text) { return *Decimal::parse(text); }
Score points(int whole) { return Score::hundredths(whole * 100); }
const SampleRule rule{percent("10"), percent("5"), percent("50")};

}    // namespace

TEST_CASE("a draw is the order of the digests of seed, what and name; the order of the input changes nothing") {
    const auto order = draw("hat-giong", "units", communes);
    REQUIRE(order.size() == 5);
    for (const Drawn& d : order) CHECK(d.digest == digest("hat-giong|units|" + d.name));
    CHECK(std::is_sorted(order.begin(), order.end(), [](const Drawn& a, const Drawn& b) { return a.digest < b.digest; }));
    auto shuffled = communes;
    std::reverse(shuffled.begin(), shuffled.end());
    const auto again = draw("hat-giong", "units", shuffled);
    for (std::size_t i = 0; i < 5; ++i) CHECK(order[i].name == again[i].name);
    CHECK(draw("hat-khac", "units", communes).front().digest != order.front().digest);
}

TEST_CASE("in a cross-check everybody checks one other and is checked by one other; one alone by nobody") {
    const auto by = pairs("hat-giong", "pairs|1", communes);
    REQUIRE(by.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(by[i] != communes[i]);
    CHECK(std::set<std::string>(by.begin(), by.end()).size() == 5);
    CHECK(pairs("hat-giong", "pairs|1", {"Xã Một"}) == std::vector<std::string>{""});
}

TEST_CASE("the gap is what a unit gave itself too much, in percent of the scale") {
    CHECK(honesty_gap(points(95), points(90), points(100)) == percent("5"));
    CHECK(honesty_gap(points(955), points(900), points(1000)) == percent("5.5"));
    CHECK(honesty_gap(points(80), points(90), points(100)) == percent("0"));    // too low is no risk
}

TEST_CASE("the sample grows with the gap, up to the most, and is never nothing") {
    CHECK(sample_size(rule, percent("0"), 60) == 6);
    CHECK(sample_size(rule, percent("2"), 60) == 12);
    CHECK(sample_size(rule, percent("20"), 60) == 30);
    CHECK(sample_size(rule, percent("0"), 3) == 1);
    CHECK(sample_size(rule, percent("0"), 1) == 1);
}
