#include "base/digest.hpp"
#include "org/authority.hpp"
#include "org/query_http.hpp"
#include "report/geojson_http.hpp"
#include "report/report_http.hpp"
#include "report/wire_http.hpp"

namespace cs::report {
namespace {

using access::Call;
using access::Operation;

wire::MapUnit shown(const MapUnit& u) {
    return {u.unit->unit, u.unit->state.name, u.holding ? std::optional(u.holding->standing) : std::nullopt, u.urban};
}

Result<wire::StandingMap> map(Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::StandingMap> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        const Counted counted = count(tx, asked);
        CS_TRY(const MapView view, make_map(tx, asked, counted));
        wire::StandingMap shown_map{wire::shown(asked, *counted.forest), view.layer ? std::optional(wire::shown(*view.layer)) : std::nullopt, {}, {}};
        for (const MapShape& shape : view.shapes) shown_map.shapes.push_back({shown(shape.unit), shape.path});
        for (const Block& block : view.blocks) {
            const MapGroup& group = view.groups[block.group];
            wire::MapBlock shown_block{group.parent ? group.parent->state.name : "", block.columns, block.rows, {}};
            for (const Spot& spot : block.spots) {
                const MapUnit& unit = group.units[spot.item];
                shown_block.tiles.push_back({shown(unit), tile_label(unit.unit->state.name), spot.column, spot.row});
            }
            shown_map.blocks.push_back(std::move(shown_block));
        }
        return shown_map;
    });
}

Result<wire::MapLayers> layers(access::Api& api, Call& call) {
    CS_TRY(const Day on, org::on_day(call));
    return call.db.read([&](Tx& tx) -> Result<wire::MapLayers> {
        CS_TRY(const auto root, org::under(call, tx, on));
        wire::MapLayers all;
        if (!root) return all;
        const auto tree = api.tree(tx);
        for (const Layer& layer : LayerStore(tx).of_root(*root)) all.items.push_back(wire::shown(layer));
        all.actions = {access::action(Operation::add_map_layer,
                                      org::may_act_upon(tx, call.actor, Operation::add_map_layer, *root, call.today(), *tree))};
        return all;
    });
}

Result<wire::MapLayerDrawn> add(access::Api& api, Call& call, const wire::NewMapLayer& b) {
    CS_TRY(const bool dry_run, org::flag(call, "dry_run"));
    CS_TRY(const std::vector<Outline> outlines, read_geojson(b.geojson));
    const LayerFile file{b.unit_id, b.valid_from, outlines, digest(b.geojson), b.source, b.licence};
    const auto work = [&](Tx& tx) -> Result<wire::MapLayerDrawn> {
        const auto tree = api.tree(tx);
        CS_TRY(const LayerDrawn drawn, dry_run ? draw_layer(tx, file) : add_layer(tx, call.clock.now(), call.actor, *tree, file));
        std::size_t bytes = 0;
        for (const Shape& shape : drawn.shapes) bytes += shape.path.size();
        return wire::MapLayerDrawn{wire::shown(drawn.layer), static_cast<int>(bytes), drawn.missing};
    };
    return dry_run ? call.db.read(work) : call.db.write(work);
}

}    // namespace

void add_map_routes(access::Api& api) {
    using http::Method;
    api.read<wire::StandingMap>({Method::get, "/api/board/map", Operation::show_map,
                                 "The map of standings: shapes of the layer valid on the day, tiles by district for the rest.", asked_params()},
                                map);
    api.read<wire::MapLayers>({Method::get, "/api/map-layers", Operation::list_map_layers, "The layers uploaded for a territory, newest first.",
                               {{"under", "The territory, by id."},
                                {"under_code", "The same, by the code it holds on that day."},
                                {"on", "The day of that code; today when absent."}}},
                              [&api](Call& call) { return layers(api, call); });
    api.write<wire::NewMapLayer, wire::MapLayerDrawn>(
        {Method::post, "/api/map-layers", Operation::add_map_layer,
         "Keeps a layer of outlines (GeoJSON, property `code`) with its source and licence, or says what it would draw.",
         {{"dry_run", "true: only say what would be drawn."}}, 201},
        [&api](Call& call, const wire::NewMapLayer& body) { return add(api, call, body); });
}

}    // namespace cs::report
