#pragma once
// The number a file's text means, as an exact plain decimal.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace cs::sheet {

// "98.50" -> "98.5", "1.5E-3" -> "0.0015". Never goes through binary floating point: "0.1" stays "0.1". More than 15
// significant digits are rounded to 15, half away from zero: programs keep binary numbers, which carry 15 decimal
// digits surely, and write up to 17 only to tell neighbouring binary numbers apart. Excel itself shows and compares 15,
// so 98.500000000000014 in the file is the 98.5 its owner sees. nullopt: no number, or an exponent beyond ±400.
std::optional<std::string> exact_number(std::string_view text);

// The day a serial number means. 1900 system: 1 is 1900-01-01, and 60, the 29/02/1900 that never was, is no day. 1904
// system: 0 is 1904-01-01. The time of day is dropped. nullopt: not between the first day and 9999-12-31.
std::optional<Day> day_of_serial(std::string_view exact, bool from_1904);

std::int64_t serial_of(Day day);    // 1900 system, days from 1900-03-01 on

enum class Shown : unsigned char { plain, day, percent };
Shown shown_by(std::string_view format_code);    // "dd/mm/yyyy" -> day, "0.0%" -> percent
Shown shown_by(int builtin_format);              // the numbered formats of ECMA-376 part 1, 18.8.30

}    // namespace cs::sheet
