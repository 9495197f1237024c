// A form as it really travels: made by us, opened, filled in and saved by LibreOffice, read back.
#include "platform/sheet/form.hpp"

#include <doctest/doctest.h>

#include "libreoffice/office.hpp"
#include "platform/sheet/form_fixture.hpp"

using namespace cs;
using namespace cs::sheet;
using cs::testing::filled_by_office;
using cs::testing::saved_by_office;

namespace {

FilledForm read(const std::string& bytes) {
    const auto file = FormFile::open(bytes, "test.survey");
    REQUIRE(file);
    auto filled = file->read(fixture::survey());
    REQUIRE(filled);
    return *std::move(filled);
}

}    // namespace

TEST_CASE("a form LibreOffice only opens and saves comes back unchanged") {
    const FilledForm filled = read(saved_by_office("bieu.xlsx", make_form(fixture::survey()), "xlsx"));
    CHECK(filled.changed.empty());
    CHECK(filled.faults.empty());
    CHECK(filled.remarks.empty());
}

TEST_CASE("what a person types into a form in LibreOffice is read as it was meant") {
    const FilledForm filled = read(
        filled_by_office(make_form(fixture::survey()),
                         {{"C5", "98,5"}, {"D5", "không đạt"}, {"E5", "30/06/2025"}, {"F5", "1/2"}, {"C6", "=40+2"}}));
    CHECK(filled.faults.empty());
    const auto& first = filled.changed.at("1.1").cells;
    CHECK(first.at("value").value == "98.5");
    CHECK(first.at("met").value == "không đạt");
    CHECK(first.at("day").value == "2025-06-30");
    CHECK(first.at("note").value == "1/2");    // a cell for text makes no day of it
    CHECK(filled.changed.at("1.2").cells.at("value").value == "42");
    REQUIRE(filled.remarks.size() == 1);
    CHECK(filled.remarks[0].fault.code == "sheet.formula");
    CHECK(filled.remarks[0].fault.where == "C6");
}

TEST_CASE("the faults of a form LibreOffice saved come back in a copy it can show") {
    const std::string saved = filled_by_office(make_form(fixture::survey()), {{"C5", "980"}});
    const auto file = FormFile::open(saved, "test.survey");
    REQUIRE(file);
    const auto filled = file->read(fixture::survey());
    REQUIRE(filled);
    REQUIRE(filled->faults.size() == 1);
    CHECK(filled->faults[0].fault.code == "sheet.form_out_of_range");
    const auto copy = file->annotated(filled->sheet, {{filled->faults[0].place, "Ghi chú thử"}}, "Chung Sức");
    REQUIRE(copy);
    CHECK(saved_by_office("copy.xlsx", *copy, "fods").find("Ghi chú thử") != std::string::npos);
}

TEST_CASE("a form saved as another kind of file is told how to be saved") {
    const auto refusal = [](const std::string& extension) {
        const auto file =
            FormFile::open(saved_by_office("bieu.xlsx", make_form(fixture::survey()), extension), "test.survey");
        return file ? std::string() : file.error().code;
    };
    CHECK(refusal("ods") == "sheet.is_opendocument");
    CHECK(refusal("xls") == "sheet.old_format");
    CHECK(refusal("csv") == "sheet.is_text");
}
