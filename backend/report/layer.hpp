#pragma once
// A map layer that an office uploads for a territory (GeoJSON with the property `code`): outlines of its units, matched by
// code on the day from which it is valid. It has no legal value; it is drawn instead of the tiles.
#include "access/actor.hpp"
#include "org/forest.hpp"
#include "platform/tx.hpp"
#include "report/outline.hpp"

namespace cs::report {

using LayerId = Id<struct LayerTag>;

enum class LayerLevel : unsigned char { commune, district };    // what its shapes are: xã, phường, thị trấn; or the district level

struct Layer {
    LayerId id;
    UnitId root;
    Day valid_from;
    std::int64_t sequence;    // 1 the first time, one more for each file that replaces it
    LayerLevel level;
    int width, height;
    std::string digest;       // BLAKE2b-256 of the file
    std::string source, licence;
    std::int64_t shapes = 0;
};

struct Shape {
    UnitId unit;
    std::string path;
};

class LayerStore {
public:
    explicit LayerStore(Tx& tx) : tx_(tx) {}
    std::vector<Layer> of_root(const UnitId& root) const;       // newest first
    std::vector<Shape> shapes(const LayerId& id) const;
    void be_alone();    // before counting which file of the day this is
    void add(const Layer& layer, const std::vector<Shape>& shapes, Instant at, const std::optional<PersonId>& by);

private:
    Tx& tx_;
};

struct LayerFile {
    UnitId root;
    Day valid_from;
    std::vector<Outline> outlines;
    std::string digest, source, licence;
};

struct LayerDrawn {
    Layer layer;
    std::vector<Shape> shapes;
    std::vector<std::string> missing;    // units of that level under the root which the file lacks, by name
};

// Matches the codes and draws. Refuses report.layer_faulty listing report.layer_source_missing, report.layer_licence_missing,
// report.layer_code_unknown {code, day}, report.layer_code_outside {code, name}, report.layer_wrong_level {code, name},
// report.layer_code_twice {code}, report.layer_two_levels, each with the place of its feature in the file.
Result<LayerDrawn> draw_layer(Tx& tx, const LayerFile& file);
// The same, kept and journalled. Refuses besides what access::may refuses.
Result<LayerDrawn> add_layer(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const LayerFile& file);

}    // namespace cs::report
