#include "assessment/value_columns.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::assessment;

namespace {

const std::vector<LineName> lines = {{"1.1", "Tỷ lệ đường xã được nhựa hóa"},
                                     {"1.2", "Đường thôn sạch"},
                                     {"14.1", "Phổ cập giáo dục"},
                                     {"14.1#1", "Tiểu học"},
                                     {"17.2", "Có việc làm", true},
                                     {"@so_truong", ""}};

GuessedColumns guess(const std::string& csv) {
    const auto file = read_value_file("bieu.csv", csv, 0);
    REQUIRE(file);
    return guess_columns(*file, lines);
}

// "A:unit_name B:value/1.1"
std::string told(const GuessedColumns& guessed) {
    std::string all;
    for (const ColumnUse& use : guessed.uses) {
        if (use.role == ColumnRole::skip) continue;
        all += (all.empty() ? "" : " ") + column_letter(use.column) + ":" + std::string(word_of(use.role));
        if (!use.line.empty()) all += "/" + use.line;
    }
    return all;
}

}    // namespace

TEST_CASE("the wide form is guessed: a row a commune, a column an indicator") {
    const GuessedColumns found = guess(
        "BIỂU SỐ LIỆU,,,,,\nTT,Tên xã (*),1.1,Chỉ tiêu 1.2,14.1. Phổ cập,Tiểu học\n1,Minh Họa A,98,đạt,đạt,đạt\n");
    CHECK(found.heading == 2);
    CHECK(found.first_row == 3);
    CHECK(told(found) == "B:unit_name C:value/1.1 D:value/1.2 E:value/14.1 F:value/14.1#1");
    CHECK(found.titles[0] == "BIỂU SỐ LIỆU · TT");
    CHECK(found.titles[1] == "Tên xã (*)");
}

TEST_CASE("the long form is guessed: a row a commune and an indicator") {
    CHECK(told(guess("Mã xã,Huyện,Chỉ tiêu,Giá trị,Ghi chú\n27,A,1.1,98,\n")) ==
          "A:unit_code B:parent_name C:line D:value E:note");
    CHECK(told(guess("unit,indicator,value,value_male,value_female,note\n27,1.1,98,,,\n")) ==
          "A:unit_code B:line C:value D:male E:female F:note");
}

TEST_CASE("men and women are told from years") {
    CHECK(told(guess("Tên xã,17.2 nam,17.2 nữ,1.1 năm\nA,98,97,1\n")) ==
          "A:unit_name B:male/17.2 C:female/17.2 D:value/1.1");
    CHECK(told(guess("Tên xã,Năm,1.1\nA,2025,1\n")) == "A:unit_name C:value/1.1");
}

TEST_CASE("what two columns claim is guessed for neither") {
    CHECK(told(guess("Tên xã,1.1,1.1,1.2\nA,98,97,đạt\n")) == "A:unit_name D:value/1.2");
    CHECK(told(guess("Tên xã,Giá trị,1.2\nA,98,đạt\n")) == "A:unit_name C:value/1.2");    // a value of which indicator?
}

TEST_CASE("numbers are not taken for the beginnings of longer ones") {
    CHECK(told(guess("Tên xã,11.1,1.11,1.1#1,1.1.2\nA,1,2,3,4\n")) == "A:unit_name");
    CHECK(told(guess("Tên xã,1.1 (%),@so_truong\nA,1,2\n")) == "A:unit_name B:value/1.1 C:value/@so_truong");
}

TEST_CASE("without a heading nothing is guessed and every column is offered") {
    const GuessedColumns found = guess("x,y\n1,2\n");
    CHECK(found.heading == 0);
    CHECK(found.first_row == 1);
    CHECK(found.uses.size() == 2);
    CHECK(told(found).empty());
}

TEST_CASE("columns are lettered as spreadsheets do") {
    CHECK(column_letter(0) == "A");
    CHECK(column_letter(27) == "AB");
    CHECK(column_letter(511) == "SR");
}
