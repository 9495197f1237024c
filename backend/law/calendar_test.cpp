#include "law/calendar.hpp"

#include <doctest/doctest.h>

#include "law/law.hpp"
#include "law/testing.hpp"

using namespace cs;
using namespace cs::law;
using namespace std::chrono_literals;

namespace {

const std::string every_year =
    "2021-01-01|a|holiday|memory|memory-low\n2022-01-03|a|holiday|memory|memory-low\n2023-01-02|a|holiday|memory|memory-low\n"
    "2024-01-01|a|holiday|memory|memory-low\n2025-01-01|a|holiday|memory|memory-low\n2026-01-01|a|holiday|memory|memory-low\n";

std::string read(const std::string& rows, const std::string& gaps = "") {
    std::vector<Fault> faults;
    const auto known = read_gaps(tsv("of|key|kind|from|until|reason\n" + gaps), faults);
    Calendar::read(tsv("day|name|kind|source|confidence\n" + rows), known, faults);
    return found(faults);
}

const Calendar& calendar() { return law::law().calendar; }

}    // namespace

TEST_CASE("Ten working days across Tết 2024 skip the seven days off") {
    // Thursday 01/02/2024 + 10: 2, 5, 6, 7 February, then Tết 8–14, then 15, 16, 19, 20, 21, 22 February
    CHECK(*calendar().plus_working_days(2024y / 2 / 1, 10) == Day(2024y / 2 / 22));
    CHECK(*calendar().working_days_between(2024y / 2 / 1, 2024y / 2 / 22) == 10);
    CHECK(*calendar().plus_working_days(2024y / 2 / 22, -10) == Day(2024y / 2 / 1));
}

TEST_CASE("An exchanged Monday is off and its Saturday is worked") {
    CHECK_FALSE(*calendar().is_working_day(2024y / 4 / 29));
    CHECK(*calendar().is_working_day(2024y / 5 / 4));
    CHECK(*calendar().plus_working_days(2024y / 4 / 26, 3) == Day(2024y / 5 / 4));    // Thursday 2, Friday 3, Saturday 4 May
}

TEST_CASE("The day of the event is not counted and the last day is") {
    CHECK(*calendar().plus_working_days(2025y / 6 / 30, 1) == Day(2025y / 7 / 1));
    CHECK(*calendar().plus_working_days(2025y / 7 / 4, 1) == Day(2025y / 7 / 7));    // over a weekend
    CHECK(*calendar().plus_working_days(2025y / 7 / 5, 0) == Day(2025y / 7 / 5));
    CHECK(*calendar().working_days_between(2025y / 7 / 4, 2025y / 7 / 4) == 0);
    CHECK(*calendar().working_days_between(2025y / 7 / 7, 2025y / 7 / 4) == 0);
}

TEST_CASE("A day whose holiday is not settled, or of a year without list, is refused and not guessed") {
    CHECK(calendar().is_working_day(2026y / 11 / 24).error().code == "law.calendar_not_known");
    CHECK(calendar().plus_working_days(2026y / 11 / 20, 10).error().code == "law.calendar_not_known");
    CHECK(calendar().is_working_day(2031y / 3 / 3).error().code == "law.calendar_year_missing");
    CHECK(calendar().plus_working_days(2020y / 12 / 31, -1).error().code == "law.calendar_year_missing");
}

TEST_CASE("Each year from 2021 to 2026 has the eleven days of the Labour Code") {
    std::map<int, int> holidays;
    for (const auto& [day, special] : calendar().all())
        holidays[static_cast<int>(day.year())] += special.kind == SpecialDayKind::holiday;
    for (int year = 2021; year <= 2026; ++year) CHECK_MESSAGE(holidays[year] == 11, year);
}

TEST_CASE("A calendar without faults is accepted") { CHECK(read(every_year) == ""); }

TEST_CASE("A day given twice, of an unknown kind or not a day is refused") {
    CHECK(read(every_year + "2024-01-01|b|holiday|memory|memory-low\n") == "law.day_twice@8");
    CHECK(read(every_year + "2024-01-02|b|feast|memory|memory-low\n") == "law.bad_word@8");
    CHECK(read(every_year + "2024-02-30|b|holiday|memory|memory-low\n") == "law.bad_day@8");
}

TEST_CASE("A holiday on a weekend needs its substitute on a weekday") {
    const std::string saturday = every_year + "2024-06-01|b|holiday|memory|memory-low\n";
    CHECK(read(saturday) == "law.substitutes_differ@8");
    CHECK(read(saturday + "2024-06-02|c|substitute|memory|memory-low\n") == "law.not_a_weekday@9");
    CHECK(read(saturday + "2024-06-03|c|substitute|memory|memory-low\n") == "");
}

TEST_CASE("An exchanged day off needs a weekend day worked for it") {
    const std::string bridge = every_year + "2024-06-03|b|bridge|memory|memory-low\n";
    CHECK(read(bridge) == "law.bridges_differ@8");
    CHECK(read(bridge + "2024-06-04|c|makeup_workday|memory|memory-low\n") == "law.not_a_weekend_day@9");
    CHECK(read(bridge + "2024-06-08|c|makeup_workday|memory|memory-low\n") == "");
}

TEST_CASE("A year of the window without holidays is a fault") {
    CHECK(read(every_year.substr(every_year.find('\n') + 1)) == "law.year_missing@0");
}

TEST_CASE("A calendar gap must be of a known key and must go when its days are filled") {
    CHECK(read(every_year, "calendar|weather|not_known|2024-03-01|2024-03-02|a\n") == "law.bad_calendar_gap@2");
    CHECK(read(every_year, "calendar|days_off|not_known|2024-01-01|2024-01-02|a\n") == "law.gap_filled@2");
    CHECK(read(every_year, "calendar|swaps|not_known|2024-01-01|2024-01-02|a\n") == "");
    CHECK(read(every_year + "2024-06-03|b|bridge|memory|memory-low\n2024-06-08|c|makeup_workday|memory|memory-low\n",
               "calendar|swaps|not_known|2024-01-01|2025-01-01|a\n") == "law.gap_filled@2 law.gap_filled@2");
}
