#include "report/geojson_http.hpp"

#include <cmath>

#include "base/text.hpp"
#include "platform/json/json.hpp"

namespace cs::report {
namespace {

using json::Json;

constexpr std::size_t most_features = 1000, most_points = 300'000;
// Around the mainland and the islands, in degrees: metres of a national projection fall far outside.
constexpr double west = 101, east = 118, south = 6, north = 24;

const Json* member(const Json& value, std::string_view name) { return value.is_object() ? value.as_object().if_contains(name) : nullptr; }

bool is_text(const Json* value, std::string_view text) { return value && value->is_string() && value->as_string() == text; }

std::optional<double> number(const Json& value) {
    if (value.is_double()) return value.as_double();
    if (value.is_int64()) return static_cast<double>(value.as_int64());
    return std::nullopt;
}

class FeatureReader {
public:
    std::vector<Fault> faults;
    std::size_t points = 0;

    std::optional<Outline> read(const Json& feature, std::string where) {
        where_ = std::move(where);
        const std::size_t before = faults.size();
        Outline outline{code(feature), {}};
        if (outline.code.empty()) fault("report.geojson_no_code");
        const Json* geometry = member(feature, "geometry");
        const Json* coordinates = geometry ? member(*geometry, "coordinates") : nullptr;
        const Json* type = geometry ? member(*geometry, "type") : nullptr;
        if (coordinates && coordinates->is_array() && is_text(type, "Polygon")) polygon(coordinates->as_array(), outline);
        else if (coordinates && coordinates->is_array() && is_text(type, "MultiPolygon")) several(coordinates->as_array(), outline);
        else fault("report.geojson_not_polygon");
        if (faults.size() == before && outline.rings.empty()) fault("report.geojson_not_polygon");
        return faults.size() == before ? std::optional(std::move(outline)) : std::nullopt;
    }

private:
    void fault(const char* what) { faults.push_back({what, {}, where_}); }

    static std::string code(const Json& feature) {
        const Json* properties = member(feature, "properties");
        const Json* code = properties ? member(*properties, "code") : nullptr;
        return code && code->is_string() ? std::string(trim(std::string_view(code->as_string()))) : "";
    }

    void several(const boost::json::array& polygons, Outline& outline) {
        for (const Json& rings : polygons) {
            if (!rings.is_array()) return fault("report.geojson_not_polygon");
            polygon(rings.as_array(), outline);
        }
    }

    void polygon(const boost::json::array& rings, Outline& outline) {
        for (const Json& list : rings) {
            if (!list.is_array()) return fault("report.geojson_not_polygon");
            Ring ring;
            for (const Json& position : list.as_array()) {
                const auto point = point_of(position);
                if (!point) return fault("report.geojson_not_in_vietnam");
                ring.push_back(*point);
            }
            if (ring.size() < 4 || ring.front() != ring.back()) return fault("report.geojson_ring_open");
            points += ring.size();
            outline.rings.push_back(std::move(ring));
        }
    }

    static std::optional<Point> point_of(const Json& position) {
        if (!position.is_array() || position.as_array().size() < 2) return std::nullopt;
        const auto x = number(position.as_array()[0]), y = number(position.as_array()[1]);
        if (!x || !y || !(west <= *x && *x <= east) || !(south <= *y && *y <= north)) return std::nullopt;
        return Point{static_cast<std::int32_t>(std::lround(*x * 1e6)), static_cast<std::int32_t>(std::lround(*y * 1e6))};
    }

    std::string where_;
};

}    // namespace

Result<std::vector<Outline>> read_geojson(std::string_view text) {
    const auto no = [](const char* what, Args args = {}) {
        return refuse("report.geojson_faulty", {Fault{what, std::move(args), "geojson"}});
    };
    const auto root = json::parse(text);
    if (!root) return no("report.geojson_syntax");
    const Json* features = is_text(member(*root, "type"), "FeatureCollection") ? member(*root, "features") : nullptr;
    if (!features || !features->is_array()) return no("report.geojson_not_features");
    if (features->as_array().empty()) return no("report.geojson_empty");
    if (features->as_array().size() > most_features) return no("report.geojson_too_many", {{"most", std::to_string(most_features)}});
    FeatureReader reader;
    std::vector<Outline> outlines;
    for (std::size_t i = 0; i < features->as_array().size() && reader.points <= most_points; ++i)
        if (auto outline = reader.read(features->as_array()[i], "features[" + std::to_string(i) + "]")) outlines.push_back(*std::move(outline));
    if (reader.points > most_points) return no("report.geojson_too_many", {{"most", std::to_string(most_points)}});
    if (!reader.faults.empty()) return refuse("report.geojson_faulty", std::move(reader.faults));
    return outlines;
}

}    // namespace cs::report
