// What comes in the place of a workbook, by mistake or on purpose: each gets its own answer.
#include <doctest/doctest.h>

#include <algorithm>

#include "platform/i18n.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/sheet_fixture.hpp"

using namespace cs;
using namespace cs::sheet;
using fixture::Book;
using fixture::file_of;
using fixture::parts_of;
using fixture::zip_of;

namespace {

// The code of the refusal, by opening or by reading the first sheet; the sentence must exist.
std::string refusal_of(const std::string& bytes, const Limits& limits = {}) {
    auto book = Workbook::open(bytes, limits);
    const auto told = [](const Refusal& refusal) {
        CHECK_MESSAGE(has_sentence("refusal." + refusal.code), refusal.code);
        CHECK_MESSAGE(sentence(refusal).find('{') == std::string::npos, sentence(refusal));
        return refusal.code;
    };
    if (!book) return told(book.error());
    const auto shape = book->read(0, [](const Row&) { return true; });
    return shape ? "" : told(shape.error());
}

std::string with(const Book& book, const std::string& part, const std::string& bytes) {
    fixture::Parts parts = parts_of(book);
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& p) { return p.first == part; });
    if (found != parts.end())
        found->second = bytes;
    else
        parts.emplace_back(part, bytes);
    return zip_of(parts);
}

std::string without(const Book& book, const std::string& part) {
    fixture::Parts parts = parts_of(book);
    std::erase_if(parts, [&](const auto& p) { return p.first == part; });
    return zip_of(parts);
}

std::string compound_file(const std::string& stream) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    for (char c : stream) bytes += {c, '\0'};
    return bytes + std::string(600, '\0');
}

const Book plain = {.sheet = R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>)"};
const std::string good = file_of(plain);

std::string sheet_of(const std::string& rows) { return file_of({.sheet = "<sheetData>" + rows + "</sheetData>"}); }

}    // namespace

TEST_CASE("a workbook is not refused") { CHECK(refusal_of(good).empty()); }

TEST_CASE("a file of another kind is told what it is") {
    CHECK(refusal_of("") == "sheet.empty_file");
    CHECK(refusal_of("unit,indicator,value\n27,1.1,98\n") == "sheet.is_text");
    CHECK(refusal_of("\xEF\xBB\xBF"
                     "đơn vị;số liệu\n") == "sheet.is_text");
    CHECK(refusal_of(std::string("\xFF\xFE"
                                 "a\0,\0",
                                 6)) == "sheet.is_text");
    CHECK(refusal_of("<html><table><tr><td>1</td></tr></table></html>") == "sheet.is_web_page");
    CHECK(refusal_of("\xEF\xBB\xBF<?xml version=\"1.0\"?><Workbook/>") == "sheet.is_web_page");
    CHECK(refusal_of("%PDF-1.7\n") == "sheet.wrong_type");
    CHECK(refusal_of(std::string("\x89PNG\r\n\x1A\n\0\0", 10)) == "sheet.wrong_type");
    CHECK(refusal_of(compound_file("Workbook")) == "sheet.old_format");
    CHECK(refusal_of(compound_file("WordDocument")) == "sheet.wrong_type");
    CHECK(refusal_of(compound_file("EncryptedPackage")) == "sheet.encrypted");
}

TEST_CASE("a zip that is no workbook is told what it is") {
    CHECK(refusal_of(zip_of({{"a.txt", "x"}})) == "sheet.not_a_workbook");
    CHECK(refusal_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                             {"content.xml", "<x/>"}})) == "sheet.is_opendocument");
    Book word = plain;
    word.workbook_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    CHECK(refusal_of(file_of(word)) == "sheet.not_a_workbook");
    Book macro = plain;
    macro.workbook_type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    CHECK(refusal_of(file_of(macro)) == "sheet.has_macros");
    CHECK(refusal_of(with(plain, "xl/vbaProject.bin", "x")) == "sheet.has_macros");
    Book binary = plain;
    binary.workbook_type = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
    CHECK(refusal_of(file_of(binary)) == "sheet.is_binary");
    CHECK(refusal_of(without(plain, "xl/workbook.xml")) == "sheet.not_a_workbook");
    CHECK(refusal_of(without(plain, "xl/_rels/workbook.xml.rels")) == "sheet.no_sheets");
    CHECK(refusal_of(without(plain, "xl/worksheets/sheet1.xml")) == "sheet.part_missing");
}

TEST_CASE("a file cut short or spoilt is refused wherever it breaks") {
    for (std::size_t length : {good.size() - 1, good.size() - 30, good.size() / 2, std::size_t(40)})
        CHECK(refusal_of(good.substr(0, length)) == "sheet.truncated");
    std::string spoilt = good;
    const std::size_t body = spoilt.find("xl/worksheets/sheet1.xml") + 24;
    for (std::size_t i = 8; i < 24; ++i) spoilt[body + i] = static_cast<char>(~spoilt[body + i]);
    CHECK(refusal_of(spoilt) == "sheet.damaged");
    CHECK(refusal_of(with(plain, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>")) == "sheet.damaged");
    CHECK(refusal_of(with(plain, "xl/workbook.xml", "no xml")) == "sheet.damaged");
    std::string twice = zip_of({{"a.xml", "1"}, {"b.xml", "2"}});
    for (std::size_t at = 0; (at = twice.find("b.xml", at)) != std::string::npos;) twice[at] = 'a';
    CHECK(refusal_of(twice) == "sheet.damaged");
}

TEST_CASE("a sheet that contradicts itself is damaged") {
    for (const char* rows :
         {R"(<row r="2"/><row r="1"/>)", R"(<row r="0"/>)", R"(<row r="x"/>)", R"(<row r="1048577"/>)",
          R"(<row r="1"><c r="B1"/><c r="A1"/></row>)", R"(<row r="1"><c r="A2"/></row>)",
          R"(<row r="1"><c r="XFE1"/></row>)", R"(<row r="1"><c r="XFD1"/><c/></row>)",
          R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)", R"(<row r="1"><c r="A1" t="s"><v>-1</v></c></row>)"})
        CHECK_MESSAGE(refusal_of(sheet_of(rows)) == "sheet.damaged", std::string(rows));
    CHECK(refusal_of(file_of({.sheet = "<sheetData/><mergeCells><mergeCell ref=\"?\"/></mergeCells>"})) ==
          "sheet.damaged");
    CHECK(refusal_of(file_of({.sheet = "<cols><col min=\"0\" max=\"2\"/></cols><sheetData/>"})) == "sheet.damaged");
}

TEST_CASE("document types and entities are refused before they are expanded") {
    const std::string laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    CHECK(refusal_of(with(plain, "xl/worksheets/sheet1.xml", laughs)) == "sheet.dtd");
    CHECK(refusal_of(with(plain, "xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>")) ==
          "sheet.dtd");
    CHECK(refusal_of(with(plain, "[Content_Types].xml", laughs)) == "sheet.dtd");
}

TEST_CASE("a bomb is refused before it is inflated") {
    const std::string zeros(40u << 20, '0');
    const std::string bomb = with(plain, "xl/media/image1.png", zeros);
    REQUIRE(bomb.size() < 100'000);
    CHECK(refusal_of(bomb) == "sheet.bomb");    // by its ratio
    CHECK(refusal_of(bomb, {.total_bytes = 8u << 20}) == "sheet.bomb");
    fixture::Parts many = parts_of(plain);
    for (int i = 0; i < 300; ++i) many.emplace_back("junk/" + std::to_string(i), "");
    CHECK(refusal_of(zip_of(many), {.entries = 300}) == "sheet.too_many_entries");
    CHECK(refusal_of(good, {.file_bytes = 100}) == "sheet.too_large");
}

TEST_CASE("a directory that lies about sizes is found out while reading") {
    const std::string part = "xl/worksheets/sheet1.xml";
    std::string lying = with(plain, part, parts_of(plain)[4].second + std::string(100'000, ' '));
    const std::size_t in_directory = lying.rfind(part) - 46;
    REQUIRE(lying.substr(in_directory, 4) == "PK\x01\x02");
    lying[in_directory + 26] = 0;    // 100,000 and more become less than 65,536
    CHECK(refusal_of(lying) == "sheet.damaged");
}

TEST_CASE("what would fill the memory is refused") {
    std::string rows;
    for (int i = 1; i <= 20; ++i) rows += "<row><c><v>1</v></c><c><v>2</v></c></row>";
    CHECK(refusal_of(sheet_of(rows), {.cells = 40}).empty());
    CHECK(refusal_of(sheet_of(rows), {.cells = 39}) == "sheet.too_many_cells");
    const std::string longest = "<c r=\"B1\" t=\"inlineStr\"><is><t>" + std::string(200'000, 'a') + "</t></is></c>";
    CHECK(refusal_of(sheet_of("<row r=\"1\">" + longest + "</row>")) == "sheet.cell_too_long");
    CHECK(refusal_of(file_of({.sheet = "<sheetData/>",
                              .strings = "<si><t>" + std::string(200'000, 'a') + "</t></si>"})) == "sheet.damaged");
    std::string texts;
    for (int i = 0; i < 100; ++i) texts += "<si><t>mười lăm chữ</t></si>";
    CHECK(refusal_of(file_of({.sheet = "<sheetData/>", .strings = texts}), {.text_bytes = 1000}) ==
          "sheet.too_much_text");
    CHECK(refusal_of(sheet_of("<row r=\"1\" x=\"" + std::string(3u << 20, 'a') + "\"/>")) == "sheet.damaged");
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK(refusal_of(file_of({.sheet = deep})) == "sheet.damaged");
    std::string sheets;
    for (int i = 0; i < 300; ++i) sheets += "<sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/>";
    Book crowded = plain;
    crowded.workbook_extra = "<sheets>" + sheets + "</sheets>";
    CHECK(refusal_of(file_of(crowded)) == "sheet.too_many_sheets");
}

TEST_CASE("links to other files and paths out of the archive lead nowhere") {
    const std::string links =
        "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"%\"/></Relationships>";
    const auto with_target = [&](const std::string& target) {
        std::string rels = links;
        return with(plain, "xl/_rels/workbook.xml.rels", rels.replace(rels.find('%'), 1, target));
    };
    CHECK(refusal_of(with_target("worksheets/sheet1.xml")).empty());
    CHECK(refusal_of(with_target("../../xl/./worksheets/sheet1.xml")).empty());
    CHECK(refusal_of(with_target("../../../../etc/passwd")) == "sheet.part_missing");
    CHECK(refusal_of(with_target("http://example.org/a.xml\" TargetMode=\"External")) == "sheet.no_sheets");
}

TEST_CASE("a file that cannot be read is refused by its name") {
    const auto book = open_workbook_file("/nonexistent.xlsx");
    REQUIRE_FALSE(book);
    CHECK(book.error().code == "sheet.file_unreadable");
    CHECK(has_sentence("refusal.sheet.file_unreadable"));
}
