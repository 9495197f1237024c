#pragma once
// What a person meant by a cell. Officials type numbers as text, days in both orders and marks between thousands;
// whatever can be read in one way only is taken and told, whatever can be read in two is refused with a suggestion.
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"
#include "platform/sheet/cell.hpp"

namespace cs::sheet {

template <class T>
struct Reading {
    std::optional<T> value = {};    // nothing: the cell is empty, or `fault` says why not
    std::optional<Fault> fault = {};
    std::vector<Fault> remarks = {};    // taken as meant, and shown to a person
};

// Without blanks at either end (also those that do not look like one), NFC, no-break spaces as spaces.
std::string tidy(std::string_view text);

// The number of a number cell, or of a text: digits with one `.` or `,` as the decimal mark, or a trailing %.
// A cell shown as a percentage means what is shown: 0.98 as "98%" is 98.
// Faults: sheet.not_a_number, sheet.thousands_mark ("1.234,5": say 1234,5), sheet.maybe_thousands ("1.234" as text may
// be 1234), sheet.day_for_number, sheet.error_cell, sheet.formula_without_value, sheet.too_precise. Remarks:
// sheet.number_as_text, sheet.percent_shown, sheet.rounded, sheet.formula.
Reading<Decimal> read_number(const Cell& cell);

// The day of a day cell, or of a text: 30/6/2025, 30-06-2025, 30.6.2025, 2025-06-30, "ngày 30 tháng 6 năm 2025".
// Faults: sheet.not_a_day, sheet.month_first (06/30/2025), sheet.short_year, sheet.number_for_day, sheet.error_cell,
// sheet.formula_without_value. Remarks: sheet.day_first (05/03/2025 is the fifth of March), sheet.formula.
Reading<Day> read_day(const Cell& cell);

// Any content as text: numbers plain, days as 30/06/2025. Faults: sheet.error_cell, sheet.formula_without_value.
// Remark: sheet.formula.
Reading<std::string> read_text(const Cell& cell);

}    // namespace cs::sheet
