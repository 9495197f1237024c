// A list proves itself also after LibreOffice has saved it again.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "base/checksum.hpp"
#include "base/csv.hpp"
#include "libreoffice/office.hpp"
#include "platform/list_file.hpp"
#include "platform/sheet/read.hpp"

using namespace cs;

TEST_CASE("the rows of a list LibreOffice saved again have the sum their last row says") {
    const List list{"danh-sach", "units", {{"name", 20}, {"kind"}, {"count"}, {"percent"}, {"on"}, {"met"}}, [](const auto& give) -> Done {
                        give({std::string("Xã \"Một\", huyện"), ListWord{"unit_kind", "commune"}, std::int64_t(-7), *Decimal::parse("98.7"), Day(2025y / 6 / 30), true});
                        give({std::string("=1+1"), ListWord{"unit_kind", ""}, std::int64_t(0), *Decimal::parse("-0.1"), {}, false});
                        return {};
                    }};
    const auto made = list_file(list, ListFormat::xlsx, {});
    REQUIRE(made);
    std::ostringstream bytes;
    bytes << std::ifstream(made->path, std::ios::binary).rdbuf();
    const auto book = sheet::Workbook::open(cs::testing::saved_by_office("danh-sach.xlsx", bytes.str(), "xlsx"));
    REQUIRE(book);
    Sha256 sum;
    std::string last;
    REQUIRE(book->read(0, [&](const sheet::Row& row) {
        std::vector<std::string> cells(list.columns.size());
        for (const sheet::Cell& cell : row.cells) cells[cell.column] = cell.text;
        if (row.number == 2 || row.number == 3) sum.add(csv_line(cells));
        last = cells.front();
        return true;
    }));
    CHECK(last.find(sum.hex()) != std::string::npos);
    CHECK(last.find(made->sha256) != std::string::npos);
}
