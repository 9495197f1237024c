#pragma once
// Dated parameters: every number of law or of policy that code needs, with its source for each time. No legal number is a
// constant in C++; a command asks `value_on(key, day)` and answers the refusal to its caller when nobody knows the value.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"
#include "base/words.hpp"
#include "law/confidence.hpp"
#include "law/coverage.hpp"

namespace cs::law {

// The closed list of units; each says what a value looks like.
enum class ParameterUnit : unsigned char {
    dong,            // whole, not negative: 2340000
    percent,         // decimal 0..100
    count,           // whole, not negative
    factor,          // decimal, not negative: 3.5
    fraction,        // "2/3", between 0 and 1
    minutes, hours, days, working_days, months,    // whole, not negative
    code,            // digits kept as text: "27"
    date,            // "2021-02-01"
    month_day,       // "03-31", every year
};

inline std::string_view word(ParameterUnit unit) { return word_of(unit); }
bool fits(ParameterUnit unit, std::string_view value);

struct Fraction {
    std::int64_t part, whole;
};

struct Parameter {
    std::string key;      // "award.base_salary"
    std::string value;    // exact text, of the form its unit demands
    ParameterUnit unit;
    Period period;
    std::string source;
    Confidence confidence;
    std::string note;
    int line;
};

class Parameters {
public:
    // Faults: those of tsv.hpp, law.bad_unit, law.bad_value, law.unit_changes (a key with two units), law.unknown_value
    // (confidence unknown: such a parameter is a known gap), and those of check_coverage.
    static Parameters read(std::string_view parameters_tsv, const std::vector<KnownGap>& gaps, std::vector<Fault>& faults);

    // Refuses law.parameter_unknown (no such key), law.parameter_not_known, law.parameter_not_in_force (a known gap),
    // law.parameter_without_value (a day nobody has looked at).
    Result<Parameter> value_on(std::string_view key, Day day) const;
    Result<std::int64_t> whole_on(std::string_view key, Day day) const;       // dong, count, minutes, days, …
    Result<Decimal> decimal_on(std::string_view key, Day day) const;          // percent, factor and the whole ones
    Result<Fraction> fraction_on(std::string_view key, Day day) const;
    Result<Day> day_on(std::string_view key, Day day) const;                  // date

    std::vector<Parameter> in_force(Day day) const;    // by key
    const std::vector<Parameter>& all() const { return rows_; }    // in file order
    std::vector<std::string> keys() const;

private:
    std::vector<Parameter> rows_;
    std::vector<KnownGap> gaps_;
};

}    // namespace cs::law
