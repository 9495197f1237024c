#pragma once
// Reading GeoJSON (RFC 7946) as far as a layer needs it: a FeatureCollection of polygons with the property `code`.
#include "base/result.hpp"
#include "report/outline.hpp"

namespace cs::report {

// Refuses report.geojson_faulty with every fault and the place of its feature: report.geojson_syntax, report.geojson_not_features,
// report.geojson_empty, report.geojson_too_many {most}, report.geojson_no_code, report.geojson_not_polygon,
// report.geojson_ring_open, report.geojson_not_in_vietnam (coordinates that are no longitude and latitude of the country).
Result<std::vector<Outline>> read_geojson(std::string_view text);

}    // namespace cs::report
