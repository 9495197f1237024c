#pragma once
// Half-year and year-end reports (mục VI.5): which days a period covers and until when each level sends. All of it is dated data
// (law/report_calendar.tsv, law/parameters.tsv). Our own rule, cs.report_deadline: a last day that is no working day runs to the end
// of the next working day, as time limits commonly do; nobody has shown us a paper that says otherwise for these reports.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "base/words.hpp"
#include "law/confidence.hpp"

namespace cs::report {

enum class PeriodKind : unsigned char { half_year, year };
enum class ReportLevel : unsigned char { commune, district, province };

struct ReportPeriod {
    int year;
    PeriodKind kind;
    auto operator<=>(const ReportPeriod&) const = default;
};
std::string period_word(const ReportPeriod& period);                       // "2025-half_year"
std::optional<ReportPeriod> parse_period(std::string_view text);
ReportPeriod before(const ReportPeriod& period);                       // the one that ended before it did
ReportPeriod after(const ReportPeriod& period);

struct CalendarRow {
    ReportLevel level;
    PeriodKind kind;
    std::string day;       // "06-05"
    Period in_force;       // holds the last day
    std::string source;
    law::Confidence confidence;
    std::string note;
};
const std::vector<CalendarRow>& report_calendar();

struct Deadline {
    Day stated;                        // 05/12/2026, a Saturday
    Day due;                           // 07/12/2026: the last day to send, to its end
    Day window_from, window_until;     // the figures' days, both included
    Day cutoff;                        // up to which they are counted when it is sent: at least report.cutoff_before_deadline ahead of `due`
    bool provisional;                  // nobody has confirmed the calendar
    std::optional<Day> to_government;  // of a province: its own report goes on by this day of the month
    bool estimated() const { return cutoff < window_until; }    // what follows the cut-off is an estimate
};
// None: that level reports nothing in that period. Refuses law.calendar_* for a year whose working days nobody knows, law.parameter_*.
Result<std::optional<Deadline>> deadline_of(ReportLevel level, const ReportPeriod& period);

// How it stands with a report on a day: `awaited` until the last day is over.
enum class Timeliness : unsigned char { awaited, on_time, late, overdue };
Timeliness timeliness(Day due, const std::optional<Day>& sent_on, Day on);
int days_late(Day due, const std::optional<Day>& sent_on, Day on);    // 0 when it is not

}    // namespace cs::report
