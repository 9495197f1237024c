#pragma once
// Working days of the state offices: Monday to Friday, less the holidays of the Labour Code and the days given for them,
// plus the Saturdays worked in exchange. A deadline of n working days is the n-th working day after the day it starts to
// run, that day included to its end.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "base/words.hpp"
#include "law/confidence.hpp"
#include "law/coverage.hpp"

namespace cs::law {

enum class SpecialDayKind : unsigned char {
    holiday,           // a day the Labour Code names, on whatever weekday it falls
    substitute,        // nghỉ bù: the working day given for a holiday that fell on a weekend
    bridge,            // nghỉ hoán đổi: a working day off, made up elsewhere
    makeup_workday,    // làm bù: the weekend day worked for a bridge
};
inline std::string_view word(SpecialDayKind kind) { return word_of(kind); }

struct SpecialDay {
    Day day;
    std::string name;
    SpecialDayKind kind;
    std::string source;
    Confidence confidence;
    int line;
};

bool is_weekend(Day day);

// Two kinds of calendar gap are known: "days_off" (whether these days are worked is not known: every question about them
// is refused) and "swaps" (nobody has shown us exchanged days of that time: it is counted as having none).
class Calendar {
public:
    // Faults: those of tsv.hpp, law.day_twice, law.not_a_weekday (substitute, bridge), law.not_a_weekend_day
    // (makeup_workday); and for a year: law.substitutes_differ (as many as holidays on weekends), law.bridges_differ (as many as
    // makeup_workday), law.year_missing (no holiday in a year of the coverage window); law.bad_calendar_gap and
    // law.gap_filled (a listed gap where a row stands).
    static Calendar read(std::string_view holidays_tsv, const std::vector<KnownGap>& gaps, std::vector<Fault>& faults);

    // Each refuses law.calendar_year_missing for a year without holidays and law.calendar_not_known for a day of a
    // "days_off" gap: nobody guesses a deadline.
    Result<bool> is_working_day(Day day) const;
    // The n-th working day after `start` (n > 0), before it (n < 0); `start` itself for 0. The day of the event is not counted.
    Result<Day> plus_working_days(Day start, int n) const;
    // Working days d with after < d <= through; 0 when through <= after.
    Result<int> working_days_between(Day after, Day through) const;

    const SpecialDay* special(Day day) const;
    const std::map<Day, SpecialDay>& all() const { return days_; }

private:
    std::map<Day, SpecialDay> days_;
    std::vector<KnownGap> gaps_;
};

}    // namespace cs::law
