#include <doctest/doctest.h>

#include "base/base64.hpp"
#include "base/checksum.hpp"
#include "base/csv.hpp"
#include "base/decimal.hpp"
#include "base/digest.hpp"
#include "base/id.hpp"
#include "base/text.hpp"

using namespace cs;

TEST_CASE("98, 98.0 and 98,0 are one value") {
    CHECK(Decimal::parse("98") == Decimal::parse("98.0"));
    CHECK(Decimal::parse("98,00")->text() == "98");
    CHECK(Decimal::parse("-0,50")->text() == "-0.5");
    CHECK(Decimal::parse("2.5")->text() == "2.5");
    CHECK(*Decimal::parse("59") >= *Decimal::parse("59,0"));
    CHECK(*Decimal::parse("58.999999999") < *Decimal::parse("59"));
}

TEST_CASE("what is not a plain decimal is no number") {
    for (const char* bad : {"", "-", ".5", "5.", "1.000.000", "1,000,5", "1e3", " 1", "1 ", "đạt", "0x10",
                            "1234567890123456789", "1.0000000001"})
        CHECK_MESSAGE(!Decimal::parse(bad), bad);
}

TEST_CASE("folding drops diacritics, tone placement and case") {
    CHECK(fold("Xã Đại  Đồng") == "xa dai dong");
    CHECK(fold("Hòa") == fold("Hoà"));
    CHECK(fold("Thụy Hòa") == fold("THUỴ HOÀ"));
    CHECK(fold_case(" Mức độ 3 ") == fold_case("mức ĐỘ 3"));
    CHECK(fold_case("Khá") != fold_case("Kha"));
    CHECK(nfc("Hoa\xCC\x80") == "Hoà");
    CHECK_FALSE(nfc("\xFF\xFE"));
    CHECK(folded_pattern("Đạt 100%") == "%dat 100\\%%");
    CHECK(folded_pattern("") == "%");
}

TEST_CASE("a slip of the fingers finds its word") {
    CHECK(nearest("--relase", {"--release", "--db"}) == "--release");
    CHECK_FALSE(nearest("--zzzzzzz", {"--release", "--db"}));
}

TEST_CASE("CSV keeps quoted commas, both line ends and physical line numbers") {
    const auto csv = read_csv(
        "\xEF\xBB\xBF"
        "a,b\r\n\"x,\"\"y\"\"\nz\",2\r\n\r\nlast,3");
    REQUIRE(csv);
    CHECK(csv->rows.at(0).cells == std::vector<std::string>{"x,\"y\"\nz", "2"});
    CHECK(csv->rows.at(0).line == 2);
    CHECK(csv->rows.at(1).line == 5);
}

TEST_CASE("CSV may be told another separator") {
    const auto csv = read_csv("a;b\n1,5;\"x;y\"\n", {}, ';');
    REQUIRE(csv);
    CHECK(csv->rows.at(0).cells == std::vector<std::string>{"1,5", "x;y"});
}

TEST_CASE("CSV refuses every bad line at once") {
    const auto csv = read_csv("a,b\n1\n\"x\"y,2\n\xFF,3\n", {"a", "b"});
    REQUIRE_FALSE(csv);
    CHECK(csv.error().faults.size() == 3);
    CHECK_FALSE(read_csv("a,c\n", {"a", "b"}));
    CHECK_FALSE(read_csv("a,b\n\"open", {"a", "b"}));
    CHECK_FALSE(read_csv(""));
}

TEST_CASE("what is written as CSV reads back the same") {
    const std::vector<std::string> cells = {"a,b", "say \"no\"", "two\nlines", ""};
    CHECK(read_csv(csv_line({"1", "2", "3", "4"}) + csv_line(cells))->rows.at(0).cells == cells);
}

TEST_CASE("ids are UUIDv7 in order of birth") {
    const std::string first = new_uuid(Instant(1s)), second = new_uuid(Instant(2s));
    CHECK(is_uuid(first));
    CHECK(first < second);
    CHECK(first[14] == '7');
    CHECK_FALSE(is_uuid("27"));
    CHECK_FALSE(UnitId::parse("018F0000-0000-7000-8000-000000000000"));
}

TEST_CASE("the digest is BLAKE2b-256") {
    CHECK(digest("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    Digest pieces;
    pieces.add("minh ");
    pieces.add("chứng");
    CHECK(pieces.hex() == digest("minh chứng"));
    CHECK(Digest().hex() == digest(""));
}

TEST_CASE("checksums of the transfer are SHA-256 and SHA-1, and nothing else") {
    CHECK(to_base64(checksum("sha1", "abc").value()) == "qZk+NkcGgWq6PiVxeFDCbJzQ2J0=");
    CHECK(to_base64(checksum("sha256", "abc").value()) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK_FALSE(checksum("md5", "abc"));
}

TEST_CASE("base64 reads what it writes and refuses what it is not") {
    for (const std::string text : {"", "a", "ab", "abc", "Biên bản họp thôn"}) CHECK(from_base64(to_base64(text)) == text);
    for (const char* bad : {"YQ", "YQ=", "Y Q=", "YQ==YQ==", "_-8=", "====", "YQ==x"}) CHECK_MESSAGE(!from_base64(bad), bad);
}

TEST_CASE("days and periods") {
    CHECK(to_text(*parse_day("2025-06-30")) == "2025-06-30");
    CHECK(to_vietnamese(*parse_day("2025-06-30")) == "30/06/2025");
    const Period one{2025y / 1 / 1, 2025y / 7 / 1};
    CHECK(one.has(2025y / 6 / 30));
    CHECK_FALSE(one.has(2025y / 7 / 1));
    CHECK_FALSE(one.overlaps(Period{2025y / 7 / 1, std::nullopt}));
    CHECK(to_text(Instant(std::chrono::sys_days(2025y / 6 / 30) + 17h + 5us)) == "2025-06-30T17:00:00.000005Z");
}
