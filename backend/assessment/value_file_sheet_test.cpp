#include <doctest/doctest.h>

#include "assessment/value_file.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/sheet_fixture.hpp"
#include "platform/sheet/write.hpp"

using namespace cs;
using namespace cs::assessment;

namespace {

std::string workbook() {
    sheet::BookWriter book({"", Instant(std::chrono::sys_days(2025y / 3 / 1)), "stamp"});
    sheet::SheetWriter& first = book.add({.name = "Bìa"});
    first.row({{std::string("x")}});
    sheet::SheetWriter& second = book.add({.name = "Số liệu"});
    second.row({{std::string("Tên xã")}, {std::string("1.1")}});
    second.row({{std::string("Minh Họa A")}, {*Decimal::parse("98.5")}});
    return book.bytes();
}

const FileCell& cell(const ValueFile& file, const std::string& address) {
    for (const auto& row : file.rows)
        for (const FileCell& each : row)
            if (each.address == address) return each;
    FAIL("no cell " << address);
    std::abort();
}

std::string refused(const auto& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

}    // namespace

TEST_CASE("a workbook's visible sheets are offered and one of them is read") {
    const auto file = read_value_file("bieu.xlsx", workbook(), 1);
    REQUIRE(file);
    CHECK(file->sheets == std::vector<std::string>{"Bìa", "Số liệu"});    // the hidden one of the form is none
    CHECK(file->sheet_name() == "Số liệu");
    CHECK(cell(*file, "B2").number.text == "98.5");
    CHECK(cell(*file, "B2").word.text == "98.5");
    CHECK(cell(*file, "A2").number.fault->code == "sheet.not_a_number");
    CHECK(file->digest.size() == 64);
    CHECK(refused(read_value_file("bieu.xlsx", workbook(), 2)) == "assessment.file_sheet_unknown");
    CHECK(refused(read_value_file("bieu.csv", "a,b\n", 1)) == "assessment.file_sheet_unknown");
}

TEST_CASE("a workbook under the name of a CSV is still a workbook, and rubbish is refused") {
    CHECK(read_value_file("bieu.csv", workbook(), 0));
    CHECK(refused(read_value_file("bieu.xlsx", "a,b\n1,2\n", 0)) == "sheet.is_text");
    CHECK(refused(read_value_file("bieu.csv", "a,b\n1\n", 0)) == "csv.refused");
    std::string wide = "a";
    for (int i = 0; i < 600; ++i) wide += ",x";
    CHECK(refused(read_value_file("bieu.csv", wide + "\n", 0)) == "assessment.file_too_wide");
}

TEST_CASE("a name merged downwards stands in each of its rows; a merged value is marked") {
    const std::string rows =
        R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Minh Họa A</t></is></c><c r="B1"><v>1</v></c><c r="C1"><v>5</v></c></row>)"
        R"(<row r="2"><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:D2"/></mergeCells>)";
    const auto file = read_value_file("a.xlsx", sheet::fixture::file_of({.sheet = rows}), 0);
    REQUIRE(file);
    CHECK(cell(*file, "A2").word.text == "Minh Họa A");
    CHECK(cell(*file, "A2").is_merged);
    CHECK(cell(*file, "C1").is_merged);
    CHECK_FALSE(cell(*file, "B2").is_merged);
    CHECK(file->rows[1].size() == 2);
}

TEST_CASE("the heading of a file joins the titles of two rows") {
    const std::string rows =
        R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>17.2</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Nam</t></is></c>)"
        R"(<c r="B2" t="inlineStr"><is><t>Nữ</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>)";
    const auto file = read_value_file("a.xlsx", sheet::fixture::file_of({.sheet = rows}), 0);
    REQUIRE(file);
    const auto& titles = file->headings[1].titles;
    REQUIRE(titles[1].size() == 2);
    CHECK(titles[1][0].shown == "Nữ");
    CHECK(titles[1][1].plain == "17.2");
}

TEST_CASE("faults go into a copy of the same workbook; a CSV has no place for them") {
    const auto copy = annotated_value_file(workbook(), 1, {{2, 1, "Số sai"}});
    REQUIRE(copy);
    CHECK(read_value_file("bieu.xlsx", *copy, 1)->rows.size() == 2);
    CHECK(*copy != workbook());
    CHECK(refused(annotated_value_file("a,b\n", 0, {})) == "assessment.file_has_no_comments");
    CHECK(refused(annotated_value_file(workbook(), 5, {})) == "assessment.file_sheet_unknown");
}
