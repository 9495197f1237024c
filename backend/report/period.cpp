#include "report/period.hpp"

#include <charconv>

#include "law/law.hpp"
#include "law/tsv.hpp"
#include "platform/embedded.hpp"

namespace cs::report {
namespace {

Day day_of(int year, const std::string& month_day) {
    const auto day = parse_day(fmt::format("{:04}-{}", year, month_day));
    CS_CHECK(day.has_value());
    return *day;
}

const CalendarRow* row_of(ReportLevel level, const ReportPeriod& period) {
    for (const CalendarRow& row : report_calendar())
        if (row.level == level && row.kind == period.kind && row.in_force.has(day_of(period.year, row.day))) return &row;
    return nullptr;
}

// The first working day from `day` on.
Result<Day> running_to(Day day) {
    CS_TRY(const bool works, law::law().calendar.is_working_day(day));
    if (works) return day;
    return law::law().calendar.plus_working_days(day, 1);
}

Result<Day> cutoff_of(Day window_until, Day due, int ahead) {
    CS_TRY(const Day earliest, law::law().calendar.plus_working_days(window_until, ahead));
    if (earliest <= due) return window_until;
    return law::law().calendar.plus_working_days(due, -ahead);
}

}    // namespace

std::string period_word(const ReportPeriod& period) { return fmt::format("{:04}-{}", period.year, word_of(period.kind)); }

std::optional<ReportPeriod> parse_period(std::string_view text) {
    int year = 0;
    if (text.size() < 6 || text[4] != '-') return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
    const auto kind = parse_word<PeriodKind>(text.substr(5));
    if (error != std::errc() || end != text.data() + 4 || year < 2000 || !kind) return std::nullopt;
    return ReportPeriod{year, *kind};
}

ReportPeriod before(const ReportPeriod& p) {
    return p.kind == PeriodKind::year ? ReportPeriod{p.year, PeriodKind::half_year} : ReportPeriod{p.year - 1, PeriodKind::year};
}
ReportPeriod after(const ReportPeriod& p) {
    return p.kind == PeriodKind::half_year ? ReportPeriod{p.year, PeriodKind::year} : ReportPeriod{p.year + 1, PeriodKind::half_year};
}

const std::vector<CalendarRow>& report_calendar() {
    static const std::vector<CalendarRow> all = [] {
        std::vector<CalendarRow> rows;
        std::vector<Fault> faults;
        const auto text = embedded_file("law/report_calendar.tsv");
        CS_CHECK(text.has_value());
        law::read_tsv("law/report_calendar.tsv", *text, {"level", "kind", "day", "from", "until", "source", "confidence", "note"}, faults, [&](law::Row& row) {
            rows.push_back({row.word<ReportLevel>("level", parse_word<ReportLevel>, ReportLevel::commune),
                            row.word<PeriodKind>("kind", parse_word<PeriodKind>, PeriodKind::year), row.text("day"), row.period(), row.source(),
                            row.confidence(), row.cell("note")});
            if (!law::fits(law::ParameterUnit::month_day, rows.back().day)) row.fault("law.bad_value", {{"key", "day"}, {"value", rows.back().day}, {"unit", "month_day"}});
        });
        CS_CHECK(faults.empty());    // the program's own file, held by a test
        return rows;
    }();
    return all;
}

Result<std::optional<Deadline>> deadline_of(ReportLevel level, const ReportPeriod& period) {
    const CalendarRow* row = row_of(level, period);
    if (row == nullptr) return std::nullopt;
    const Day stated = day_of(period.year, row->day);
    const auto& parameters = law::law().parameters;
    CS_TRY(const law::Parameter opens, parameters.value_on("report.year_window_opens", stated));
    CS_TRY(const law::Parameter closes, parameters.value_on("report.half_year_window_closes", stated));
    CS_TRY(const std::int64_t ahead, parameters.whole_on("report.cutoff_before_deadline", stated));
    const Day from = day_of(period.year - 1, opens.value);
    const Day until = period.kind == PeriodKind::half_year ? day_of(period.year, closes.value) : plus_days(day_of(period.year, opens.value), -1);
    CS_TRY(const Day due, running_to(stated));
    CS_TRY(const Day cutoff, cutoff_of(until, due, static_cast<int>(ahead)));
    Deadline deadline{stated, due, from, until, cutoff, row->confidence != law::Confidence::verified, std::nullopt};
    if (level == ReportLevel::province) {
        CS_TRY(const std::int64_t day, parameters.whole_on("report.province_to_government_day", stated));
        deadline.to_government = Day(stated.year(), stated.month(), std::chrono::day(static_cast<unsigned>(day)));
    }
    return deadline;
}

Timeliness timeliness(Day due, const std::optional<Day>& sent_on, Day on) {
    if (sent_on && *sent_on <= on) return *sent_on <= due ? Timeliness::on_time : Timeliness::late;
    return on <= due ? Timeliness::awaited : Timeliness::overdue;
}

int days_late(Day due, const std::optional<Day>& sent_on, Day on) {
    const Day until = sent_on && *sent_on <= on ? *sent_on : on;
    return until <= due ? 0 : static_cast<int>((std::chrono::sys_days(until) - std::chrono::sys_days(due)).count());
}

}    // namespace cs::report
