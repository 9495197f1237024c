#include "report/figure.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace cs;
using namespace cs::report;

namespace {

const Figure& money = *figure("money_contributed");
const Figure& land = *figure("residential_land");
const Figure& roads = *figure("roads_new");
const Figure& households = *figure("households_helped");

std::int64_t amount(const Figure& of, const char* text) {
    const auto read = read_amount(of, text);
    REQUIRE_MESSAGE(read.has_value(), text);
    return *read;
}
std::string no(const Figure& of, const char* text) {
    const auto read = read_amount(of, text);
    REQUIRE_FALSE_MESSAGE(read.has_value(), text);
    return read.error().code;
}

}    // namespace

TEST_CASE("the lists shipped with the program are whole") {
    std::set<std::string> keys;
    for (const Figure& each : report_figures()) CHECK_MESSAGE(keys.insert(each.key).second, each.key);
    CHECK(keys.size() == 28);
    CHECK(report_outline().size() == 12);
    CHECK(figure("no_such_figure") == nullptr);
}

TEST_CASE("land is typed in m², ha, sào or mẫu and kept in m²") {
    CHECK(amount(land, "1 ha") == 10'000);
    CHECK(amount(land, "1,5ha") == 15'000);
    CHECK(amount(land, "500 HA") == 5'000'000);
    CHECK(amount(land, "1 sào") == 360);
    CHECK(amount(land, "2,5 sào") == 900);
    CHECK(amount(land, "1 mẫu") == 3'600);
    CHECK(amount(land, "800.000 m²") == 800'000);
    CHECK(amount(land, "12000") == 12'000);
    CHECK(no(land, "1,33333 ha") == "report.amount_not_whole");
    CHECK(no(land, "3 km") == "report.amount_word");
}

TEST_CASE("money is typed in đồng, triệu or tỷ") {
    CHECK(amount(money, "370 tỷ") == 370'000'000'000);
    CHECK(amount(money, "1,25 Tỷ") == 1'250'000'000);
    CHECK(amount(money, "12,5 triệu") == 12'500'000);
    CHECK(amount(money, "1.234.567") == 1'234'567);
    CHECK(amount(money, "1.234.567 đồng") == 1'234'567);
    CHECK(no(money, "0,5") == "report.amount_not_whole");
    CHECK(no(money, "200.000 tỷ") == "report.amount_too_large");
    CHECK(no(money, "999.999.999.999.999.999.999") == "report.amount_form");
}

TEST_CASE("a number has the marks of Vietnam and nothing else") {
    CHECK(amount(roads, "28,5") == 28'500);    // km unless said otherwise
    CHECK(amount(roads, "1.234 m") == 1'234);
    CHECK(amount(households, "0") == 0);
    CHECK(amount(households, " 229 hộ ") == 229);
    CHECK(no(households, "2,5") == "report.amount_not_whole");
    for (const char* bad : {"", "1.5", "1.23.456", "1234.567", ".5", "1,", "-3", "1,234.5", "1 234", "=1+1", "m", "1..000", "1.000."})
        CHECK_MESSAGE((no(households, bad) == "report.amount_form" || no(households, bad) == "report.amount_word"), bad);
}

TEST_CASE("an amount is shown as it may be typed again") {
    CHECK(show_amount(roads, 28'500) == "28,5");
    CHECK(show_amount(roads, 1'700) == "1,7");
    CHECK(show_amount(roads, 5) == "0,005");
    CHECK(show_amount(money, 1'234'567) == "1.234.567");
    CHECK(show_amount(households, 0) == "0");
    CHECK(in_hectares(land, 15'000) == "1,5 ha");
    CHECK(in_hectares(land, 9'999).empty());
    CHECK(in_hectares(money, 15'000).empty());
    for (std::int64_t n : {0L, 7L, 999L, 1'000L, 1'234'567L}) CHECK(amount(roads, show_amount(roads, n).c_str()) == n);
}

TEST_CASE("the figures of the units below add up to the figure of the unit above") {
    const Amounts total = sum({{{"roads_new", 1'500}, {"canals", 200}}, {{"roads_new", 500}}, {}});
    CHECK(total == Amounts{{"roads_new", 2'000}, {"canals", 200}});
    CHECK(sum({}).empty());
}
