#include "report/layer.hpp"

#include <set>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "org/authority.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::report {
namespace {

using org::UnitVersion;

std::optional<LayerLevel> level_of(org::UnitKind kind) {
    if (org::is_commune_level(kind)) return LayerLevel::commune;
    return kind == org::UnitKind::district ? std::optional(LayerLevel::district) : std::nullopt;
}

// The units under the root on the day; a root that is gone by then is looked at as it was on its last day.
org::Boundary boundary_of(const org::Forest& forest, const UnitId& root, Day day) {
    if (forest.on(root, day)) return {root, std::nullopt};
    const auto states = forest.history(root);
    return {root, day < states.front()->period.from ? states.front()->period.from : plus_days(*states.back()->period.until, -1)};
}

class Matcher {
public:
    Matcher(const org::Forest& forest, const LayerFile& file)
        : forest_(forest), file_(file), boundary_(boundary_of(forest, file.root, file.valid_from)) {
        for (const UnitVersion* unit : org::members(forest, boundary_, file.valid_from)) members_.emplace(unit->unit, unit);
    }

    std::vector<Fault> faults;
    std::vector<UnitId> units;
    std::optional<LayerLevel> level;

    void match() {
        if (trim(file_.source).empty()) faults.push_back({"report.layer_source_missing", {}, "source"});
        if (trim(file_.licence).empty()) faults.push_back({"report.layer_licence_missing", {}, "licence"});
        for (std::size_t i = 0; i < file_.outlines.size(); ++i) one(file_.outlines[i].code, "features[" + std::to_string(i) + "]");
    }

    std::vector<std::string> missing() const {
        std::vector<std::string> names;
        const std::set<UnitId> drawn(units.begin(), units.end());
        for (const UnitVersion* unit : org::members(forest_, boundary_, file_.valid_from))
            if (level_of(unit->state.kind) == level && !drawn.contains(unit->unit)) names.push_back(unit->state.name);
        return names;
    }

private:
    void one(const std::string& code, const std::string& where) {
        const auto fault = [&](const char* what, Args args) { faults.push_back({what, std::move(args), where}); };
        const UnitVersion* unit = forest_.with_code(code, file_.valid_from);
        if (!unit) return fault("report.layer_code_unknown", {{"code", code}, {"day", to_vietnamese(file_.valid_from)}});
        if (!seen_.insert(code).second) return fault("report.layer_code_twice", {{"code", code}});
        const auto its = level_of(unit->state.kind);
        if (!its) return fault("report.layer_wrong_level", {{"code", code}, {"name", unit->state.name}});
        if (!members_.contains(unit->unit)) return fault("report.layer_code_outside", {{"code", code}, {"name", unit->state.name}});
        if (level && level != its) return fault("report.layer_two_levels", {{"code", code}, {"name", unit->state.name}});
        level = its;
        units.push_back(unit->unit);
    }

    const org::Forest& forest_;
    const LayerFile& file_;
    org::Boundary boundary_;
    std::map<UnitId, const UnitVersion*> members_;
    std::set<std::string> seen_;
};

audit::Entry entry_of(const Layer& layer) {
    return {audit::Event::map_layer_added, "map_layer", layer.id.text(),
            {{"unit", std::nullopt, layer.root.text()}, {"day", std::nullopt, to_text(layer.valid_from)},
             {"level", std::nullopt, std::string(word_of(layer.level))}, {"shapes", std::nullopt, std::to_string(layer.shapes)},
             {"digest", std::nullopt, layer.digest}, {"licence", std::nullopt, layer.licence}},
            layer.source, {{"unit", layer.root.text()}}};
}

}    // namespace

Result<LayerDrawn> draw_layer(Tx& tx, const LayerFile& file) {
    CS_TRY_DONE(org::recorded(file.valid_from));
    CS_TRY_DONE(org::UnitStore(tx).known(file.root));
    const auto forest = org::UnitStore(tx).forest();
    Matcher matcher(*forest, file);
    matcher.match();
    if (!matcher.faults.empty()) return refuse("report.layer_faulty", std::move(matcher.faults));
    CS_TRY(const std::int64_t budget, law::law().parameters.whole_on("board.map_bytes", file.valid_from));
    const Drawing drawing = draw(file.outlines, static_cast<std::size_t>(budget));
    LayerDrawn drawn{{LayerId(new_uuid({})), file.root, file.valid_from, 1, *matcher.level, drawing.width, drawing.height, file.digest,
                      std::string(trim(file.source)), std::string(trim(file.licence)), static_cast<std::int64_t>(matcher.units.size())},
                     {}, matcher.missing()};
    for (std::size_t i = 0; i < matcher.units.size(); ++i) drawn.shapes.push_back({matcher.units[i], drawing.paths[i]});
    return drawn;
}

Result<LayerDrawn> add_layer(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const LayerFile& file) {
    CS_TRY_DONE(org::UnitStore(tx).known(file.root));
    CS_TRY(const access::Role role, org::may_act_upon(tx, actor, access::Operation::add_map_layer, file.root, legal_day(now), tree));
    CS_TRY(LayerDrawn drawn, draw_layer(tx, file));
    LayerStore store(tx);
    store.be_alone();
    drawn.layer.id = LayerId::born(now);
    for (const Layer& earlier : store.of_root(file.root))
        if (earlier.valid_from == file.valid_from) drawn.layer.sequence = std::max(drawn.layer.sequence, earlier.sequence + 1);
    store.add(drawn.layer, drawn.shapes, now, actor.person);
    audit::record(tx, now, actor.by(role), entry_of(drawn.layer));
    return drawn;
}

}    // namespace cs::report
