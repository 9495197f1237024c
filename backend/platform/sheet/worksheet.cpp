#include "platform/sheet/worksheet.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace cs::sheet {
namespace {

constexpr std::size_t longest_cell = 4 * 32'767;    // the format's 32,767 characters, in bytes

// Where the elements of a sheet stand: worksheet 0 > sheetData 1 > row 2 > c 3 > v, f, is 4.
constexpr std::size_t section_depth = 1, row_depth = 2, cell_depth = 3, value_depth = 4;

}    // namespace

void WorksheetReader::opens(std::string_view name, const Attributes& attributes) {
    const std::size_t depth = this->depth();
    if (depth == section_depth) return open_section(name);
    if (section_ == Section::data) {
        if (depth == row_depth && name == "row") return open_row(attributes);
        if (depth == cell_depth && name == "c") return open_cell(attributes);
        if (depth == value_depth && name == "v") taking_ = true;
        if (depth == value_depth && name == "f") cell_.formula = true;
        if (depth > value_depth || name == "is") taking_ = type_ == "inlineStr" && rich_.opens(name, depth);
        return;
    }
    if (depth != row_depth) return;
    if (section_ == Section::columns && name == "col") open_column(attributes);
    if (section_ != Section::merged || name != "mergeCell") return;
    const auto range = parse_range(attributes.get("ref"));
    if (!range) return damaged();
    if (shape.merged.size() < context_.most_cells) shape.merged.push_back(*range);
}

void WorksheetReader::open_section(std::string_view name) {
    section_ = name == "sheetData"    ? Section::data
               : name == "cols"       ? Section::columns
               : name == "mergeCells" ? Section::merged
                                      : Section::other;
}

void WorksheetReader::open_column(const Attributes& attributes) {
    const auto first = attributes.number("min"), last = attributes.number("max");
    if (!first || !last || *first == 0 || hidden_columns_.size() >= most_columns) return damaged();
    if (attributes.is_true("hidden")) hidden_columns_.emplace_back(*first - 1, *last - 1);
}

void WorksheetReader::open_row(const Attributes& attributes) {
    const std::uint32_t before = row_.number;
    // A row or a cell without its address follows the one before.
    row_.number = attributes.find("r") ? attributes.number("r").value_or(0) : before + 1;
    if (row_.number <= before || row_.number > most_rows) return damaged();
    row_.hidden = attributes.is_true("hidden");
    row_.cells.clear();
    next_column_ = 0;
}

void WorksheetReader::open_cell(const Attributes& attributes) {
    std::uint32_t column = next_column_;
    if (const auto said = attributes.find("r")) {
        const auto place = parse_place(*said);
        if (!place || place->row != row_.number || place->column < next_column_) return damaged();
        column = place->column;
    }
    if (column >= most_columns) return damaged();
    next_column_ = column + 1;
    cell_ = {column, CellKind::empty, false, false, row_.hidden || is_hidden(column), {}};
    type_ = attributes.get("t");
    style_ = attributes.number("s").value_or(0);
    raw_.clear();
}

bool WorksheetReader::is_hidden(std::uint32_t column) const {
    return std::any_of(hidden_columns_.begin(), hidden_columns_.end(),
                       [&](const auto& range) { return range.first <= column && column <= range.second; });
}

void WorksheetReader::says(std::string_view text) {
    if (!taking_) return;
    raw_ += text;
    if (raw_.size() > longest_cell) give_up("sheet.cell_too_long", {{"cell", address({row_.number, cell_.column})}});
}

void WorksheetReader::closes(std::string_view) {
    taking_ = false;
    if (section_ != Section::data) return;
    if (depth() == cell_depth) close_cell();
    if (depth() == row_depth) close_row();
}

void WorksheetReader::close_cell() {
    if (!raw_.empty()) fill(cell_);
    if (cell_.kind == CellKind::empty && !cell_.formula) return;
    row_.cells.push_back(std::move(cell_));
    if (++shape.cells > context_.most_cells)
        give_up("sheet.too_many_cells", {{"limit", std::to_string(context_.most_cells)}});
}

void WorksheetReader::close_row() {
    if (row_.cells.empty() && !row_.hidden) return;
    shape.rows += row_.cells.empty() ? 0 : 1;
    if (!see_(row_)) enough();
}

void WorksheetReader::fill(Cell& cell) {
    if (type_.empty() || type_ == "n") return fill_number(cell);
    if (type_ == "s") {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(raw_.data(), raw_.data() + raw_.size(), index);
        if (error != std::errc() || end != raw_.data() + raw_.size() || index >= context_.strings.size())
            return damaged();
        cell.text = context_.strings.at(index);
        cell.kind = cell.text.empty() ? CellKind::empty : CellKind::text;
    } else if (type_ == "b") {
        cell.kind = CellKind::boolean;
        cell.text = raw_ == "1" || raw_ == "true" ? "true" : "false";
    } else if (type_ == "e") {
        cell.kind = CellKind::error;
        cell.text = std::move(raw_);
    } else if (type_ == "d") {
        const auto day = parse_day(std::string_view(raw_).substr(0, 10));
        cell.kind = day ? CellKind::day : CellKind::text;
        cell.text = day ? to_text(*day) : cell_text(raw_);
    } else {    // str, inlineStr
        cell.text = cell_text(raw_);
        cell.kind = cell.text.empty() ? CellKind::empty : CellKind::text;
    }
}

void WorksheetReader::fill_number(Cell& cell) {
    auto number = exact_number(raw_);
    if (!number) {    // "NaN", "INF" of careless writers
        cell.kind = CellKind::error;
        cell.text = cell_text(raw_);
        return;
    }
    const Shown shown = context_.styles.shown(style_);
    if (shown == Shown::day)
        if (const auto day = day_of_serial(*number, context_.from_1904)) {
            cell.kind = CellKind::day;
            cell.text = to_text(*day);
            return;
        }
    cell.kind = CellKind::number;
    cell.percent = shown == Shown::percent;
    cell.text = std::move(*number);
}

}    // namespace cs::sheet
