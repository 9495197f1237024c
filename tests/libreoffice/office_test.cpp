#include "libreoffice/office.hpp"

#include <doctest/doctest.h>

#include "platform/sheet/annotate.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/table.hpp"
#include "platform/sheet/typed.hpp"
#include "platform/sheet/write.hpp"

using namespace cs;
using namespace cs::sheet;
using cs::testing::saved_by_office;

namespace {

const std::string survey = "tests/libreoffice/survey.fods";

Workbook opened(const std::string& bytes) {
    auto book = Workbook::open(bytes);
    REQUIRE(book);
    return *std::move(book);
}

Grid grid_of(const Workbook& book, std::size_t sheet = 0) {
    auto grid = Grid::from(book, sheet);
    REQUIRE(grid);
    return *std::move(grid);
}

const Cell& cell(const Grid& grid, const char* address) {
    const Cell* found = grid.at(*parse_place(address));
    REQUIRE_MESSAGE(found != nullptr, std::string(address));
    return *found;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string part(const std::string& file, const std::string& name) {
    const auto archive = Archive::open(file, {});
    REQUIRE(archive);
    auto whole = archive->whole(name);
    REQUIRE(whole);
    return *std::move(whole);
}

std::string form() {
    BookWriter book({"Biểu tự đánh giá", Instant(std::chrono::sys_days(2025y / 3 / 1)), "sheet:7;version:3"});
    SheetWriter& sheet = book.add({.name = "Số liệu", .widths = {8, 30, 12}, .frozen_rows = 1, .is_protected = true});
    sheet.row({{std::string("TT"), Look::header},
               {std::string("Chỉ tiêu"), Look::header},
               {std::string("Giá trị"), Look::header}});
    sheet.row({{std::string("1.1"), Look::shaded},
               {std::string("Tỷ lệ hộ dùng nước sạch"), Look::shaded},
               {*Decimal::parse("98.1"), Look::plain, true, "Năm trước: 97,5"}});
    sheet.row({{std::string("1.2"), Look::shaded},
               {std::string("Có điện"), Look::shaded},
               {std::string("đạt"), Look::plain, true}});
    sheet.row({{std::string("1.3"), Look::shaded},
               {std::string("Ngày ký"), Look::shaded},
               {2025y / 6 / 30, Look::plain, true}});
    sheet.accept({{2, 2}, {2, 2}},
                 {Between{Decimal::whole(0), Decimal::whole(100)}, "Từ 0 đến 100", "Tỷ lệ phải từ 0 đến 100."});
    sheet.accept({{3, 2}, {3, 2}}, {Choices{{"đạt", "không đạt"}}});
    return book.bytes();
}

}    // namespace

TEST_CASE("what LibreOffice saves is read cell by cell") {
    const Workbook book = opened(saved_by_office(survey, "xlsx"));
    REQUIRE(book.sheets().size() == 2);
    CHECK(book.find("trang HAI") == 1);
    const Grid grid = grid_of(book);
    CHECK(cell(grid, "A1").text == "BIỂU SỐ LIỆU NĂM 2025");
    CHECK(grid.seen({1, 3})->text == "BIỂU SỐ LIỆU NĂM 2025");
    CHECK(cell(grid, "E1").hidden);
    CHECK(cell(grid, "B3") == Cell{1, CellKind::number, false, false, false, "98.5"});
    CHECK(cell(grid, "C3") == Cell{2, CellKind::day, false, false, false, "2025-06-30"});
    CHECK(cell(grid, "D3").text == "hai dòng\ntrong một ô");
    CHECK(cell(grid, "B4") == Cell{1, CellKind::number, true, false, false, "0.3"});
    CHECK(cell(grid, "D4") == Cell{3, CellKind::error, true, false, false, "#DIV/0!"});
    CHECK(cell(grid, "B5") == Cell{1, CellKind::number, false, true, true, "0.981"});
    CHECK(cell(grid, "C5") == Cell{2, CellKind::boolean, false, false, true, "true"});
    CHECK(cell(grid, "D5") == Cell{3, CellKind::text, true, false, true, "Xã Minh Họa C (cũ)"});
}

TEST_CASE("a table LibreOffice saves is understood") {
    const Grid grid = grid_of(opened(saved_by_office(survey, "xlsx")));
    const auto heading = find_heading(grid, {{"unit", {"Tên xã"}}, {"value", {"Giá trị"}}, {"day", {"Ngày"}}});
    REQUIRE(heading);
    CHECK(heading->first_row == 3);
    CHECK(read_number(cell(grid, "B5")).value == Decimal::parse("98.1"));
    CHECK(read_number(cell(grid, "B6")).fault->code == "sheet.thousands_mark");
    CHECK(read_day(cell(grid, "C4")).value == 2025y / 3 / 5);
    CHECK(read_number(cell(grid, "D4")).fault->code == "sheet.error_cell");
}

TEST_CASE("a form comes back from LibreOffice with its values, its stamp and its locks") {
    const std::string saved = saved_by_office("form.xlsx", form(), "xlsx");
    const Workbook book = opened(saved);
    CHECK(stamp_of(book) == "sheet:7;version:3");
    const Grid grid = grid_of(book);
    CHECK(cell(grid, "C2").text == "98.1");
    CHECK(cell(grid, "C3").text == "đạt");
    CHECK(cell(grid, "C4") == Cell{2, CellKind::day, false, false, false, "2025-06-30"});
    const std::string sheet = part(saved, "xl/worksheets/sheet1.xml");
    CHECK(says(sheet, "<sheetProtection"));
    CHECK(says(sheet, "type=\"decimal\""));
    CHECK(says(sheet, "<formula1>_chungsuc!$B$2:$C$2</formula1>"));
    CHECK(says(part(saved, "xl/styles.xml"), "locked=\"false\""));
    CHECK(says(part(saved, "xl/comments1.xml"), "Năm trước: 97,5"));
    CHECK(book.sheets()[1].hidden);
}

TEST_CASE("LibreOffice shows the comments and colours of an annotated copy") {
    for (const std::string& file :
         {saved_by_office(survey, "xlsx"), form(), saved_by_office("form.xlsx", form(), "xlsx")}) {
        const auto copy =
            annotated_copy(file, {{0, {2, 2}, "Ghi chú thử một"}, {0, {9, 0}, "Ghi chú thử hai"}}, "Chung Sức");
        REQUIRE(copy);
        const std::string shown = saved_by_office("copy.xlsx", *copy, "fods");
        CHECK(says(shown, "Ghi chú thử một"));
        CHECK(says(shown, "Ghi chú thử hai"));
        CHECK(says(shown, "<office:annotation"));
        CHECK(says(shown, "fo:background-color=\"#ffc7ce\""));
        CHECK(grid_of(opened(saved_by_office("copy.xlsx", *copy, "xlsx"))).rows().size() >= 3);
    }
}

TEST_CASE("other formats LibreOffice saves are told what they are") {
    const auto refusal = [](const std::string& extension) {
        const auto book = Workbook::open(saved_by_office(survey, extension));
        return book ? std::string() : book.error().code;
    };
    CHECK(refusal("ods") == "sheet.is_opendocument");
    CHECK(refusal("xls") == "sheet.old_format");
    CHECK(refusal("csv") == "sheet.is_text");
    CHECK(refusal("html") == "sheet.is_web_page");
    CHECK(refusal("pdf") == "sheet.wrong_type");
}

TEST_CASE("a CSV LibreOffice saves is a table") {
    const auto grid = Grid::from_csv(
        saved_by_office(survey, "csv:Text - txt - csv (StarCalc):59,34,76"));    // ; between cells, UTF-8
    REQUIRE(grid);
    CHECK(cell(*grid, "A2").text == "Tên xã (*)");
    CHECK(read_number(cell(*grid, "B3")).value == Decimal::parse("98.5"));
    CHECK(read_number(cell(*grid, "B6")).value == Decimal::parse("98.1"));    // rows are physical lines: one cell has two
    CHECK(read_day(cell(*grid, "C3")).value == 2025y / 6 / 30);
}

TEST_CASE("a CSV saved in another encoding is refused") {
    const auto grid =
        Grid::from_csv(saved_by_office(survey, "csv:Text - txt - csv (StarCalc):44,34,1"));    // Windows-1252
    REQUIRE_FALSE(grid);
    CHECK(grid.error().faults.front().code == "csv.not_utf8");
}
