#include <algorithm>
#include <set>

#include "platform/sheet/annotate.hpp"
#include "platform/sheet/form.hpp"
#include "platform/sheet/form_memory.hpp"
#include "platform/sheet/table.hpp"
#include "platform/sheet/typed.hpp"

namespace cs::sheet {
namespace {

struct Table {
    std::size_t sheet;
    Grid grid;
    Heading heading;
};

// A column may be missing that holds labels only.
std::vector<Wanted> wanted_columns(const Form& now) {
    std::vector<Wanted> wanted;
    for (const FormColumn& column : now.columns) {
        const bool is_needed =
            &column == &now.columns.front() || std::any_of(now.rows.begin(), now.rows.end(), [&](const FormRow& row) {
                const auto cell = row.cells.find(column.key);
                return cell != row.cells.end() && cell->second.entry;
            });
        wanted.push_back({column.key, {column.title}, is_needed});
    }
    return wanted;
}

// The first sheet a person sees that has the table; sheets may have been added or moved.
Result<Table> table_in(const Workbook& book, const Form& now) {
    std::optional<Refusal> refusal;
    for (std::size_t i = 0; i < book.sheets().size(); ++i) {
        if (book.sheets()[i].hidden) continue;
        CS_TRY(Grid grid, Grid::from(book, i));
        auto heading = find_heading(grid, wanted_columns(now));
        if (heading) return Table{i, std::move(grid), *std::move(heading)};
        if (!refusal) refusal = std::move(heading).error();
    }
    if (!refusal) return refuse(Problem::bad_input, "sheet.no_sheets");
    return tl::unexpected<Refusal>(*std::move(refusal));
}

// Compares a table with the form of now and with what the file remembers of the day it went out.
class Comparison {
public:
    Comparison(const Form& now, const Table& table, std::map<std::string, RememberedRow> sent)
        : now_(now), table_(table), sent_(std::move(sent)) {
        for (const FormRow& row : now.rows)
            if (!row.key.empty()) rows_[row.key] = &row;
    }

    FilledForm filled() {
        std::uint32_t last = 0;
        for (const Row& row : table_.grid.rows())
            if (row.number >= table_.heading.first_row && rows_.contains(key_of(row))) last = row.number;
        for (const Row& row : table_.grid.rows())
            if (row.number >= table_.heading.first_row) read(row, row.number > last);
        tell_missing();
        const auto by_place = [](const PlacedFault& a, const PlacedFault& b) { return a.place < b.place; };
        std::stable_sort(filled_.faults.begin(), filled_.faults.end(), by_place);
        std::stable_sort(filled_.remarks.begin(), filled_.remarks.end(), by_place);
        filled_.sheet = table_.sheet;
        return std::move(filled_);
    }

private:
    std::string key_of(const Row& row) const {
        const Cell* cell = row.at(table_.heading.columns.at(now_.columns.front().key));
        return cell == nullptr ? "" : read_text(*cell).value.value_or("");
    }

    static PlacedFault placed(Place place, Fault fault) {
        fault.where = address(place), fault.line = static_cast<int>(place.row);
        return {place, std::move(fault)};
    }
    void fault(Place place, std::string code, Args args = {}) {
        filled_.faults.push_back(placed(place, {std::move(code), std::move(args), {}, 0}));
    }
    void remark(Place place, std::string code, Args args = {}) {
        filled_.remarks.push_back(placed(place, {std::move(code), std::move(args), {}, 0}));
    }

    // Where a row without a key, or with one nobody knows, has something of a column that is read.
    std::optional<Place> stray(const Row& row) const {
        for (const auto& [column, at] : table_.heading.columns)
            if (is_read(column))
                if (const Cell* cell = row.at(at); cell != nullptr && cell->kind != CellKind::empty)
                    return Place{row.number, at};
        return std::nullopt;
    }
    bool is_read(const std::string& column) const {
        return std::any_of(now_.rows.begin(), now_.rows.end(), [&](const FormRow& row) {
            const auto cell = row.cells.find(column);
            return cell != row.cells.end() && cell->second.entry && !row.key.empty();
        });
    }

    void read(const Row& row, bool below_the_table) {
        const std::string key = key_of(row);
        const auto known = rows_.find(key);
        const auto sent = sent_.find(key);
        if (known == rows_.end() || sent == sent_.end()) {
            const auto at = stray(row);
            if (!at) return;
            if (below_the_table)    // signatures, sums, notes to oneself
                remark(*at, "sheet.form_row_ignored");
            else
                fault(*at, "sheet.form_row_unknown", {{"key", key}});
            return;
        }
        const auto [first, added] = seen_.try_emplace(key, row.number);
        if (!added)
            return fault({row.number, table_.heading.columns.at(now_.columns.front().key)}, "sheet.form_row_twice",
                         {{"key", key}, {"row", std::to_string(first->second)}});
        compare(row, *known->second, sent->second);
    }

    void compare(const Row& row, const FormRow& now, const RememberedRow& sent) {
        FilledRow filled{row.number, {}};
        for (const auto& [column, cell] : now.cells) {
            if (!cell.entry) continue;
            const auto found = sent.find(column);
            const RememberedCell before = found == sent.end() ? RememberedCell{} : found->second;
            filled.cells[column] = take({row.number, table_.heading.columns.at(column)}, row, now, cell, before);
        }
        if (filled.changed()) filled_.changed.emplace(now.key, std::move(filled));
    }

    FilledCell take(Place place, const Row& row, const FormRow& now, const FormCell& stored,
                    const RememberedCell& sent) {
        static const Cell nothing;
        const Cell* cell = row.at(place.column);
        const ReadEntry read = read_entry(cell == nullptr ? nothing : *cell, *stored.entry);
        const std::string before = tidy(sent.value), theirs = tidy(stored.text);
        if (!sent.open) {
            if (read.fault || read.value != before) fault(place, "sheet.form_locked");
            return {place, theirs, theirs};
        }
        if (std::any_of(table_.grid.merged().begin(), table_.grid.merged().end(),
                        [&](const Range& range) { return range.has(place); }))
            fault(place, "sheet.form_merged");
        for (const Fault& each : read.remarks) filled_.remarks.push_back(placed(place, each));
        if (read.fault) filled_.faults.push_back(placed(place, *read.fault));
        if (read.fault || read.value == theirs) return {place, theirs, theirs};
        if (read.value == before) {    // saved here meanwhile, untouched in the file
            remark(place, "sheet.form_newer", {{"theirs", shown(theirs)}, {"by", now.changed_by}});
            return {place, theirs, theirs};
        }
        if (theirs != before)
            fault(place, "sheet.form_stale",
                  {{"theirs", shown(theirs)}, {"mine", shown(read.value)}, {"by", now.changed_by}});
        if (!stored.open) fault(place, "sheet.form_closed");
        return {place, theirs, read.value};
    }
    static std::string shown(const std::string& text) { return text.empty() ? "…" : text; }

    void tell_missing() {
        const Place heading{table_.heading.row, table_.heading.columns.at(now_.columns.front().key)};
        for (const auto& [key, row] : rows_) {
            const bool is_open =
                std::any_of(row->cells.begin(), row->cells.end(), [](const auto& each) { return each.second.open; });
            if (is_open && !seen_.contains(key)) remark(heading, "sheet.form_row_missing", {{"key", key}});
        }
    }

    const Form& now_;
    const Table& table_;
    const std::map<std::string, RememberedRow> sent_;
    std::map<std::string, const FormRow*> rows_;
    std::map<std::string, std::uint32_t> seen_;
    FilledForm filled_;
};

}    // namespace

bool FilledRow::changed() const {
    return std::any_of(cells.begin(), cells.end(), [](const auto& each) { return each.second.changed(); });
}

Result<FormFile> FormFile::open(std::string bytes, std::string_view form, const Limits& limits) {
    CS_TRY(Workbook book, Workbook::open(bytes, limits));
    const auto text = stamp_of(book);
    auto stamp = text ? FormStamp::parse(*text) : std::nullopt;
    if (!stamp) return refuse(Problem::bad_input, "sheet.form_not_ours");
    if (stamp->form != form) return refuse(Problem::bad_input, "sheet.form_other");
    return FormFile(std::move(bytes), std::move(book), *std::move(stamp));
}

Result<FilledForm> FormFile::read(const Form& now) const {
    CS_TRY(const Table table, table_in(book_, now));
    return Comparison(now, table, remembered_rows(book_)).filled();
}

Result<std::string> FormFile::annotated(std::size_t sheet, const std::vector<std::pair<Place, std::string>>& notes,
                                        std::string_view author) const {
    std::vector<Note> all;
    for (const auto& [place, text] : notes) all.push_back({sheet, place, text});
    return annotated_copy(bytes_, all, author);
}

}    // namespace cs::sheet
