#pragma once
// A workbook of a unit in a test: cells found by line and title, filled in by editing the bytes of the file.
#include "platform/sheet/form_fixture.hpp"
#include "platform/sheet/table.hpp"
#include "platform/sheet/typed.hpp"

namespace cs::test {

using sheet::fixture::n;
using sheet::fixture::s;

struct FilledCopy {
    std::string bytes;
    std::string key = "Số";    // title of the column that shows the keys of the rows
    sheet::fixture::Edits edits = {};

    sheet::Grid grid() const {
        auto book = sheet::Workbook::open(bytes);
        REQUIRE(book);
        auto grid = sheet::Grid::from(*book, 0);
        REQUIRE(grid);
        return *std::move(grid);
    }
    std::string at(const std::string& line, const std::string& title) const {
        const sheet::Grid table = grid();
        const auto heading = sheet::find_heading(table, {{"no", {key}}, {"of", {title}}});
        REQUIRE_MESSAGE(heading, title);
        for (const sheet::Row& row : table.rows())
            if (const sheet::Cell* first = row.at(heading->columns.at("no")); first != nullptr && first->text == line)
                return sheet::address({row.number, heading->columns.at("of")});
        FAIL("no line " << line);
        return "";
    }
    std::string text(const std::string& line, const std::string& title) const {
        const sheet::Grid table = grid();
        const sheet::Cell* cell = table.at(*sheet::parse_place(at(line, title)));
        return cell == nullptr ? "" : cell->text;
    }
    FilledCopy& set(const std::string& line, const std::string& title, const std::string& inside) {
        edits[at(line, title)] = inside;
        return *this;
    }
    std::string file() const {
        return sheet::fixture::with_sheet(bytes, [&](const std::string& xml) { return sheet::fixture::edited_sheet(xml, edits, ""); });
    }
};

}    // namespace cs::test
