#include "report/period.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::report;
using namespace std::chrono_literals;

namespace {

Deadline last_day(ReportLevel level, int year, PeriodKind kind) {
    const auto found = deadline_of(level, {year, kind});
    REQUIRE(found);
    REQUIRE(found->has_value());
    return **found;
}

}    // namespace

TEST_CASE("a last day that is no working day runs to the end of the next working day") {
    const Deadline year = last_day(ReportLevel::commune, 2026, PeriodKind::year);
    CHECK(year.stated == 2026y / 12 / 5);    // a Saturday
    CHECK(year.due == 2026y / 12 / 7);
    CHECK(last_day(ReportLevel::commune, 2025, PeriodKind::half_year).due == 2025y / 6 / 5);    // a Thursday
    CHECK(last_day(ReportLevel::province, 2025, PeriodKind::half_year).due == 2025y / 6 / 16);    // the 15th is a Sunday
}

TEST_CASE("a year runs from 15/12 to 14/12 and half a year to 14/6; figures are cut off a working day before the report is due") {
    const Deadline early = last_day(ReportLevel::commune, 2026, PeriodKind::year);
    CHECK(early.window_from == 2025y / 12 / 15);
    CHECK(early.window_until == 2026y / 12 / 14);
    CHECK(early.cutoff == 2026y / 12 / 4);    // the commune's day comes before the window ends: the rest is an estimate
    CHECK(early.estimated());
    const Deadline province = last_day(ReportLevel::province, 2025, PeriodKind::half_year);
    CHECK(province.window_from == 2024y / 12 / 15);
    CHECK(province.cutoff == 2025y / 6 / 14);
    CHECK_FALSE(province.estimated());
    CHECK(province.to_government == Day(2025y / 6 / 25));
    CHECK_FALSE(early.to_government);
}

TEST_CASE("nobody has confirmed the calendar, and the district reports only while there was one") {
    CHECK(last_day(ReportLevel::district, 2025, PeriodKind::half_year).provisional);
    const auto gone = deadline_of(ReportLevel::district, {2025, PeriodKind::year});
    REQUIRE(gone);
    CHECK_FALSE(gone->has_value());
    const auto before_the_plan = deadline_of(ReportLevel::commune, {2022, PeriodKind::year});
    REQUIRE(before_the_plan);
    CHECK_FALSE(before_the_plan->has_value());
}

TEST_CASE("a year whose holidays nobody knows has no deadline to guess") {
    const auto unknown = deadline_of(ReportLevel::commune, {2031, PeriodKind::year});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code.starts_with("law.calendar_"));
}

TEST_CASE("sent, late or overdue is decided for any day") {
    const Day due = 2025y / 6 / 5;
    CHECK(timeliness(due, std::nullopt, 2025y / 6 / 5) == Timeliness::awaited);    // the last day counts to its end
    CHECK(timeliness(due, std::nullopt, 2025y / 6 / 6) == Timeliness::overdue);
    CHECK(timeliness(due, Day(2025y / 6 / 5), 2025y / 6 / 5) == Timeliness::on_time);
    CHECK(timeliness(due, Day(2025y / 6 / 9), 2025y / 6 / 9) == Timeliness::late);
    CHECK(timeliness(due, Day(2025y / 6 / 9), 2025y / 6 / 8) == Timeliness::overdue);    // as it stood before it came
    CHECK(timeliness(due, Day(2025y / 6 / 9), 2025y / 6 / 4) == Timeliness::awaited);
    CHECK(days_late(due, Day(2025y / 6 / 9), 2025y / 7 / 1) == 4);
    CHECK(days_late(due, std::nullopt, 2025y / 6 / 7) == 2);
    CHECK(days_late(due, Day(2025y / 6 / 1), 2025y / 7 / 1) == 0);
}

TEST_CASE("a period is written as one word and has neighbours") {
    CHECK(period_word(ReportPeriod{2025, PeriodKind::half_year}) == "2025-half_year");
    CHECK(parse_period("2025-year") == ReportPeriod{2025, PeriodKind::year});
    for (const char* bad : {"", "2025", "2025-", "2025-quarter", "25-year", "x025-year", "2025_year"}) CHECK_FALSE(parse_period(bad));
    CHECK(before({2025, PeriodKind::half_year}) == ReportPeriod{2024, PeriodKind::year});
    CHECK(before({2025, PeriodKind::year}) == ReportPeriod{2025, PeriodKind::half_year});
    CHECK(after({2025, PeriodKind::year}) == ReportPeriod{2026, PeriodKind::half_year});
    CHECK(after({2025, PeriodKind::half_year}) == ReportPeriod{2025, PeriodKind::year});
}
