#include "platform/sheet/cell.hpp"

#include <algorithm>

namespace cs::sheet {

const Cell* Row::at(std::uint32_t column) const {
    const auto found = std::lower_bound(cells.begin(), cells.end(), column,
                                        [](const Cell& cell, std::uint32_t wanted) { return cell.column < wanted; });
    return found != cells.end() && found->column == column ? &*found : nullptr;
}

std::string column_name(std::uint32_t column) {
    std::string name;
    for (std::uint32_t n = column + 1; n > 0; n = (n - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
    return name;
}

std::string address(Place place) { return column_name(place.column) + std::to_string(place.row); }

std::optional<Place> parse_place(std::string_view text) {
    std::uint32_t column = 0, row = 0;
    std::size_t at = 0;
    const auto dollar = [&] { at += at < text.size() && text[at] == '$'; };
    dollar();
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && column <= most_columns; ++at)
        column = column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
    dollar();
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && row <= most_rows; ++at)
        row = row * 10 + static_cast<std::uint32_t>(text[at] - '0');
    if (at != text.size() || column == 0 || column > most_columns || row == 0 || row > most_rows) return std::nullopt;
    return Place{row, column - 1};
}

std::optional<Range> parse_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = parse_place(text.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_place(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
    return Range{*first, *last};
}

}    // namespace cs::sheet
