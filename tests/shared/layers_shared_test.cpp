// Real boundaries of 99 units of 2025 and of the eight districts before, as a province would upload them.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "law/law.hpp"
#include "report/geojson_http.hpp"

using namespace cs;
using namespace cs::report;

namespace {

std::vector<Outline> read(const std::string& name) {
    const char* folder = std::getenv("CHUNGSUC_SHARED");
    std::ifstream file(std::string(folder ? folder : "../shared") + "/data/" + name, std::ios::binary);
    INFO(name);
    REQUIRE(file.good());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const auto outlines = read_geojson(bytes.str());
    REQUIRE(outlines);
    return *outlines;
}

}    // namespace

TEST_CASE("the layers of 2025 and of the old districts are read whole and drawn within the budget of bytes") {
    const auto budget = law::law().parameters.whole_on("board.map_bytes", Day(std::chrono::year(2025) / 7 / 1));
    REQUIRE(budget);
    for (const auto& [name, units] : {std::pair{"bacninh_communes_2025.geojson", 99u}, {"bacninh_communes_2025_old27.geojson", 41u},
                                      {"bacninh_districts_2022.geojson", 8u}, {"bacninh_province_2025.geojson", 1u}}) {
        const auto outlines = read(name);
        CHECK(outlines.size() == units);
        const Drawing drawing = draw(outlines, static_cast<std::size_t>(*budget));
        MESSAGE(std::string(name) << ": " << drawing.bytes() << " bytes, " << drawing.width << " x " << drawing.height);
        CHECK(drawing.bytes() <= static_cast<std::size_t>(*budget));
        CHECK(drawing.bytes() > units * 12);
        CHECK(drawing.height > 300);
        for (const std::string& path : drawing.paths) CHECK(path.size() > 10);
    }
}
