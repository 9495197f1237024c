// One reading or one writing of a workbook, in a process of its own so that its memory can be told:
// bench_sheet write|read FILE. Prints a line of JSON; bench/sheet/run compares.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "national/measure.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/write.hpp"

namespace {

using namespace cs;
using namespace cs::sheet;

constexpr int rows = 10'000, columns = 64;

// What the peers write too (peers.mjs): two texts of its own a row, a word in every eighth column, decimals elsewhere.
OutCell cell_at(int row, int column) {
    if (column == 0) return {"Xã Minh Họa " + std::to_string(row)};
    if (column == 1) return {std::to_string(10'000 + row)};
    if (column % 8 == 7) return {std::string((row + column) % 3 == 0 ? "không đạt" : "đạt")};
    return {Decimal((row * 37 + column * 101) % 1'000, 1)};
}

void write(const std::string& path) {
    BookWriter book({"bench", Instant{}});
    SheetWriter& sheet = book.add({.name = "Số liệu"});
    std::vector<OutCell> cells(columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) cells[static_cast<std::size_t>(column)] = cell_at(row, column);
        sheet.row(cells);
    }
    std::ofstream(path, std::ios::binary) << book.bytes();
}

struct Seen {
    std::size_t cells = 0, letters = 0;
    double sum = 0;
};

Seen read(const std::string& path) {
    Seen seen;
    auto book = open_workbook_file(path);
    if (!book) throw std::runtime_error(book.error().code);
    const auto shape = book->read(0, [&](const Row& row) {
        for (const Cell& cell : row.cells) {
            ++seen.cells;
            if (cell.kind == CellKind::number)
                seen.sum += std::strtod(cell.text.c_str(), nullptr);
            else
                seen.letters += cell.text.size();
        }
        return true;
    });
    if (!shape) throw std::runtime_error(shape.error().code);
    return seen;
}

}    // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    Seen seen;
    const bool writes = std::strcmp(argv[1], "write") == 0;
    const double seconds = bench::seconds_of([&] { writes ? write(argv[2]) : (seen = read(argv[2]), void()); });
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto spent = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    std::printf(
        "{\"seconds\": %.4f, \"cpu\": %.4f, \"mb\": %.1f, \"cells\": %zu, \"letters\": %zu, \"sum\": %.1f, "
        "\"mangled\": 0}\n",
        seconds, spent(used.ru_utime) + spent(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024, seen.cells,
        seen.letters, seen.sum);
    return 0;
}
