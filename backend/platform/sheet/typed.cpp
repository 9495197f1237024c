#include "platform/sheet/typed.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/sheet/typed_text.hpp"

namespace cs::sheet {
namespace {

Fault fault(std::string code, Args args = {}) { return {std::move(code), std::move(args), {}, 0}; }

// What any reading says first: errors, formulas. True when there is a content to go on with.
template <class T>
bool has_content(const Cell& cell, Reading<T>& reading) {
    if (cell.kind == CellKind::error) {
        reading.fault = fault("sheet.error_cell", {{"found", cell.text}});
    } else if (cell.formula && cell.kind == CellKind::empty) {
        reading.fault = fault("sheet.formula_without_value");
    } else if (cell.formula) {
        reading.remarks.push_back(fault("sheet.formula"));
    }
    return cell.kind != CellKind::empty && !reading.fault;
}

void number_of_text(std::string_view text, Reading<Decimal>& reading) {
    const bool percent = text.ends_with('%');
    if (percent) text = trim(text.substr(0, text.size() - 1));
    const NumberText read = parse_number_text(text);
    const std::string found(text);
    if (read.is == NumberText::Is::decimal) {
        reading.value = Decimal::parse(read.plain);
        if (reading.value) return reading.remarks.push_back(fault("sheet.number_as_text", {{"found", found}}));
    }
    if (read.is == NumberText::Is::grouped) {
        reading.fault = fault("sheet.thousands_mark", {{"found", found}, {"meant", read.plain}});
    } else if (read.is == NumberText::Is::either) {
        reading.fault = fault("sheet.maybe_thousands", {{"found", found}, {"whole", read.plain}});
    } else {
        reading.fault = fault("sheet.not_a_number", {{"found", found}});
    }
}

void number_of_number(const Cell& cell, Reading<Decimal>& reading) {
    const std::string shown = cell.percent ? times_hundred(cell.text) : cell.text;
    const Rounded rounded = round_to_scale(shown);
    if (cell.percent) reading.remarks.push_back(fault("sheet.percent_shown", {{"found", cell.text}, {"taken", shown}}));
    if (!rounded.value) {
        reading.fault = fault("sheet.too_precise", {{"found", shown}});
        return;
    }
    reading.value = rounded.value;
    if (rounded.changed)
        reading.remarks.push_back(fault("sheet.rounded", {{"found", shown}, {"taken", rounded.value->text()}}));
}

}    // namespace

std::string tidy(std::string_view text) {
    std::string plain(text);
    const auto replace_all = [&](std::string_view what, std::string_view by) {
        for (std::size_t at = 0; (at = plain.find(what, at)) != std::string::npos; at += by.size())
            plain.replace(at, what.size(), by);
    };
    replace_all("\xC2\xA0", " ");        // no-break space
    replace_all("\xE2\x80\xAF", " ");    // narrow no-break space
    replace_all("\xE2\x80\x8B", "");     // zero-width space
    replace_all("\xEF\xBB\xBF", "");     // byte order mark in the middle of a text
    return std::string(trim(nfc(plain).value_or(std::string())));
}

Reading<Decimal> read_number(const Cell& cell) {
    Reading<Decimal> reading;
    if (!has_content(cell, reading)) return reading;
    if (cell.kind == CellKind::number) {
        number_of_number(cell, reading);
    } else if (cell.kind == CellKind::day) {
        // "1.2" typed into a program that writes days so becomes the first of February.
        reading.fault = fault("sheet.day_for_number", {{"found", to_vietnamese(*parse_day(cell.text))}});
    } else if (const std::string text = tidy(cell.text); !text.empty()) {
        number_of_text(text, reading);
    }
    return reading;
}

Reading<Day> read_day(const Cell& cell) {
    Reading<Day> reading;
    if (!has_content(cell, reading)) return reading;
    const std::string text = tidy(cell.text);
    if (cell.kind == CellKind::day) {
        reading.value = parse_day(cell.text);
    } else if (cell.kind == CellKind::number) {
        reading.fault = fault("sheet.number_for_day", {{"found", cell.text}});
    } else if (!text.empty()) {
        const DayText read = parse_day_text(text);
        if (read.is == DayText::Is::month_first) {
            reading.fault = fault("sheet.month_first", {{"found", text}, {"meant", to_vietnamese(*read.day)}});
        } else if (read.is == DayText::Is::short_year) {
            reading.fault = fault("sheet.short_year", {{"found", text}});
        } else if (!read.day) {
            reading.fault = fault("sheet.not_a_day", {{"found", text}});
        } else {
            reading.value = read.day;
            if (read.is == DayText::Is::either)
                reading.remarks.push_back(
                    fault("sheet.day_first", {{"found", text}, {"taken", to_vietnamese(*read.day)}}));
        }
    }
    return reading;
}

Reading<std::string> read_text(const Cell& cell) {
    Reading<std::string> reading;
    if (!has_content(cell, reading)) return reading;
    std::string text = cell.kind == CellKind::day ? to_vietnamese(*parse_day(cell.text)) : tidy(cell.text);
    if (!text.empty()) reading.value = std::move(text);
    return reading;
}

}    // namespace cs::sheet
