#include "law/calendar.hpp"

#include "law/tsv.hpp"

namespace cs::law {
namespace {

const std::string holidays_file = "law/holidays.tsv";

struct YearCount {
    int on_weekend = 0, substitutes = 0, bridges = 0, makeups = 0, line = 0;
};

void check_weekday(Row& row, const SpecialDay& day) {
    const bool must_be_weekend = day.kind == SpecialDayKind::makeup_workday;
    if (day.kind == SpecialDayKind::holiday || is_weekend(day.day) == must_be_weekend) return;
    row.fault(must_be_weekend ? "law.not_a_weekend_day" : "law.not_a_weekday", {{"day", to_text(day.day)}});
}

void check_years(const std::map<Day, SpecialDay>& days, std::vector<Fault>& faults) {
    std::map<int, YearCount> years;
    for (const auto& [day, special] : days) {
        YearCount& year = years[static_cast<int>(day.year())];
        year.on_weekend += special.kind == SpecialDayKind::holiday && is_weekend(day);
        year.substitutes += special.kind == SpecialDayKind::substitute;
        year.bridges += special.kind == SpecialDayKind::bridge;
        year.makeups += special.kind == SpecialDayKind::makeup_workday;
        year.line = std::max(year.line, special.line);
    }
    const auto differ = [&](const char* code, int year, int expected, int found, int line) {
        if (expected != found)
            faults.push_back({code,
                              {{"year", std::to_string(year)}, {"expected", std::to_string(expected)},
                               {"found", std::to_string(found)}},
                              holidays_file, line});
    };
    for (const auto& [year, count] : years) {
        differ("law.substitutes_differ", year, count.on_weekend, count.substitutes, count.line);
        differ("law.bridges_differ", year, count.bridges, count.makeups, count.line);
    }
    for (std::chrono::year year = coverage_window.from.year(); year < coverage_window.until->year(); ++year)
        if (!years.contains(static_cast<int>(year)))
            faults.push_back({"law.year_missing", {{"year", std::to_string(static_cast<int>(year))}}, holidays_file, 0});
}

void check_calendar_gaps(const std::map<Day, SpecialDay>& days, const std::vector<KnownGap>& gaps,
                         std::vector<Fault>& faults) {
    for (const KnownGap& gap : gaps) {
        if (gap.of != GapOf::calendar) continue;
        const bool swaps = gap.key == "swaps";
        if (!swaps && gap.key != "days_off")
            faults.push_back({"law.bad_calendar_gap", {{"key", gap.key}}, "law/known_gaps.tsv", gap.line});
        for (const auto& [day, special] : days) {
            const bool exchanged = special.kind == SpecialDayKind::bridge || special.kind == SpecialDayKind::makeup_workday;
            if (gap.period.has(day) && (!swaps || exchanged))
                faults.push_back({"law.gap_filled",
                                  {{"key", gap.key}, {"from", to_text(gap.period.from)}, {"through", to_text(day)}},
                                  "law/known_gaps.tsv", gap.line});
        }
    }
}

}    // namespace

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Calendar Calendar::read(std::string_view holidays_tsv, const std::vector<KnownGap>& gaps, std::vector<Fault>& faults) {
    Calendar calendar;
    calendar.gaps_ = gaps;
    read_tsv(holidays_file, holidays_tsv, {"day", "name", "kind", "source", "confidence"}, faults, [&](Row& row) {
        SpecialDay day{row.day("day"), row.text("name"),
                       row.word("kind", parse_word<SpecialDayKind>, SpecialDayKind::holiday), row.source(), row.confidence(),
                       row.line()};
        if (!parse_day(row.cell("day"))) return;    // already a fault; its stand-in must not enter the calendar
        check_weekday(row, day);
        if (!calendar.days_.emplace(day.day, day).second) row.fault("law.day_twice", {{"day", to_text(day.day)}});
    });
    check_years(calendar.days_, faults);
    check_calendar_gaps(calendar.days_, gaps, faults);
    return calendar;
}

const SpecialDay* Calendar::special(Day day) const {
    const auto at = days_.find(day);
    return at == days_.end() ? nullptr : &at->second;
}

Result<bool> Calendar::is_working_day(Day day) const {
    using std::chrono::January;
    const auto of_year = days_.lower_bound(Day(day.year(), January, std::chrono::day(1)));
    if (of_year == days_.end() || of_year->first.year() != day.year())
        return refuse(Problem::need_unmet, "law.calendar_year_missing", {{"year", std::to_string(static_cast<int>(day.year()))}});
    if (const KnownGap* gap = find_gap(gaps_, GapOf::calendar, "days_off", day))
        return refuse(Problem::need_unmet, "law.calendar_not_known",
                      {{"day", to_vietnamese(day)}, {"reason", gap->reason}});
    if (const SpecialDay* special = this->special(day)) return special->kind == SpecialDayKind::makeup_workday;
    return !is_weekend(day);
}

Result<Day> Calendar::plus_working_days(Day start, int n) const {
    const int step = n < 0 ? -1 : 1;
    Day day = start;
    while (n != 0) {
        day = plus_days(day, step);
        CS_TRY(const bool working, is_working_day(day));
        if (working) n -= step;
    }
    return day;
}

Result<int> Calendar::working_days_between(Day after, Day through) const {
    int count = 0;
    for (Day day = plus_days(after, 1); day <= through; day = plus_days(day, 1)) {
        CS_TRY(const bool working, is_working_day(day));
        count += working;
    }
    return count;
}

}    // namespace cs::law
