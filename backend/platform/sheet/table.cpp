#include "platform/sheet/table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/typed.hpp"

namespace cs::sheet {
namespace {

constexpr std::size_t most_merged = 5'000;
constexpr std::uint32_t rows_looked_at = 40;

char separator_of(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
    char best = ',';
    for (const char c : {';', '\t'})
        if (count(c) > count(best)) best = c;
    return best;
}

Row row_of(const CsvRow& csv) {
    Row row{static_cast<std::uint32_t>(csv.line), false, {}};
    for (std::size_t i = 0; i < csv.cells.size(); ++i)
        if (!csv.cells[i].empty())
            row.cells.push_back({static_cast<std::uint32_t>(i), CellKind::text, false, false, false, csv.cells[i]});
    return row;
}

// "(5)", "5", "(5)=(3)/(4)": what the forms of ministries write under a heading.
std::optional<int> column_number(const Cell& cell) {
    std::string text = tidy(cell.text);
    std::erase_if(text, [](char c) { return c == '(' || c == ' '; });
    int n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error != std::errc() || !(rest.empty() || rest == ")" || rest.starts_with(")="))) return std::nullopt;
    return n;
}

bool numbers_the_columns(const Row& row) {
    int next = 1;
    for (const Cell& cell : row.cells) {
        if (next == 1 && cell.text.size() == 1 && cell.text[0] >= 'A' && cell.text[0] <= 'Z') continue;
        if (column_number(cell) != next) return false;
        ++next;
    }
    return next > 2 && row.cells.size() > 2;
}

// Which wanted titles stand in one row, and faults of titles that stand twice.
struct Match {
    Heading heading;
    std::vector<Fault> faults;
};

Match match(const Grid& grid, const Row& row, const std::vector<Wanted>& wanted) {
    Match found{{row.number, 0, {}}, {}};
    std::uint32_t width = row.cells.empty() ? 0 : row.cells.back().column + 1;
    for (std::uint32_t column = 0; column < width; ++column) {
        const Cell* cell = grid.seen({row.number, column});
        const std::string title = cell == nullptr ? std::string() : plain_title(cell->text);
        if (title.empty()) continue;
        for (const Wanted& want : wanted) {
            const auto same = [&](const std::string& other) { return plain_title(other) == title; };
            if (std::none_of(want.titles.begin(), want.titles.end(), same)) continue;
            const auto [first, added] = found.heading.columns.try_emplace(want.key, column);
            if (!added && grid.seen({row.number, first->second}) != cell)
                found.faults.push_back({"sheet.column_twice",
                                        {{"title", tidy(cell->text)},
                                         {"first", column_name(first->second)},
                                         {"second", column_name(column)}},
                                        address({row.number, column}),
                                        static_cast<int>(row.number)});
        }
    }
    return found;
}

}    // namespace

Result<Grid> Grid::from(const Workbook& book, std::size_t sheet, std::size_t most_cells) {
    Grid grid;
    std::size_t cells = 0;
    CS_TRY(Shape shape, book.read(sheet, [&](const Row& row) {
        if (!row.cells.empty()) grid.rows_.push_back(row);
        return (cells += row.cells.size()) <= most_cells;
    }));
    if (cells > most_cells)
        return refuse(Problem::bad_input, "sheet.too_many_cells", {{"limit", std::to_string(most_cells)}});
    if (shape.merged.size() > most_merged)
        return refuse(Problem::bad_input, "sheet.too_many_merged", {{"limit", std::to_string(most_merged)}});
    grid.merged_ = std::move(shape.merged);
    return grid;
}

Result<Grid> Grid::from_csv(std::string_view bytes) {
    CS_TRY(const Csv csv, read_csv(bytes, {}, separator_of(bytes)));
    Grid grid;
    grid.rows_.push_back(row_of({1, csv.header}));
    for (const CsvRow& row : csv.rows) grid.rows_.push_back(row_of(row));
    return grid;
}

const Cell* Grid::at(Place place) const {
    const auto row = std::lower_bound(rows_.begin(), rows_.end(), place.row,
                                      [](const Row& r, std::uint32_t wanted) { return r.number < wanted; });
    return row != rows_.end() && row->number == place.row ? row->at(place.column) : nullptr;
}

const Range* Grid::merged_at(Place place) const {
    const auto found =
        std::find_if(merged_.begin(), merged_.end(), [&](const Range& range) { return range.has(place); });
    return found == merged_.end() ? nullptr : &*found;
}

const Cell* Grid::seen(Place place) const {
    const Range* range = merged_at(place);
    return at(range != nullptr ? range->first : place);
}

std::uint32_t Grid::last_row_of(Place place) const {
    const Range* range = merged_at(place);
    return range != nullptr ? range->last.row : place.row;
}

std::string plain_title(std::string_view title) {
    std::string outside;
    int brackets = 0;
    for (const char c : title) {
        if (c == '(' || c == '[') ++brackets;
        if (brackets == 0 && c != '*') outside += c;
        if ((c == ')' || c == ']') && brackets > 0) --brackets;
    }
    std::string plain = fold(tidy(outside));
    while (!plain.empty() && (plain.back() == ':' || plain.back() == ' ')) plain.pop_back();
    return plain;
}

std::uint32_t first_row_below(const Grid& grid, std::uint32_t heading_row) {
    const auto row =
        std::find_if(grid.rows().begin(), grid.rows().end(), [&](const Row& r) { return r.number == heading_row; });
    std::uint32_t last = heading_row;
    if (row != grid.rows().end())
        for (const Cell& cell : row->cells) last = std::max(last, grid.last_row_of({heading_row, cell.column}));
    const auto next =
        std::find_if(grid.rows().begin(), grid.rows().end(), [&](const Row& r) { return r.number > last; });
    if (next != grid.rows().end() && numbers_the_columns(*next)) return next->number + 1;
    return last + 1;
}

Result<Heading> find_heading(const Grid& grid, const std::vector<Wanted>& wanted) {
    Match best;
    for (const Row& row : grid.rows()) {
        if (row.number > rows_looked_at) break;
        Match here = match(grid, row, wanted);
        if (here.heading.columns.size() > best.heading.columns.size()) best = std::move(here);
    }
    if (best.heading.columns.empty())
        return refuse("sheet.heading_refused",
                      {Fault{"sheet.heading_not_found", {{"rows", std::to_string(rows_looked_at)}}, {}, 0}});
    for (const Wanted& want : wanted)
        if (want.is_needed && best.heading.column(want.key) == nullptr)
            best.faults.push_back(
                {"sheet.column_missing", {{"title", want.titles.front()}}, {}, static_cast<int>(best.heading.row)});
    if (!best.faults.empty()) return refuse("sheet.heading_refused", std::move(best.faults));
    best.heading.first_row = first_row_below(grid, best.heading.row);
    return std::move(best.heading);
}

}    // namespace cs::sheet
