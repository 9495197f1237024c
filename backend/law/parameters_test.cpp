#include "law/parameters.hpp"

#include <doctest/doctest.h>

#include "law/testing.hpp"

using namespace cs;
using namespace cs::law;
using namespace std::chrono_literals;

namespace {

struct Read {
    Parameters parameters;
    std::string faults;
};

Read read(const std::string& rows, const std::string& gaps = "") {
    std::vector<Fault> faults;
    const auto known = read_gaps(tsv("of|key|kind|from|until|reason\n" + gaps), faults);
    Parameters parameters =
        Parameters::read(tsv("key|value|unit|from|until|source|confidence|note\n" + rows), known, faults);
    return {std::move(parameters), found(faults)};
}

const std::string salaries =
    "pay|1800000|dong|2021-01-01|2024-07-01|memory|memory-medium|\n"
    "pay|2340000|dong|2024-07-01||https://x.vn|verified|\n";

}    // namespace

TEST_CASE("A parameter has the value of its day, the change counting from its first day") {
    const Parameters p = read(salaries).parameters;
    CHECK(p.whole_on("pay", 2024y / 6 / 30) == 1800000);
    CHECK(p.whole_on("pay", 2024y / 7 / 1) == 2340000);
    CHECK(p.value_on("pay", 2024y / 7 / 1)->confidence == Confidence::verified);
    CHECK(p.in_force(2026y / 1 / 1).size() == 1);
}

TEST_CASE("Two values on one day are an overlap, named at the later row") {
    CHECK(read("pay|1|count|2021-01-01|2024-07-02|memory|memory-low|\n"
               "pay|2|count|2024-07-01||memory|memory-low|\n").faults == "law.overlap@3");
}

TEST_CASE("A day of the window without value and without known gap is a fault") {
    const std::string rows = "pay|1|count|2022-01-01|2026-12-31|memory|memory-low|\n";
    CHECK(read(rows).faults == "law.gap@2 law.gap@2");
    CHECK(read(rows, "parameter|pay|not_known|2021-01-01|2022-01-01|chưa thấy\n"
                     "parameter|pay|not_in_force|2026-12-31||đã hết\n").faults == "");
}

TEST_CASE("A known gap that a value has filled must leave the list") {
    CHECK(read(salaries, "parameter|pay|not_known|2023-12-01|2024-01-01|chưa thấy\n").faults == "law.gap_filled@2");
}

TEST_CASE("A known gap given twice, or outside the window, is a fault") {
    CHECK(read("", "parameter|x|not_known|2021-01-01||a\nparameter|x|not_known|2022-01-01||b\n").faults == "law.gap_twice@3");
    CHECK(read(salaries, "parameter|pay|not_known|2019-01-01|2020-01-01|a\n").faults == "law.gap_idle@2");
}

TEST_CASE("A gap of an unknown kind or without reason is refused") {
    CHECK(read(salaries, "thing|pay|lost|2021-01-01||\n").faults ==
          "law.bad_word@2 law.bad_word@2 law.cell_empty@2 law.gap_filled@2 law.gap_filled@2");
}

TEST_CASE("A value must look like its unit") {
    for (const char* bad : {"1.5|dong", "-1|dong", "1.000.000|dong", "101|percent", "50 %|percent", "3/2|fraction", "2/0|fraction",
                            "x|code", "2021-02-29|date", "02-30|month_day", "010|count"})
        CHECK_MESSAGE(read("k|" + std::string(bad) + "|2021-01-01||memory|memory-low|\n").faults == "law.bad_value@2", bad);
    for (const char* good : {"0|dong", "12.5|percent", "2/3|fraction", "007|code", "2024-02-29|date", "02-29|month_day", "3.5|factor"})
        CHECK_MESSAGE(read("k|" + std::string(good) + "|2021-01-01||memory|memory-low|\n").faults == "", good);
}

TEST_CASE("An unknown unit, a unit that changes and an unknown value are refused") {
    CHECK(read("k|1|furlongs|2021-01-01||memory|memory-low|\n").faults == "law.bad_unit@2");
    CHECK(read("k|1|count|2021-01-01|2022-01-01|memory|memory-low|\nk|1|days|2022-01-01||memory|memory-low|\n").faults ==
          "law.unit_changes@3");
    CHECK(read("k|1|count|2021-01-01||memory|unknown|\n").faults == "law.unknown_value@2");
}

TEST_CASE("Asking for what nobody knows is refused with the reason, never answered with a guess") {
    const Parameters p = read("pay|1|count|2022-01-01|2026-01-01|memory|memory-low|\n",
                              "parameter|pay|not_known|2021-01-01|2022-01-01|chưa thấy văn bản\n"
                              "parameter|pay|not_in_force|2026-01-01|2027-01-01|đã hết\n").parameters;
    const auto refused = p.value_on("pay", 2021y / 5 / 1);
    REQUIRE(!refused);
    CHECK(refused.error().code == "law.parameter_not_known");
    CHECK(refused.error().args.back().second == "chưa thấy văn bản");
    CHECK(p.value_on("pay", 2026y / 5 / 1).error().code == "law.parameter_not_in_force");
    CHECK(p.value_on("pay", 2030y / 5 / 1).error().code == "law.parameter_without_value");
    const auto unknown = p.whole_on("pai", 2022y / 5 / 1);
    CHECK(unknown.error().code == "law.parameter_unknown");
    CHECK(unknown.error().args.back().second == "pay");
}

TEST_CASE("A decimal, a fraction and a date are read exactly") {
    const Parameters p = read("f|7.5|factor|2021-01-01||memory|memory-low|\nq|2/3|fraction|2021-01-01||memory|memory-low|\n"
                              "d|2021-02-01|date|2021-01-01||memory|memory-low|\n").parameters;
    CHECK(*p.decimal_on("f", 2022y / 1 / 1) == Decimal(75, 1));
    CHECK(p.fraction_on("q", 2022y / 1 / 1)->part == 2);
    CHECK(p.fraction_on("q", 2022y / 1 / 1)->whole == 3);
    CHECK(*p.day_on("d", 2022y / 1 / 1) == Day(2021y / 2 / 1));
}
