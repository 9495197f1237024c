#include "platform/sheet/typed.hpp"

#include <doctest/doctest.h>

#include "platform/i18n.hpp"
#include "platform/sheet/typed_text.hpp"

using namespace cs;
using namespace cs::sheet;

namespace {

Cell text(std::string_view of) { return {0, CellKind::text, false, false, false, std::string(of)}; }
Cell number(std::string_view of) { return {0, CellKind::number, false, false, false, std::string(of)}; }

// "98.5", "98.5 (sheet.number_as_text)", "sheet.not_a_number" or "": the value with its remarks, or the fault.
template <class T>
std::string told(const Reading<T>& reading) {
    const auto has_its_sentence = [](const Fault& fault) {
        CHECK_MESSAGE(has_sentence("fault." + fault.code), fault.code);
        CHECK_MESSAGE(sentence(fault).find('{') == std::string::npos, sentence(fault));
    };
    for (const Fault& remark : reading.remarks) has_its_sentence(remark);
    if (reading.fault) {
        has_its_sentence(*reading.fault);
        CHECK_FALSE(reading.value);
        return reading.fault->code;
    }
    if (!reading.value) return "";
    std::string all;
    if constexpr (std::is_same_v<T, Decimal>)
        all = reading.value->text();
    else if constexpr (std::is_same_v<T, Day>)
        all = to_text(*reading.value);
    else
        all = *reading.value;
    for (const Fault& remark : reading.remarks) all += " (" + remark.code + ")";
    return all;
}

std::string of(const Reading<Decimal>& reading, const std::string& name) {
    for (const auto& [key, value] : reading.fault->args)
        if (key == name) return value;
    return "";
}

}    // namespace

TEST_CASE("a number typed as text is taken and told") {
    for (const char* same : {"98.5", "98,5", " 98,5 ", "98,50",
                             "\xC2\xA0"
                             "98,5",
                             "+98.5"})
        CHECK_MESSAGE(told(read_number(text(same))) == "98.5 (sheet.number_as_text)", std::string(same));
    CHECK(told(read_number(text("98,5 %"))) == "98.5 (sheet.number_as_text)");
    CHECK(told(read_number(text("-0,25"))) == "-0.25 (sheet.number_as_text)");
    CHECK(told(read_number(text("0,125"))) == "0.125 (sheet.number_as_text)");    // nobody writes a thousand as 0,125
    CHECK(told(read_number(text("1234,567"))) == "1234.567 (sheet.number_as_text)");
}

TEST_CASE("marks between thousands are refused with what was meant") {
    const auto meant = [](const char* typed) {
        const auto reading = read_number(text(typed));
        CHECK_MESSAGE(told(reading) == "sheet.thousands_mark", std::string(typed));
        return of(reading, "meant");
    };
    CHECK(meant("1.234,5") == "1234,5");
    CHECK(meant("1,234.5") == "1234,5");
    CHECK(meant("1 234") == "1234");
    CHECK(meant("1'234,50") == "1234,50");
    CHECK(meant("1.234.567") == "1234567");
    CHECK(meant("-12.345.678,9") == "-12345678,9");
    CHECK(meant("1\xC2\xA0"
                "234,5") == "1234,5");
}

TEST_CASE("one mark before three digits may be either and is refused") {
    const auto reading = read_number(text("1.234"));
    CHECK(told(reading) == "sheet.maybe_thousands");
    CHECK(of(reading, "whole") == "1234");
    CHECK(told(read_number(text("12,345"))) == "sheet.maybe_thousands");
    CHECK(told(read_number(number("1.234"))) == "1.234");    // a number cell is what it is
}

TEST_CASE("what is no number is refused") {
    for (const char* bad : {"đạt", "-", "98..5", "1,2,3", "1.23,4.5", "12.34.567", "98 hộ", "%", ",5", "5,", "0x10",
                            "1e3", "1.2345,6", "12345678901234567890"})
        CHECK_MESSAGE(told(read_number(text(bad))) == "sheet.not_a_number", std::string(bad));
    CHECK(told(read_number({0, CellKind::boolean, false, false, false, "true"})) == "sheet.not_a_number");
    CHECK(told(read_number({0, CellKind::day, false, false, false, "2025-02-01"})) == "sheet.day_for_number");
    CHECK(told(read_number({0, CellKind::error, false, false, false, "#REF!"})) == "sheet.error_cell");
    CHECK(told(read_number({})).empty());
    CHECK(told(read_number(text("  "))).empty());
}

TEST_CASE("a percentage means what is shown") {
    Cell cell = number("0.981");
    cell.percent = true;
    CHECK(told(read_number(cell)) == "98.1 (sheet.percent_shown)");
    cell.text = "1";
    CHECK(told(read_number(cell)) == "100 (sheet.percent_shown)");
    cell.text = "0.666666666666667";
    CHECK(told(read_number(cell)) == "66.666666667 (sheet.percent_shown) (sheet.rounded)");
}

TEST_CASE("a formula is taken by its saved result, or refused without one") {
    Cell cell = number("98");
    cell.formula = true;
    CHECK(told(read_number(cell)) == "98 (sheet.formula)");
    CHECK(told(read_text(cell)) == "98 (sheet.formula)");
    CHECK(told(read_number({0, CellKind::empty, true, false, false, ""})) == "sheet.formula_without_value");
    CHECK(told(read_day({0, CellKind::empty, true, false, false, ""})) == "sheet.formula_without_value");
}

TEST_CASE("a quotient is rounded to nine places, but never onto a round number") {
    CHECK(told(read_number(number("33.3333333333333"))) == "33.333333333 (sheet.rounded)");
    CHECK(told(read_number(number("66.6666666666667"))) == "66.666666667 (sheet.rounded)");
    CHECK(told(read_number(number("-66.6666666666667"))) == "-66.666666667 (sheet.rounded)");
    CHECK(told(read_number(number("49.9999999999"))) == "sheet.too_precise");
    CHECK(told(read_number(number("50.0000000001"))) == "sheet.too_precise");
    CHECK(told(read_number(number("0.0000000000555"))) == "sheet.too_precise");
    CHECK(told(read_number(number("120000000000000000000"))) == "sheet.too_precise");
}

TEST_CASE("days are read with the day first, and told where that is a choice") {
    CHECK(told(read_day({0, CellKind::day, false, false, false, "2025-03-05"})) == "2025-03-05");
    for (const char* same : {"30/6/2025", "30/06/2025", "30-06-2025", "30.6.2025", "2025-06-30",
                             "ngày 30 tháng 6 năm 2025", "Ngày 30  tháng 06 năm 2025", " 30 / 6 / 2025 "})
        CHECK_MESSAGE(told(read_day(text(same))) == "2025-06-30", std::string(same));
    CHECK(told(read_day(text("05/03/2025"))) == "2025-03-05 (sheet.day_first)");
    CHECK(told(read_day(text("05/05/2025"))) == "2025-05-05");
}

TEST_CASE("a month before the day, a short year and what is no day are refused") {
    CHECK(told(read_day(text("06/30/2025"))) == "sheet.month_first");
    CHECK(told(read_day(text("30/06/25"))) == "sheet.short_year");
    for (const char* bad : {"31/02/2025", "32/01/2025", "30/06", "30-06/2025", "tháng 6", "ngày 31 tháng 2 năm 2025",
                            "1/1/0025", "1/1/99999999999", "0/1/2025", "13/13/2025", "1899-01-01"})
        CHECK_MESSAGE(told(read_day(text(bad))) == "sheet.not_a_day", std::string(bad));
    CHECK(told(read_day(number("45838"))) == "sheet.number_for_day");
    CHECK(told(read_day(text(" "))).empty());
}

TEST_CASE("any content is read as tidy text") {
    CHECK(told(read_text(text("  Xã\xC2\xA0Hoa\xCC\x80 \n"))) == "Xã Hoà");
    CHECK(told(read_text(text("\xE2\x80\x8B"))).empty());
    CHECK(told(read_text(number("9163"))) == "9163");
    CHECK(told(read_text({0, CellKind::day, false, false, false, "2025-06-30"})) == "30/06/2025");
    CHECK(told(read_text({0, CellKind::error, false, false, false, "#N/A"})) == "sheet.error_cell");
}
