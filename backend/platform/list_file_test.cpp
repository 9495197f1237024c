#include "platform/list_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/checksum.hpp"
#include "base/csv.hpp"
#include "platform/sheet/read.hpp"

using namespace cs;

namespace {

List people() {
    return {"danh-sach",
            "units",
            {{"name", 20}, {"kind"}, {"count"}, {"percent"}, {"on"}, {"met"}, {"goal"}},
            [](const auto& give) -> Done {
                give({std::string("Xã \"Một\", huyện"), ListWord{"unit_kind", "commune"}, std::int64_t(-7), *Decimal::parse("98.5"), Day(2025y / 6 / 30), true, {}});
                give({std::string("=HYPERLINK(1)"), ListWord{"unit_kind", ""}, std::int64_t(0), *Decimal::parse("-0.5"), {}, false, std::string("+84")});
                return {};
            }};
}

std::string bytes_of(const ListFile& file) {
    std::ostringstream all;
    all << std::ifstream(file.path, std::ios::binary).rdbuf();
    return all.str();
}

std::string sha256(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.hex();
}

}    // namespace

TEST_CASE("a list as CSV ends with its count and the SHA-256 of its rows, and no text in it begins a formula") {
    const auto made = list_file(people(), ListFormat::csv, {});
    REQUIRE(made);
    const std::string rows = "\"Xã \"\"Một\"\", huyện\",commune,-7,98.5,2025-06-30,true,\n'=HYPERLINK(1),,0,-0.5,,false,'+84\n";
    CHECK(bytes_of(*made) == "name,kind,count,percent,on,met,goal\n" + rows + "# rows=2 sha256=" + sha256(rows) + "\n");
    CHECK(made->name == "danh-sach.csv");
}

TEST_CASE("a list may name columns of its own, none begins a formula, and one that is too wide for a workbook is told so") {
    List board{"bang", "units", {{"name", 20}, {"=Xã Một: Tự chấm", 14, "=Xã Một: Tự chấm"}}, [](const auto& give) -> Done {
                   give({std::string("a"), std::int64_t(1)});
                   return {};
               }};
    CHECK(bytes_of(*list_file(board, ListFormat::csv, {})).starts_with("name,'=Xã Một: Tự chấm\na,1\n"));
    const auto book = sheet::Workbook::open(bytes_of(*list_file(board, ListFormat::xlsx, {})));
    REQUIRE(book);
    REQUIRE(book->read(0, [&](const sheet::Row& row) {
        if (row.number == 1) CHECK(row.at(1)->text == "=Xã Một: Tự chấm");
        return true;
    }));
    board.columns.resize(sheet::most_columns + 1, {"name"});
    CHECK(list_file(board, ListFormat::xlsx, {}).error().code == "access.list_too_wide");
}

TEST_CASE("a list as a workbook says the same in people's words, with numbers and days in their kinds, and proves what it shows") {
    const auto made = list_file(people(), ListFormat::xlsx, {});
    REQUIRE(made);
    auto book = sheet::Workbook::open(bytes_of(*made));
    REQUIRE(book);
    std::vector<sheet::Row> rows;
    REQUIRE(book->read(0, [&](const sheet::Row& row) {
        rows.push_back(row);
        return true;
    }));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].at(0)->text == "Tên");
    CHECK(rows[1].at(1)->text == "Xã");
    CHECK(rows[1].at(4)->kind == sheet::CellKind::day);
    CHECK(rows[2].at(0)->text == "=HYPERLINK(1)");
    CHECK(rows[2].at(0)->kind == sheet::CellKind::text);
    std::string lines;
    for (int i = 1; i <= 2; ++i) {
        std::vector<std::string> cells(7);
        for (const sheet::Cell& cell : rows[static_cast<std::size_t>(i)].cells) cells[cell.column] = cell.text;
        lines += csv_line(cells);
    }
    CHECK(made->sha256 == sha256(lines));
    CHECK(rows[3].at(0)->text.find(made->sha256) != std::string::npos);
}

TEST_CASE("the file of a list is gone when nobody keeps it, also when the rows are refused midway") {
    std::string path;
    {
        const auto made = list_file(people(), ListFormat::csv, {});
        path = made->path;
        CHECK(std::filesystem::exists(path));
    }
    CHECK_FALSE(std::filesystem::exists(path));
    List broken = people();
    broken.rows = [](const auto&) -> Done { return refuse(Problem::not_found, "org.unit_unknown_id"); };
    CHECK(list_file(broken, ListFormat::xlsx, {}).error().code == "org.unit_unknown_id");
    CHECK(list_file(broken, ListFormat::csv, {}).error().code == "org.unit_unknown_id");
}
