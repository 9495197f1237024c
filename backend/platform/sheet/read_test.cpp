#include "platform/sheet/read.hpp"

#include <doctest/doctest.h>

#include "platform/sheet/sheet_fixture.hpp"

using namespace cs;
using namespace cs::sheet;
using fixture::Book;
using fixture::file_of;

namespace {

struct Read {
    std::vector<Row> rows;
    Shape shape;

    const Cell& at(std::string_view address) const {
        const Place place = *parse_place(address);
        for (const Row& row : rows)
            if (row.number == place.row)
                if (const Cell* cell = row.at(place.column)) return *cell;
        static const Cell none;
        return none;
    }
    std::string text(std::string_view address) const { return at(address).text; }
};

Read read(const Book& book, const Limits& limits = {}) {
    Read all;
    auto opened = Workbook::open(file_of(book), limits);
    REQUIRE(opened);
    auto shape = opened->read(0, [&](const Row& row) {
        all.rows.push_back(row);
        return true;
    });
    REQUIRE(shape);
    all.shape = *std::move(shape);
    return all;
}

std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

}    // namespace

TEST_CASE("a workbook's cells are read with their kinds") {
    const Read all = read(
        {.sheet = data(
             R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>98.500000000000014</v></c>)"
             R"(<c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#DIV/0!</v></c><c r="E2" s="1"><v>45838</v></c>)"
             R"(<c r="F2" t="inlineStr"><is><t>tại chỗ</t></is></c><c r="G2" t="str"><f>A1&amp;B1</f><v>ghép</v></c>)"
             R"(<c r="H2" s="2"><v>0.98</v></c><c r="I2" t="d"><v>2025-06-30T00:00:00</v></c><c r="J2"><v>NaN</v></c></row>)"),
         .strings = "<si><t>không dùng</t></si><si><t>Xã Minh Họa</t></si>",
         .styles =
             R"(<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>)"
             R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>)"});
    CHECK(all.at("A2") == Cell{0, CellKind::text, false, false, false, "Xã Minh Họa"});
    CHECK(all.at("B2") == Cell{1, CellKind::number, false, false, false, "98.5"});
    CHECK(all.at("C2") == Cell{2, CellKind::boolean, false, false, false, "true"});
    CHECK(all.at("D2") == Cell{3, CellKind::error, false, false, false, "#DIV/0!"});
    CHECK(all.at("E2") == Cell{4, CellKind::day, false, false, false, "2025-06-30"});
    CHECK(all.at("F2") == Cell{5, CellKind::text, false, false, false, "tại chỗ"});
    CHECK(all.at("G2") == Cell{6, CellKind::text, true, false, false, "ghép"});
    CHECK(all.at("H2") == Cell{7, CellKind::number, false, true, false, "0.98"});
    CHECK(all.at("I2") == Cell{8, CellKind::day, false, false, false, "2025-06-30"});
    CHECK(all.at("J2").kind == CellKind::error);
    CHECK(all.shape.rows == 1);
    CHECK(all.shape.cells == 10);
}

TEST_CASE("rich texts are joined, readings for another script left out, marks composed") {
    const Read all = read(
        {.sheet = data(
             R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>hai </t></r><r><t>đoạn</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>)"
             R"(<c r="C1" t="s"><v>1</v></c></row>)"),
         .strings = "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">Đạt </t></r><r><t>chuẩn</t></r><rPh sb=\"0\" "
                    "eb=\"1\"><t>phiên âm</t></rPh></si>"
                    "<si><t>Hoa\xCC\x80_x000D_\n_x0041_ _xD83D_ a_b</t></si>"});
    CHECK(all.text("A1") == "Đạt chuẩn");
    CHECK(all.text("B1") == "hai đoạn");
    CHECK(all.text("C1") == "Hoà\nA _xD83D_ a_b");
}

TEST_CASE("a formula is flagged and its saved result given, never run") {
    const Read all = read(
        {.sheet = data(
             R"(<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f t="shared" si="0"/><v>7</v></c></row>)")});
    CHECK(all.at("A1") == Cell{0, CellKind::number, true, false, false, "3"});
    CHECK(all.at("B1") == Cell{1, CellKind::empty, true, false, false, ""});
    CHECK(all.at("C1") == Cell{2, CellKind::number, true, false, false, "7"});
}

TEST_CASE("hidden rows and columns and merged cells are told") {
    const Read all = read(
        {.sheet =
             R"(<cols><col min="2" max="3" hidden="1"/></cols>)" +
             data(
                 R"(<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="5" hidden="1"><c r="A5"><v>3</v></c></row><row r="6"/><row r="7" hidden="true"/>)") +
             R"(<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="D4:D9"/></mergeCells>)"});
    CHECK_FALSE(all.at("A1").hidden);
    CHECK(all.at("C1").hidden);
    CHECK(all.at("A5").hidden);
    REQUIRE(all.rows.size() == 3);
    CHECK(all.rows[2].number == 7);
    CHECK(all.rows[2].hidden);
    CHECK(all.shape.merged == std::vector<Range>{{{1, 0}, {2, 1}}, {{4, 3}, {9, 3}}});
}

TEST_CASE("a day is counted from 1904 where the workbook says so") {
    const Read all = read({.sheet = data(R"(<row r="1"><c r="A1" s="0"><v>44376</v></c></row>)"),
                           .styles = R"(<cellXfs><xf numFmtId="14"/></cellXfs>)",
                           .workbook_extra = R"(<workbookPr date1904="1"/>)"});
    CHECK(all.text("A1") == "2025-06-30");
}

TEST_CASE("rows and cells without an address follow the one before; prefixes are free") {
    const Read all = read({.sheet = "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c "
                                    "r=\"D1\"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>4</"
                                    "x:v></x:c></x:row></x:sheetData>"});
    CHECK(all.text("A1") == "1");
    CHECK(all.text("E1") == "3");
    CHECK(all.text("A2") == "4");
}

TEST_CASE("reading stops where the reader has seen enough") {
    auto book = Workbook::open(
        file_of({.sheet = data("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>") + "<broken"}));
    REQUIRE(book);
    int seen = 0;
    CHECK(book->read(0, [&](const Row&) { return ++seen < 1; }));
    CHECK(seen == 1);
}

TEST_CASE("what the reader's caller throws reaches him") {
    auto book = Workbook::open(file_of({.sheet = data("<row r=\"1\"><c><v>1</v></c></row>")}));
    REQUIRE(book);
    CHECK_THROWS_AS((void)book->read(0, [](const Row&) -> bool { throw std::runtime_error("storage"); }),
                    std::runtime_error);
}

TEST_CASE("sheets are found by name without regard to case and diacritics") {
    auto book = Workbook::open(file_of({.sheet = data("")}));
    REQUIRE(book);
    CHECK(book->find("SO LIEU") == 0);
    CHECK_FALSE(book->find("khác"));
    CHECK(book->sheets().front().name == "Số liệu");
    CHECK_FALSE(book->sheets().front().hidden);
}

TEST_CASE("addresses are read and written") {
    CHECK(column_name(0) == "A");
    CHECK(column_name(25) == "Z");
    CHECK(column_name(26) == "AA");
    CHECK(column_name(16383) == "XFD");
    CHECK(address({7, 27}) == "AB7");
    CHECK(parse_place("$AB$7") == Place{7, 27});
    CHECK(parse_range("B2") == Range{{2, 1}, {2, 1}});
    for (const char* bad : {"", "A", "7", "A0", "XFE1", "A1048577", "a1", "A1B", "AAAAAAAAAAAA1", "A99999999999"})
        CHECK_MESSAGE(!parse_place(bad), std::string(bad));
    CHECK_FALSE(parse_range("B2:A1"));
}
