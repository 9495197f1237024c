#include "assessment/value_file.hpp"
#include "base/digest.hpp"
#include "platform/sheet/annotate.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/table.hpp"
#include "platform/sheet/typed.hpp"

namespace cs::assessment {
namespace {

constexpr std::uint32_t heading_rows = 40, most_columns = 512;
constexpr std::size_t most_cells = 150'000;

bool is_csv(const std::string& name) { return name.ends_with(".csv") || name.ends_with(".CSV"); }

template <class T>
CellReading told(sheet::Reading<T> reading, std::string text) {
    return {std::move(text), std::move(reading.fault), std::move(reading.remarks)};
}

FileCell read(const sheet::Cell& cell, sheet::Place place, bool is_merged) {
    auto word = sheet::read_text(cell);
    auto number = sheet::read_number(cell);
    std::string word_text = word.value.value_or(""), number_text = number.value ? number.value->text() : "";
    return {place.row,
            place.column,
            sheet::address(place),
            is_merged,
            told(std::move(word), std::move(word_text)),
            told(std::move(number), std::move(number_text))};
}

// The merged ranges that meet a row: few, where a sheet may have thousands.
std::vector<sheet::Range> ranges_at(const sheet::Grid& grid, std::uint32_t row) {
    std::vector<sheet::Range> found;
    for (const sheet::Range& range : grid.merged())
        if (range.first.row <= row && row <= range.last.row) found.push_back(range);
    return found;
}

std::vector<FileCell> cells_of(const sheet::Grid& grid, const sheet::Row& row, std::uint32_t width) {
    const auto ranges = ranges_at(grid, row.number);
    std::vector<FileCell> cells;
    for (std::uint32_t column = 0; column < width; ++column) {
        const sheet::Place place{row.number, column};
        const auto range =
            std::find_if(ranges.begin(), ranges.end(), [&](const sheet::Range& r) { return r.has(place); });
        const bool is_merged = range != ranges.end();
        const bool downwards = is_merged && range->first.column == range->last.column;
        const sheet::Cell* cell = downwards ? grid.at(range->first) : row.at(column);
        if (cell != nullptr) cells.push_back(read(*cell, place, is_merged));
    }
    return cells;
}

HeadingRow heading_of(const sheet::Grid& grid, std::uint32_t row, std::uint32_t width) {
    HeadingRow heading{row, sheet::first_row_below(grid, row), {}};
    for (std::uint32_t column = 0; column < width; ++column) {
        std::vector<FileTitle>& titles = heading.titles.emplace_back();
        const sheet::Cell* own = grid.seen({row, column});
        const sheet::Cell* above = row > 1 ? grid.seen({row - 1, column}) : nullptr;
        for (const sheet::Cell* cell : {own, above == own ? nullptr : above})
            if (cell != nullptr && !sheet::tidy(cell->text).empty())
                titles.push_back({sheet::tidy(cell->text), sheet::plain_title(cell->text)});
    }
    return heading;
}

Result<ValueFile> of_grid(ValueFile file, const sheet::Grid& grid) {
    std::uint32_t width = 0;
    for (const sheet::Row& row : grid.rows())
        if (!row.cells.empty()) width = std::max(width, row.cells.back().column + 1);
    if (width > most_columns)
        return refuse(Problem::bad_input, "assessment.file_too_wide", {{"limit", std::to_string(most_columns)}});
    for (const sheet::Row& row : grid.rows()) {
        if (row.number <= heading_rows) file.headings.push_back(heading_of(grid, row.number, width));
        file.rows.push_back(cells_of(grid, row, width));
    }
    return file;
}

// The sheets a person sees, by their place in the workbook.
std::vector<std::size_t> visible_sheets(const sheet::Workbook& book) {
    std::vector<std::size_t> visible;
    for (std::size_t i = 0; i < book.sheets().size(); ++i)
        if (!book.sheets()[i].hidden) visible.push_back(i);
    return visible;
}

Result<std::size_t> place_of(const std::vector<std::size_t>& visible, std::size_t sheet) {
    if (sheet >= visible.size()) return refuse(Problem::bad_input, "assessment.file_sheet_unknown");
    return visible[sheet];
}

}    // namespace

Result<ValueFile> read_value_file(const std::string& name, const std::string& bytes, std::size_t sheet) {
    ValueFile file{name, digest(bytes), {}, sheet, {}, {}};
    if (is_csv(name) && !bytes.starts_with("PK")) {
        CS_TRY(const sheet::Grid grid, sheet::Grid::from_csv(bytes));
        file.sheets = {name};
        CS_TRY_DONE(place_of({0}, sheet));
        return of_grid(std::move(file), grid);
    }
    CS_TRY(const sheet::Workbook book, sheet::Workbook::open(bytes));
    const auto visible = visible_sheets(book);
    for (const std::size_t each : visible) file.sheets.push_back(book.sheets()[each].name);
    CS_TRY(const std::size_t place, place_of(visible, sheet));
    CS_TRY(const sheet::Grid grid, sheet::Grid::from(book, place, most_cells));
    return of_grid(std::move(file), grid);
}

Result<std::string> annotated_value_file(const std::string& bytes, std::size_t sheet,
                                         const std::vector<CellNote>& notes) {
    if (!bytes.starts_with("PK")) return refuse(Problem::bad_input, "assessment.file_has_no_comments");
    CS_TRY(const sheet::Workbook book, sheet::Workbook::open(bytes));
    CS_TRY(const std::size_t place, place_of(visible_sheets(book), sheet));
    std::vector<sheet::Note> all;
    for (const CellNote& note : notes) all.push_back({place, {note.row, note.column}, note.text});
    return sheet::annotated_copy(bytes, all, "Chung Sức");
}

}    // namespace cs::assessment
