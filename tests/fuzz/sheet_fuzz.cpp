// Whatever bytes come in, reading a workbook ends: with rows or with a refusal, within its limits. An input is a zip, or the
// inner XML of a sheet, of the shared texts and of the styles with lines of --- between, so that the fuzzer need not learn
// to make archives.
#include <cstdlib>

#include "platform/sheet/annotate.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/sheet_fixture.hpp"
#include "platform/sheet/table.hpp"
#include "platform/sheet/typed.hpp"

using namespace cs;
using namespace cs::sheet;

namespace {

const Limits limits = {.file_bytes = 1u << 20, .entries = 100, .total_bytes = 4u << 20, .cells = 20'000, .text_bytes = 1u << 20};

std::string file_of(std::string_view input) {
    if (input.starts_with("PK")) return std::string(input);
    fixture::Book book{.sheet = {}};
    std::string* const parts[] = {&book.sheet, &book.strings, &book.styles, &book.workbook_extra};
    for (std::string* part : parts) {
        const std::size_t end = std::min(input.find("\n---\n"), input.size());
        *part = input.substr(0, end);
        input.remove_prefix(std::min(end + 5, input.size()));
    }
    return fixture::file_of(book);
}

// All cells with content, or nothing when the file is refused.
std::optional<std::vector<Row>> rows_of(const std::string& file) {
    auto book = Workbook::open(file, limits);
    if (!book) return std::nullopt;
    std::vector<Row> rows;
    for (std::size_t sheet = 0; sheet < book->sheets().size(); ++sheet)
        if (!book->read(sheet, [&](const Row& row) {
                if (!row.cells.empty()) rows.push_back(row);
                return true;
            }))
            return std::nullopt;
    return rows;
}

void understand(const std::string& file) {
    auto book = Workbook::open(file, limits);
    if (!book) return;
    const auto grid = Grid::from(*book, 0, 5'000);
    if (!grid) return;
    (void)find_heading(*grid, {{"unit", {"Tên xã"}}, {"value", {"Giá trị"}, false}});
    for (const Row& row : grid->rows())
        for (const Cell& cell : row.cells) {
            const auto number = read_number(cell);
            const auto day = read_day(cell);
            const auto text = read_text(cell);
            if ((number.value && number.fault) || (day.value && day.fault) || (text.value && text.fault)) std::abort();
            (void)grid->seen({row.number, cell.column});
        }
}

}    // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (const auto grid = Grid::from_csv(input)) (void)find_heading(*grid, {{"unit", {"Tên xã"}}});
    const std::string file = file_of(input);
    const auto rows = rows_of(file);
    understand(file);
    if (!rows) return 0;
    // An annotated copy says the same as its original.
    const auto copy = annotated_copy(file, {{0, {1, 0}, "một"}, {0, {3, 2}, "hai"}, {0, {1'000'000, 5}, "ba"}}, "fuzz", limits);
    if (copy && rows_of(*copy) != rows) std::abort();
    return 0;
}
