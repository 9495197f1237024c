#include "platform/sheet/write.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "platform/sheet/read.hpp"
#include "platform/temporary_folder.hpp"

using namespace cs;
using namespace cs::sheet;

namespace {

const Instant created(std::chrono::sys_days(2025y / 3 / 1));

std::vector<Row> rows_of(const Workbook& book, std::size_t sheet = 0) {
    std::vector<Row> rows;
    REQUIRE(book.read(sheet, [&](const Row& row) {
        rows.push_back(row);
        return true;
    }));
    return rows;
}

// A part of the file, to see what a program that opens it will be told.
std::string part(const std::string& file, const std::string& name) {
    const auto archive = Archive::open(file, {});
    REQUIRE(archive);
    auto whole = archive->whole(name);
    REQUIRE(whole);
    return *std::move(whole);
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string form() {
    BookWriter book({"Biểu tự đánh giá", created, "sheet:7;version:3"});
    SheetWriter& sheet = book.add(
        {.name = "Số liệu [2025]", .widths = {8, 30, 12}, .frozen_rows = 2, .frozen_columns = 1, .is_protected = true});
    sheet.row({{std::string("Biểu tự đánh giá năm 2025"), Look::title}});
    sheet.row({{std::string("TT"), Look::header},
               {std::string("Chỉ tiêu"), Look::header},
               {std::string("Giá trị"), Look::header}});
    sheet.row({{std::string("1.1"), Look::shaded},
               {std::string("Tỷ lệ hộ dùng nước sạch")},
               {*Decimal::parse("98.1"), Look::plain, true, "Năm trước: 97,5"}});
    sheet.row(
        {{std::string("=1+1")}, {2025y / 6 / 30}, {true}, {1890y / 5 / 19}, {*Decimal::parse("123456789012345678")}});
    sheet.accept({{3, 2}, {3, 2}},
                 {Between{Decimal::whole(0), Decimal::whole(100)}, "Từ 0 đến 100", "Tỷ lệ phải từ 0 đến 100."});
    sheet.accept({{4, 2}, {4, 2}}, {Choices{{"đạt", "không đạt"}}});
    sheet.accept({{5, 2}, {9, 2}}, {DaysBetween{2025y / 1 / 1, 2025y / 12 / 31}});
    return book.bytes();
}

}    // namespace

TEST_CASE("what is written reads back the same") {
    auto book = Workbook::open(form());
    REQUIRE(book);
    CHECK(book->sheets()[0].name == "Số liệu  2025 ");
    const auto rows = rows_of(*book);
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].at(1)->text == "Chỉ tiêu");
    CHECK(*rows[2].at(2) == Cell{2, CellKind::number, false, false, false, "98.1"});
    CHECK(*rows[3].at(0) ==
          Cell{0, CellKind::text, false, false, false, "=1+1"});    // no formula, whatever it looks like
    CHECK(*rows[3].at(1) == Cell{1, CellKind::day, false, false, false, "2025-06-30"});
    CHECK(*rows[3].at(2) == Cell{2, CellKind::boolean, false, false, false, "true"});
    CHECK(*rows[3].at(3) ==
          Cell{3, CellKind::text, false, false, false, "19/05/1890"});    // before the days the format counts
    CHECK(*rows[3].at(4) ==
          Cell{4, CellKind::text, false, false, false, "123456789012345678"});    // more digits than a number holds
}

TEST_CASE("every decimal of up to fifteen digits survives the way through a binary number") {
    BookWriter writer({"", created});
    SheetWriter& sheet = writer.add({.name = "a"});
    std::vector<Decimal> numbers;
    std::uint64_t seed = 7;
    for (int i = 0; i < 3000; ++i) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        const auto units = static_cast<std::int64_t>(seed % 1'000'000'000'000'000u);
        numbers.emplace_back(i % 2 == 0 ? units : -units % 100'000, i % 10);
        sheet.row({{numbers.back()}});
    }
    auto book = Workbook::open(writer.bytes());
    REQUIRE(book);
    const auto rows = rows_of(*book);
    REQUIRE(rows.size() == numbers.size());
    for (std::size_t i = 0; i < rows.size(); ++i) REQUIRE(rows[i].cells[0].text == numbers[i].text());
}

TEST_CASE("a form says what may be filled in and how") {
    const std::string file = form(), sheet = part(file, "xl/worksheets/sheet1.xml"),
                      styles = part(file, "xl/styles.xml");
    CHECK(says(sheet, "<sheetProtection sheet=\"1\""));
    CHECK(says(styles, "<protection locked=\"0\"/>"));
    CHECK(says(sheet, "type=\"decimal\""));
    CHECK(says(sheet, "<formula1>0</formula1><formula2>100</formula2>"));
    CHECK(says(sheet, "prompt=\"Từ 0 đến 100\""));
    CHECK(says(sheet, "error=\"Tỷ lệ phải từ 0 đến 100.\""));
    CHECK(says(sheet, "<formula1>'_chungsuc'!$B$2:$C$2</formula1>"));
    CHECK(says(sheet, "type=\"date\""));
    CHECK(says(sheet, "state=\"frozen\""));
    CHECK(says(sheet, "ySplit=\"2\""));
    CHECK(says(sheet, "<col min=\"2\" max=\"2\" width=\"30.7109375\""));
    CHECK(says(part(file, "xl/comments1.xml"), "Năm trước: 97,5"));
    CHECK(says(part(file, "xl/workbook.xml"), "state=\"hidden\""));
}

TEST_CASE("the stamp and the lists stand in a hidden sheet") {
    auto book = Workbook::open(form());
    REQUIRE(book);
    REQUIRE(book->sheets().size() == 2);
    CHECK(book->sheets()[1].hidden);
    CHECK(stamp_of(*book) == "sheet:7;version:3");
    CHECK(rows_of(*book, 1)[1].at(2)->text == "không đạt");
    BookWriter plain({"", created});
    plain.add({.name = "a"}).row({{std::string("x")}});
    auto without = Workbook::open(plain.bytes());
    REQUIRE(without);
    CHECK(without->sheets().size() == 1);
    CHECK_FALSE(stamp_of(*without));
}

TEST_CASE("texts are cut to what the format holds, between characters") {
    BookWriter writer({"", created});
    std::string longest;
    for (int i = 0; i < 40'000; ++i) longest += "ế";
    SheetWriter& sheet = writer.add({.name = "Một tên trang tính dài quá ba mươi mốt chữ"});
    sheet.row({{longest},
               {std::string("a\x01"
                            "b\nc")}});
    sheet.accept({{2, 0}, {2, 0}}, {Between{Decimal::whole(0), Decimal::whole(1)}, longest, longest});
    auto book = Workbook::open(writer.bytes());
    REQUIRE(book);
    CHECK(book->sheets()[0].name == "Một tên trang tính dài quá ba m");
    CHECK(rows_of(*book)[0].at(0)->text.size() == 32'767 * std::string("ế").size());
    CHECK(rows_of(*book)[0].at(1)->text == "ab\nc");
}

TEST_CASE("the same content makes the same bytes") { CHECK(form() == form()); }

TEST_CASE("a book that is given up leaves no file behind") {
    const TemporaryFolder folder;
    const std::string own = folder.path().string();
    setenv("TMPDIR", own.c_str(), 1);
    {
        BookWriter book({"", created});
        book.add({.name = "a"}).row({{std::string("x")}});
        CHECK_FALSE(std::filesystem::is_empty(own));
    }
    unsetenv("TMPDIR");
    CHECK(std::filesystem::is_empty(own));
}
