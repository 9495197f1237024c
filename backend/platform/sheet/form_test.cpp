#include "platform/sheet/form.hpp"

#include <doctest/doctest.h>

#include "platform/sheet/form_fixture.hpp"
#include "platform/sheet/sheet_fixture.hpp"

using namespace cs;
using namespace cs::sheet;
using namespace cs::sheet::fixture;

namespace {

FilledForm read(const std::string& bytes, const Form& now = survey()) {
    const auto file = FormFile::open(bytes, "test.survey");
    REQUIRE(file);
    auto filled = file->read(now);
    REQUIRE(filled);
    return *std::move(filled);
}

std::string refusal(const std::string& bytes) {
    const auto file = FormFile::open(bytes, "test.survey");
    if (!file) return file.error().code;
    const auto filled = file->read(survey());
    return filled ? "" : filled.error().code;
}

std::vector<std::string> told(const std::vector<PlacedFault>& faults) {
    std::vector<std::string> all;
    for (const PlacedFault& each : faults) all.push_back(each.fault.where + " " + each.fault.code);
    return all;
}
using Told = std::vector<std::string>;

}    // namespace

TEST_CASE("a form that comes back untouched changes nothing and says nothing") {
    const FilledForm filled = read(make_form(survey()));
    CHECK(filled.changed.empty());
    CHECK(filled.faults.empty());
    CHECK(filled.remarks.empty());
}

TEST_CASE("a form keeps what is not its reader's business locked, and says what fits into a cell") {
    const std::string file = make_form(survey());
    const auto archive = Archive::open(file, {});
    REQUIRE(archive);
    const std::string sheet = *archive->whole("xl/worksheets/sheet1.xml"), styles = *archive->whole("xl/styles.xml");
    CHECK(sheet.find("<sheetProtection sheet=\"1\"") != std::string::npos);
    CHECK(sheet.find("<formula1>0</formula1><formula2>100</formula2>") != std::string::npos);
    CHECK(sheet.find("type=\"textLength\"") != std::string::npos);
    CHECK(sheet.find("type=\"list\"") != std::string::npos);
    CHECK(sheet.find("type=\"date\"") != std::string::npos);
    CHECK(styles.find("<protection locked=\"0\"/>") != std::string::npos);
    CHECK(archive->whole("xl/comments1.xml")->find("Năm trước: 97,5") != std::string::npos);
}

TEST_CASE("the stamp is read back, and a file without one or of another form is told so") {
    const auto file = FormFile::open(make_form(survey()), "test.survey");
    REQUIRE(file);
    CHECK(file->stamp().fact("unit") == "u-1");
    CHECK(file->stamp().fact("nothing").empty());
    CHECK(FormFile::open(make_form(survey()), "another.form").error().code == "sheet.form_other");
    CHECK(refusal(file_of({"<sheetData/>"})) == "sheet.form_not_ours");
    CHECK_FALSE(FormStamp::parse("sheet:7;version:3"));
    CHECK_FALSE(FormStamp::parse("unit=u-1"));
}

TEST_CASE("what a person fills in is read in the kind of its cell") {
    const FilledForm filled =
        read(returned({{"C5", n("98.5")}, {"D5", s("Không  đạt")}, {"E5", s("30/6/2025")}, {"F6", s("ghi chú")}}));
    CHECK(told(filled.faults) == Told{});
    REQUIRE(filled.changed.size() == 2);
    const auto& cells = filled.changed.at("1.1").cells;
    CHECK(cells.at("value").value == "98.5");
    CHECK(cells.at("value").before == "97.5");
    CHECK(cells.at("met").value == "không đạt");
    CHECK(cells.at("day").value == "2025-06-30");
    CHECK(filled.changed.at("1.2").cells.at("note").value == "ghi chú");
}

TEST_CASE("what cannot be read in one way is a fault beside its cell, and nothing is guessed") {
    const FilledForm filled = read(returned({{"C5", s("1.234,5")},
                                             {"D5", s("chắc là đạt")},
                                             {"E5", s("06/30/2025")},
                                             {"C6", n("980")},
                                             {"E6", s("01/02/2024")},
                                             {"F6", s(std::string(41, 'x'))}}));
    CHECK(told(filled.faults) == Told{"C5 sheet.thousands_mark", "D5 sheet.form_not_a_choice", "E5 sheet.month_first",
                                      "C6 sheet.form_out_of_range", "E6 sheet.form_day_out_of_range",
                                      "F6 sheet.form_text_too_long"});
    CHECK(filled.faults[3].fault.args == Args{{"found", "980"}, {"least", "0"}, {"most", "100"}});
}

TEST_CASE("numbers as text, days in the Vietnamese order and pasted formulas are taken and told") {
    const FilledForm filled =
        read(returned({{"C5", s("98,5")}, {"E5", s("05/03/2025")}, {"C6", "<f>SUM(A1:A3)</f><v>42</v>"}}));
    CHECK(told(filled.faults) == Told{});
    CHECK(told(filled.remarks) == Told{"C5 sheet.number_as_text", "E5 sheet.day_first", "C6 sheet.formula"});
    CHECK(filled.changed.at("1.2").cells.at("value").value == "42");
}

TEST_CASE("columns and rows are found wherever they were moved") {
    const FilledForm filled = read(moved());
    CHECK(told(filled.faults) == Told{});
    CHECK(filled.changed.at("1.1").cells.at("value").value == "99");
    CHECK(filled.changed.at("1.2").cells.at("value").place == Place{8, 0});
}

TEST_CASE("a column that is read and is gone is a refusal that names it") {
    const auto file = FormFile::open(without_column(), "test.survey");
    REQUIRE(file);
    const auto filled = file->read(survey());
    REQUIRE_FALSE(filled);
    CHECK(filled.error().faults.front().code == "sheet.column_missing");
    CHECK(filled.error().faults.front().args == Args{{"title", "Đạt chưa"}});
}

TEST_CASE("merged cells, rows twice, unknown rows are faults; what stands below the table is left alone") {
    const FilledForm filled =
        read(returned({{"C5", n("98")}, {"A7", s("1.1")}, {"C7", n("3")}, {"A8", s("9.9")}, {"C8", n("4")}},
                      "<mergeCells count=\"1\"><mergeCell ref=\"C5:C6\"/></mergeCells>"));
    CHECK(told(filled.faults) == Told{"C5 sheet.form_merged", "C6 sheet.form_merged", "A7 sheet.form_row_twice"});
    CHECK(told(filled.remarks) == Told{"C8 sheet.form_row_ignored"});
    const FilledForm between = read(returned({{"A6", s("9.9")}, {"C6", n("4")}, {"A7", s("1.2")}}));
    CHECK(told(between.faults) == Told{"C6 sheet.form_row_unknown"});
}

TEST_CASE("a row that is gone is told and what is stored of it stays") {
    const FilledForm filled = read(returned({{"A5", s("")}, {"C5", ""}, {"D5", ""}}));
    CHECK(told(filled.remarks) == Told{"A3 sheet.form_row_missing"});
    CHECK_FALSE(filled.changed.contains("1.1"));
}

TEST_CASE("a locked cell that was changed all the same is a fault") {
    Form locked = survey();
    locked.rows[1].cells.at("value").open = false;
    CHECK(told(read(returned({{"C5", n("98")}}, "", locked), locked).faults) == Told{"C5 sheet.form_locked"});
    CHECK(told(read(returned({{"C5", n("98")}}), locked).faults) == Told{"C5 sheet.form_closed"});
    CHECK(read(returned({}), locked).faults.empty());
}

TEST_CASE("what was saved here while the file was away is never overwritten unseen") {
    Form now = survey();
    now.rows[1].cells.at("value").text = "97.9";
    now.rows[1].changed_by = "Nguyễn Văn A";
    const FilledForm both = read(returned({{"C5", n("98")}}), now);
    CHECK(told(both.faults) == Told{"C5 sheet.form_stale"});
    CHECK(both.faults[0].fault.args == Args{{"theirs", "97.9"}, {"mine", "98"}, {"by", "Nguyễn Văn A"}});
    const FilledForm here = read(returned({{"F5", s("chỉ ghi chú")}}), now);
    CHECK(told(here.remarks) == Told{"C5 sheet.form_newer"});
    CHECK(here.changed.at("1.1").cells.at("value").value == "97.9");
    CHECK_FALSE(here.changed.at("1.1").cells.at("value").changed());
    const FilledForm same = read(returned({{"C5", n("97.9")}}), now);
    CHECK(same.faults.empty());
    CHECK(same.changed.empty());
}

TEST_CASE("faults come back in a copy of the same file") {
    const auto file = FormFile::open(returned({{"C5", s("1.234,5")}}), "test.survey");
    REQUIRE(file);
    const auto filled = file->read(survey());
    REQUIRE(filled);
    const auto copy = file->annotated(filled->sheet, {{filled->faults[0].place, "so 1234"}}, "Chung Sức");
    REQUIRE(copy);
    const auto archive = Archive::open(*copy, {});
    REQUIRE(archive);
    CHECK(archive->whole("xl/comments1.xml")->find("so 1234") != std::string::npos);
    CHECK(FormFile::open(*copy, "test.survey"));
}

TEST_CASE("a number that goes in steps says so in the workbook, and one between two steps is a fault") {
    const auto stepped = [](std::string least, std::string most, std::string step) {
        return FormCell{"", Entry{Between{*Decimal::parse(least), *Decimal::parse(most), Decimal::parse(step)}}, true};
    };
    const Form form{{"test.survey", {}}, "Điểm", {}, {{"no", "Số"}, {"value", "Điểm"}},
                    {{"1", {{"value", stepped("0", "10", "0.5")}}}, {"2", {{"value", stepped("0", "10", "0.1")}}}, {"3", {{"value", stepped("0", "9", "1")}}}}};
    const std::string file = make_form(form);
    CHECK(Archive::open(file, {})->whole("xl/worksheets/sheet1.xml")->find("<formula1>AND(ISNUMBER(B3),B3&gt;=0,B3&lt;=10,ABS(ROUND(B3/0.5,0)*0.5-B3)&lt;0.0000001)</formula1>") !=
          std::string::npos);
    CHECK(told(read(returned({{"B3", n("9.5")}, {"B4", n("0.3")}, {"B5", n("9")}}, "", form), form).faults) == Told{});
    const FilledForm wrong = read(returned({{"B3", n("9.25")}, {"B4", n("0.35")}, {"B5", n("10.5")}}, "", form), form);
    CHECK(told(wrong.faults) == Told{"B3 sheet.form_off_step", "B4 sheet.form_off_step", "B5 sheet.form_out_of_range"});
}
