#include "assessment/value_rows.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::assessment;

namespace {

criteria::Indicator indicator(std::string no, criteria::Kind kind, bool both_sexes = false, bool if_present = false) {
    criteria::Indicator made;
    made.no = std::move(no), made.kind = kind, made.both_sexes = both_sexes, made.if_present = if_present;
    return made;
}

const criteria::Indicator roads = indicator("1.1", criteria::Kind::percent),
                          clean = indicator("1.2", criteria::Kind::boolean),
                          work = indicator("17.2", criteria::Kind::percent, true),
                          market = indicator("7", criteria::Kind::boolean, false, true);
const KnownLines known = {{"1.1", &roads}, {"1.2", &clean}, {"17.2", &work}, {"7", &market}, {"@so_truong", nullptr}};
const KnownUnit a{UnitId::born(Instant(std::chrono::seconds(1))), "09163", "Xã Minh Họa A", "Huyện Minh Họa"},
    b{UnitId::born(Instant(std::chrono::seconds(2))), "09164", "Xã Đại Đồng", "Huyện Minh Họa"},
    c{UnitId::born(Instant(std::chrono::seconds(3))), "09165", "Xã Đại Đồng", "Huyện khác"};

using Role = ColumnRole;
const std::vector<ColumnUse> wide = {{0, Role::unit_name}, {1, Role::value, "1.1"}, {2, Role::value, "1.2"}};
const std::vector<ColumnUse> long_form = {{0, Role::unit_code}, {1, Role::line},   {2, Role::value},
                                          {3, Role::male},      {4, Role::female}, {5, Role::note}};

Result<UnderstoodFile> understood(const std::string& csv, std::vector<ColumnUse> columns,
                                  std::vector<UnitAnswer> answers = {}) {
    const auto file = read_value_file("bieu.csv", csv, 0);
    REQUIRE(file);
    return understand(*file, {2, std::move(columns), std::move(answers)}, UnitFinder({a, b, c}), known);
}

// "B2 sheet.not_a_number" for each, joined with commas.
std::string told(const std::vector<CellFault>& faults) {
    std::string all;
    for (const CellFault& each : faults) all += (all.empty() ? "" : ", ") + each.fault.where + " " + each.fault.code;
    return all;
}

std::string refused(const Result<UnderstoodFile>& result) {
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "assessment.import_columns");
    std::string all;
    for (const Fault& each : result.error().faults) all += (all.empty() ? "" : ", ") + each.where + " " + each.code;
    return all;
}

}    // namespace

TEST_CASE("a wide file gives each unit its lines") {
    const auto file = understood("Xã,1.1,1.2\nMinh Họa A,\"98,5\",đạt\nhàng trống,,\nTổng cộng,98,đạt\n", wide);
    REQUIRE(file);
    REQUIRE(file->lines.size() == 1);
    CHECK(file->lines.at(a.id).at("1.1").says.value == "98.5");
    CHECK(file->lines.at(a.id).at("1.1").cells.front().address == "B2");
    CHECK(file->lines.at(a.id).at("1.2").says.value == "đạt");
    CHECK(file->named_at.at(a.id).address == "A2");
    CHECK(told(file->faults).empty());
    CHECK(told(file->remarks) == "B2 sheet.number_as_text, A4 assessment.import_total");
    CHECK(file->rows_left_out == 1);
    CHECK(file->questions.empty());
}

TEST_CASE("a long file gives each row its line") {
    const auto file = understood(
        "unit,indicator,value,value_male,value_female,note\n9163,1.1,98,,,theo báo "
        "cáo\n9163,17.2,,98,97,\n9163,@so_truong,2,,,\n9163,7,không áp dụng,,,\n",
        long_form);
    REQUIRE(file);
    const auto& lines = file->lines.at(a.id);
    CHECK(lines.at("1.1").says.note == "theo báo cáo");
    CHECK(lines.at("17.2").says.male == "98");
    CHECK(lines.at("17.2").says.female == "97");
    CHECK(lines.at("17.2").cells.size() == 2);
    CHECK(lines.at("@so_truong").says.value == "2");
    CHECK(lines.at("7").says.applicable == false);
    CHECK(told(file->faults).empty());
}

TEST_CASE("each cell that stands in the way is told with its address") {
    const auto file = understood(
        "unit,indicator,value,m,f,note\n9163,1.1,chưa "
        "rõ,,,\n9163,9.9,98,,,\n9163,,98,,,\n,1.1,98,,,\n9163,1.1,97,,,\n9163,1.1,96,,,\n9163,17.2,98,,,\n"
        "9163,1.2,không áp dụng,,,\n9163,@so_truong,1.234,,,\n",
        long_form);
    REQUIRE(file);
    CHECK(told(file->faults) ==
          "C2 sheet.not_a_number, B3 assessment.line_unknown, C4 assessment.import_no_line, C5 "
          "assessment.import_no_unit, "
          "C7 assessment.import_twice, C8 assessment.import_sexes, C9 criteria.applicable_not_allowed, C10 "
          "sheet.maybe_thousands");
}

TEST_CASE("a unit in doubt is asked for once, and the answer counts for all its rows") {
    const std::string csv = "Xã,1.1,1.2\nĐại Đồng,98,\nĐại Đồng,,đạt\nNơi lạ,97,\n";
    const auto asked = understood(csv, wide);
    REQUIRE(asked);
    REQUIRE(asked->questions.size() == 2);
    CHECK(asked->questions[0].word == "Đại Đồng");
    CHECK(asked->questions[0].address == "A2");
    CHECK(asked->questions[0].options.size() == 2);
    CHECK(asked->questions[1].options.empty());
    CHECK(asked->lines.empty());
    const auto answered = understood(csv, wide, {{"Đại Đồng", c.id}, {"Nơi lạ", std::nullopt}});
    REQUIRE(answered);
    CHECK(answered->questions.empty());
    CHECK(answered->lines.at(c.id).size() == 2);
    CHECK(answered->rows_left_out == 1);
}

TEST_CASE("a code and a name that contradict each other are a fault") {
    const std::vector<ColumnUse> both = {{0, Role::unit_code}, {1, Role::unit_name}, {2, Role::value, "1.1"}};
    const auto file = understood("Mã,Xã,1.1\n9163,Đại Đồng,98\n9164,Đại Đồng,97\n", both);
    REQUIRE(file);
    CHECK(told(file->faults) == "B2 assessment.import_code_and_name");
    CHECK(file->lines.at(b.id).at("1.1").says.value == "97");
}

TEST_CASE("columns that make no sense are refused before any row is read") {
    const std::string csv = "x,y,z\n1,2,3\n";
    CHECK(refused(understood(csv, {{1, Role::value, "1.1"}})) == "columns assessment.import_no_unit_column");
    CHECK(refused(understood(csv, {{0, Role::unit_name}})) == "columns assessment.import_no_value_column");
    CHECK(refused(understood(csv, {{0, Role::unit_name}, {1, Role::value, "9.9"}})) ==
          "columns[1].line assessment.line_unknown");
    CHECK(refused(understood(csv, {{0, Role::unit_name}, {1, Role::value}})) ==
          "columns[1].line assessment.import_value_without_line");
    CHECK(refused(understood(csv, {{0, Role::unit_name}, {1, Role::line}, {2, Role::value, "1.1"}})) ==
          "columns[2].line assessment.import_value_without_line");
    CHECK(refused(understood(csv, {{0, Role::unit_name}, {1, Role::value, "1.1"}, {2, Role::value, "1.1"}})) ==
          "columns[2] assessment.import_column_twice");
    CHECK(refused(understood(csv, wide, {{"x", UnitId::born(Instant(std::chrono::seconds(9)))}})) ==
          "units[0].unit_id assessment.import_unit_not_in_round");
}
