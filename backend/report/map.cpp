#include "report/map.hpp"

#include <map>
#include <set>

#include "law/law.hpp"

namespace cs::report {
namespace {

std::vector<MapUnit> communes_of(const Census& census) {
    std::vector<MapUnit> all;
    for (const Stands& s : census.communes) all.push_back({s.unit, s.holding, false});
    for (const Stands& s : census.urban) all.push_back({s.unit, s.holding, true});
    return all;
}

std::vector<MapUnit> districts_of(const Census& census) {
    std::vector<MapUnit> all;
    for (const Stands& s : census.districts) all.push_back({s.unit, s.holding, false});
    for (const Stands& s : census.towns) all.push_back({s.unit, s.holding, true});
    return all;
}

// The shapes of the newest layer of a level that draws a unit of the day at all: outlines of units that are gone draw nothing.
bool take_layer(Tx& tx, const std::vector<Layer>& layers, LayerLevel level, Day day, const std::vector<MapUnit>& units, MapView& view) {
    std::map<UnitId, MapUnit> by_id;
    for (const MapUnit& u : units) by_id.emplace(u.unit->unit, u);
    for (const Layer& layer : layers) {
        if (layer.level != level || day < layer.valid_from) continue;
        for (Shape& shape : LayerStore(tx).shapes(layer.id))
            if (const auto at = by_id.find(shape.unit); at != by_id.end()) view.shapes.push_back({at->second, std::move(shape.path)});
        if (view.shapes.empty()) continue;
        // Read by screen readers in this order: the forest's, by Vietnamese name.
        std::sort(view.shapes.begin(), view.shapes.end(), [](auto& a, auto& b) { return a.unit.unit < b.unit.unit; });
        view.layer = layer;
        return true;
    }
    return false;
}

void add_tiles(const org::Forest& forest, Day day, const std::vector<MapUnit>& units, MapView& view) {
    std::set<UnitId> drawn;
    for (const MapShape& shape : view.shapes) drawn.insert(shape.unit.unit->unit);
    std::map<const org::UnitVersion*, std::vector<MapUnit>> groups;    // addresses stand in the order of names
    for (const MapUnit& u : units) {
        const auto& parent = u.unit->state.parent;
        if (!drawn.contains(u.unit->unit)) groups[parent ? forest.on(*parent, day) : nullptr].push_back(u);
    }
    std::vector<std::size_t> sizes;
    for (auto& [parent, members] : groups) {
        sizes.push_back(members.size());
        view.groups.push_back({parent, std::move(members)});
    }
    view.blocks = lay_out(sizes);
}

}    // namespace

Result<MapView> make_map(Tx& tx, const Asked& asked, const Counted& counted) {
    MapView view;
    const std::vector<MapUnit> communes = communes_of(counted.census);
    if (asked.frame.root) {
        const std::vector<Layer> layers = LayerStore(tx).of_root(*asked.frame.root);
        if (!take_layer(tx, layers, LayerLevel::commune, asked.on, communes, view))
            take_layer(tx, layers, LayerLevel::district, asked.on, districts_of(counted.census), view);
    }
    CS_TRY(const std::int64_t most, law::law().parameters.whole_on("board.map_tiles", asked.on));
    const std::size_t tiles = communes.size() - (view.layer && view.layer->level == LayerLevel::commune ? view.shapes.size() : 0);
    if (tiles > static_cast<std::size_t>(most))
        return refuse(Problem::bad_input, "report.map_too_wide", {{"count", std::to_string(tiles)}, {"most", std::to_string(most)}});
    add_tiles(*counted.forest, asked.on, communes, view);
    return view;
}

}    // namespace cs::report
