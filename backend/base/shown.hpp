#pragma once
// Small things on the way from a value to what a Vietnamese reads.
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace cs {

// "98.5" -> "98,5": the decimal mark of a canonical number. Words in it stay as they are, so only numbers are given.
std::string decimal_comma(std::string number);

// "09:12 24/11/2025", of the clock in Ha Noi.
std::string to_vietnamese(Instant at);

// Code points: in NFC Vietnamese one is one letter, and one column of a printed table.
std::size_t letters(std::string_view utf8);

}    // namespace cs
