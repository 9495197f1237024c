#pragma once
// What the map of a census shows: shapes of the layer that is valid on its day for the units that have one, tiles by
// district for the communes that have none.
#include "report/asked.hpp"
#include "report/layer.hpp"
#include "report/tiles.hpp"

namespace cs::report {

struct MapUnit {
    const org::UnitVersion* unit;
    const Holding* holding;    // null: no decision in the register
    bool urban;                // phường, thị trấn: no share counts them
};

struct MapShape {
    MapUnit unit;
    std::string path;
};

struct MapGroup {
    const org::UnitVersion* parent;
    std::vector<MapUnit> units;    // xã first, then phường and thị trấn
};

struct MapView {
    std::optional<Layer> layer;
    std::vector<MapShape> shapes;
    std::vector<MapGroup> groups;    // by name of the district (or province)
    std::vector<Block> blocks;       // of the tiles of `groups`
};

// Refuses report.map_too_wide {count, most}: more tiles than a page can hold; a province is to be chosen.
Result<MapView> make_map(Tx& tx, const Asked& asked, const Counted& counted);

}    // namespace cs::report
