#pragma once
// What stands in a cell of a workbook, whoever saved it: Excel, LibreOffice, a library.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cs::sheet {

enum class CellKind : unsigned char { empty, text, number, boolean, day, error };

struct Cell {
    std::uint32_t column = 0;    // 0 is A
    CellKind kind = CellKind::empty;
    bool formula = false;    // formulas are never run: the text is what the saving program left beside it, or empty
    bool percent = false;    // a number shown with %: 0.98 stands for the "98%" a person sees
    bool hidden = false;     // its row or its column is hidden
    // text: NFC, as typed · number: exact plain decimal "-98.5" · boolean: "true" or "false" · day: "2025-06-30" ·
    // error: "#DIV/0!"
    std::string text;

    bool operator==(const Cell&) const = default;
};

struct Row {
    std::uint32_t number = 0;    // as the programs show it: the first is 1
    bool hidden = false;
    std::vector<Cell> cells;    // those with content or a formula, from left to right

    const Cell* at(std::uint32_t column) const;
    bool operator==(const Row&) const = default;
};

struct Place {
    std::uint32_t row, column;    // row from 1, column from 0

    auto operator<=>(const Place&) const = default;
};

struct Range {
    Place first, last;    // both inside

    bool has(Place place) const {
        return first.row <= place.row && place.row <= last.row && first.column <= place.column &&
               place.column <= last.column;
    }
    bool operator==(const Range&) const = default;
};

inline constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;    // of the format

std::string column_name(std::uint32_t column);                 // 0 -> "A", 27 -> "AB"
std::string address(Place place);                              // "AB7"
std::optional<Place> parse_place(std::string_view address);    // "AB7" or "$AB$7", within the format's bounds
std::optional<Range> parse_range(std::string_view address);    // "A1:C3" or "A1"

}    // namespace cs::sheet
