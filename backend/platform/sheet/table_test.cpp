#include "platform/sheet/table.hpp"

#include <doctest/doctest.h>

#include "platform/i18n.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/sheet_fixture.hpp"

using namespace cs;
using namespace cs::sheet;

namespace {

std::string text_cell(const std::string& address, const std::string& text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

Grid grid_of(const std::string& rows, const std::string& after = "") {
    auto book = Workbook::open(fixture::file_of({.sheet = "<sheetData>" + rows + "</sheetData>" + after}));
    REQUIRE(book);
    auto grid = Grid::from(*book, 0);
    REQUIRE(grid);
    return *std::move(grid);
}

const std::vector<Wanted> wanted = {
    {"unit", {"Tên xã", "Xã, phường"}}, {"value", {"Giá trị", "Số liệu"}}, {"note", {"Ghi chú"}, false}};

// A form as ministries print it: a title over everything, a heading of two rows, a row that numbers the columns.
const std::string form_rows = "<row r=\"1\">" + text_cell("A1", "BIỂU SỐ LIỆU NĂM 2025") + "</row><row r=\"4\">" +
                              text_cell("A4", "TT") + text_cell("B4", "Tên xã (*)") + text_cell("C4", "Năm 2025") +
                              "</row><row r=\"5\">" + text_cell("C5", "GIÁ TRỊ (%):") + text_cell("D5", "Ghi\nchú") +
                              "</row><row r=\"6\">" + text_cell("A6", "A") + text_cell("B6", "(1)") +
                              text_cell("C6", "(2)") + text_cell("D6", "(3)=(2)*2") + "</row><row r=\"7\">" +
                              text_cell("A7", "1") + text_cell("B7", "Xã Minh Họa A") + "</row>";
const std::string form_merged =
    "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"B4:B5\"/><mergeCell "
    "ref=\"C4:D4\"/></mergeCells>";

std::vector<std::string> faults_of(const Result<Heading>& heading) {
    REQUIRE_FALSE(heading);
    CHECK(heading.error().code == "sheet.heading_refused");
    CHECK(has_sentence("refusal.sheet.heading_refused"));
    std::vector<std::string> codes;
    for (const Fault& fault : heading.error().faults) {
        CHECK_MESSAGE(has_sentence("fault." + fault.code), fault.code);
        codes.push_back(fault.code);
    }
    return codes;
}

}    // namespace

TEST_CASE("a heading is found under titles, through merged cells, above a row of column numbers") {
    const Grid grid = grid_of(form_rows, form_merged);
    const auto heading = find_heading(grid, wanted);
    REQUIRE(heading);
    CHECK(heading->row == 5);
    CHECK(heading->first_row == 7);
    CHECK(*heading->column("unit") == 1);
    CHECK(*heading->column("value") == 2);
    CHECK(*heading->column("note") == 3);
    CHECK(heading->column("other") == nullptr);
}

TEST_CASE("columns may move and a column nobody needs may be missing") {
    const Grid grid = grid_of("<row r=\"1\">" + text_cell("C1", "so lieu") + text_cell("F1", "XÃ,  PHƯỜNG") + "</row>");
    const auto heading = find_heading(grid, wanted);
    REQUIRE(heading);
    CHECK(*heading->column("unit") == 5);
    CHECK(heading->first_row == 2);
    CHECK(heading->column("note") == nullptr);
}

TEST_CASE("a heading that lacks or repeats a column is refused") {
    CHECK(faults_of(find_heading(grid_of("<row r=\"1\">" + text_cell("A1", "Tên xã") + "</row>"), wanted)) ==
          std::vector<std::string>{"sheet.column_missing"});
    CHECK(faults_of(find_heading(grid_of("<row r=\"1\">" + text_cell("A1", "x") + "</row>"), wanted)) ==
          std::vector<std::string>{"sheet.heading_not_found"});
    CHECK(faults_of(find_heading(grid_of("<row r=\"41\">" + text_cell("A41", "Tên xã") + "</row>"), wanted)) ==
          std::vector<std::string>{"sheet.heading_not_found"});
    CHECK(faults_of(find_heading(grid_of("<row r=\"1\">" + text_cell("A1", "Tên xã") + text_cell("B1", "Giá trị") +
                                         text_cell("C1", "Số liệu") + "</row>"),
                                 wanted)) == std::vector<std::string>{"sheet.column_twice"});
}

TEST_CASE("a title merged over several columns is one title") {
    const Grid grid = grid_of("<row r=\"1\">" + text_cell("A1", "Tên xã") + text_cell("C1", "Giá trị") +
                                  text_cell("D1", "Ghi chú") + "</row>",
                              "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");
    const auto heading = find_heading(grid, wanted);
    REQUIRE(heading);
    CHECK(*heading->column("unit") == 0);
}

TEST_CASE("values one, two, three are no column numbers unless they stand right below the heading") {
    const Grid grid =
        grid_of("<row r=\"1\">" + text_cell("A1", "Tên xã") + text_cell("B1", "Giá trị") +
                "</row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>"
                "<row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"B3\"><v>6</v></c><c r=\"C3\"><v>7</v></c></row>");
    CHECK(first_row_below(grid, 1) == 2);
    CHECK(first_row_below(grid, 2) == 3);
}

TEST_CASE("a merged range shows its first cell everywhere") {
    const Grid grid = grid_of(
        "<row r=\"2\">" + text_cell("A2", "Xã Minh Họa A") + "</row><row r=\"3\">" + text_cell("B3", "x") + "</row>",
        "<mergeCells><mergeCell ref=\"A2:A9\"/></mergeCells>");
    CHECK(grid.seen({7, 0})->text == "Xã Minh Họa A");
    CHECK(grid.at({7, 0}) == nullptr);
    CHECK(grid.seen({3, 1})->text == "x");
    CHECK(grid.seen({3, 2}) == nullptr);
    CHECK(grid.last_row_of({2, 0}) == 9);
}

TEST_CASE("titles are compared without what people put around them") {
    CHECK(plain_title("Tên xã (*):") == "ten xa");
    CHECK(plain_title("* TÊN  XÃ [bắt buộc]") == "ten xa");
    CHECK(plain_title("Tên\nxã") == "ten xa");
    CHECK(plain_title("(hở").empty());
}

TEST_CASE("a CSV is a sheet of texts, with the separator its first line has") {
    for (const char* bytes : {"Tên xã,Giá trị\n\"Xã A\",\"1,5\"\n", "\xEF\xBB\xBFTên xã;Giá trị\r\nXã A;1,5\r\n",
                              "Tên xã\tGiá trị\nXã A\t1,5\n"}) {
        const auto grid = Grid::from_csv(bytes);
        REQUIRE(grid);
        CHECK(grid->at({2, 1})->text == "1,5");
        const auto heading = find_heading(*grid, wanted);
        REQUIRE(heading);
        CHECK(heading->first_row == 2);
    }
    const auto bad = Grid::from_csv("a,b\n1\n");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == "csv.refused");
}

TEST_CASE("a sheet too large to hold is refused") {
    std::string rows;
    for (int i = 0; i < 20; ++i) rows += "<row><c><v>1</v></c></row>";
    auto book = Workbook::open(fixture::file_of({.sheet = "<sheetData>" + rows + "</sheetData>"}));
    REQUIRE(book);
    CHECK(Grid::from(*book, 0, 20));
    const auto refused = Grid::from(*book, 0, 19);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "sheet.too_many_cells");
    std::string merged;
    for (int i = 1; i <= 5001; ++i) merged += "<mergeCell ref=\"A" + std::to_string(i) + "\"/>";
    book = Workbook::open(fixture::file_of({.sheet = "<sheetData/><mergeCells>" + merged + "</mergeCells>"}));
    REQUIRE(book);
    const auto patchwork = Grid::from(*book, 0);
    REQUIRE_FALSE(patchwork);
    CHECK(patchwork.error().code == "sheet.too_many_merged");
    CHECK(has_sentence("refusal.sheet.too_many_merged"));
}
