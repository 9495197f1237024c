#include "platform/sheet/annotate.hpp"

#include <doctest/doctest.h>

#include "platform/i18n.hpp"
#include "platform/sheet/package.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/sheet_fixture.hpp"
#include "platform/sheet/splice.hpp"
#include "platform/sheet/write.hpp"

using namespace cs;
using namespace cs::sheet;
using fixture::Book;

namespace {

std::string part(const std::string& file, const std::string& name) {
    const auto archive = Archive::open(file, {});
    REQUIRE(archive);
    auto whole = archive->whole(name);
    REQUIRE(whole);
    return *std::move(whole);
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t n = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++n;
    return n;
}

std::vector<Row> rows_of(const std::string& file) {
    auto book = Workbook::open(file);
    REQUIRE(book);
    std::vector<Row> rows;
    REQUIRE(book->read(0, [&](const Row& row) {
        rows.push_back(row);
        return true;
    }));
    return rows;
}

std::string annotated(const std::string& file, const std::vector<Note>& notes) {
    auto copy = annotated_copy(file, notes, "Chung Sức");
    REQUIRE(copy);
    return *std::move(copy);
}

const std::string styles =
    R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fills count="2"><fill/><fill/></fills>)"
    R"(<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" fillId='0'><alignment wrapText="1"/></xf></cellXfs>)";
const Book book = {
    .sheet =
        R"(<sheetData><row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="C2" s="1"><v>45838</v></c></row><row r="4"/><row r="6"><c r="B6"><v>6</v></c></row></sheetData><tableParts count="0"/>)",
    .styles = styles};

}    // namespace

TEST_CASE("faulty cells get a comment and a colour, whether they exist or not") {
    const std::string copy = annotated(fixture::file_of(book), {{0, {2, 2}, "Ngày sai"},
                                                                {0, {2, 1}, "Thiếu <số> & \"chữ\""},
                                                                {0, {1, 0}, "Dòng thiếu"},
                                                                {0, {4, 3}, "Ô thiếu"},
                                                                {0, {9, 0}, "Cuối"},
                                                                {0, {2, 2}, "Và nữa"}});
    const std::string sheet = part(copy, "xl/worksheets/sheet1.xml"),
                      comments = part(copy, "xl/comments_chungsuc1.xml");
    CHECK(says(
        sheet,
        R"(<sheetData><row r="1"><c r="A1" s="2"/></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="2"/><c s="3" r="C2"><v>45838</v></c></row><row r="4"><c r="D4" s="2"/></row><row r="6"><c r="B6"><v>6</v></c></row><row r="9"><c r="A9" s="2"/></row></sheetData>)"));
    CHECK(says(sheet, R"(csr:id="csDrawing"/><tableParts count="0"/>)"));
    CHECK(count(comments, "<comment ref=") == 5);
    CHECK(says(comments, escaped("Ngày sai\nVà nữa")));
    CHECK(says(comments, "&#60;"));
    const std::string changed = part(copy, "xl/styles.xml");
    CHECK(says(changed, R"(<fills count="3">)"));
    CHECK(says(changed, R"(<cellXfs count="4">)"));
    CHECK(says(changed, R"(<xf applyFill="1" fillId="2" numFmtId="164"><alignment wrapText="1"/></xf></cellXfs>)"));
    const auto rows = rows_of(copy);
    CHECK(rows[0].at(2)->text == "2025-06-30");
    CHECK(rows[1].at(1)->text == "6");
}

TEST_CASE("what needs no change keeps its bytes") {
    const std::string file = fixture::file_of(book), copy = annotated(file, {{0, {2, 0}, "x"}});
    for (const char* name : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"})
        CHECK_MESSAGE(part(copy, name) == part(file, name), std::string(name));
    CHECK(copy == annotated(file, {{0, {2, 0}, "x"}}));
    CHECK(rows_of(annotated(file, {})).size() == rows_of(file).size());
}

TEST_CASE("a copy can be annotated again, and comments of the owner stay") {
    const std::string file = fixture::file_of(book);
    const std::string twice = annotated(annotated(file, {{0, {2, 0}, "một"}}), {{0, {2, 0}, "hai"}, {0, {3, 0}, "ba"}});
    const std::string comments = part(twice, "xl/comments_chungsuc1.xml"),
                      drawing = part(twice, "xl/drawings/vml_chungsuc1.vml");
    CHECK(count(comments, "<comment ref=") == 2);
    CHECK(says(comments, escaped("một")));
    CHECK(says(comments, escaped("hai")));
    CHECK(count(drawing, "<v:shape ") == 2);
    CHECK(count(drawing, "_x0000_s1025\"") == 1);
    CHECK(count(drawing, "_x0000_s1026\"") == 1);
    CHECK(count(part(twice, "xl/worksheets/sheet1.xml"), "legacyDrawing") == 1);
    CHECK(count(part(twice, "xl/worksheets/_rels/sheet1.xml.rels"), "<Relationship ") == 2);
}

TEST_CASE("a form of our own writer with comments can be annotated") {
    BookWriter writer({"", Instant(std::chrono::sys_days(2025y / 3 / 1))});
    SheetWriter& form = writer.add({.name = "a"});
    form.row({{*Decimal::parse("1"), Look::plain, true, "Năm trước: 2"}, {*Decimal::parse("2"), Look::header}});
    const std::string copy = annotated(writer.bytes(), {{0, {1, 0}, "Sai"}, {0, {1, 1}, "Cũng sai"}});
    CHECK(says(part(copy, "xl/comments1.xml"), "Năm trước: 2"));
    CHECK(says(part(copy, "xl/comments1.xml"), escaped("\nSai")));
    CHECK(count(part(copy, "xl/drawings/vmlDrawing1.vml"), "<v:shape ") == 2);
    CHECK(rows_of(copy)[0].at(1)->text == "2");
}

TEST_CASE("prefixes, empty sheets and missing styles are no obstacle") {
    const std::string prefixed =
        annotated(fixture::file_of({.sheet = "<x:sheetData/>", .styles = styles}), {{0, {3, 1}, "x"}});
    CHECK(says(part(prefixed, "xl/worksheets/sheet1.xml"),
               "<x:sheetData><x:row r=\"3\"><x:c r=\"B3\" s=\"2\"/></x:row></x:sheetData>"));
    const std::string bare =
        annotated(fixture::file_of({.sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"}),
                  {{0, {1, 1}, "x"}, {0, {1, 2}, "y"}});
    CHECK(says(part(bare, "xl/worksheets/sheet1.xml"),
               "<row><c><v>1</v></c><c s=\"0\"><v>2</v></c><c r=\"C1\" s=\"0\"/></row>"));
    CHECK(rows_of(bare)[0].at(1)->text == "2");
}

TEST_CASE("beyond a thousand cells only the colour is given") {
    std::vector<Note> notes;
    for (std::uint32_t row = 1; row <= 1'200; ++row) notes.push_back({0, {row, 0}, "Sai"});
    const std::string copy = annotated(fixture::file_of(book), notes);
    CHECK(count(part(copy, "xl/comments_chungsuc1.xml"), "<comment ref=") == 1'000);
    CHECK(count(part(copy, "xl/worksheets/sheet1.xml"), " s=\"2\"") == 1'200);
}

TEST_CASE("parts in UTF-16 and files that are no workbook are refused") {
    fixture::Parts parts = fixture::parts_of(book);
    std::string wide = "\xFF\xFE";
    for (const char c : parts[4].second.substr(fixture::head.size())) wide += {c, '\0'};
    parts[4].second = wide;
    const auto refused = annotated_copy(fixture::zip_of(parts), {{0, {1, 0}, "x"}}, "a");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "sheet.cannot_annotate");
    CHECK(has_sentence("refusal.sheet.cannot_annotate"));
    CHECK(rows_of(fixture::zip_of(parts))[0].at(0)->text == "1");    // reading it is another matter
    CHECK_FALSE(annotated_copy("a,b", {}, "a"));
}

TEST_CASE("an archive that reads but contradicts itself is not annotated") {
    std::string file = fixture::file_of(book);
    const std::size_t listed = file.rfind("xl/workbook.xml") - 46;
    REQUIRE(file.substr(listed, 4) == "PK\x01\x02");
    file[listed + 21] = 0x40;    // 16 kB packed, more than the whole file: only a writer copies so much
    CHECK(Workbook::open(file));
    const auto refused = annotated_copy(file, {{0, {1, 0}, "x"}}, "a");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "sheet.cannot_annotate");
}

TEST_CASE("attributes of a tag are set and taken away where they stand") {
    CHECK(with_attribute("<c r=\"A1\" s='1' t=\"s\">", "s", "7") == "<c s=\"7\" r=\"A1\" t=\"s\">");
    CHECK(with_attribute("<c/>", "s", "7") == "<c s=\"7\"/>");
    CHECK(with_attribute("<c a=\" s='3'>\" />", "s", "7") == "<c s=\"7\" a=\" s='3'>\" />");
    CHECK(without_attribute("<row spans=\"1:3\"  r = \"1\"/>", "spans") == "<row  r = \"1\"/>");
    CHECK(without_attribute("<row  r = \"1\"/>", "r") == "<row/>");
    CHECK(prefix_of("<x:row r=\"a:b\">") == "x:");
    CHECK(prefix_of("<row r=\"a:b\">").empty());
    CHECK(escaped("Sức <1>") == "S&#7913;c &#60;1&#62;");
}
