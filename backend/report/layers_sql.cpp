#include "platform/sql/sql.hpp"
#include "report/layer.hpp"

namespace cs::report {

std::vector<Layer> LayerStore::of_root(const UnitId& root) const {
    std::vector<Layer> all;
    const auto rows = tx_.query("report.layers_of_root", root);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<LayerId>("id"), row.id<UnitId>("root_unit"), row.day("valid_from"), row.integer("sequence"),
                       *parse_word<LayerLevel>(row.text("level")), static_cast<int>(row.integer("width")),
                       static_cast<int>(row.integer("height")), row.text("digest"), row.text("source"), row.text("licence"),
                       row.integer("shapes")});
    return all;
}

std::vector<Shape> LayerStore::shapes(const LayerId& id) const {
    std::vector<Shape> all;
    const auto rows = tx_.query("report.shapes_of_layer", id);
    for (const sql::Row& row : *rows) all.push_back({row.id<UnitId>("unit_id"), row.text("path")});
    return all;
}

void LayerStore::be_alone() { tx_.lock("map_layers"); }

void LayerStore::add(const Layer& l, const std::vector<Shape>& shapes, Instant at, const std::optional<PersonId>& by) {
    tx_.run("report.add_layer", l.id, l.root, l.valid_from, l.sequence, word_of(l.level), l.width, l.height, l.digest, l.source, l.licence,
            at, by);
    std::vector<std::vector<sql::Value>> rows;
    for (const Shape& shape : shapes) rows.push_back({sql::value(l.id), sql::value(shape.unit), sql::value(shape.path)});
    tx_.bulk("report.add_shape", rows);
}

}    // namespace cs::report
