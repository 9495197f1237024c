#include "law/tsv.hpp"

#include <doctest/doctest.h>

#include "law/testing.hpp"

using namespace cs;
using namespace cs::law;

namespace {

const Columns columns = {"key", "from", "until", "source", "confidence"};

std::string read(const std::string& rows) {
    std::vector<Fault> faults;
    read_tsv("law/x.tsv", tsv("key|from|until|source|confidence\n" + rows), columns, faults, [](Row& row) {
        row.key("key");
        row.period();
        row.source();
        row.confidence();
    });
    for (const Fault& fault : faults) CHECK(fault.where == "law/x.tsv");
    return found(faults);
}

}    // namespace

TEST_CASE("A good row of a law file has no fault; comments, blank lines, CRLF and a missing last newline are allowed") {
    CHECK(read("# units\n\na.b|2021-01-01||memory|memory-low\r\nc|2021-01-01|2022-01-01|https://x.vn|verified") == "");
}

TEST_CASE("Every wrong cell of a law file is named with its line in one run") {
    CHECK(read("Áo|2021-02-30||memory|memory-low\n"
               "a|2021-01-01|2020-01-01|hearsay|memory-low\n"
               "b|2021-01-01|soon|memory|perhaps\n") ==
          "law.bad_key@2 law.bad_day@2 law.until_before_from@3 law.bad_source@3 law.bad_day@4 law.bad_confidence@4");
}

TEST_CASE("A day without year first is refused") { CHECK(read("a|01/01/2021||memory|memory-low\n") == "law.bad_day@2"); }

TEST_CASE("What is only remembered cannot be called verified") {
    CHECK(read("a|2021-01-01||memory: Bộ luật|verified\n") == "law.verified_from_memory@2");
}

TEST_CASE("A row without source is refused") { CHECK(read("a|2021-01-01|||verified\n") == "law.bad_source@2"); }

TEST_CASE("A row with a cell too many or too few is refused and not read") {
    CHECK(read("a|2021-01-01||memory\n") == "law.bad_cell_count@2");
    CHECK(read("a|2021-01-01||memory|memory-low|more\n") == "law.bad_cell_count@2");
}

TEST_CASE("Blanks at the edge of a cell are refused: they hide in every comparison") {
    CHECK(read("a|2021-01-01||memory |memory-low\n") == "law.cell_blanks@2");
}

TEST_CASE("Text that is not UTF-8, or not composed, is refused") {
    CHECK(read("a|2021-01-01||memory \xff|memory-low\n") == "law.not_utf8@2");
    CHECK(read("a|2021-01-01||memory: Bo\xcc\xa3|memory-low\n") == "law.not_nfc@2");
}

TEST_CASE("A file with another header, or none, is refused as a whole") {
    std::vector<Fault> faults;
    int rows = 0;
    read_tsv("law/x.tsv", tsv("key|from\na|2021-01-01\n"), columns, faults, [&](Row&) { ++rows; });
    read_tsv("law/x.tsv", "", columns, faults, [&](Row&) { ++rows; });
    CHECK(found(faults) == "law.bad_header@1 law.bad_header@1");
    CHECK(rows == 0);
}
