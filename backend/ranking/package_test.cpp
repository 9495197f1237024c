#include "ranking/package.hpp"

#include <doctest/doctest.h>

#include "ranking/report.hpp"
#include "scoring/table_fixture.hpp"

using namespace cs;
using namespace cs::ranking;
using namespace cs::scoring::testing;

namespace {

Package sample() {
    return {"Chấm điểm “thi đua” \\ 2021", "2022-03-31T09:30:00Z", "0.1.0", {"xa_ntm_2021_2025@1"}, bytes_of("tests/files/scoring/t6_hoi_nong_dan.yaml"),
            bytes_of("tests/files/scoring/t6_hoi_nong_dan.csv")};
}
std::string refused(const std::string& file) {
    const auto again = recompute(file);
    if (again) return "";
    CHECK(again.error().code == "ranking.package_refused");
    return again.error().faults.front().code;
}
std::string replaced(std::string text, const std::string& what, const std::string& by) {
    REQUIRE(text.find(what) != std::string::npos);
    return text.replace(text.find(what), what.size(), by);
}
// As somebody who knows how the sum is made would write it.
std::string summed(const std::string& text) {
    const std::string head = text.substr(0, text.rfind(",\n\"sha256\":\""));
    return head + ",\n\"sha256\":\"" + sha256(head + "}") + "\"}\n";
}

}    // namespace

TEST_CASE("a package recomputes byte for byte") {
    const auto frozen = write_package(sample());
    REQUIRE(frozen);
    const auto again = recompute(frozen->package);
    REQUIRE_MESSAGE(again, refused(frozen->package));
    CHECK(again->package == frozen->package);
    CHECK(again->result == frozen->result);
    CHECK(frozen->digest == sha256(frozen->result.substr(0, frozen->result.find(",\"digest\"")) + "}"));
}

TEST_CASE("line ends and quotes of the inputs survive the way through the package") {
    Package odd = sample();
    odd.sheets_csv = replaced(odd.sheets_csv, "Quế Sơn,", "\"Quế \"\"Sơn\"\"\",");
    for (std::size_t at = 0; (at = odd.sheets_csv.find('\n', at)) != std::string::npos; at += 2) odd.sheets_csv.replace(at, 1, "\r\n");
    const auto frozen = write_package(odd);
    REQUIRE(frozen);
    CHECK(refused(frozen->package).empty());
}

TEST_CASE("the version of the program is copied and is no part of the result") {
    Package other = sample();
    other.code_version = "9.9.9";
    CHECK(write_package(other)->result == write_package(sample())->result);
}

TEST_CASE("a package that somebody touched is refused") {
    const std::string file = write_package(sample())->package;
    CHECK(refused(replaced(file, "964.9", "974.9")) == "ranking.package_changed");
    CHECK(refused(summed(replaced(file, R"("total":"964.9")", R"("total":"974.9")"))) == "ranking.package_differs");
    CHECK(refused(summed(replaced(file, R"("rank":2)", R"("rank":1)"))) == "ranking.package_differs");
    CHECK(refused(summed(replaced(file, "chungsuc-ranking-1", "chungsuc-ranking-2"))) == "ranking.package_format");
    CHECK(refused(summed(replaced(file, "\"title\"", "\"titel\""))) != "");
    CHECK(refused(file.substr(0, file.size() / 2)) == "ranking.package_not_json");
    CHECK(refused("") == "ranking.package_not_json");
    CHECK(refused(summed("[,\n\"sha256\":\"")) == "ranking.package_not_json");
}

TEST_CASE("a package of inputs that cannot be ranked is not written") {
    Package bad = sample();
    bad.sheets_csv = "unit,cluster,item,stage,score,plan,actual,reason\nA,1,1,self,2000,,,\n";
    CHECK(write_package(bad).error().code == "scoring.sheets_refused");
    bad.table_yaml = "id: x\n";
    CHECK(write_package(bad).error().code == "scoring.table_refused");
}
