#pragma once
// How typed numbers and days are spelt; used by typed.cpp.
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/decimal.hpp"

namespace cs::sheet {

struct NumberText {
    enum class Is : unsigned char {
        no_number,
        decimal,
        grouped,    // "1.234,5", "1,234.5", "1 234", "1.234.567": thousands are marked
        either,     // "1.234", "1,234": a thousand and more, or one and a bit
    };
    Is is = Is::no_number;
    std::string plain;    // without marks between thousands, a comma as the decimal mark: "1234,5"
};
NumberText parse_number_text(std::string_view text);

struct DayText {
    enum class Is : unsigned char {
        no_day,
        certain,
        either,         // 05/03/2025: read the Vietnamese way, the day first
        month_first,    // 06/30/2025; `day` is what it must mean
        short_year,     // 30/06/25
    };
    Is is = Is::no_day;
    std::optional<Day> day;
};
DayText parse_day_text(std::string_view tidy);

// Both take the text of exact_number().
std::string times_hundred(std::string_view exact);

struct Rounded {
    std::optional<Decimal> value;
    bool changed = false;
};
// A Decimal has nine places after the mark; a quotient like 33.3333333333333 has more and is rounded. Refused (no
// value): more digits before the mark than a Decimal has, and a number whose rounding would land on a rounder one
// within a billionth, because that may be a threshold: 49.9999999999 must not become 50 by itself.
Rounded round_to_scale(std::string_view exact);

}    // namespace cs::sheet
