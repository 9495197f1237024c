#include "report/wire_http.hpp"

#include "report/naming_html.hpp"

namespace cs::report::wire {
namespace {

std::string name_of(const org::Forest& forest, const UnitId& unit, Day day) {
    const org::UnitVersion* state = forest.near(unit, day);
    return state ? state->state.name : "";
}

int whole(std::int64_t n) { return static_cast<int>(n); }    // counts of units of one country

}    // namespace

Frame shown(const Asked& asked, const org::Forest& forest) {
    return {asked.on, asked.boundary, boundary_name(asked), asked.frame.frame, asked.frame.root, root_name(asked, forest)};
}

BoardTarget shown(const BoardRow& row) {
    BoardTarget target{row.target, std::string(movement::row_of(row.target).clause), whole(row.count), whole(row.models), whole(row.of),
                       row.goal, row.outcome, whole(row.needed), {}, whole(row.urban), whole(row.history), whole(row.towns),
                       row.choice ? std::optional(movement::wire::shown(*row.choice)) : std::nullopt};
    for (const Line& l : row.lines)
        target.lines.push_back({l.reading, l.assigned ? std::optional(movement::wire::shown(*l.assigned)) : std::nullopt,
                                whole(l.share.whole), percent_text(l.share, row.goal), l.met, l.chosen, whole(l.needed)});
    return target;
}

std::vector<BoardUnitRow> shown(Tx& tx, const org::Forest& forest, Day on, std::span<const BoardUnit> units) {
    std::vector<const Holding*> wanted;
    for (const BoardUnit& u : units) wanted.push_back(u.holding);
    const auto recognitions = recognitions_behind(tx, wanted);
    std::vector<BoardUnitRow> rows;
    for (const BoardUnit& u : units) {
        const org::UnitState& s = u.unit->state;
        BoardUnitRow row{u.unit->unit, s.name, s.code, s.kind,
                         s.parent ? name_of(forest, *s.parent, std::min(on, u.unit->period.until.value_or(on))) : "", std::nullopt, {}};
        if (u.holding) row.recognition = shown(forest, recognitions.at(u.holding->recognition));
        for (const UnitId& id : u.became) row.became.push_back({id, name_of(forest, id, on)});
        rows.push_back(std::move(row));
    }
    return rows;
}

assessment::wire::RecognitionRow shown(const org::Forest& forest, const assessment::Recognition& r) {
    return assessment::wire::shown(r, name_of(forest, r.unit, r.counts_from));
}

MapLayerRow shown(const Layer& l) {
    return {l.id, l.root, l.valid_from, whole(l.sequence), l.level, l.width, l.height, whole(l.shapes), l.digest, l.source, l.licence};
}

}    // namespace cs::report::wire
