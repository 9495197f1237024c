#include <map>

#include "movement/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::movement {
namespace {

Figure figure_of(const sql::Row& row) {
    const auto value = Decimal::parse(row.text("value"));
    CS_CHECK(value);
    return {static_cast<int>(row.integer("year")), *parse_word<FigureKind>(row.text("kind")), row.integer("sequence"), *value,
            row.text("source"), row.text("reason")};
}

Target target_of(const sql::Row& row) {
    return {row.id<TargetId>("id"), row.id<UnitId>("root_unit"), row.integer("sequence"),
            {row.text("title"), row.text("measure"), *parse_word<Better>(row.text("better")), row.text("source"),
             row.maybe_id<UnitId>("owner_unit")}};
}

}    // namespace

std::vector<Target> TargetStore::select(const std::optional<TargetId>& id) const {
    std::vector<Target> all;
    std::map<TargetId, std::size_t> places;
    const auto targets = tx_.query("movement.targets", id), figures = tx_.query("movement.figures", id);
    for (const sql::Row& row : *targets) {
        places.emplace(row.id<TargetId>("id"), all.size());
        all.push_back(target_of(row));
    }
    for (const sql::Row& row : *figures) all[places.at(row.id<TargetId>("target_id"))].figures.push_back(figure_of(row));
    return all;
}

std::vector<Target> TargetStore::all() const { return select(std::nullopt); }

std::optional<Target> TargetStore::find(const TargetId& id) const {
    auto found = select(id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void TargetStore::be_alone() { tx_.lock("targets"); }

void TargetStore::add(const Target& target, Instant at, const std::optional<PersonId>& by) {
    tx_.run("movement.add_target", target.id, target.root, at, by);
    correct(target, "", at, by);
}

void TargetStore::correct(const Target& target, const std::string& reason, Instant at, const std::optional<PersonId>& by) {
    const TargetText& t = target.text;
    tx_.run("movement.add_target_version", target.id, target.version, t.title, t.measure, word_of(t.better), t.source, t.owner, reason,
            at, by);
}

void TargetStore::save(const TargetId& id, const Figure& f, Instant at, const std::optional<PersonId>& by) {
    tx_.run("movement.add_figure", id, f.year, word_of(f.kind), f.sequence, f.value.text(), f.source, f.reason, at, by);
}

}    // namespace cs::movement
