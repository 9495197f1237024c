#pragma once
// A sheet held in memory, as a table with a heading: for imports, which look at a cell more than once.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/sheet/cell.hpp"

namespace cs::sheet {

class Workbook;

class Grid {
public:
    // Refuses sheet.too_many_cells, sheet.too_many_merged and what Workbook::read refuses.
    static Result<Grid> from(const Workbook& book, std::size_t sheet, std::size_t most_cells = 300'000);
    // Every cell is text. `;` and tabs between cells are accepted where the first line has them: programs set to a
    // decimal comma write so. Refuses csv.refused with the faults of base/csv.hpp.
    static Result<Grid> from_csv(std::string_view bytes);

    const std::vector<Row>& rows() const { return rows_; }
    const std::vector<Range>& merged() const { return merged_; }
    const Cell* at(Place place) const;
    // What a person sees there: inside a merged range, its first cell.
    const Cell* seen(Place place) const;
    // The last row of the merged range at this place, or the row itself.
    std::uint32_t last_row_of(Place place) const;

private:
    const Range* merged_at(Place place) const;

    std::vector<Row> rows_;    // those with cells, in order
    std::vector<Range> merged_;
};

// A title as people write it, made comparable: folded, without the * of what is compulsory, without what stands in
// brackets and without a colon at the end. "Tên xã (*):" -> "ten xa".
std::string plain_title(std::string_view title);

struct Wanted {
    std::string key;
    std::vector<std::string> titles;    // any of them, in any spelling
    bool is_needed = true;
};

struct Heading {
    std::uint32_t row = 0;          // its lowest row
    std::uint32_t first_row = 0;    // below it, below cells merged downwards and below a row that numbers the columns
    std::map<std::string, std::uint32_t> columns;    // key -> column
    const std::uint32_t* column(const std::string& key) const {
        const auto found = columns.find(key);
        return found == columns.end() ? nullptr : &found->second;
    }
};

// The row among the first forty that has most of the wanted titles. Refuses sheet.heading_refused with
// sheet.heading_not_found, sheet.column_missing or sheet.column_twice.
Result<Heading> find_heading(const Grid& grid, const std::vector<Wanted>& wanted);

// Where the rows below a heading in this row begin.
std::uint32_t first_row_below(const Grid& grid, std::uint32_t heading_row);

}    // namespace cs::sheet
