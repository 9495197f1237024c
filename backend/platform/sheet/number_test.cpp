#include "platform/sheet/number.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::sheet;

TEST_CASE("a number of a workbook is the decimal its text says") {
    CHECK(exact_number("0.1") == "0.1");
    CHECK(exact_number("98.50") == "98.5");
    CHECK(exact_number("-0.50") == "-0.5");
    CHECK(exact_number("+7") == "7");
    CHECK(exact_number("007") == "7");
    CHECK(exact_number("-0") == "0");
    CHECK(exact_number("0.000") == "0");
    CHECK(exact_number("123456789012345") == "123456789012345");
    CHECK(exact_number("1.5E-3") == "0.0015");
    CHECK(exact_number("0.00125E+2") == "0.125");
    CHECK(exact_number("1.2e20") == "120000000000000000000");
    CHECK(exact_number("1234E-2") == "12.34");
}

TEST_CASE("digits beyond the fifteenth only tell binary numbers apart") {
    CHECK(exact_number("98.500000000000014") == "98.5");
    CHECK(exact_number("0.30000000000000004") == "0.3");
    CHECK(exact_number("49.999999999999993") == "50");
    CHECK(exact_number("9.9999999999999995E-2") == "0.1");
    CHECK(exact_number("999999999999999.9") == "1000000000000000");
    CHECK(exact_number("33.333333333333336") == "33.3333333333333");
    CHECK(exact_number("49.9999999999999") == "49.9999999999999");    // fifteen digits are meant
}

TEST_CASE("what is no number is none") {
    for (const char* bad : {"", "-", ".", "1.2.3", "1,5", "NaN", "INF", "1e", "1e+", "1e+-5", "0x10", " 1", "1 ",
                            "1e401", "1e99999999999"})
        CHECK_MESSAGE(!exact_number(bad), std::string(bad));
    CHECK_FALSE(exact_number(std::string(5000, '1')));
}

TEST_CASE("serial numbers are days of the 1900 system with the leap day that never was") {
    CHECK(day_of_serial("1", false) == 1900y / 1 / 1);
    CHECK(day_of_serial("59", false) == 1900y / 2 / 28);
    CHECK_FALSE(day_of_serial("60", false));
    CHECK(day_of_serial("61", false) == 1900y / 3 / 1);
    CHECK(day_of_serial("45838", false) == 2025y / 6 / 30);
    CHECK(day_of_serial("45838.999988", false) == 2025y / 6 / 30);
    CHECK(day_of_serial("2958465", false) == 9999y / 12 / 31);
    CHECK_FALSE(day_of_serial("2958466", false));
    CHECK_FALSE(day_of_serial("120000000000000000000", false));
    CHECK_FALSE(day_of_serial("0.5", false));    // a time of day without a day
    CHECK_FALSE(day_of_serial("-1", false));
    CHECK(serial_of(2025y / 6 / 30) == 45838);
}

TEST_CASE("serial numbers are days of the 1904 system") {
    CHECK(day_of_serial("0", true) == 1904y / 1 / 1);
    CHECK(day_of_serial("44376", true) == 2025y / 6 / 30);
}

TEST_CASE("a format code says whether a number is shown as a day, a percentage or itself") {
    for (const char* code : {"dd/mm/yyyy", "[$-42A]dd mmmm yyyy", "mmm", "d-m", "yyyy", "dd/mm/yyyy hh:mm",
                             "DD/MM/YYYY;@", "\"ngày\" dd \"tháng\" mm", "[Red]d/m/yy"})
        CHECK_MESSAGE(shown_by(code) == Shown::day, std::string(code));
    for (const char* code : {"General", "0.00", "#,##0.00", "mm:ss", "hh:mm", "[h]:mm", "\"ngày\" 0", "0 \\d", "0_d",
                             "#,##0 \"đồng\"", "[Red]0", "0;\"dd\"", "@", "0.00E+00", "", "\"chưa đóng", "[hở", "\\"})
        CHECK_MESSAGE(shown_by(code) == Shown::plain, std::string(code));
    CHECK(shown_by("0.0%") == Shown::percent);
    CHECK(shown_by("0\"%\"") == Shown::plain);
    CHECK(shown_by(14) == Shown::day);
    CHECK(shown_by(22) == Shown::day);
    CHECK(shown_by(20) == Shown::plain);
    CHECK(shown_by(10) == Shown::percent);
}
