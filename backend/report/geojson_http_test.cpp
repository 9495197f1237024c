#include "report/geojson_http.hpp"

#include <doctest/doctest.h>

#include <fmt/core.h>

using namespace cs;
using namespace cs::report;

namespace {

std::string feature(const std::string& geometry, const std::string& properties = R"({"code":"09352"})") {
    return fmt::format(R"({{"type":"Feature","properties":{},"geometry":{}}})", properties, geometry);
}
std::string collection(const std::string& features) { return R"({"type":"FeatureCollection","features":[)" + features + "]}"; }

const std::string square = R"({"type":"Polygon","coordinates":[[[106,21],[106.1,21],[106.1,21.1],[106,21.1],[106,21]]]})";

std::string no(const std::string& text) {
    const auto read = read_geojson(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "report.geojson_faulty");
    std::string all;
    for (const Fault& fault : read.error().faults) all += (all.empty() ? "" : " ") + fault.code + "@" + fault.where;
    return all;
}

}    // namespace

TEST_CASE("polygons and several of them are read with their code, in millionths of a degree") {
    const auto one = read_geojson(collection(feature(square)));
    REQUIRE(one);
    CHECK(one->at(0).code == "09352");
    CHECK(one->at(0).rings.at(0).at(1) == Point{106'100'000, 21'000'000});
    const auto more = read_geojson(collection(feature(R"({"type":"MultiPolygon","coordinates":[[[[106,21],[106.1,21],[106.1,21.1],[106,21]]],[[[107,21],[107.1,21],[107.1,21.1],[107,21]]]]})")));
    REQUIRE(more);
    CHECK(more->at(0).rings.size() == 2);
}

TEST_CASE("a file that is no collection of polygons with codes is refused at each place") {
    CHECK(no("{") == "report.geojson_syntax@geojson");
    CHECK(no(R"({"type":"Feature"})") == "report.geojson_not_features@geojson");
    CHECK(no(collection("")) == "report.geojson_empty@geojson");
    CHECK(no(collection(feature(square, "{}") + "," + feature(square, R"({"code":27})"))) ==
          "report.geojson_no_code@features[0] report.geojson_no_code@features[1]");
    CHECK(no(collection(feature(R"({"type":"Point","coordinates":[106,21]})"))) == "report.geojson_not_polygon@features[0]");
    CHECK(no(collection(feature("null"))) == "report.geojson_not_polygon@features[0]");
    CHECK(no(collection(feature(R"({"type":"Polygon","coordinates":[]})"))) == "report.geojson_not_polygon@features[0]");
    CHECK(no(collection(feature(R"({"type":"Polygon","coordinates":[[[106,21],[106.1,21],[106.1,21.1],[106,21.1]]]})"))) ==
          "report.geojson_ring_open@features[0]");
    CHECK(no(collection(feature(R"({"type":"Polygon","coordinates":[[[540000,2340000],[541000,2340000],[541000,2341000],[540000,2340000]]]})"))) ==
          "report.geojson_not_in_vietnam@features[0]");
    CHECK(no(collection(feature(R"({"type":"Polygon","coordinates":[[["106","21"],[106.1,21],[106.1,21.1],[106,21]]]})"))) ==
          "report.geojson_not_in_vietnam@features[0]");
    std::string many;
    for (int i = 0; i < 1001; ++i) many += (i ? "," : "") + feature(square);
    CHECK(no(collection(many)) == "report.geojson_too_many@geojson");
}
